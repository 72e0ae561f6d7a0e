"""Đọc lại bộ tiêu chí: the sheets of a framework put together as plain data."""

from collections.abc import Iterator, Mapping

from parindex.documents.tables import cells, errors, framework_cells, paths
from parindex.documents.tables.errors import Unfit
from parindex.documents.tables.framework_shapes import (
    ALL,
    CRITERIA,
    GENERAL,
    OTHERS,
    RULE,
    RULES,
    Entries,
)
from parindex.documents.tables.model import Raw, Shape, Workbook
from parindex.documents.tables.paths import Leaf, Path, Plain
from parindex.documents.tables.records import Record, once, records

Rows = Mapping[str, Record]  # by the names of entries
Found = tuple[Path, Leaf]


def read_data(workbook: Workbook) -> dict[str, Plain]:
    """The data that `framework_tree.filled` wrote, with what was edited. Raises `UnreadableTable`."""
    rows = {entries.key: _rows(workbook, entries) for entries in ALL}
    found = [
        *_beside_paths(workbook, GENERAL),
        *(leaf for entries in ALL for leaf in _of_rows(entries, rows[entries.key])),
        *_parameters(workbook, rows[CRITERIA.key]),
        *_others(workbook, rows),
    ]
    try:
        data: dict[str, Plain] = paths.built(found)
    except Unfit as unfit:
        raise errors.contradictory(unfit) from unfit
    return data | {
        entries.key: _in_order(entries, rows[entries.key], data.get(entries.key, {}))
        for entries in ALL
        if rows[entries.key]
    }


def _rows(workbook: Workbook, entries: Entries) -> Rows:
    found = once(records(workbook, entries.shape), lambda record: (record.needed_code(entries.name),))
    return {name: record for (name,), record in found.items()}


def _of_rows(entries: Entries, rows: Rows) -> Iterator[Found]:
    for name, record in rows.items():
        for path, key in entries.paths.items():
            text = _cell(record, key)
            if text is not None:
                yield (entries.key, name, *path), text


def _cell(record: Record, key: str) -> str | None:
    column = record.shape.columns[key]
    return record.read(key, lambda raw: framework_cells.from_cell(raw, column))


def _parameters(workbook: Workbook, criteria: Rows) -> Iterator[Found]:
    found = once(records(workbook, RULES), lambda record: (record.needed_code("code"), record.code("path")))
    for (code, _), record in found.items():
        if code not in criteria:
            raise record.refusal("code", _no_row(CRITERIA, code))
        yield (CRITERIA.key, code, RULE, *record.read("path", _path)), _value(record)


def _others(workbook: Workbook, rows: Mapping[str, Rows]) -> Iterator[Found]:
    """What has no column; the entry it belongs to must still have its row."""
    for record in records(workbook, OTHERS):
        path = record.read("path", _path)
        entries = next((entries for entries in ALL if entries.key == path[0] and rows[entries.key]), None)
        if entries and (len(path) < 2 or path[1] not in rows[entries.key]):
            raise record.refusal("path", _no_row(entries, paths.path_in_words(path[1:2]) or entries.key))
        yield path, _value(record)


def _beside_paths(workbook: Workbook, shape: Shape) -> Iterator[Found]:
    for record in records(workbook, shape):
        yield record.read("path", _path), _value(record)


def _path(raw: Raw) -> Path:
    return paths.read_path(cells.code(raw))


def _value(record: Record) -> Leaf:
    said = record.code("value")
    if not said:
        raise record.refusal(
            "value", Unfit('ô trống; chữ trống thì ghi ""', 'the cell is empty; write "" for no text')
        )
    return record.read("value", framework_cells.read_value)


def _no_row(entries: Entries, name: str) -> Unfit:
    sheet = entries.shape.name
    return Unfit(f"trang {sheet} không có mã “{name}”", f"no row of {sheet} has the code “{name}”")


def _in_order(entries: Entries, rows: Rows, found: Mapping[str, Plain]) -> Plain:
    """Entries in the order of their rows, be they empty."""
    ordered = {name: found.get(name, {}) for name in rows}
    return ordered if entries.is_mapping else list(ordered.values())
