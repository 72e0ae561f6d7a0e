"""Nhật ký: what was done, by whom, when and from where; a chain in which every entry holds the one before it."""

from django.db import models

from parindex.records.models.accounts import User
from parindex.records.models.agencies import Agency
from parindex.records.models.append_only import AppendOnly


class LogEntry(AppendOnly):
    """One deed. `digest` is over all other columns and the previous entry's digest (see `services.log`).

    `about` names the objects it concerns ("row:12", "unit:3"), `before` and `after` what changed.
    """

    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="log_entries")
    actor = models.CharField(max_length=150, blank=True)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="log_entries")
    address = models.CharField(max_length=60, blank=True)
    deed = models.CharField(max_length=60)
    subject = models.CharField(max_length=200)
    detail = models.JSONField(default=dict, blank=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}. {self.deed} {self.subject}"


class LogSubject(AppendOnly):
    """An object that a deed concerned ("row:12"), so that its history is found at once."""

    entry = models.ForeignKey(LogEntry, on_delete=models.CASCADE, related_name="subjects")
    about = models.CharField(max_length=40)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["about"], name="deeds_about_an_object")]

    def __str__(self) -> str:
        return self.about


class LogHead(models.Model):
    """How long the chain is and where it ends, sealed with the installation's key."""

    count = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    seal = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.count} {self.digest[:12]}"
