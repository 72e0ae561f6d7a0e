"""Nhật ký: what was done, by whom and when; rows are only ever added."""

from django.db import models


class LogEntry(models.Model):
    """One deed. `actor` is empty until accounts exist; `detail` holds what changed."""

    at = models.DateTimeField(auto_now_add=True)
    actor = models.CharField(max_length=150, blank=True)
    deed = models.CharField(max_length=60)
    subject = models.CharField(max_length=200)
    detail = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.deed} {self.subject}"
