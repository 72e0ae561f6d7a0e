"""Tài liệu kiểm chứng: documents with their revisions, and the rows they prove."""

from django.db import models

from parindex.records.models.accounts import User
from parindex.records.models.agencies import Agency
from parindex.records.models.append_only import AppendOnly
from parindex.records.models.sheets import SheetRow


class Evidence(models.Model):
    """One document or link; it may prove many criteria in many years. Its files are its revisions."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="evidence")
    title = models.CharField(max_length=300)
    number = models.CharField(max_length=100, blank=True)
    issued_date = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    url = models.URLField(max_length=500, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="evidence_added")

    class Meta:
        ordering = ["-added_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class EvidenceRevision(AppendOnly):
    """One file of a document; the newest one counts, the earlier ones stay. The file is kept by its digest."""

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    name = models.CharField(max_length=160)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["evidence", "number"]
        constraints = [models.UniqueConstraint(fields=["evidence", "number"], name="one_revision_a_number")]

    def __str__(self) -> str:
        return f"{self.name} ({self.number})"


class RowEvidence(models.Model):
    """A document that proves a row; taking it off keeps who did it and when."""

    row = models.ForeignKey(SheetRow, on_delete=models.CASCADE, related_name="evidence_links")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="row_links")
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["row", "evidence"],
                condition=models.Q(removed_at__isnull=True),
                name="attached_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.evidence_id} → {self.row_id}"
