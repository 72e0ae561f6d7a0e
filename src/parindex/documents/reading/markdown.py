"""Plain text and Markdown with pipe tables, as text recognition leaves them, read line by line.

A CommonMark parser was tried and does not fit: it drops the cells that stand beyond the header's last one, sees no
table where the rule under the header is missing, takes indented text for code, and eats the marks of lists.
"""

import html
import re
from collections.abc import Iterator

from parindex.documents.reading.blocks import Block, Paragraph, Row, table, tidy
from parindex.documents.reading.html_tables import html_table_spans, read_html_table
from parindex.documents.reading.words import starts_item
from parindex.domain.text import nfc

MOST_CELLS = 100  # the rest of a row stays in its last cell
_BREAK = re.compile(r"<\s*/?\s*(?:br|p|div|li)\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_EMPHASIS = re.compile(r"\*+(?=\S)|(?<=\S)\*+")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|])")
_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[\s|:\-–—=+]+")
_HEADING = re.compile(r"^\s*#{1,6}\s+")
_NUMBERED = tuple[int, str]


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


def clean(text: str) -> str:
    """Text without tags, emphasis, entities and escapes; `<p>` and `<br>` become line breaks."""
    text = _BREAK.sub("\n", text) if "<" in text else text
    text = _TAG.sub("", text) if "<" in text else text
    text = _ESCAPE.sub(r"\1", _EMPHASIS.sub("", text))
    return tidy(html.unescape(text))


def _groups(lines: list[_NUMBERED]) -> Iterator[list[_NUMBERED]]:
    """Runs of lines without an empty line."""
    group: list[_NUMBERED] = []
    for line in lines:
        if line[1].strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _blocks_of(group: list[_NUMBERED]) -> Iterator[Block]:
    """Paragraphs and pipe tables of one run of lines."""
    position = 0
    while position < len(group):
        rows, after = _pipe_rows(group, position)
        if rows:
            yield table(rows, place=rows[0].place)
        else:
            paragraph, after = _paragraph(group, position)
            yield from [paragraph] if paragraph.text else []
        position = after


def _pipe_rows(group: list[_NUMBERED], start: int) -> tuple[list[Row], int]:
    rows: list[Row] = []
    position = start
    fenced = _starts_row(group[start][1])
    while position < len(group) and _is_row(group, position, inside=bool(rows)):
        number, line = group[position]
        position += 1
        while fenced and not line.rstrip().endswith("|") and position < len(group):
            if _starts_row(group[position][1]):
                break
            line += "\n" + group[position][1]
            position += 1
        if not _RULE.fullmatch(line) or not ("-" in line or "=" in line):
            rows.append(Row(cells=_cells(line), place=f"dòng {number}"))
    return (rows, position) if rows else ([], start)


def _starts_row(line: str) -> bool:
    return line.lstrip().startswith("|")


def _is_row(group: list[_NUMBERED], position: int, *, inside: bool) -> bool:
    """A line with a leading pipe, or one with pipes above the rule of a table."""
    line = group[position][1]
    if _starts_row(line):
        return True
    if "|" not in line:
        return False
    follows = group[position + 1][1] if position + 1 < len(group) else ""
    return inside or ("|" in follows and "-" in follows and _RULE.fullmatch(follows) is not None)


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(clean(cell) for cell in _PIPE.split(inner, maxsplit=MOST_CELLS - 1))


def _paragraph(group: list[_NUMBERED], start: int) -> tuple[Paragraph, int]:
    """Lines from `start` to the next list item or table, in one."""
    position = start + 1
    while position < len(group):
        line = group[position][1]
        if starts_item(line) or _HEADING.match(line) or _is_row(group, position, inside=False):
            break
        position += 1
    lines = [_line(text) for _, text in group[start:position]]
    return Paragraph(text=nfc(" ".join(lines)), place=f"dòng {group[start][0]}"), position


def _line(text: str) -> str:
    bullet = "- " if re.match(r"^\s*[*•]\s+", text) else ""
    return bullet + clean(_HEADING.sub("", text.lstrip()[2:] if bullet else text))
