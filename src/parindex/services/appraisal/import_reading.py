"""Đọc kết quả thẩm định: a table read for a preview, carried as plain data to its confirmation. Stores nothing."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from hashlib import sha256
from typing import Any

from parindex.documents.reading.annexes import AppraisalRow, ReadAppraisal, read_appraisal
from parindex.documents.reading.errors import UnreadableDocument
from parindex.domain.plans import Remark
from parindex.services.errors import DeedError

_FIGURES = ("maximum", "claimed", "awarded", "lost")


@dataclass(frozen=True, kw_only=True, slots=True)
class ResultSource:
    """Where a result comes from: the file, the document that it belongs to, and the body where a row names none."""

    name: str
    sha256: str
    document: str
    body: str
    announced: Decimal | None = None  # the total, where the document states it


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A result as read, with its source; not stored."""

    source: ResultSource
    read: ReadAppraisal


def read_result(
    *, content: bytes, name: str, document: str, body: str, announced: Decimal | None = None
) -> Reading:
    """Read an appraisal. Raises `DeedError` where it is unreadable, or its document or body is not named."""
    if not document.strip() or not body.strip():
        raise DeedError(
            "Phải ghi văn bản thông báo kết quả và cơ quan thẩm định; chưa đọc tệp.",
            "Name the document that announces the result and the appraising body; the file was not read.",
        )
    try:
        read = read_appraisal(content, name=name)
    except UnreadableDocument as error:
        raise DeedError(f"{error.vi} Chưa lưu gì.", f"{error.en} Nothing was stored.") from error
    source = ResultSource(
        name=name,
        sha256=sha256(content).hexdigest(),
        document=document.strip(),
        body=body.strip(),
        announced=announced,
    )
    return Reading(source=source, read=read)


def reading_as_data(reading: Reading) -> dict[str, Any]:
    """A reading as plain data, to travel between preview and confirmation."""
    announced = reading.source.announced
    return {
        "source": {**asdict(reading.source), "announced": None if announced is None else str(announced)},
        "rows": [_plain(row) for row in reading.read.rows],
        "remarks": [asdict(remark) for remark in reading.read.remarks],
    }


def reading_from_data(data: Mapping[str, Any]) -> Reading:
    """The reading that `reading_as_data` packed. Raises `KeyError`, `TypeError` or `ValueError` for other data."""
    source = data["source"]
    return Reading(
        source=ResultSource(**{**source, "announced": _figure(source["announced"])}),
        read=ReadAppraisal(
            rows=tuple(
                AppraisalRow(**{**row, **{name: _figure(row[name]) for name in _FIGURES}})
                for row in data["rows"]
            ),
            remarks=tuple(Remark(**remark) for remark in data["remarks"]),
        ),
    )


def _plain(row: AppraisalRow) -> dict[str, Any]:
    figures = {name: getattr(row, name) for name in _FIGURES}
    return {
        **asdict(row),
        **{name: None if value is None else str(value) for name, value in figures.items()},
    }


def _figure(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
