"""Reading a deadline: frame words say whether it recurs, its last date, month, quarter or year says when."""

import re
from dataclasses import replace

from parindex.domain.deadlines.kinds import Deadline, DeadlineKind
from parindex.domain.deadlines.units import Unit, find_units
from parindex.domain.text import fold

LONGEST = 300

_DOCUMENT = re.compile(
    r"(?:so )?\d+(?:/\d{4})?/[a-z]+[a-z0-9&-]*(?: ngay (?:\d\d?[/.-]\d\d?[/.-]\d{4}|\d\d? thang \d\d? nam \d{4}))?"
)
_AFTER = re.compile(r"(?P<count>\d+) ngay(?P<working> lam viec)?\b.*?\b(?:ke tu|tu ngay|tu khi|sau khi)\b")
_VAGUE = re.compile(r"\b(?:dau|giua)\b(?! nam)|(?<!thang )(?<!nua )\b(?:dau|giua) nam|\bke tu\b")
_FROM_ON = re.compile(
    r"\btu (?:ngay |thang |quy |nam |giai doan )?(?:\d|[il1|]+v?\b)(?!.*\bden\b)(?!.*\d\s*[-–]\s*\d)"
)
_INSTRUCTION = re.compile(r"^(?:thuc hien )?theo\b|\bkhi\b|\btheo (?:chi dao|huong dan|yeu cau)\b")
_CONTINUOUS = re.compile(r"\bthuong xuyen\b|\blien tuc\b|\bhang (?:ngay|tuan)\b")
_MONTHLY = re.compile(
    r"\b(?:hang|moi|tung) thang\b|(?<!\d )(?<!ba )(?<!sau )\b(?:0?1 )?thang\s*/?\s*(?:0?1 )?lan\b"
)
_QUARTERLY = re.compile(
    r"\b(?:hang|moi|tung|dinh ky) quy\b|^quy(?=,)|\bquy\s*/\s*(?:0?1 )?lan\b|\b0?1 quy (?:0?1|mot) lan\b"
    r"|\b0?4 lan\s*/\s*nam\b|\b(?:dinh ky )?(?:0?3|ba) thang(?:\s*/\s*| )(?:(?:0?1|mot) )?lan\b"
    r"|\bdinh ky (?:0?3|ba) thang$"
)
_HALF_YEARLY = re.compile(
    r"\b(?:0?6|sau) thang(?:,| va| mot| 0?1|\s*/)|\bdinh ky (?:0?6|sau) thang$"
    r"|\b(?:0?2|hai) lan\s*(?:/|trong|mot|moi|hang)?\s*(?:0?1 )?nam\b|\b(?:0?1|mot|moi|hang) nam (?:0?2|hai) lan\b"
)
_YEARLY = re.compile(
    r"\b(?:hang|moi|tung) nam\b|\bnam\s*/\s*(?:0?1 )?lan\b|\bthuong nien\b|\bnhung nam tiep theo\b"
    r"|\b(?:0?1|mot) nam (?:0?1|mot) lan\b|\b(?:0?1|mot) lan\s*/?\s*(?:0?1|mot|moi|trong)? ?nam\b"
)
_STARTS = re.compile(r"\btu(?: nam)? …|….*\btiep theo\b")
_LISTS = re.compile(r"\s*(?:,|;|\bva\b|\bhoac\b)\s*(?:ngay )?")
_SPAN = re.compile(r"\btu\b.*\bden\b|\d\s*[-–]\s*\d")
_THIS_YEAR = re.compile(r"\b(?:trong|cuoi|het) nam\b")
_DAY_OF = re.compile(r"\bngay (?P<day>\d\d?)\b")
_QUARTER_MONTH = re.compile(r"\b(?:cua )?thang cuoi (?:cua )?(?:moi |hang )?quy\b")
_FILLERS = re.compile(
    r"\b(?:hoan thanh|xong|trong|truoc|thoi gian|thoi han|den|cuoi|het|dinh ky|cham nhat|muon nhat|vao|ngay|va|tu|"
    r"giai doan|cac|la|cua|thuc hien|dau|nam|thang|quy|lan|mot|bao cao|duy tri)\b|\b0?[16]\b|[^\w]+"
)
_DIGIT_SLIPS = ((re.compile(r"(?<=\d)o(?=\d|\b)"), "0"), (re.compile(r"(?<=\d)[l|]|\b[l|](?=\d)"), "1"))
_YEARLY_OF = {
    DeadlineKind.DAY: DeadlineKind.YEARLY_DAY,
    DeadlineKind.MONTH: DeadlineKind.YEARLY_MONTH,
    DeadlineKind.PART_YEAR: DeadlineKind.YEARLY_MONTH,
    DeadlineKind.QUARTER: DeadlineKind.YEARLY_QUARTER,
}


def parse_deadline(text: str) -> Deadline:
    """Thời hạn as a plan writes it. Never fails: what is not understood is UNKNOWN with its text kept.

    Of several dates the last counts ("quý II và quý III năm 2018"). "Từ tháng 7/2018" and "đầu năm 2019"
    say no last day and are UNKNOWN. The date of a cited document ("Kế hoạch số 15/KH-UBND ngày …") is not a deadline.
    A text longer than `LONGEST` letters is UNKNOWN: it is no deadline, and looking through it would take long.
    """
    if len(text) > LONGEST:
        return Deadline(kind=DeadlineKind.UNKNOWN, text=text)
    folded = _folded(text)
    after = _AFTER.search(folded)
    if after:
        return _after_event(text, folded, after)
    folded = _DOCUMENT.sub(" ", folded)
    units = find_units(folded)
    if not all(unit.is_possible for unit in units):
        return Deadline(kind=DeadlineKind.UNKNOWN, text=text)
    return _recurring(text, folded, units) or _single(text, folded, units)


def _folded(text: str) -> str:
    folded = fold(text).strip(" .;,")
    for slip, digit in _DIGIT_SLIPS:
        folded = slip.sub(digit, folded)
    return folded


def _after_event(text: str, folded: str, after: re.Match[str]) -> Deadline:
    count = int(after["count"])
    units = find_units(folded[after.end() :])
    start = units[-1] if units and units[-1].kind is DeadlineKind.DAY and units[-1].is_possible else None
    return Deadline(
        kind=DeadlineKind.AFTER_EVENT,
        text=text,
        days=None if after["working"] else count,
        working_days=count if after["working"] else None,
        year=start.year if start else None,
        month=start.month if start else None,
        day=start.day if start else None,
    )


def _recurring(text: str, folded: str, units: tuple[Unit, ...]) -> Deadline | None:
    """A deadline that comes again; the most frequent rhythm counts ("hàng quý, hàng năm" is quarterly)."""
    if _MONTHLY.search(folded):
        return _in_rhythm(DeadlineKind.MONTHLY, _MONTHLY, text, folded, units)
    if _QUARTERLY.search(folded) or _QUARTER_MONTH.search(folded):
        return _in_rhythm(DeadlineKind.QUARTERLY, _QUARTERLY, text, folded, units)
    if _HALF_YEARLY.search(folded) and not any(unit.kind is DeadlineKind.PART_YEAR for unit in units):
        return _in_rhythm(DeadlineKind.HALF_YEARLY, _HALF_YEARLY, text, folded, units)
    if _YEARLY.search(folded):
        return _yearly(text, folded, units)
    return None


def _in_rhythm(
    kind: DeadlineKind, rhythm: re.Pattern[str], text: str, folded: str, units: tuple[Unit, ...]
) -> Deadline:
    without_units = _outside(folded, units)
    day = _DAY_OF.search(without_units)
    rest = _YEARLY.sub(" ", rhythm.sub(" ", without_units))
    if day and kind is DeadlineKind.QUARTERLY and not _QUARTER_MONTH.search(folded):
        return Deadline(kind=DeadlineKind.UNKNOWN, text=text)  # a day of which of the three months?
    if day and not 1 <= int(day["day"]) <= 31:
        return Deadline(kind=DeadlineKind.UNKNOWN, text=text)
    return Deadline(
        kind=kind,
        text=text,
        day=int(day["day"]) if day else None,
        before=day is not None and "truoc" in without_units,
        first_year=_first_year(folded, units),
        year=_last_year(units),
        unread=_unread(_DAY_OF.sub(" ", _QUARTER_MONTH.sub(" ", rest))),
    )


def _yearly(text: str, folded: str, units: tuple[Unit, ...]) -> Deadline:
    dated = [unit for unit in units if unit.kind in _YEARLY_OF]
    rhythm = _rhythm_of(dated)
    rest = _unread(_CONTINUOUS.sub(" ", _YEARLY.sub(" ", _outside(folded, units))))
    first_year, last_year = _first_year(folded, units), _last_year(units)
    if rhythm or not dated:
        last_day = dated[-1].day if rhythm else None
        return Deadline(
            kind=rhythm or DeadlineKind.YEARLY,
            text=text,
            first_year=first_year,
            year=last_year,
            day=last_day,
            before=last_day is not None and _is_before(folded, units, dated[-1]),
            unread=rest,
        )
    last = dated[-1]
    doubtful = dated if last.year else dated[:-1]  # "tháng 12/2018 và hàng năm" is taken to start in 2018
    skipped = " ".join(_printed(folded, unit) for unit in doubtful)
    return Deadline(
        kind=_YEARLY_OF[last.kind],
        text=text,
        first_year=first_year or last.year,
        year=last_year,
        quarter=last.quarter,
        month=last.month,
        day=last.day,
        before=_is_before(folded, units, last),
        unread=" ".join(filter(None, (skipped, rest))),
    )


def _rhythm_of(units: list[Unit]) -> DeadlineKind | None:
    """Several months or quarters of each year are a rhythm where they are evenly spread."""
    if len({unit.day for unit in units}) > 1:
        return None
    last_months = {unit.quarter * 3 if unit.quarter else unit.month for unit in units}
    if last_months == {6, 12}:
        return DeadlineKind.HALF_YEARLY
    return DeadlineKind.QUARTERLY if last_months == {3, 6, 9, 12} else None


def _single(text: str, folded: str, units: tuple[Unit, ...]) -> Deadline:
    if _VAGUE.search(folded) or _FROM_ON.search(folded):
        return Deadline(kind=DeadlineKind.UNKNOWN, text=text)
    if units:
        last = _with_year(units)
        return Deadline(
            kind=last.kind,
            text=text,
            year=last.year,
            first_year=last.first_year,
            quarter=last.quarter,
            month=last.month,
            day=last.day,
            before=_is_before(folded, units, last),
            unread=" ".join(
                filter(
                    None,
                    (_other_dates(folded, units), _unread(_CONTINUOUS.sub(" ", _outside(folded, units)))),
                )
            ),
        )
    if _CONTINUOUS.search(folded):
        return Deadline(kind=DeadlineKind.CONTINUOUS, text=text, unread=_unread(_CONTINUOUS.sub(" ", folded)))
    if _INSTRUCTION.search(folded):
        return Deadline(kind=DeadlineKind.ON_INSTRUCTION, text=text)
    if _THIS_YEAR.search(folded):
        return Deadline(kind=DeadlineKind.YEAR, text=text, unread=_unread(folded))
    return Deadline(kind=DeadlineKind.UNKNOWN, text=text)


def _with_year(units: tuple[Unit, ...]) -> Unit:
    """The last date; where it has no year, with the one said before it ("quý II năm 2018 (trước 15/6)")."""
    last = units[-1]
    said = next((unit.year for unit in reversed(units) if unit.year), None)
    return replace(last, year=said) if last.year is None else last


def _other_dates(folded: str, units: tuple[Unit, ...]) -> str:
    """Dates that the last one does not cover: other days, or dates of other years; a beginning ("từ …") is covered."""
    last = units[-1]
    if _SPAN.search(folded):
        return ""
    others = (
        u for u in units[:-1] if u.kind is DeadlineKind.DAY or (u.year and last.year and u.year != last.year)
    )
    return " ".join(_printed(folded, unit) for unit in others)


def _printed(folded: str, unit: Unit) -> str:
    """A date as printed; a month or quarter out of a list with the word before the list."""
    text = folded[unit.start : unit.end]
    if unit.kind is DeadlineKind.QUARTER and not text.startswith("qu"):
        return f"quy {text}"
    return f"thang {text}" if unit.kind is DeadlineKind.MONTH and text.isdecimal() else text


def _is_before(folded: str, units: tuple[Unit, ...], unit: Unit) -> bool:
    """Whether "trước" stands before a date, or before the list that it closes ("trước 20/6 và 20/12")."""
    earlier = [other for other in units if other.end <= unit.start]
    while earlier and _LISTS.fullmatch(folded[earlier[-1].end : unit.start]):
        unit = earlier.pop()
    start = earlier[-1].end if earlier else 0
    return re.search(r"\btruoc\b", folded[start : unit.start]) is not None


def _outside(folded: str, units: tuple[Unit, ...]) -> str:
    for unit in reversed(units):
        folded = f"{folded[: unit.start]} {folded[unit.end :]}"
    return folded


def _unread(rest: str) -> str:
    return " ".join(_FILLERS.sub(" ", rest).split())


def _first_year(folded: str, units: tuple[Unit, ...]) -> int | None:
    span = next((unit for unit in units if unit.kind is DeadlineKind.YEARS), None)
    if span:
        return span.first_year
    year = next((unit for unit in units if unit.kind is DeadlineKind.YEAR), None)
    return year.year if year and _STARTS.search(f"{folded[: year.start]}…{folded[year.end :]}") else None


def _last_year(units: tuple[Unit, ...]) -> int | None:
    span = next((unit for unit in units if unit.kind is DeadlineKind.YEARS), None)
    return span.year if span else None
