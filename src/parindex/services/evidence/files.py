"""Tệp minh chứng: looking at a file that somebody sent, and keeping it under its SHA-256."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings

from parindex.documents.files import (
    MAX_BYTES,
    RefusedFile,
    ScannerUnavailable,
    clamav,
    errors,
    inspect,
    safe_name,
)
from parindex.documents.files.inspection import MAX_MEGABYTES
from parindex.documents.files.names import extension_of
from parindex.records.evidence_store import EvidenceStore
from parindex.services.errors import DeedError


@dataclass(frozen=True, kw_only=True, slots=True)
class SentFile:
    """A file as it arrived: its name, its size in bytes, and how to read it once that size is known to be bearable."""

    name: str
    size: int
    read: Callable[[], bytes]


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptFile:
    """A file in the store."""

    name: str
    sha256: str
    size: int
    media_type: str


def store() -> EvidenceStore:
    """The installation's files of evidence."""
    return EvidenceStore(settings.EVIDENCE_FOLDER)


def keep_file(file: SentFile) -> KeptFile:
    """Inspect a file, have it scanned where there is a scanner, and keep it. Raises `DeedError`: nothing was kept."""
    try:
        return _keep(file)
    except (RefusedFile, ScannerUnavailable) as error:
        raise DeedError(f"{error.vi} Chưa lưu tệp này.", f"{error.en} The file was not stored.") from error


def _keep(file: SentFile) -> KeptFile:
    if file.size > MAX_BYTES:
        raise errors.too_large(safe_name(file.name), MAX_MEGABYTES)
    content = file.read()
    kind = inspect(content, name=file.name)
    if settings.CLAMD:
        clamav.scan(content, address=settings.CLAMD)
    name = safe_name(file.name)
    return KeptFile(
        name=name if extension_of(name) else f"{name}{kind.extension}",
        sha256=store().keep(content),
        size=len(content),
        media_type=kind.media_type,
    )
