"""Lỗi nhận dạng: misread words that are known, with what they probably mean. The text stays as printed."""

import re
from collections.abc import Iterable, Iterator

from parindex.documents.reading import remarks
from parindex.documents.reading.blocks import Block, all_text
from parindex.domain.plans import Remark

_SLIPS: tuple[tuple[str, str], ...] = (
    (r"\bTTTHC\b", "TTHC"),
    (r"\bCKSTTHC\b", "Cục KSTTHC"),
    (r"\bVBQGPL\b", "VBQPPL"),
    (r"\b[Cc]hi số\b(?! tiền| kinh phí)", "Chỉ số"),
    (r"\b[Tt]uyên dụng\b", "tuyển dụng"),
    (r"\b[Bb]ồi nhiệm\b", "bổ nhiệm"),
    (r"\bTô công tác\b", "Tổ công tác"),
    (r"\bĐề (?=(?:đảm bảo|bảo đảm|nâng cao)\b)", "Để"),
    (r"\bchậm 0 điểm\b", "chấm 0 điểm"),
    (
        r"\b[Tt]inh\b(?! (?:thần|gi[ảà]n|gọn|giảm|vi|tế|hoa|túy|tuý|luyện|khiết|nhuệ|binh|ý|xảo|dầu|bột|chất))",
        "tỉnh",
    ),
    (r"(?<=năm [0-9]{4} )tính (?=còn|chưa|đã|mới|ban hành)", "tỉnh"),
)
_KNOWN = tuple((re.compile(pattern), meaning) for pattern, meaning in _SLIPS)


def find_slips(blocks: Iterable[Block]) -> Iterator[Remark]:
    """One remark for each slip at each place."""
    seen: set[tuple[str, str]] = set()
    for text, place in all_text(blocks):
        for pattern, meaning in _KNOWN:
            for printed in dict.fromkeys(match[0].strip() for match in pattern.finditer(text)):
                if (place, meaning) not in seen:
                    seen.add((place, meaning))
                    yield remarks.ocr_slip(place, printed, meaning)
