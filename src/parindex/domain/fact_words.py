"""Số liệu bằng lời: what a fact says, one line for each of its rows."""

from decimal import Decimal
from fractions import Fraction

from parindex.domain import wording
from parindex.domain.facts import Award, Deed, Event, Fact, FactValue, Interval, NamedCount
from parindex.domain.wording import Language

_WORDS = {
    "vi": {
        "yes": "có",
        "no": "không",
        "none": "không có",
        "not_applicable": "không áp dụng",
        "deed": "{name}: hạn {due}, làm {done}",
        "never": "chưa làm",
        "award": "{points} điểm: {reason}",
    },
    "en": {
        "yes": "yes",
        "no": "no",
        "none": "none",
        "not_applicable": "not applicable",
        "deed": "{name}: due {due}, done {done}",
        "never": "not done",
        "award": "{points} points: {reason}",
    },
}


def fact_in_words(fact: Fact, language: Language) -> list[str]:
    """A fact's value; "không áp dụng" when it does not apply."""
    if not fact.applicable or fact.value is None:
        return [_WORDS[language]["not_applicable"]]
    return value_in_words(fact.value, language)


def value_in_words(value: FactValue, language: Language) -> list[str]:
    """A value of any kind; shares as percentages."""
    if isinstance(value, tuple):
        return [_row(row, language) for row in value] or [_WORDS[language]["none"]]
    if isinstance(value, Award):
        points = wording.points(value.points, language)
        return [_WORDS[language]["award"].format(points=points, reason=value.reason)]
    return [_single(value, language)]


def _single(value: Fraction | Interval | Decimal | int | str, language: Language) -> str:
    if isinstance(value, bool):
        return _WORDS[language]["yes" if value else "no"]
    if isinstance(value, Interval):
        return wording.interval(value, language, as_percent=True)
    if isinstance(value, Fraction):
        return wording.percent(value, language)
    return value if isinstance(value, str) else wording.number(value, language)


def _row(row: Event | Deed | NamedCount, language: Language) -> str:
    if isinstance(row, Event):
        return f"{row.text} ({row.document})" if row.document else row.text
    if isinstance(row, NamedCount):
        return f"{row.name}: {wording.number(row.count, language)}"
    words = _WORDS[language]
    done = wording.day(row.done_date, language) if row.done_date else words["never"]
    return words["deed"].format(name=row.name, due=wording.day(row.due_date, language), done=done)
