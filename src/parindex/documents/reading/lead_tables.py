"""A table TT | Lĩnh vực | Cơ quan chủ trì (| Thời gian báo cáo): who leads which area."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parindex.documents.reading import remarks
from parindex.documents.reading.agencies import read_agencies
from parindex.documents.reading.area_numbers import number_of
from parindex.documents.reading.blocks import Row, Table
from parindex.documents.reading.knowledge import Knowledge
from parindex.documents.reading.words import flat, in_one_line
from parindex.domain.deadlines import parse_deadline
from parindex.domain.plans import AreaLead, Remark

_WIDEST = 5
_AREA = re.compile(r"^(?:ten )?linh vuc\b(?!.*tieu chi)")
_AGENCY = re.compile(r"\b(?:chu tri|phu trach|trach nhiem|dau moi)\b")
_DEADLINE = re.compile(r"\bthoi (?:gian|han)\b|\bhan bao cao\b")
_ORDER = re.compile(r"^(?:s?tt|so tt|so thu tu)$")
_OWN_NUMBER = re.compile(r"^\s*(?:(?:Lĩnh vực|LĨNH VỰC)\s*)?([0-9]{1,2}|[IVX]{1,4})\s*[.:)–-]?\s+(?=\S)")
_SAID_NUMBER = re.compile(r"^\s*(?:Lĩnh vực|LĨNH VỰC)\s*([0-9]{1,2}|[IVX]{1,4})\s*[.:)–-]?\s*")
_NUMBER = re.compile(r"^(?:Lĩnh vực\s*)?([0-9]{1,2}|[IVX]{1,4})[.)]?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Columns:
    area: int
    agency: int
    order: int | None
    deadline: int | None


def is_lead_table(table: Table) -> bool:
    """Whether a table says who leads which area."""
    return _columns(table) is not None


def read_lead_table(table: Table, *, knowledge: Knowledge, notes: list[Remark]) -> Iterator[AreaLead]:
    """The leads of a table; a row without an area's number or without an agency is remarked."""
    columns = _columns(table)
    if columns is None:
        return
    counted = False
    for row in (row for row in table.rows[1:] if not row.is_blank):
        number, name, is_counted = _area(row, columns)
        agencies = read_agencies(row.cells[columns.agency], place=row.place, knowledge=knowledge, notes=notes)
        if not number or not agencies:
            notes.append(remarks.area_lead_unread(row.place, in_one_line(" ".join(filter(None, row.cells)))))
            continue
        counted = counted or is_counted
        printed = "" if columns.deadline is None else in_one_line(row.cells[columns.deadline])
        yield AreaLead(
            area=number,
            agency=", ".join(agencies),
            area_name=name,
            deadline=parse_deadline(printed) if printed else None,
        )
    if counted:
        notes.append(remarks.area_from_row_number(table.place))


def _columns(table: Table) -> _Columns | None:
    if not table.rows or not 2 <= table.width <= _WIDEST:
        return None
    header = [flat(in_one_line(cell)) for cell in table.rows[0].cells]
    area, agency = _first(_AREA, header), _first(_AGENCY, header)
    known = [_first(pattern, header) for pattern in (_ORDER, _DEADLINE)]
    named = sum(1 for cell in header if cell)
    if area is None or agency is None or named > 2 + sum(position is not None for position in known):
        return None
    return _Columns(area, agency, *known)


def _first(pattern: re.Pattern[str], header: Sequence[str]) -> int | None:
    return next((position for position, cell in enumerate(header) if pattern.search(cell)), None)


def _area(row: Row, columns: _Columns) -> tuple[str, str, bool]:
    """Number and name of a row's area, and whether the number is only the row's."""
    printed = in_one_line(row.cells[columns.area])
    if match := _SAID_NUMBER.match(printed) or _OWN_NUMBER.match(printed):
        return str(number_of(match[1])), printed[match.end() :], False
    if match := _NUMBER.match(printed):
        return str(number_of(match[1].upper())), "", False
    order = in_one_line(row.cells[columns.order]) if columns.order is not None else ""
    match = _NUMBER.match(order)
    return (str(number_of(match[1].upper())), printed, True) if match else ("", printed, False)
