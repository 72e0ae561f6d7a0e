"""Bộ tiêu chí: the plain data of a framework file as sheets, and back, exactly.

Lists of the framework have a sheet each, a row an entry. Rules have a row for each parameter, with its path.
Whatever has no column of its own stands on the sheet Khác with its whole path, so that nothing is lost.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from parindex.documents.tables import identity
from parindex.documents.tables.changes import ORDER, ROW, Change, heading
from parindex.documents.tables.framework_reading import read_data
from parindex.documents.tables.framework_shapes import ALL, Entries
from parindex.documents.tables.framework_tree import Tree, filled, tree_of
from parindex.documents.tables.model import Workbook
from parindex.documents.tables.paths import Path, Plain, leaf_in_words, path_in_words
from parindex.documents.tables.workbook import write_workbook
from parindex.domain.rules.base import Sentence

KIND = "framework"
_ABOUT = (
    "Bộ tiêu chí: lĩnh vực, phần, tiêu chí, số liệu và quy tắc chấm, mỗi mục một dòng. Một quy tắc có nhiều dòng, "
    "mỗi tham số một dòng."
)

Texts = Mapping[Path, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class FrameworkTable:
    """The data of a framework file: lists and dictionaries in which every scalar is text."""

    data: Mapping[str, Plain]


def write(table: FrameworkTable) -> bytes:
    """The workbook. Raises `ValueError` for data that are not plain, `UnreadableTable` for what no sheet can hold."""
    named = table.data.get("id")
    info = {"framework": named} if isinstance(named, str) and named else {}
    return write_workbook(kind=KIND, about=_ABOUT, info=info, sheets=filled(table.data))


def read(workbook: Workbook) -> FrameworkTable:
    """The framework in a workbook. Raises `UnreadableTable`, for the first cell that cannot be."""
    identity.expect(workbook, KIND)
    return FrameworkTable(data=read_data(workbook))


def differences(stored: FrameworkTable, read: FrameworkTable) -> tuple[Change, ...]:
    """What the read data change, text by text; an entry that is new or gone is one change."""
    before, after = tree_of(stored.data), tree_of(read.data)
    both = [entries for entries in ALL if entries.key in before.listed and entries.key in after.listed]
    return (
        *(change for entries in both for change in _rows(entries, before, after)),
        *_texts(before, after, {entries.key: entries for entries in both}),
    )


def _rows(entries: Entries, before: Tree, after: Tree) -> Iterator[Change]:
    was, now = before.names(entries), after.names(entries)
    for name in was:
        if name not in now:
            yield Change(
                place=_place(entries, name), what=ROW, before=_title(before, entries, name), after=""
            )
    for name in now:
        if name not in was:
            yield Change(place=_place(entries, name), what=ROW, before="", after=_title(after, entries, name))
    stayed = [name for name in was if name in now], [name for name in now if name in was]
    if stayed[0] != stayed[1] and not entries.is_mapping:
        first, second = map(", ".join, stayed)
        yield Change(place=entries.shape.name, what=ORDER, before=first, after=second)


def _texts(before: Tree, after: Tree, both: Mapping[str, Entries]) -> Iterator[Change]:
    was, now = _by_path(before), _by_path(after)
    for path in [*was, *(path for path in now if path not in was)]:
        entries = both.get(str(path[0]))
        if was.get(path) != now.get(path) and not (entries and _is_whole_row(entries, path, before, after)):
            place, what = _named(entries, path)
            yield Change(place=place, what=what, before=was.get(path, ""), after=now.get(path, ""))


def _by_path(tree: Tree) -> Texts:
    return {path: leaf_in_words(leaf) for path, leaf in tree.leaves()}


def _is_whole_row(entries: Entries, path: Path, before: Tree, after: Tree) -> bool:
    """Whether a text belongs to an entry that is new or gone."""
    return not (path[1] in before.names(entries) and path[1] in after.names(entries))


def _named(entries: Entries | None, path: Path) -> tuple[str, Sentence]:
    """The place of a text, and its column or its path."""
    rest = path[2:] if entries else path[1:]
    words = path_in_words(rest)
    what = Sentence(vi=words, en=words)
    if entries is None:
        return path_in_words(path[:1]), what if rest else Sentence(vi="giá trị", en="value")
    key = entries.paths.get(rest)
    return _place(entries, str(path[1])), heading(entries.shape.columns[key]) if key else what


def _place(entries: Entries, name: str) -> str:
    return f"{entries.shape.name} {name}"


def _title(tree: Tree, entries: Entries, name: str) -> str:
    title = tree.data[entries.key][name].get("title")
    said = title.get("vi") if isinstance(title, dict) else None
    return said if isinstance(said, str) and said else name
