"""Tables as text, as spreadsheets write them: .xlsx, or CSV in UTF-8, its cells parted by commas or semicolons."""

import csv
import io
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from parindex.domain.rules.base import Sentence
from parindex.frameworks.problems import InvalidData, Problem
from parindex.frameworks.xlsx_source import NoWorkbook, workbook_rows


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A row by its columns, with the line it starts on."""

    line: int
    cells: Mapping[str, str]


def read_table(path: Path, columns: Collection[str]) -> tuple[Row, ...]:
    """The rows that say anything, with exactly these columns in any order. Raises `InvalidData` for any other file."""
    rows = _sheet_rows(path) if path.suffix.lower() == ".xlsx" else _rows(path, _text(path))
    first, header = next(rows, (1, []))
    if not header:
        _refuse(path, 1, "tệp trống", "the file is empty")
    problems = [(first, said) for said in _header_problems(header, columns)]
    read = []
    for line, cells in rows:
        if len(cells) != len(header):
            problems.append((line, _misfit(len(cells), len(header))))
        else:
            read.append(Row(line=line, cells=dict(zip(header, cells, strict=True))))
    if problems:
        raise InvalidData(Problem(path=path, line=line, said=said) for line, said in problems)
    return tuple(read)


def several(cell: str) -> tuple[str, ...]:
    """The texts of a cell that holds several, as in "Sở TT&TT | Sở TTTT"."""
    return tuple(text.strip() for text in cell.split("|") if text.strip())


def _misfit(cells: int, columns: int) -> Sentence:
    return Sentence(
        vi=f"hàng có {cells} ô, tiêu đề có {columns} cột",
        en=f"the row has {cells} cells, the header {columns} columns",
    )


def _header_problems(header: list[str], columns: Collection[str]) -> Iterator[Sentence]:
    for name in dict.fromkeys(header):
        if name not in columns:
            yield Sentence(
                vi=f"cột “{name}” không có trong lược đồ", en=f"the column “{name}” is not known here"
            )
        if header.count(name) > 1:
            yield Sentence(vi=f"cột “{name}” bị lặp", en=f"the column “{name}” is there twice")
    for name in columns:
        if name not in header:
            yield Sentence(vi=f"thiếu cột “{name}”", en=f"the column “{name}” is missing")


def _rows(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    separator = ";" if ";" in text.partition("\n")[0] else ","
    # strict, because a quote that is never closed would otherwise swallow the rest of the file
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        _refuse(path, line, f"CSV viết sai: {error}", f"this is not CSV: {error}")


def _sheet_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        yield from workbook_rows(_content(path))
    except NoWorkbook:
        _refuse(
            path,
            1,
            "tệp không phải là bảng tính .xlsx đọc được",
            "the file is no .xlsx workbook that can be read",
        )


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        _refuse(path, 1, f"không đọc được tệp ({reason})", f"the file cannot be read ({reason})")


def _text(path: Path) -> str:
    try:
        return _content(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        vi = "tệp không phải là văn bản UTF-8 (trong Excel: lưu thành “CSV UTF-8”)"
        _refuse(path, line, vi, "the file is not UTF-8 text (in Excel: save as “CSV UTF-8”)")


def _refuse(path: Path, line: int, vi: str, en: str) -> NoReturn:
    raise InvalidData([Problem(path=path, line=line, said=Sentence(vi=vi, en=en))]) from None
