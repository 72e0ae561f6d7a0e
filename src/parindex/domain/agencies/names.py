"""Names as documents write them, brought to one key: "Sở TT&TT" and "SỞ TTTT." are the same letters."""

import re
from collections.abc import Iterator, Mapping

from parindex.domain.agencies.model import Agency, AgencyLevel
from parindex.domain.text import fold

# The commas are part of these names: whoever splits a list of agencies must look for them first.
LEVEL_NAMES: Mapping[str, AgencyLevel] = {
    "ubnd cap huyen": AgencyLevel.DISTRICT,
    "cap huyen": AgencyLevel.DISTRICT,
    "ubnd cac huyen, thanh pho": AgencyLevel.DISTRICT,
    "ubnd huyen, thanh pho": AgencyLevel.DISTRICT,
    "ubnd cac huyen": AgencyLevel.DISTRICT,
    "ubnd cac huyen, thi xa, thanh pho": AgencyLevel.DISTRICT,
    "ubnd cac huyen, thanh pho, thi xa": AgencyLevel.DISTRICT,
    "cac huyen, thanh pho": AgencyLevel.DISTRICT,
    "cac huyen, thi xa, thanh pho": AgencyLevel.DISTRICT,
    "ubnd cap xa": AgencyLevel.COMMUNE,
    "cap xa": AgencyLevel.COMMUNE,
    "ubnd xa, phuong, thi tran": AgencyLevel.COMMUNE,
    "ubnd cac xa, phuong, thi tran": AgencyLevel.COMMUNE,
    "cac xa, phuong, thi tran": AgencyLevel.COMMUNE,
    "ubnd cac xa": AgencyLevel.COMMUNE,
}
"""A whole level as one address, folded."""

GENERAL_NAMES: Mapping[str, AgencyLevel | None] = {
    "cac co quan, don vi lien quan": None,
    "cac co quan, don vi co lien quan": None,
    "cac co quan, don vi": None,
    "cac co quan lien quan": None,
    "cac don vi lien quan": None,
    "cac don vi co lien quan": None,
    "cac so, nganh lien quan": None,
    "cac so, ban, nganh lien quan": None,
    "cac so, ban, nganh": AgencyLevel.DEPARTMENT,
    "cac so, ban, nganh cap tinh": AgencyLevel.DEPARTMENT,
    "so, ban, nganh": AgencyLevel.DEPARTMENT,
    "cac so, nganh": AgencyLevel.DEPARTMENT,
    "cac co quan chuyen mon thuoc ubnd tinh": AgencyLevel.DEPARTMENT,
    "cac co quan trung uong dong tren dia ban": AgencyLevel.CENTRAL,
    "cac co quan trung uong dong tren dia ban tinh": AgencyLevel.CENTRAL,
    "cac co quan tw dong tren dia ban tinh": AgencyLevel.CENTRAL,
}
"""A general address, folded, with the level it speaks to, if it is one."""

_ROLE = re.compile(r"\([^)]*\)")
_TITLE = re.compile(
    r"^(?:chu tich|lanh dao|thu truong|giam doc|chanh) "
    r"(?=(?:so|ubnd|uy ban|cac|van phong|vp|thanh tra|cong an|bao hiem|bhxh|kho bac|kbnn|ban|bql|cuc|chi cuc)\b)"
)
_DEPARTMENT = re.compile(r"^so (\w+(?: \w+)+)$")
_SPELLINGS = (
    (re.compile(r"\buy ban nhan dan\b"), "ubnd"),
    (re.compile(r"\bt[px]\b(?= ?\w)"), "thanh pho"),
    (re.compile(r"^(ubnd )?tt (?!va\b)"), r"\1thi tran "),
    (re.compile(r"^(ubnd )?h (?=\w)"), r"\1huyen "),
    (re.compile(r"^(ubnd )?x (?=\w)"), r"\1xa "),
    (re.compile(r"^(ubnd )?p (?=\w)"), r"\1phuong "),
    (re.compile(r"\bvp\b"), "van phong"),
    (re.compile(r"\bbql\b"), "ban quan ly"),
    (re.compile(r"\bbhxh\b"), "bao hiem xa hoi"),
    (re.compile(r"\bkbnn\b"), "kho bac nha nuoc"),
    (re.compile(r"\bkcn\b"), "khu cong nghiep"),
    (re.compile(r"\bva\b"), " "),
)
_UNIT = re.compile(r"^ubnd ((?:huyen|thanh pho|thi xa|xa|phuong|thi tran) (\w.*))$")


def name_key(text: str) -> str:
    """The letters of a name: no case, diacritics, punctuation, roles in brackets, "và" or "&"; abbreviations opened."""
    return _words(text).replace(" ", "")


def keys_of(agency: Agency) -> frozenset[str]:
    """Every key under which an agency is found: of an "UBND huyện Yên Lạc" also "huyện Yên Lạc" and "Yên Lạc",
    of a "Sở Tài chính" also "Sở TC"."""
    return frozenset(word.replace(" ", "") for word in _spoken(agency))


def could_be_same(one: str, other: str) -> bool:
    """Whether one name abbreviates the other: "Sở Thông tin - TT", "STTTT" and "Sở Thông tin và Truyền thông"."""
    short, long = sorted((_words(one).split(), _words(other).split()), key=len)
    return bool(short) and _abbreviates(short, long)


def _abbreviates(short: list[str], long: list[str]) -> bool:
    """Whether each word stands for itself or, by initials, for a run of words."""
    if not short or not long:
        return not short and not long
    if short[0] == long[0]:
        return _abbreviates(short[1:], long[1:])
    initials = "".join(word[0] for word in long)
    return initials.startswith(short[0]) and _abbreviates(short[1:], long[len(short[0]) :])


def _spoken(agency: Agency) -> Iterator[str]:
    for name in (agency.name, agency.short, *agency.aliases):
        words = _words(name)
        if not words:
            continue
        yield words
        unit = _UNIT.match(words)
        if unit:
            yield from unit.groups()
        if department := _DEPARTMENT.match(words):
            yield "so " + "".join(word[0] for word in department[1].split())


def _words(text: str) -> str:
    spaced = fold(_ROLE.sub(" ", text)).replace("&", " va ")
    words = " ".join(re.sub(r"[^\w]+", " ", spaced).split())
    words = _TITLE.sub("", words)
    for spelling, canonical in _SPELLINGS:
        words = spelling.sub(canonical, words)
    return " ".join(words.split())
