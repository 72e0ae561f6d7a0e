"""Writing the log: the last step of every deed, inside its transaction."""

from typing import Any

from parindex.records.models import LogEntry


def record(*, deed: str, subject: str, **detail: Any) -> None:
    """Add one entry."""
    LogEntry.objects.create(deed=deed, subject=subject[:200], detail=detail)
