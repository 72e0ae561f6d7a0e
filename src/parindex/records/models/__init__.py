"""What is kept, one file a feature."""

from parindex.records.models.agencies import Agency
from parindex.records.models.log import LogEntry
from parindex.records.models.losses import Loss, LossAgency, LossEvent
from parindex.records.models.plans import AreaLead, Duty, PartResult, Plan, Target
from parindex.records.models.results import PublishedResult
from parindex.records.models.rounds import AssessmentRound, RoundFact
from parindex.records.models.tasks import Task, TaskAgency

__all__ = [
    "Agency",
    "AreaLead",
    "AssessmentRound",
    "Duty",
    "LogEntry",
    "Loss",
    "LossAgency",
    "LossEvent",
    "PartResult",
    "Plan",
    "PublishedResult",
    "RoundFact",
    "Target",
    "Task",
    "TaskAgency",
]
