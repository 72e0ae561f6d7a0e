"""Điểm bị trừ: the register of lost points, as the plan prints it."""

from django.db import models

from parindex.records.models.agencies import Agency
from parindex.records.models.fields import code_field, points_field
from parindex.records.models.plans import PlanRow


class Loss(PlanRow):
    """One row of the register; the three figures are kept as printed, whether or not they add up."""

    criterion = code_field(20)
    name = models.TextField(blank=True)
    maximum = points_field(null=True, blank=True)
    earned = points_field(null=True, blank=True)
    lost = points_field(null=True, blank=True)
    justification = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.criterion}: -{self.lost}"


class LossEvent(models.Model):
    """One deducted event of a row."""

    loss = models.ForeignKey(Loss, on_delete=models.CASCADE, related_name="events")
    text = models.TextField()
    points = points_field(null=True, blank=True)
    document = models.CharField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.text[:60]


class LossAgency(models.Model):
    """An agency that answers for a row; `name` is what the plan writes, `agency` what it was matched to."""

    loss = models.ForeignKey(Loss, on_delete=models.CASCADE, related_name="responsible")
    name = models.CharField(max_length=300)
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.SET_NULL, related_name="losses"
    )
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name
