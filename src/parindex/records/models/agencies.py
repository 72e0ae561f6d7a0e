"""Cơ quan, đơn vị: dated, with successors."""

from django.db import models

from parindex.domain.agencies import AgencyLevel
from parindex.domain.sources import Certainty
from parindex.records.models.fields import code_field


class Agency(models.Model):
    """One agency for the time it exists; history keeps those that have ended."""

    code = code_field(unique=True)
    name = models.CharField(max_length=200)
    short = models.CharField(max_length=40, blank=True)
    level = models.CharField(max_length=20, choices=[(level, level) for level in AgencyLevel])
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    aliases = models.JSONField(default=list, blank=True)
    certainty = models.CharField(max_length=20, choices=[(value, value) for value in Certainty])
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    successors = models.ManyToManyField("self", symmetrical=False, related_name="predecessors", blank=True)
    note = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.name
