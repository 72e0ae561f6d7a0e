"""Nhiệm vụ chung: the duties that every agency has, one bullet each."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from parindex.documents.reading import remarks
from parindex.documents.reading.blocks import Paragraph
from parindex.documents.reading.words import flat, is_bullet, runs_on, without_bullet
from parindex.domain.plans import Remark

_TITLE = re.compile(
    r"^(?:[0-9ivx]{1,4}[.)] ?){1,3}(?:cac )?(?:nhiem vu|giai phap|yeu cau)[^.;:]{0,40}\bchung\b[^;]{0,40}$"
    r"|^(?:nhiem vu|giai phap)(?:,? giai phap)? chung\W*$"
)
_SECTION = re.compile(r"^(?:[ivx]{1,5}|[0-9]{1,2})[.)] ?\S")
_FIRST_WORDS = 6


def read_duties(paragraphs: Sequence[Paragraph], notes: list[Remark]) -> tuple[str, ...]:
    """Duties of the section "Nhiệm vụ chung"; a sentence cut in two is joined with a remark."""
    start = next((i for i, p in enumerate(paragraphs) if _TITLE.match(flat(p.text))), None)
    if start is None:
        return ()
    section = list(takewhile(lambda p: not _SECTION.match(flat(p.text)), paragraphs[start + 1 :]))
    return tuple(_joined(_items(section), notes))


def _items(section: Sequence[Paragraph]) -> list[Paragraph]:
    """The section without the sentences that lead up to its bullets."""
    first = next((i for i, p in enumerate(section) if is_bullet(p.text)), None)
    if first is not None:
        return list(section[first:])
    return [paragraph for paragraph in section if not paragraph.text.endswith(":")]


def _joined(items: Sequence[Paragraph], notes: list[Remark]) -> Iterator[str]:
    duty = ""
    for item in items:
        if duty and not is_bullet(item.text) and runs_on(duty, item.text):
            duty = f"{duty} {item.text}"
            notes.append(remarks.paragraph_joined(item.place, " ".join(item.text.split()[:_FIRST_WORDS])))
            continue
        yield from [duty] if duty else []
        duty = without_bullet(item.text)
    yield from [duty] if duty else []
