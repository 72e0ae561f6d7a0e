"""Nhiệm vụ: assigned work with lead, cooperating and monitoring agencies."""

from django.db import models

from parindex.records.models.agencies import Agency
from parindex.records.models.fields import code_field
from parindex.records.models.plans import PlanRow


class Task(PlanRow):
    """One task of a plan. `criteria` and `aims` are lists of text, as written."""

    number = code_field(20)
    text = models.TextField()
    criteria = models.JSONField(default=list, blank=True)
    aims = models.JSONField(default=list, blank=True)
    deadline_text = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.number}. {self.text[:50]}"


class TaskAgency(models.Model):
    """An agency's part in a task; `name` is what the plan writes, `agency` what it was matched to."""

    class Role(models.TextChoices):
        LEAD = "lead"
        COOPERATING = "cooperating"
        MONITORING = "monitoring"

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="agencies")
    role = models.CharField(max_length=20, choices=Role.choices)
    name = models.CharField(max_length=300)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.SET_NULL, related_name="tasks")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.name} ({self.role})"
