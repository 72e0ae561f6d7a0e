"""Kết quả công bố: published scores and ranks, each with its source."""

from django.db import models

from parindex.records.models.fields import points_field


class PublishedResult(models.Model):
    """One published figure of a province, a region or the country (see `frameworks.results` for the words)."""

    year = models.PositiveSmallIntegerField()
    scope = models.CharField(max_length=20)
    subject = models.CharField(max_length=80, blank=True)
    measure = models.CharField(max_length=20)
    statistic = models.CharField(max_length=20)
    points = points_field(null=True, blank=True)
    rank = models.PositiveSmallIntegerField(null=True, blank=True)
    maximum = points_field(null=True, blank=True)
    trust = models.CharField(max_length=20)
    source = models.CharField(max_length=500)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["year", "rank", "subject", "measure"]

    def __str__(self) -> str:
        return f"{self.subject} {self.year} {self.measure}"
