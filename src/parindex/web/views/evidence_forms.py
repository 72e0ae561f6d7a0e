"""What people enter about documents: words, dates, files."""

from datetime import date

from parindex.services.errors import DeedError
from parindex.services.evidence.files import SentFile
from parindex.services.evidence.words import Described
from parindex.web.requests import PageRequest


def described(request: PageRequest) -> Described:
    """Title, number and dates. Raises `DeedError` for a date that is none."""
    return Described(
        title=request.POST.get("title", ""),
        number=request.POST.get("number", ""),
        issued_date=_day(request.POST.get("issued_date", "")),
        valid_to=_day(request.POST.get("valid_to", "")),
    )


def sent_files(request: PageRequest) -> list[SentFile]:
    """The files that were sent, not yet read."""
    return [
        SentFile(name=file.name or "", size=file.size or 0, read=file.read)
        for file in request.FILES.getlist("files")
    ]


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise DeedError(
            f"Không đọc được ngày “{text}”; hãy chọn lại ngày. Chưa lưu gì.",
            f"“{text}” is no date: choose it again. Nothing was stored.",
        ) from error
