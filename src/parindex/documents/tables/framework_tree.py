"""Cây dữ liệu của bộ tiêu chí: lists by the names of their entries, and the sheet on which each text stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from parindex.documents.tables import framework_cells
from parindex.documents.tables.framework_shapes import (
    ALL,
    CRITERIA,
    GENERAL,
    OTHERS,
    RULE,
    RULES,
    Entries,
)
from parindex.documents.tables.model import Cell, Filled
from parindex.documents.tables.paths import Leaf, Path, Plain, leaf_in_words, leaves, path_in_words

Row = dict[str, Cell]


@dataclass(frozen=True, kw_only=True, slots=True)
class Tree:
    """The data with its lists as dictionaries by name; `listed` are those that have a sheet, by their keys.

    A list whose entries have no names, or share one, has no sheet: it stands on the sheet Khác as it is.
    """

    data: Mapping[str, Plain]
    listed: Mapping[str, Entries]

    def leaves(self) -> Iterator[tuple[Path, Leaf]]:
        """Every text with its path, in which names stand in place of numbers."""
        return leaves(self.data) if self.data else iter(())

    def names(self, entries: Entries) -> list[str]:
        """The names of the entries that have a row."""
        return list(self.data[entries.key]) if entries.key in self.listed else []


def tree_of(data: Mapping[str, Plain]) -> Tree:
    """The tree of plain data."""
    named = {entries.key: _named(entries, data.get(entries.key)) for entries in ALL}
    listed = {entries.key: entries for entries in ALL if named[entries.key]}
    return Tree(data={key: named.get(key) or value for key, value in data.items()}, listed=listed)


def filled(data: Mapping[str, Plain]) -> tuple[Filled, ...]:
    """All sheets of a framework. Raises `ValueError` for data that are not plain."""
    tree = tree_of(data)
    sheets = _Sheets(
        rows={entries.key: {name: {entries.name: name} for name in tree.names(entries)} for entries in ALL}
    )
    for path, leaf in tree.leaves():
        sheets.place(tree.listed.get(str(path[0])), path, leaf)
    return (
        Filled(shape=GENERAL, rows=sheets.general),
        *(Filled(shape=entries.shape, rows=list(sheets.rows[entries.key].values())) for entries in ALL),
        Filled(shape=RULES, rows=sheets.rules),
        # What is read back comes from several sheets: only an order of their own stays the same.
        Filled(shape=OTHERS, rows=[_beside_path(*found) for found in sorted(sheets.others, key=_order)]),
    )


@dataclass(slots=True)
class _Sheets:
    """Rows while they are being put together; those of entries by the key of their list and their name."""

    rows: Mapping[str, Mapping[str, Row]]
    general: list[Row] = field(default_factory=list)
    rules: list[Row] = field(default_factory=list)
    others: list[tuple[Path, Leaf]] = field(default_factory=list)

    def place(self, entries: Entries | None, path: Path, leaf: Leaf) -> None:
        """Puts a text where it belongs; `entries` is the list with a sheet that it is part of, if any."""
        if entries:
            self._place_in_entry(entries, path, leaf)
        elif path[0] in self.rows:
            self.others.append((path, leaf))
        else:
            self.general.append(_beside_path(path, leaf))

    def _place_in_entry(self, entries: Entries, path: Path, leaf: Leaf) -> None:
        name, rest = str(path[1]), path[2:]
        key = entries.paths.get(rest)
        if key is not None and isinstance(leaf, str):
            cell = framework_cells.as_cell(leaf, entries.shape.columns[key])
            self.rows[entries.key][name][key] = cell
        elif _is_parameter(entries, rest):
            self.rules.append({"code": name, **_beside_path(rest[1:], leaf)})
        else:
            self.others.append((path, leaf))


def _is_parameter(entries: Entries, rest: Path) -> bool:
    """Whether a path within an entry leads to a parameter of a criterion's rule."""
    return entries is CRITERIA and len(rest) > 1 and rest[0] == RULE


def _named(entries: Entries, data: Plain) -> Mapping[str, Plain] | None:
    """The entries by name; None where they are not named well."""
    found = data if entries.is_mapping else _by_name(entries.name, data)
    if not isinstance(found, dict) or not found:
        return None
    column = entries.shape.columns[entries.name]
    for name, entry in found.items():
        if not isinstance(entry, dict) or not entry or framework_cells.as_cell(name, column) != name:
            return None
    return found


def _by_name(key: str, data: Plain) -> Mapping[str, Plain] | None:
    if not isinstance(data, list) or not all(isinstance(entry, dict) for entry in data):
        return None
    names = [entry.get(key) for entry in data]
    if not all(isinstance(name, str) for name in names) or len(set(names)) < len(names):
        return None
    return dict(zip(names, data, strict=True))


def _beside_path(path: Path, leaf: Leaf) -> Row:
    return {"path": path_in_words(path), "value": leaf_in_words(leaf)}


def _order(found: tuple[Path, Leaf]) -> list[tuple[bool, int, str]]:
    return [(isinstance(step, str), step if isinstance(step, int) else 0, str(step)) for step in found[0]]
