"""The task table and the register of lost points as entries, put together again over page breaks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from parindex.documents.reading import remarks
from parindex.documents.reading.blocks import Row, Table
from parindex.documents.reading.columns import Layout, recognise
from parindex.documents.reading.criteria import leading_code
from parindex.documents.reading.vocabulary import VIETNAMESE, Column, Kind
from parindex.documents.reading.words import flat, in_one_line
from parindex.domain.plans import Remark
from parindex.domain.text import read_number

_NUMBER = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,3}){0,4}[.)]?")
_GROUP = re.compile(r"(?:[IVXLC]{1,6}|[A-HK])(?:[.)]|\.[0-9]{1,2}\.?)?")
_GROUP_TITLE = re.compile(r"^(?:[ivxlc]{1,6}|[a-h])[.)-]\s+|^(?:linh vuc|nhom|phan|muc)\b")
_AGENCY = re.compile(r"(?:so|van phong|ubnd|thanh tra|cong an|ban|bao hiem xa hoi|cuc|kho bac) [^.;:]{2,60}")
_COLUMN_NUMBER = re.compile(r"\(?(?:[0-9]{1,2}|[A-H])\)?")
_TOTAL = re.compile(
    r"(?:tổng cộng\b.{0,80}|tổng(?: số)?(?: điểm| tiêu chí)?(?: bị)?(?: trừ| mất)?(?: ?\(.*)?"
    r"|tổng (?:số )?điểm\b.{0,80}|cộng(?: ?\(.*)?)\W*",
    re.IGNORECASE,
)
_FIGURES = (Column.MAXIMUM, Column.EARNED, Column.LOST)
_WORK = (Column.LEAD, Column.COOPERATING, Column.DEADLINE, Column.CRITERIA)


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One task or one lost criterion as printed, by meaning of its columns; `group` counts the groups before it."""

    kind: Kind
    cells: Mapping[Column, str]
    place: str
    group: int = 0
    group_title: str = ""

    def text(self, column: Column) -> str:
        return self.cells.get(column, "")

    @property
    def number(self) -> str:
        """The number or code as printed; one without letters is closed up, for narrow columns cut it."""
        return _closed_up(self.text(Column.CODE) or self.text(Column.NUMBER)).rstrip(".)")

    @property
    def body(self) -> str:
        return self.text(Column.TEXT if self.kind is Kind.TASKS else Column.NAME)

    @property
    def is_total(self) -> bool:
        """Whether it sums up the register: "Tổng cộng (2 tiêu chí)"; accents count ("Công bố" folds alike)."""
        if self.kind is not Kind.LOSSES or _NUMBER.fullmatch(self.number):
            return False
        return any(text and _TOTAL.fullmatch(in_one_line(text)) for text in (self.number, self.body))


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    notes: list[Remark]
    entries: list[Entry] = field(default_factory=list)
    layout: Layout | None = None
    group: int = 0
    group_title: str = ""


def read_entries(tables: Sequence[Table], notes: list[Remark]) -> list[Entry]:
    """Entries of all task and loss tables in the document's order."""
    reading = _Reading(notes=notes)
    for table in tables:
        for part in _parts(table):
            _read_table(part, reading)
    return reading.entries


def _parts(table: Table) -> Iterator[Table]:
    """A table cut where another kind of header starts inside it."""
    rows = tuple(row for row in table.rows if not row.is_blank)
    layout = recognise(rows)
    start = 0
    for position in range(layout.header_rows if layout else 0, len(rows)):
        other = (
            recognise(rows[position : position + 1]) if layout and _could_be_header(rows[position]) else None
        )
        if layout and other and other.columns.keys() >= {Column.NUMBER} and other.kind is not layout.kind:
            yield Table(rows=rows[start:position], place=table.place)
            start, layout = position, other
    yield Table(rows=rows[start:], place=table.place)


def _could_be_header(row: Row) -> bool:
    return flat("".join(row.cells[0].split())).strip(".") in {"stt", "tt", "ma"} if row.cells else False


def _read_table(table: Table, reading: _Reading) -> None:
    rows = table.rows
    layout = recognise(rows)
    if layout:
        _enter(layout, rows, reading)
        rows = rows[layout.header_rows :]
    elif reading.layout and _continues(table, reading.layout):
        reading.notes.append(remarks.continued_without_header(rows[0].place))
    else:
        if table.width >= 3 and len(rows) >= 2:
            header = " | ".join(in_one_line(cell) for cell in rows[0].cells if cell)[:120]
            reading.notes.append(remarks.table_skipped(table.place, header))
        return
    top = True
    for row in rows:
        top = not _read_row(row, reading, top=top) and top


def _enter(layout: Layout, rows: Sequence[Row], reading: _Reading) -> None:
    """Start a table, or go on with one whose header is printed again."""
    place = rows[layout.header_rows - 1].place
    if reading.layout and reading.layout.kind is layout.kind:
        reading.notes.append(remarks.header_repeated(place))
    else:
        reading.group += 1
        reading.group_title = ""
        wanted = (Column.LEAD, Column.DEADLINE) if layout.kind is Kind.TASKS else _FIGURES
        missing = [column for column in wanted if column not in layout.columns]
        reading.notes.extend(remarks.column_missing(place, VIETNAMESE[column]) for column in missing)
        if layout.kind is Kind.LOSSES and Column.TEXT in layout.columns:
            reading.notes.append(remarks.tasks_from_losses(place))
        if (
            layout.kind is Kind.LOSSES
            and Column.LEAD in layout.columns
            and Column.RESPONSIBLE not in layout.columns
        ):
            reading.notes.append(remarks.responsible_from_lead(place))
        reading.notes.extend(remarks.column_unknown(place, in_one_line(name)) for name in layout.unknown)
    reading.layout = layout


def _continues(table: Table, layout: Layout) -> bool:
    """Whether a table without header has the columns of the one before."""
    if table.width != layout.width or not table.rows:
        return False
    first = table.rows[0]
    number = _closed_up(layout.cell(first, Column.CODE) or layout.cell(first, Column.NUMBER))
    if number and not _NUMBER.fullmatch(number) and not _GROUP.fullmatch(number):
        return False
    if layout.kind is Kind.TASKS:
        return True
    figures = [layout.cell(first, column) for column in _FIGURES]
    return not number or any(read_number(figure) is not None for figure in figures)


def _closed_up(number: str) -> str:
    printed = in_one_line(number)
    return printed if any(map(str.isalpha, printed)) else printed.replace(" ", "")


def _read_row(row: Row, reading: _Reading, *, top: bool) -> bool:
    """Read one row; whether it was content (a header printed again or a line of column numbers is not)."""
    layout = reading.layout
    if layout is None or _is_column_numbers(row):
        return False
    if _could_be_header(row) and recognise((row,)):
        reading.notes.append(remarks.header_repeated(row.place))
        return False
    unheaded = (*(row.cells[i] for i in layout.unheaded), *row.cells[layout.width :])
    if extra := " ".join(filter(None, unheaded)):
        reading.notes.append(remarks.row_too_wide(row.place, in_one_line(extra)[:200]))
    cells = {column: layout.cell(row, column) for column in layout.columns}
    entry = Entry(
        kind=layout.kind,
        cells=cells,
        place=row.place,
        group=reading.group,
        group_title=reading.group_title,
    )
    if title := _group_title(entry, row):
        reading.group += 1
        reading.group_title = in_one_line(entry.body)
        reading.notes.append(remarks.group_row(row.place, title[:200]))
    elif _goes_on(entry, reading, top=top):
        previous = reading.entries[-1]
        reading.entries[-1] = _joined(previous, entry)
        reading.notes.append(remarks.row_continued(row.place, previous.number or "ngay trên"))
    else:
        if not entry.number and not entry.is_total and (Column.NUMBER in cells or Column.CODE in cells):
            reading.notes.append(remarks.row_without_number(row.place))
        reading.entries.append(entry)
    return True


def _is_column_numbers(row: Row) -> bool:
    """A line "(1) (2) (3)" or "A B 1 2" under a header."""
    said = [cell for cell in row.cells if cell]
    return (
        len(said) >= 4
        and all(_COLUMN_NUMBER.fullmatch(cell) for cell in said)
        and (any("(" in cell for cell in said) or said[0] in {"A", "1"})
    )


def _group_title(entry: Entry, row: Row) -> str:
    """The title of a row that names a group of tasks or criteria; "" when the row is an item itself."""
    if entry.is_total:
        return ""
    said = [cell for cell in row.cells if cell]
    title = in_one_line(" ".join(said))
    only_text = len(said) <= 2 and not any(
        entry.text(column) for column in (*_WORK, *_FIGURES, Column.JUSTIFICATION)
    )
    if len(said) == 1 and entry.text(Column.NUMBER) == said[0] and not _NUMBER.fullmatch(said[0]):
        return title
    if not only_text:
        return title if entry.kind is Kind.LOSSES and _GROUP.fullmatch(entry.number) else ""
    named = bool(_GROUP_TITLE.match(flat(entry.body))) or (entry.body.isupper() and len(entry.body) > 3)
    if entry.kind is Kind.TASKS and Column.LEAD not in entry.cells and not entry.number:
        named = bool(named or _AGENCY.fullmatch(flat(entry.body)))
    return title if _GROUP.fullmatch(entry.number) or (named and entry.body) else ""


def _goes_on(entry: Entry, reading: _Reading, *, top: bool) -> bool:
    """Whether a row without number goes on with the row before, most often over a page break."""
    if entry.number or entry.is_total or not reading.entries or reading.entries[-1].kind is not entry.kind:
        return False
    if Column.NUMBER not in entry.cells and Column.CODE not in entry.cells:
        return top and entry.body[:1].islower()
    whole = (Column.LEAD, Column.DEADLINE) if entry.kind is Kind.TASKS else _FIGURES
    complete = bool(entry.body) and all(entry.text(c) for c in whole if c in entry.cells)
    return not complete or entry.body[:1].islower()


def _joined(first: Entry, rest: Entry) -> Entry:
    cells = {
        column: _joined_cell(first.text(column), rest.text(column))
        for column in {**first.cells, **rest.cells}
    }
    return replace(first, cells=cells)


def _joined_cell(first: str, rest: str) -> str:
    if not rest or not first or first == rest:
        return first or rest
    return f"{first}\n{rest}" if rest[:1].isupper() and first[-1:] in ".;:)" else f"{first} {rest}"


def tasks_in_losses(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Tasks of a register that also says what is to be done: one for each row with a text, citing its criterion."""
    kept = (Column.TEXT, Column.LEAD, Column.COOPERATING, Column.DEADLINE)
    for entry in entries:
        if entry.kind is Kind.LOSSES and entry.text(Column.TEXT) and not entry.is_total:
            code = leading_code(entry.number)[0] or leading_code(in_one_line(entry.body))[0]
            cells = {column: entry.text(column) for column in kept if column in entry.cells}
            numbered = {Column.NUMBER: entry.number, Column.CRITERIA: code}
            yield replace(entry, kind=Kind.TASKS, cells={**cells, **numbered})
