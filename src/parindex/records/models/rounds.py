"""Kỳ đánh giá: a year at one level with its framework and milestones, the units it assesses, and their facts."""

from django.db import models
from django.utils import timezone

from parindex.domain.agencies import LEVEL_TITLES, AgencyLevel
from parindex.domain.facts import FactKind
from parindex.domain.sources import Certainty
from parindex.domain.workflow import Milestone
from parindex.records.models.accounts import User
from parindex.records.models.agencies import Agency
from parindex.records.models.append_only import AppendOnly
from parindex.records.models.fields import code_field
from parindex.records.models.frameworks import FrameworkVersion


class AssessmentRound(models.Model):
    """One year's assessment of the units of one level, under one version of a framework for ever."""

    year = models.PositiveSmallIntegerField()
    level = models.CharField(max_length=20, choices=[(level, level) for level in AgencyLevel])
    framework = models.ForeignKey(FrameworkVersion, on_delete=models.PROTECT, related_name="rounds")
    is_sample = models.BooleanField(default=False)
    opened_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-year", "level"]
        constraints = [models.UniqueConstraint(fields=["year", "level"], name="one_round_a_year_and_level")]

    def __str__(self) -> str:
        return f"{LEVEL_TITLES[AgencyLevel(self.level)].vi} {self.year}"


class RoundMilestone(models.Model):
    """The last day of one stage of a round."""

    round = models.ForeignKey(AssessmentRound, on_delete=models.CASCADE, related_name="milestones")
    milestone = models.CharField(max_length=20, choices=[(one, one) for one in Milestone])
    last_date = models.DateField()

    class Meta:
        ordering = ["last_date", "pk"]
        constraints = [models.UniqueConstraint(fields=["round", "milestone"], name="one_date_a_milestone")]

    def __str__(self) -> str:
        return f"{self.round}: {self.milestone} {self.last_date}"


class RoundUnit(models.Model):
    """Đơn vị được đánh giá: one unit in one round; `name` is the unit's name of that year."""

    round = models.ForeignKey(AssessmentRound, on_delete=models.CASCADE, related_name="units")
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="assessments")
    name = models.CharField(max_length=200)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["round", "agency"], name="one_unit_a_round")]

    def __str__(self) -> str:
        return f"{self.name} {self.round.year}"

    @property
    def place_name(self) -> str:
        """The unit's name as results list it: "Vĩnh Phúc" of "Tỉnh Vĩnh Phúc"."""
        return self.name.removeprefix("Tỉnh ").removeprefix("Thành phố ")


class RoundFact(AppendOnly):
    """Số liệu of one unit in one round, as data; several of one code stay side by side.

    A correction is another row with `replaces` set: it stands for every earlier one of its code, which are kept.
    A replacement with `is_withdrawn` says that the fact is unknown again.
    """

    unit = models.ForeignKey(RoundUnit, on_delete=models.CASCADE, related_name="facts")
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
    replaces = models.BooleanField(default=False)
    is_withdrawn = models.BooleanField(default=False)
    reason = models.TextField(blank=True)
    entered_at = models.DateTimeField(default=timezone.now)
    entered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="facts_entered")

    class Meta:
        ordering = ["unit", "position", "pk"]
        indexes = [models.Index(fields=["unit", "code"], name="facts_of_a_unit")]

    def __str__(self) -> str:
        return f"{self.code} ({self.unit_id})"
