"""Tệp Office cũ: Word and Excel files of 1997–2003, which are a folder of streams in one file (OLE)."""

import struct
from dataclasses import dataclass

from parindex.documents.files import errors, kinds
from parindex.documents.files.kinds import FileType

HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_LAST_SECTOR = 0xFFFF_FFFA  # numbers from here on end a chain
_ENTRY_BYTES = 128
_SECTORS_IN_HEAD = 109
_MACROS = frozenset({"macros", "vba", "_vba_project", "_vba_project_cur", "__srp_0"})
_PASSWORD = "encryptedpackage"  # noqa: S105 - the name of a stream
_PACKED_FILE = "\x01ole10native"  # any file, put into a document as an icon
_KINDS = {"worddocument": kinds.DOC, "workbook": kinds.XLS, "book": kinds.XLS}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Entry:
    """One stream or folder; `left`, `right` and `child` are places in the list of entries."""

    name: str
    left: int
    right: int
    child: int


def recognise(content: bytes, *, name: str) -> FileType:
    """A DOC or XLS document without macros. Raises RefusedFile."""
    entries = _entries(content)
    if not entries:
        raise errors.damaged(name)
    everywhere = {entry.name for entry in entries}
    if _PASSWORD in everywhere:
        raise errors.encrypted(name)
    if everywhere & _MACROS:
        raise errors.macros(name)
    if _PACKED_FILE in everywhere:
        raise errors.embedded(name)
    kind = next((_KINDS[each] for each in _top_level(entries) if each in _KINDS), None)
    if kind is None:
        raise errors.other_kind(name, "")
    return kind


def carries_a_file(content: bytes) -> bool:
    """Whether an object inside a document is a packed file of any kind."""
    return content.startswith(HEAD) and _PACKED_FILE in {entry.name for entry in _entries(content)}


def _top_level(entries: list[_Entry]) -> list[str]:
    """Names of what lies directly in the file, in alphabetical order; embedded objects are deeper down."""
    names, waiting, seen = [], [entries[0].child], set[int]()
    while waiting:
        number = waiting.pop()
        if number >= len(entries) or number in seen:
            continue
        seen.add(number)
        names.append(entries[number].name)
        waiting += [entries[number].left, entries[number].right]
    return sorted(names)


def _entries(content: bytes) -> list[_Entry]:
    """All streams and folders, the root first; none where the file is damaged."""
    try:
        sector = 1 << struct.unpack_from("<H", content, 30)[0]
        (first,) = struct.unpack_from("<I", content, 48)
        table = _sector_table(content, sector)
        listing = b"".join(_sector(content, number, sector) for number in _chain(first, table))
    except (struct.error, IndexError, ValueError):
        return []
    places = range(0, len(listing) - _ENTRY_BYTES + 1, _ENTRY_BYTES)
    return [_entry(listing[place : place + _ENTRY_BYTES]) for place in places]


def _entry(raw: bytes) -> _Entry:
    (length,) = struct.unpack_from("<H", raw, 64)
    left, right, child = struct.unpack_from("<III", raw, 68)
    name = raw[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    return _Entry(name=name.casefold(), left=left, right=right, child=child)


def _sector_table(content: bytes, sector: int) -> list[int]:
    """For every sector, the number of the one that follows it. Raises ValueError for what no program writes."""
    if sector not in {512, 4096}:
        raise ValueError(sector)
    numbers = list(struct.unpack_from(f"<{_SECTORS_IN_HEAD}I", content, 76))
    (more,) = struct.unpack_from("<I", content, 68)
    seen = set[int]()
    while more < _LAST_SECTOR and more not in seen:
        seen.add(more)
        *listed, more = _numbers(content, more, sector)
        numbers += listed
    used = [number for number in numbers if number < _LAST_SECTOR]
    if len(used) > len(content) // sector // (sector // 4) + 1:
        raise ValueError(len(used))  # more than the sectors of the file can fill
    return [each for number in used for each in _numbers(content, number, sector)]


def _chain(first: int, table: list[int]) -> list[int]:
    chain: list[int] = []
    seen = set[int]()
    while first < _LAST_SECTOR and first not in seen:
        seen.add(first)
        chain.append(first)
        first = table[first]
    return chain


def _numbers(content: bytes, number: int, sector: int) -> tuple[int, ...]:
    return struct.unpack_from(f"<{sector // 4}I", content, (number + 1) * sector)


def _sector(content: bytes, number: int, sector: int) -> bytes:
    start = (number + 1) * sector
    return content[start : start + sector]
