"""A document as a sequence of paragraphs and tables, the same whatever file it came from."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parindex.domain.text import nfc


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """One paragraph in one line, its list mark ("- ", "2. ") included, and its place ("dòng 12")."""

    text: str
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One table row. A cell's own line breaks are kept; a cell covered by its left neighbour is empty,
    one covered from above repeats it."""

    cells: tuple[str, ...]
    place: str

    @property
    def is_blank(self) -> bool:
        return not any(self.cells)


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """One table of one page, with rows of equal width."""

    rows: tuple[Row, ...]
    place: str

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


Block = Paragraph | Table


def table(rows: Sequence[Row], *, place: str) -> Table:
    """A table whose shorter rows are filled up with empty cells."""
    width = max((len(row.cells) for row in rows), default=0)
    filled = (Row(cells=row.cells + ("",) * (width - len(row.cells)), place=row.place) for row in rows)
    return Table(rows=tuple(filled), place=place)


def tidy(text: str) -> str:
    """Cell text as NFC with single spaces; line breaks stay, empty lines go."""
    lines = (nfc(line) for line in unicodedata.normalize("NFC", text).splitlines())
    return "\n".join(line for line in lines if line)


def tables(blocks: Iterable[Block]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def as_paragraphs(blocks: Iterable[Block]) -> list[Paragraph]:
    """Paragraphs in order, the lines of table cells among them: a letterhead is often a table of two cells."""
    lines: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block)
        else:
            lines.extend(_cell_lines(block))
    return lines


def _cell_lines(block: Table) -> Iterable[Paragraph]:
    for row in block.rows:
        for cell in row.cells:
            yield from (Paragraph(text=line, place=row.place) for line in cell.splitlines())


def all_text(blocks: Iterable[Block]) -> Iterable[tuple[str, str]]:
    """Every piece of text with its place, in document order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text, block.place
        else:
            yield from ((cell, row.place) for row in block.rows for cell in row.cells if cell)
