"""Bảng tính đi và về: tables out as .xlsx files, and in again with a list of what was changed."""

from parindex.documents.tables.changes import Change
from parindex.documents.tables.errors import UnreadableTable
from parindex.documents.tables.family import KINDS, Kind, kind_of
from parindex.documents.tables.model import Workbook
from parindex.documents.tables.workbook import read_workbook, write_workbook

__all__ = [
    "KINDS",
    "Change",
    "Kind",
    "UnreadableTable",
    "Workbook",
    "kind_of",
    "read_workbook",
    "write_workbook",
]
