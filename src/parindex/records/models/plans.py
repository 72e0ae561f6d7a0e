"""Kế hoạch nâng cao Chỉ số CCHC, as it was read from its document."""

from django.db import models

from parindex.records.models.fields import code_field, points_field


class Plan(models.Model):
    """One plan document. `base_year` is the year whose results it answers to."""

    number = code_field()
    issued_date = models.DateField(null=True, blank=True)
    issuer = models.CharField(max_length=200, blank=True)
    title = models.TextField(blank=True)
    first_year = models.PositiveSmallIntegerField(null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(null=True, blank=True)
    base_year = models.PositiveSmallIntegerField(null=True, blank=True)
    rank_change = models.SmallIntegerField(null=True, blank=True)
    remarks = models.JSONField(default=list, blank=True)
    source_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, unique=True)
    is_sample = models.BooleanField(default=False)
    stored_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-issued_date", "-pk"]

    def __str__(self) -> str:
        return self.number or self.source_name


class PlanRow(models.Model):
    """What all rows of a plan share: the plan and their place in it."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="%(class)s_rows")
    position = models.PositiveIntegerField()

    class Meta:
        abstract = True
        ordering = ["position"]


class PartResult(PlanRow):
    """A result of the base year, as the plan states it."""

    part = models.CharField(max_length=20)
    points = points_field(null=True, blank=True)
    rank = models.PositiveSmallIntegerField(null=True, blank=True)
    out_of = models.PositiveSmallIntegerField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.part}: {self.points}"


class Target(PlanRow):
    """Mục tiêu: among the first `top` in `year`."""

    year = models.PositiveSmallIntegerField()
    top = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.year}: {self.top}"


class AreaLead(PlanRow):
    """The agency that scores an area, with its yearly reporting deadline."""

    area = code_field(10)
    area_name = models.TextField(blank=True)
    agency = models.CharField(max_length=200)
    deadline_text = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.area}: {self.agency}"


class Duty(PlanRow):
    """A general duty of all agencies."""

    text = models.TextField()

    def __str__(self) -> str:
        return self.text[:60]
