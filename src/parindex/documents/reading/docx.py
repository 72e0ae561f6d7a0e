"""Word documents: paragraphs with their automatic numbers, tables with their merged cells."""

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from parindex.documents.reading import errors
from parindex.documents.reading.blocks import Block, Paragraph, Row, Table, table, tidy
from parindex.documents.reading.numbering import Numbering
from parindex.documents.reading.words import in_one_line

if TYPE_CHECKING:
    from docx.document import Document

MAX_PARTS = 5_000
MAX_UNPACKED = 300_000_000
MAX_XML = 60_000_000
MAX_SPAN = 100
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " ", f"{W}noBreakHyphen": "-"}
_HIDDEN = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}pPr", f"{W}rPr"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WRAPPERS = {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}
_Element = Any  # lxml is not typed


def read_docx(data: bytes, *, name: str) -> list[Block]:
    """Blocks of a .docx file; places are "đoạn 12" and "bảng 2, hàng 5". Raises UnreadableDocument."""
    _check_package(data, name)
    try:
        document = _open(data)
        numbering = Numbering.of(document)
        return list(_blocks(document.element.body, numbering))
    except Exception as error:  # python-docx and lxml fail in many ways on damaged parts
        raise errors.damaged(name, ".docx") from error


def _check_package(data: bytes, name: str) -> None:
    """Refuse packages that are no Word document, or that would unpack to far more than they are."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except Exception as error:  # zipfile raises several kinds on damaged files
        raise errors.damaged(name, ".docx") from error
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise errors.too_huge(name, "quá 300 MB sau khi giải nén", "over 300 MB unpacked")
    if any(part.file_size > MAX_XML for part in parts if part.filename.endswith((".xml", ".rels"))):
        raise errors.too_huge(name, "quá 60 MB văn bản", "over 60 MB of text")
    if any(part.flag_bits & 1 for part in parts):
        raise errors.encrypted(name)
    if not any(part.filename == "word/document.xml" for part in parts):
        raise errors.other_kind(name)


def _open(data: bytes) -> "Document":
    from docx import Document

    return Document(io.BytesIO(data))


def _blocks(body: _Element, numbering: Numbering) -> Iterator[Block]:
    paragraphs = tables = 0
    for element in _children(body):
        if element.tag == f"{W}p":
            paragraphs += 1
            if text := in_one_line(tidy(_paragraph(element, numbering))):
                yield Paragraph(text=text, place=f"đoạn {paragraphs}")
        elif element.tag == f"{W}tbl":
            tables += 1
            yield _table(element, numbering, place=f"bảng {tables}")


def _children(element: _Element) -> Iterator[_Element]:
    """Children, with those inside content controls and accepted changes in their place."""
    for child in element:
        if child.tag in _WRAPPERS:
            yield from _children(child)
        else:
            yield child


def _paragraph(element: _Element, numbering: Numbering) -> str:
    text = "".join(_texts(element))
    return numbering.mark(element) + text if text.strip() or len(element) else text


def _texts(element: _Element) -> Iterator[str]:
    for child in element:
        if child.tag in _HIDDEN or child.tag == _FALLBACK:
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        else:
            yield from _texts(child)


def _table(element: _Element, numbering: Numbering, *, place: str) -> Table:
    rows: list[Row] = []
    for position, line in enumerate((c for c in _children(element) if c.tag == f"{W}tr"), start=1):
        above = rows[-1].cells if rows else ()
        rows.append(Row(cells=tuple(_cells(line, above, numbering)), place=f"{place}, hàng {position}"))
    return table(rows, place=place)


def _cells(line: _Element, above: tuple[str, ...], numbering: Numbering) -> Iterator[str]:
    """Cells of a row on the table's grid: empty where the left one reaches over, repeated where the upper one does."""
    position = skipped = _span(line, f"{W}trPr/{W}gridBefore")
    yield from [""] * skipped
    for cell in (child for child in _children(line) if child.tag == f"{W}tc"):
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
        yield above[position] if goes_on and position < len(above) else _cell_text(cell, numbering)
        span = max(1, _span(cell, f"{W}tcPr/{W}gridSpan"))
        yield from [""] * (span - 1)
        position += span


def _span(element: _Element, path: str) -> int:
    found = element.find(path)
    value = found.get(f"{W}val", "") if found is not None else ""
    return min(int(value), MAX_SPAN) if value.isdecimal() else 0


def _cell_text(cell: _Element, numbering: Numbering) -> str:
    lines = []
    for child in _children(cell):
        if child.tag == f"{W}p":
            lines.append(_paragraph(child, numbering))
        elif child.tag == f"{W}tbl":
            lines.extend(" ".join(filter(None, row.cells)) for row in _table(child, numbering, place="").rows)
    return tidy("\n".join(lines))
