"""Số liệu bằng lời: what a fact says, one line for each of its rows."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from parindex.domain import wording
from parindex.domain.facts import Award, Deed, Event, Fact, FactValue, Interval, NamedCount
from parindex.domain.titles import Title
from parindex.domain.wording import Language

_NO_TITLES: Mapping[str, Title] = {}

_WORDS = {
    "vi": {
        "yes": "có",
        "no": "không",
        "none": "không có",
        "not_applicable": "không áp dụng",
        "deed": "{name}: hạn ngày {due}, {done}",
        "done": "thực hiện ngày {day}",
        "never": "chưa thực hiện",
        "award": "{points} điểm: {reason}",
    },
    "en": {
        "yes": "yes",
        "no": "no",
        "none": "none",
        "not_applicable": "not applicable",
        "deed": "{name}: due {due}, {done}",
        "done": "done {day}",
        "never": "not done",
        "award": "{points} points: {reason}",
    },
}


def fact_in_words(fact: Fact, language: Language, titles: Mapping[str, Title] = _NO_TITLES) -> list[str]:
    """A fact's value; "không áp dụng" when it does not apply.

    `titles` are the names of the levels or options that the value gives by their codes (`rules.family.level_titles`).
    """
    if not fact.applicable or fact.value is None:
        return [_WORDS[language]["not_applicable"]]
    return value_in_words(fact.value, language, titles)


def value_in_words(
    value: FactValue, language: Language, titles: Mapping[str, Title] = _NO_TITLES
) -> list[str]:
    """A value of any kind; shares as percentages."""
    if isinstance(value, str):
        return [_called(value, language, titles)]
    if isinstance(value, tuple):
        return [_row(row, language, titles) for row in value] or [_WORDS[language]["none"]]
    if isinstance(value, Award):
        points = wording.points(value.points, language)
        return [_WORDS[language]["award"].format(points=points, reason=value.reason)]
    return [_single(value, language)]


def _called(code: str, language: Language, titles: Mapping[str, Title]) -> str:
    """The title of a level or an option; the code where it has none."""
    title = titles.get(code)
    return (title.said(language) if title else "") or code


def _single(value: Fraction | Interval | Decimal | int, language: Language) -> str:
    if isinstance(value, bool):
        return _WORDS[language]["yes" if value else "no"]
    if isinstance(value, Interval):
        return wording.interval(value, language, as_percent=True)
    if isinstance(value, Fraction):
        return wording.percent(value, language)
    return wording.number(value, language)


def _row(row: Event | Deed | NamedCount, language: Language, titles: Mapping[str, Title]) -> str:
    if isinstance(row, Event):
        return f"{row.text} ({row.document})" if row.document else row.text
    if isinstance(row, NamedCount):
        return f"{_called(row.name, language, titles)}: {wording.number(row.count, language)}"
    words = _WORDS[language]
    done = words["never"]
    if row.done_date:
        done = words["done"].format(day=wording.day(row.done_date, language))
    return words["deed"].format(name=row.name, due=wording.day(row.due_date, language), done=done)
