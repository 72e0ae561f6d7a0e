"""Which pages of a PDF are not read: pictures, letters without codes, and pages made to exhaust the reader."""

import zlib
from collections.abc import Iterator
from typing import Any

from parindex.documents.reading import errors

MAX_DRAWING = 20_000_000
MAX_LETTERS_ON_PAGE = 60_000
MAX_LINES_ON_PAGE = 20_000
_LARGE_IMAGE = 0.3
_UNMAPPED = 0.2
_Page = Any  # pdfplumber is not typed


def check_page(page: _Page, name: str) -> None:
    """Raise UnreadableDocument for a page that cannot or should not be read."""
    if any(_unpacks_beyond(packed, MAX_DRAWING) for packed in _packed_drawings(page)):
        raise errors.too_huge(name, "quá nhiều nét vẽ trên một trang", "too much drawing on one page")
    letters = page.chars
    if len(letters) > MAX_LETTERS_ON_PAGE or len(page.edges) > MAX_LINES_ON_PAGE:
        raise errors.too_huge(name, "quá nhiều chữ hoặc nét trên một trang", "too much on one page")
    if not letters:
        area = float(page.width) * float(page.height)
        if any(_area(image) > _LARGE_IMAGE * area for image in page.images):
            raise errors.scanned(name, page.page_number)
    elif sum(1 for letter in letters if letter["text"].startswith("(cid:")) > _UNMAPPED * len(letters):
        raise errors.unmapped_font(name, page.page_number)


def _packed_drawings(page: _Page) -> Iterator[bytes]:
    """The compressed streams that draw a page."""
    from pdfminer.ascii85 import ascii85decode
    from pdfminer.pdftypes import LITERALS_ASCII85_DECODE, PDFStream, resolve1

    for content in page.page_obj.contents:
        stream = resolve1(content)
        if not isinstance(stream, PDFStream) or not stream.rawdata:
            continue
        outermost = next((name for name, _ in stream.get_filters()), None)
        yield ascii85decode(stream.rawdata) if outermost in LITERALS_ASCII85_DECODE else stream.rawdata


def _unpacks_beyond(packed: bytes, limit: int) -> bool:
    try:
        return len(zlib.decompressobj().decompress(packed, limit + 1)) > limit
    except zlib.error:
        return False  # encrypted, or packed in another way


def _area(image: dict[str, Any]) -> float:
    return float(image["width"]) * float(image["height"])
