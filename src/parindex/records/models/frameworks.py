"""Phiên bản bộ tiêu chí: a set of criteria as it was stored; a round keeps the version it was opened with."""

from django.db import models

from parindex.domain.agencies import AgencyLevel
from parindex.records.models.append_only import AppendOnly
from parindex.records.models.fields import code_field


class FrameworkVersion(AppendOnly):
    """One version, with all it says as plain data (the shape of a framework file). Never changed once stored.

    `mapping` tells for each code which codes of `previous` it continues: {"1.2": ["1.3"]}.
    """

    code = code_field()
    level = models.CharField(max_length=20, choices=[(level, level) for level in AgencyLevel])
    title = models.CharField(max_length=300)
    data = models.JSONField()
    sha256 = models.CharField(max_length=64, unique=True)
    previous = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="successors"
    )
    mapping = models.JSONField(default=dict, blank=True)
    source_name = models.CharField(max_length=255, blank=True)
    is_sample = models.BooleanField(default=False)
    stored_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["level", "code", "stored_at", "pk"]

    def __str__(self) -> str:
        return f"{self.title} ({self.code})"
