"""Kỳ đánh giá và số liệu: a year, the framework it was opened with, and its facts."""

from django.db import models

from parindex.domain.facts import FactKind
from parindex.domain.sources import Certainty
from parindex.records.models.fields import code_field


class AssessmentRound(models.Model):
    """One year's assessment of the province under one framework, which stays with it for ever."""

    year = models.PositiveSmallIntegerField(unique=True)
    unit_name = models.CharField(max_length=120)
    framework_id = code_field()
    is_sample = models.BooleanField(default=False)

    class Meta:
        ordering = ["-year"]

    def __str__(self) -> str:
        return f"{self.unit_name} {self.year}"

    @property
    def place_name(self) -> str:
        """The unit's name as results list it: "Vĩnh Phúc" of "Tỉnh Vĩnh Phúc"."""
        return self.unit_name.removeprefix("Tỉnh ").removeprefix("Thành phố ")


class RoundFact(models.Model):
    """One fact of a round as data; several of one code stay side by side."""

    round = models.ForeignKey(AssessmentRound, on_delete=models.CASCADE, related_name="facts")
    code = code_field(100)
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in FactKind])
    value = models.JSONField(null=True)
    applicable = models.BooleanField(default=True)
    document = models.CharField(max_length=300)
    place = models.CharField(max_length=300, blank=True)
    url = models.CharField(max_length=500, blank=True)
    certainty = models.CharField(max_length=20, choices=[(value, value) for value in Certainty])
    note = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.code} ({self.round})"
