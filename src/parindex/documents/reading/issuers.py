"""Cơ quan ban hành: "UBND tỉnh …" out of a letterhead, a title or a signature."""

import re
from collections.abc import Iterator, Sequence

from parindex.documents.reading.blocks import Paragraph
from parindex.documents.reading.words import flat

_ISSUER = re.compile(
    r"^(?:uy ban nhan dan|ubnd)(?: (tinh|thanh pho) ([a-z]+(?:[ -]{1,3}[a-z]+){0,4}?))?(?= cong hoa| doc lap|$)"
)
_TWO_COLUMNS = re.compile(
    r"^(?:uy ban nhan dan|ubnd) cong hoa xa hoi chu nghia viet nam (?P<name>(?:tinh|thanh pho) .{2,40}?)(?= doc lap)"
)
_PROVINCE = re.compile(r"^(tinh|thanh pho) ([a-z]+(?:[ -]{1,3}[a-z]+){0,4}?)(?= doc lap|$)")
_CAPITAL = r"[A-ZĐÀ-ÝĂÂÊÔƠƯ][^\W\d]*"
_PROVINCE_IN_TITLE = re.compile(rf"\b(?:[Tt]ỉnh|[Tt]hành phố) ({_CAPITAL}(?:(?: ?- ?| ){_CAPITAL}){{0,3}})")


def issuer_of(head: Sequence[Paragraph]) -> str:
    """ "UBND tỉnh …" out of the letterhead, whose two lines may be two paragraphs."""
    for position, paragraph in enumerate(head):
        if both := _TWO_COLUMNS.match(flat(paragraph.text)):
            return f"UBND {province_of(paragraph.text[both.start('name') : both.end('name')])}"
        match = _ISSUER.match(flat(paragraph.text))
        if not match:
            continue
        if match[2]:
            return f"UBND {_unit(match[1])} {_proper(paragraph.text[match.start(2) : match.end(2)])}"
        for other in head[position + 1 : position + 4]:
            if name := province_of(other.text):
                return f"UBND {name}"
    return ""


def province_of(line: str) -> str:
    match = _PROVINCE.match(flat(line))
    return f"{_unit(match[1])} {_proper(line[match.start(2) : match.end(2)])}" if match else ""


def _unit(folded: str) -> str:
    return "tỉnh" if folded == "tinh" else "thành phố"


def _proper(name: str) -> str:
    name = name.strip(" -*")
    return name.title() if name.isupper() else name


def whole_name(issuer: str, title: str, paragraphs: Sequence[Paragraph]) -> str:
    """The name whole: "UBND tỉnh" alone is completed by the province that the title or the signature names."""
    issuer = re.sub(r"^Ủy ban nhân dân", "UBND", issuer, flags=re.IGNORECASE)
    if flat(issuer) not in {"ubnd tinh", "ubnd thanh pho"}:
        return issuer
    named = _PROVINCE_IN_TITLE.search(title)
    province = named[0].strip() if named else next(filter(None, map(province_of, _texts(paragraphs))), "")
    return f"UBND {province[:1].lower()}{province[1:]}" if province else issuer


def _texts(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield re.sub(r"^Ủy ban nhân dân ", "", paragraph.text, flags=re.IGNORECASE)
