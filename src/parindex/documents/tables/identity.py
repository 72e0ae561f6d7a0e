"""Nhận dạng tệp: what the first sheet must say before a workbook is read as one of a kind."""

from collections.abc import Mapping

from parindex.documents.tables import errors, guide
from parindex.documents.tables.model import Workbook
from parindex.domain.rules.base import Sentence

TITLES: Mapping[str, Sentence] = {
    "framework": Sentence(vi="bộ tiêu chí", en="scoring framework"),
    "facts": Sentence(vi="bảng số liệu", en="table of facts"),
    "sheet": Sentence(vi="phiếu chấm điểm", en="score sheet"),
    "result": Sentence(vi="kết quả", en="result"),
}


def expect(workbook: Workbook, kind: str) -> None:
    """Raises `UnreadableTable` for a workbook of another kind."""
    found = workbook.info["kind"]
    if found != kind:
        raise errors.other_kind(TITLES.get(found, Sentence(vi=found, en=found)), TITLES[kind])


def needed(workbook: Workbook, key: str) -> str:
    """What the first sheet says under a key. Raises `UnreadableTable` where it says nothing."""
    said = workbook.info.get(key, "")
    if not said:
        raise errors.not_ours(guide.LABELS[key])
    return said


def number(workbook: Workbook, key: str) -> int:
    """A whole number of the first sheet. Raises `UnreadableTable`."""
    said = needed(workbook, key)
    if not (said.isascii() and said.isdigit() and len(said) <= 9):
        raise errors.not_ours(guide.LABELS[key])
    return int(said)


def check_same(stored: Mapping[str, str], read: Mapping[str, str]) -> None:
    """Raises `UnreadableTable` where a file is about something else than what is stored."""
    for key, wanted in stored.items():
        if read[key] != wanted:
            raise errors.other_identity(guide.LABELS[key], read[key], wanted)
