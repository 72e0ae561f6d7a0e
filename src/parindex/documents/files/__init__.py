"""Tài liệu kiểm chứng là tệp: what may be kept as evidence, under which name, and how it is handed out."""

from parindex.documents.files.errors import RefusedFile, ScannerUnavailable
from parindex.documents.files.inspection import MAX_BYTES, inspect
from parindex.documents.files.kinds import ACCEPTED, FileType
from parindex.documents.files.names import download_headers, safe_name

__all__ = [
    "ACCEPTED",
    "MAX_BYTES",
    "FileType",
    "RefusedFile",
    "ScannerUnavailable",
    "download_headers",
    "inspect",
    "safe_name",
]
