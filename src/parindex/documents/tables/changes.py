"""Khác biệt: what a returned workbook would change, said before anything is stored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from parindex.documents.tables.model import Column, Shape
from parindex.domain.rules.base import Sentence
from parindex.domain.wording import Language

ROW = Sentence(vi="dòng", en="row")
ORDER = Sentence(vi="thứ tự dòng", en="order of rows")

Row = Mapping[str, str]

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "changed": "{what}: “{before}” → “{after}”",
        "added": "thêm {what} “{after}”",
        "removed": "bỏ {what} “{before}”",
        "empty": "trống",
        "refused": " (không được sửa, giữ nguyên)",
    },
    "en": {
        "changed": "{what}: “{before}” → “{after}”",
        "added": "{what} “{after}” added",
        "removed": "{what} “{before}” removed",
        "empty": "empty",
        "refused": " (may not be edited, kept)",
    },
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One difference: where (a code), what (a column, or a whole row), and both contents as a cell shows them.

    `refused` says that it may not be edited in this file: it is shown and never applied.
    """

    place: str
    what: Sentence
    before: str
    after: str
    refused: bool = False

    def said(self, language: Language) -> str:
        """The change in one line: "5.7.1, Điểm tự chấm: “0,25” → “0,50”"."""
        words = _WORDS[language]
        said = words[self._form()].format(
            what=self.what.vi if language == "vi" else self.what.en,
            before=self.before or words["empty"],
            after=self.after or words["empty"],
        )
        return f"{self.place}, {said}{words['refused'] if self.refused else ''}"

    def _form(self) -> str:
        if self.what != ROW:
            return "changed"
        return "removed" if self.before else "added"


def heading(column: Column) -> Sentence:
    """A column's name in both languages."""
    return Sentence(vi=column.heading, en=column.english)


def compare(
    shape: Shape, stored: Mapping[str, Row], read: Mapping[str, Row], *, named: str, rows_fixed: bool = False
) -> Iterator[Change]:
    """Differences between rows by their places; `named` is the column that says what a row is.

    Rows hold what their cells show, by the keys of the columns. `rows_fixed` where rows may be neither added
    nor taken away.
    """
    for place in [*stored, *(place for place in read if place not in stored)]:
        before, after = stored.get(place), read.get(place)
        if before is not None and after is not None:
            yield from _cells(shape, place, before, after)
        else:
            was, now = ((row.get(named, "") or place) if row is not None else "" for row in (before, after))
            yield Change(place=place, what=ROW, before=was, after=now, refused=rows_fixed)


def _cells(shape: Shape, place: str, before: Row, after: Row) -> Iterator[Change]:
    for key, column in shape.columns.items():
        was, now = before.get(key, ""), after.get(key, "")
        if was != now:
            yield Change(
                place=place, what=heading(column), before=was, after=now, refused=not column.editable
            )
