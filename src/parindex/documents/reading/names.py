"""Lists of agencies in one cell: where one name ends and the next one starts."""

import re
from collections.abc import Callable, Iterator, Sequence

from parindex.documents.reading.words import flat, in_one_line, runs_on, without_bullet

MAX_LIST = 2_000
_SEPARATOR = re.compile(r"\s*,\s*(?:và\s+)?|\s+(?:và|&)\s+", re.IGNORECASE)
_PLURAL = re.compile(r"^(?:các|những)\s+(sở|phòng|ban)\s*:\s*", re.IGNORECASE)
_STARTS = re.compile(
    r"(?:cac|so|ubnd|uy ban|hdnd|hoi dong|van phong|vp|ban|bql|cong an|bao hiem|thanh tra|kho bac|cuc|chi cuc|bo|"
    r"trung tam|truong|toa an|vien|dai|bao|hoi|lien minh|ngan hang|buu dien|mat tran|tinh|huyen|thanh pho|thi xa|"
    r"phong|doan|doi|dien luc|tong|chu tich|giam doc|"
    r"chanh|thu truong|nhung|cap|bcd|to cong tac|quan|xa|phuong|mttq|cong ty|tap doan)\b"
)
_COMPOUNDS = frozenset(
    {
        "cong nghiep va thuong mai",
        "dan toc va ton giao",
        "giao duc va dao tao",
        "ke hoach va dau tu",
        "khoa hoc va cong nghe",
        "lao dong thuong binh va xa hoi",
        "nong nghiep va moi truong",
        "nong nghiep va phat trien nong thon",
        "nong nghiep va ptnt",
        "quy hoach va kien truc",
        "tai nguyen va moi truong",
        "thong tin va truyen thong",
        "thong tin va tt",
        "van hoa va the thao",
        "van hoa the thao va du lich",
    }
)
_DEPARTMENTS = _COMPOUNDS | {
    "cong thuong",
    "du lich",
    "giao thong van tai",
    "ke hoach dau tu",
    "ngoai vu",
    "noi vu",
    "quy hoach kien truc",
    "tai chinh",
    "tu phap",
    "thong tin truyen thong",
    "xay dung",
    "y te",
}
_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_LONGEST = 5
_TAILS = frozenset(
    [
        *("ban", "nganh", "ban nganh", "doan the", "dia phuong", "don vi"),
        *("huyen", "thi xa", "thanh pho", "quan", "xa", "phuong", "thi tran"),
    ]
)
IsAgency = Callable[[str], bool]
Token = tuple[str, str]


def is_agency_name(text: str) -> bool:
    """Whether a short title starts as the names of agencies do ("Sở Nội vụ", "UBND cấp huyện") and lists none."""
    return 0 < len(text) <= 80 and bool(_STARTS.match(_words(text))) and not re.search(r"[.;:]", text)


def split_names(text: str, is_agency: IsAgency) -> list[tuple[str, str]]:
    """Names in a list, each beside the piece of text it was read from.

    They differ where a word stands once for several names: "Các sở: Tài chính, Xây dựng". `is_agency` says
    whether the caller knows a name; the usual names of departments are known without it.
    """
    if len(text) > MAX_LIST:
        return [(in_one_line(text), in_one_line(text))]
    return [
        pair for line in _lines(text) for piece in line.split(";") for pair in _split_piece(piece, is_agency)
    ]


def _lines(text: str) -> Iterator[str]:
    whole = ""
    for line in text.splitlines():
        if whole and (runs_on(whole, line) or whole.endswith(",")):
            whole = f"{whole} {line}"
        else:
            yield from [whole] if whole else []
            whole = line
    yield whole


def _split_piece(piece: str, is_agency: IsAgency) -> Iterator[tuple[str, str]]:
    piece = without_bullet(piece).strip(" .,;:")
    prefix = ""
    if plural := _PLURAL.match(piece):
        prefix, piece = plural[1].capitalize(), piece[plural.end() :]
    for name in _join(_tokens(piece), is_agency, listed=bool(prefix)):
        words = _words(name)
        if prefix and (words in _DEPARTMENTS or (plural and not _STARTS.match(words))):
            yield f"{prefix} {name}", name
            continue
        prefix = "Sở" if words.startswith("so ") else ""
        plural = None
        yield name, name


def _tokens(piece: str) -> list[Token]:
    """Pieces between separators, each with the separator before it; parentheses are never cut."""
    tokens: list[Token] = []
    start, before, depth, counted = 0, "", 0, 0
    for match in _SEPARATOR.finditer(piece):
        depth += piece.count("(", counted, match.start()) - piece.count(")", counted, match.start())
        counted = match.start()
        if depth <= 0:
            tokens.append((before, piece[start : match.start()]))
            start, before = match.end(), match[0]
    tokens.append((before, piece[start:]))
    return [(before, token) for before, token in tokens if token.strip()]


def _join(tokens: Sequence[Token], is_agency: IsAgency, *, listed: bool) -> Iterator[str]:
    position = 0
    while position < len(tokens):
        count = _length_of_name(tokens[position:], is_agency, listed=listed)
        yield _text(tokens[position : position + count])
        position += count


def _length_of_name(tokens: Sequence[Token], is_agency: IsAgency, *, listed: bool) -> int:
    """How many pieces make up the first name."""
    if known := _length_of_known(tokens, is_agency):
        return known
    count = 1
    while count < len(tokens) and _belongs(tokens[count:], is_agency, listed=listed):
        count += 1
    return count


def _length_of_known(tokens: Sequence[Token], is_agency: IsAgency) -> int:
    """The longest run of pieces that is a name by itself; 0 when the first piece starts none."""
    for count in range(min(_LONGEST, len(tokens)), 0, -1):
        name = _text(tokens[:count])
        words = _words(name).removeprefix("so ")
        if words in _COMPOUNDS or (count == 1 and words in _DEPARTMENTS) or is_agency(name):
            return count
    return 0


def _belongs(tokens: Sequence[Token], is_agency: IsAgency, *, listed: bool) -> bool:
    """Whether a piece that starts no name of its own goes with the one before ("các sở, ban, ngành")."""
    words = _words(tokens[0][1])
    if words in _TAILS:
        return True
    return not (listed or _STARTS.match(words) or _length_of_known(tokens, is_agency))


def _text(tokens: Sequence[Token]) -> str:
    (_, first), *rest = tokens
    return in_one_line(first + "".join(before + token for before, token in rest))


def _words(name: str) -> str:
    return _NOT_WORDS.sub(" ", flat(name)).strip()
