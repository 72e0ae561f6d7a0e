"""Reading documents: a plan file in, domain objects and remarks out."""

from parindex.documents.reading.errors import UnreadableDocument
from parindex.documents.reading.plan import read_plan

__all__ = ["UnreadableDocument", "read_plan"]
