"""Độ chắc: how surely a value is known, in the words of a cell."""

from collections.abc import Mapping

from parindex.documents.tables import cells
from parindex.documents.tables.errors import Unfit
from parindex.documents.tables.model import Raw
from parindex.domain.sources import Certainty
from parindex.domain.text import fold

_WORDS: Mapping[str, str] = {
    "official": "chính thức",
    "plan": "theo kế hoạch",
    "register": "theo danh mục quốc gia",
    "reported": "cơ quan báo cáo",
    "press": "theo báo chí",
    "derived": "tính từ số liệu",
    "implied": "suy ra từ mức đã biết",
    "inferred": "suy luận",
    "expected": "thường có, chờ xác nhận",
    "sample": "mẫu",
}

CHOICES = tuple(_WORDS.get(certainty, certainty) for certainty in Certainty)


def in_words(certainty: Certainty) -> str:
    """What the cell says; the code for one that has no words yet."""
    return _WORDS.get(certainty, certainty)


def read(raw: Raw) -> Certainty:
    """The certainty that a cell names, in words or by its code. Raises `Unfit`."""
    shown = cells.text(raw)
    for certainty in Certainty:
        if fold(shown) in {fold(in_words(certainty)), certainty}:
            return certainty
    raise Unfit(
        f"“{shown}” không phải là một độ chắc; chọn trong danh sách",
        f"“{shown}” is no certainty; choose from the list",
    )
