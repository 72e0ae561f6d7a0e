"""PDF with a text layer: ruled tables, and the lines around them put together into paragraphs."""

import io
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any

from parindex.documents.reading import errors
from parindex.documents.reading.blocks import Block, Paragraph, Row, Table, table, tidy
from parindex.documents.reading.lines import Line, join, paragraphs_of, unwrapped
from parindex.documents.reading.pdf_checks import check_page
from parindex.documents.reading.words import in_one_line, runs_on

MAX_PAGES = 150
_TOLERANCE = 2.0
_SNAP = 3.5  # a little over the distance within which pdfplumber takes two rules for one
_CAP = (
    5.0  # a rule drawn as a thin filled rectangle has ends no longer than this, which are no rules themselves
)
_Page = Any  # pdfplumber is not typed
_Box = tuple[float, float, float, float]


def read_pdf(data: bytes, *, name: str) -> list[Block]:
    """Blocks of a .pdf file; places are "trang 3, dòng 2" and "trang 3, bảng 2, hàng 5". Raises UnreadableDocument."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > MAX_PAGES:
                raise errors.too_huge(name, f"quá {MAX_PAGES} trang", f"over {MAX_PAGES} pages")
            blocks = _over_pages(_page(page, name) for page in document.pages)
    except errors.UnreadableDocument:
        raise
    except Exception as error:  # pdfminer fails in many ways on damaged files
        if isinstance(error, PDFPasswordIncorrect) or any(
            isinstance(a, PDFPasswordIncorrect) for a in error.args
        ):
            raise errors.encrypted(name) from error
        raise errors.damaged(name, ".pdf") from error
    if not blocks:
        raise errors.scanned(name, 1)
    return blocks


def _over_pages(pages: Iterable[list[Block]]) -> list[Block]:
    """Blocks of all pages; a sentence that runs on over a page break is one paragraph."""
    blocks: list[Block] = []
    for page in pages:
        first, last = page[0] if page else None, blocks[-1] if blocks else None
        if isinstance(first, Paragraph) and isinstance(last, Paragraph) and runs_on(last.text, first.text):
            blocks[-1] = Paragraph(text=join([last.text, first.text]), place=last.place)
            page = page[1:]
        blocks.extend(page)
    return blocks


def _page(page: _Page, name: str) -> list[Block]:
    check_page(page, name)
    found = page.find_tables({"explicit_horizontal_lines": _open_ends(page)}) if page.chars else []
    boxes = [tuple(t.bbox) for t in found]
    lines = [Line.of(line) for line in _outside(page, boxes).extract_text_lines(return_chars=False)]
    number = page.page_number
    placed: list[tuple[float, Block]] = [
        (top, Paragraph(text=text, place=f"trang {number}, dòng {position}"))
        for position, top, text in paragraphs_of(lines, height=float(page.height))
    ]
    placed.extend(
        (t.bbox[1], _table(t, place=f"trang {number}, bảng {i}")) for i, t in enumerate(found, start=1)
    )
    page.close()
    return [block for _, block in sorted(placed, key=lambda pair: pair[0])]


def _open_ends(page: _Page) -> list[float]:
    """Heights at which upright rules end in the open: a row cut by a page break is often left without its rule."""
    level = sorted({float(r["top"]) for r in page.edges if r["orientation"] == "h" and _length(r) > _CAP})
    upright = [r for r in page.edges if r["orientation"] == "v" and _length(r) > _CAP]
    ends = sorted({round(float(rule[side]), 1) for rule in upright for side in ("top", "bottom")})
    return [end for end in ends if not _is_near(end, level)]


def _length(rule: dict[str, Any]) -> float:
    level = rule["orientation"] == "h"
    return float(rule["x1"] - rule["x0"] if level else rule["bottom"] - rule["top"])


def _is_near(height: float, heights: list[float]) -> bool:
    position = bisect_left(heights, height - _SNAP)
    return position < len(heights) and heights[position] <= height + _SNAP


def _outside(page: _Page, boxes: list[_Box]) -> _Page:
    def is_outside(letter: dict[str, Any]) -> bool:
        x, y = (letter["x0"] + letter["x1"]) / 2, (letter["top"] + letter["bottom"]) / 2
        return not any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in boxes)

    return page.filter(lambda item: item["object_type"] == "char" and is_outside(item)) if boxes else page


def _table(found: Any, *, place: str) -> Table:
    texts = found.extract()
    grid = [list(row.cells) for row in found.rows]
    rows = []
    for position, cells in enumerate(_filled(texts, grid), start=1):
        rows.append(Row(cells=tuple(cells), place=f"{place}, hàng {position}"))
    return table(rows, place=place)


def _filled(texts: list[list[str | None]], grid: list[list[_Box | None]]) -> Iterator[list[str]]:
    """Cells of each row; one that an upper cell reaches down into repeats that cell's text."""
    reaching: dict[int, tuple[float, str]] = {}
    for row, boxes in zip(texts, grid, strict=True):
        bottom = max((box[3] for box in boxes if box), default=0.0)
        cells = []
        for column, (text, box) in enumerate(zip(row, boxes, strict=True)):
            if box:
                reaching[column] = (box[3], tidy(unwrapped(text or "")))
                cells.append(reaching[column][1])
            else:
                end, above = reaching.get(column, (0.0, ""))
                cells.append(above if end >= bottom - _TOLERANCE else "")
        yield [cell if "\n" in cell else in_one_line(cell) for cell in cells]
