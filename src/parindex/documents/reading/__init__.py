"""Reading documents: a plan file in, domain objects and remarks out."""

from parindex.documents.reading.as_data import plan_as_data, plan_from_data
from parindex.documents.reading.errors import UnreadableDocument
from parindex.documents.reading.knowledge import Knowledge, KnowledgeOf
from parindex.documents.reading.plan import read_plan
from parindex.documents.reading.remarks import READ_THROUGH

__all__ = [
    "READ_THROUGH",
    "Knowledge",
    "KnowledgeOf",
    "UnreadableDocument",
    "plan_as_data",
    "plan_from_data",
    "read_plan",
]
