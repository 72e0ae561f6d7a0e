"""What is kept, one file a feature."""

from parindex.records.models.accounts import Invitation, Post, User
from parindex.records.models.agencies import Agency
from parindex.records.models.evidence import Evidence, EvidenceRevision, RowEvidence
from parindex.records.models.frameworks import FrameworkVersion
from parindex.records.models.log import LogEntry, LogHead, LogSubject
from parindex.records.models.losses import Loss, LossAgency, LossEvent
from parindex.records.models.plans import AreaLead, Duty, PartResult, Plan, Target
from parindex.records.models.results import PublishedResult
from parindex.records.models.rounds import AssessmentRound, RoundFact, RoundMilestone, RoundUnit
from parindex.records.models.sheets import LossOwner, RowHelper, RowNote, RowVersion, Sheet, SheetRow
from parindex.records.models.tasks import Task, TaskAgency

__all__ = [
    "Agency",
    "AreaLead",
    "AssessmentRound",
    "Duty",
    "Evidence",
    "EvidenceRevision",
    "FrameworkVersion",
    "Invitation",
    "LogEntry",
    "LogHead",
    "LogSubject",
    "Loss",
    "LossAgency",
    "LossEvent",
    "LossOwner",
    "PartResult",
    "Plan",
    "Post",
    "PublishedResult",
    "RoundFact",
    "RoundMilestone",
    "RoundUnit",
    "RowEvidence",
    "RowHelper",
    "RowNote",
    "RowVersion",
    "Sheet",
    "SheetRow",
    "Target",
    "Task",
    "TaskAgency",
    "User",
]
