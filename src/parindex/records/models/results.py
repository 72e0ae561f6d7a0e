"""Kết quả công bố: published scores and ranks, each with its source."""

from django.db import models

from parindex.domain.sources import Certainty
from parindex.records.models.fields import points_field


class PublishedResult(models.Model):
    """One published figure of one province and year; `component` is total or the name of a part."""

    year = models.PositiveSmallIntegerField()
    province = models.CharField(max_length=80)
    component = models.CharField(max_length=80)
    score = points_field(null=True, blank=True)
    rank = models.PositiveSmallIntegerField(null=True, blank=True)
    source = models.CharField(max_length=500)
    certainty = models.CharField(max_length=20, choices=[(value, value) for value in Certainty])
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["year", "rank", "province", "component"]

    def __str__(self) -> str:
        return f"{self.province} {self.year} {self.component}"
