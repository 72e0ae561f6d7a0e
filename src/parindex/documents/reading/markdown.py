"""Plain text and Markdown with pipe tables, as text recognition leaves them, read line by line.

A CommonMark parser was tried and does not fit: it drops the cells that stand beyond the header's last one, sees no
table where the rule under the header is missing, takes indented text for code, and eats the marks of lists.
"""

import re
from collections.abc import Iterator, Sequence

from parindex.documents.reading.blocks import Block, Paragraph, table
from parindex.documents.reading.html_tables import html_table_spans, read_html_table
from parindex.documents.reading.markup import clean
from parindex.documents.reading.pipe_tables import Numbered, is_row, pipe_rows
from parindex.documents.reading.words import runs_on, starts_item
from parindex.domain.text import nfc

_HEADING = re.compile(r"^\s*#{1,6}\s+")
_STAR_BULLET = re.compile(r"^\s*[*•]\s+")
_LONGEST_WRAPPED = 200  # letters; a text with longer lines has a line for each paragraph


def read_markdown(text: str) -> list[Block]:
    """Blocks of a text; places are line numbers ("dòng 12")."""
    text = "\n".join(text.splitlines())
    blocks: list[Block] = []
    position, line = 0, 1
    for start, end in html_table_spans(text):
        blocks.extend(_without_html(text[position:start], first_line=line))
        line += text.count("\n", position, start)
        blocks.append(read_html_table(text[start:end], line=line))
        line += text.count("\n", start, end)
        position = end
    blocks.extend(_without_html(text[position:], first_line=line))
    return blocks


def _without_html(text: str, *, first_line: int) -> Iterator[Block]:
    for group in _groups(list(enumerate(text.split("\n"), start=first_line))):
        yield from _blocks_of(group)


def _groups(lines: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    """Runs of lines without an empty line."""
    group: list[Numbered] = []
    for line in lines:
        if line[1].strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _blocks_of(group: Sequence[Numbered]) -> Iterator[Block]:
    """Paragraphs and pipe tables of one run of lines."""
    wrapped = all(len(line) <= _LONGEST_WRAPPED or "|" in line for _, line in group)
    position = 0
    while position < len(group):
        rows, after = pipe_rows(group, position)
        if rows:
            yield table(rows, place=rows[0].place)
        else:
            paragraph, after = _paragraph(group, position, wrapped=wrapped)
            yield from [paragraph] if paragraph.text else []
        position = after


def _paragraph(group: Sequence[Numbered], start: int, *, wrapped: bool) -> tuple[Paragraph, int]:
    """Lines from `start` to the next list item, heading, table or paragraph, in one."""
    number, first = group[start]
    lines = [_line(first)]
    position = start + 1
    while position < len(group) and not _HEADING.match(group[position - 1][1]):
        line = group[position][1]
        if starts_item(line) or _HEADING.match(line) or is_row(group, position, inside=False):
            break
        if not wrapped and not runs_on(lines[-1], line):
            break
        lines.append(_line(line))
        position += 1
    return Paragraph(text=nfc(" ".join(lines)), place=f"dòng {number}"), position


def _line(text: str) -> str:
    bullet = _STAR_BULLET.match(text)
    return f"- {clean(text[bullet.end() :])}" if bullet else clean(_HEADING.sub("", text))
