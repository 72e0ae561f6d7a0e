"""Gói .xlsx: an archive that was looked through, so that nothing unpacks to more than was measured."""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping

from parindex.documents.reading import errors
from parindex.documents.reading.annexes import refusals

MAX_PARTS = 5_000
MAX_UNPACKED = 100_000_000
MAX_AREA = 5_000_000  # cells of the rectangle around a sheet's content; the reader keeps all of them
MAX_TEXT = 1_000_000_000  # letters, if every cell held the longest of the texts that cells share
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]*)([0-9]{1,9})["']""")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_VALUE = re.compile(rb"<(?:\w+:)?v[\s>]")


def is_workbook(data: bytes, *, name: str) -> bool:
    """Whether an archive holds a workbook, whatever the file is called. Raises UnreadableDocument."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "xl/workbook.xml" in package.namelist()
    except Exception as error:  # zipfile raises several kinds on damaged files
        raise errors.damaged(name, "Office") from error


def checked_copy(data: bytes, *, name: str) -> io.BytesIO:
    """The package written anew from the parts that were measured: sizes an archive states of itself may be lies.

    Raises UnreadableDocument.
    """
    parts = _parts(data, name)
    _check_sheets(parts.values(), name)
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w") as package:
        for part, content in parts.items():
            package.writestr(part, content)
    copy.seek(0)
    return copy


def _parts(data: bytes, name: str) -> Mapping[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            listed = {part.filename: part for part in package.infolist()}
            _check_sizes(listed.values(), name)
            return {part: package.read(found) for part, found in listed.items()}
    except errors.UnreadableDocument:
        raise
    except Exception as error:  # zipfile raises several kinds on damaged files
        raise errors.damaged(name, ".xlsx") from error


def _check_sizes(parts: Iterable[zipfile.ZipInfo], name: str) -> None:
    listed = list(parts)
    if len(listed) > MAX_PARTS or sum(part.file_size for part in listed) > MAX_UNPACKED:
        raise errors.too_huge(name, "quá 100 MB sau khi giải nén", "over 100 MB unpacked")
    if any(part.flag_bits & 1 for part in listed):
        raise errors.encrypted(name)


def _check_sheets(parts: Iterable[bytes], name: str) -> None:
    longest = values = 0
    for content in parts:
        if b"sheetData" in content:
            values += sum(1 for _ in _VALUE.finditer(content))
            if _area(content) > MAX_AREA:
                raise refusals.too_wide(name)
        if b"<sst" in content or b":sst" in content:
            longest = max(longest, *map(len, content.split(b"si>")))
    if longest * values > MAX_TEXT:
        raise errors.too_huge(name, "quá 1 GB chữ", "over 1 GB of text")


def _area(sheet: bytes) -> int:
    """Cells of the rectangle from the first cell to the last one; cells without a place may stand in any column."""
    rows = columns = placed = lowest = 0
    for match in _PLACE.finditer(sheet):
        row = int(match[2])
        lowest = max(lowest, row)
        if match[1]:
            placed += 1
            rows, columns = max(rows, row), max(columns, _column(match[1]))
    unplaced = max(0, sum(1 for _ in _CELL.finditer(sheet)) - placed)
    return (columns + unplaced) * max(rows, unplaced, lowest) if unplaced else columns * rows


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
