"""The shape of a file of facts: each fact says by its key what it holds ("share: 99.6%", "count: 5")."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema, model_validator

from parindex.domain.facts import Award, Deed, Event, FactKind, FactValue, Interval, NamedCount, fits
from parindex.domain.titles import Title
from parindex.domain.wording import fact_kind
from parindex.frameworks.problems import Unfit
from parindex.frameworks.schema import Entry, Key, Referenced, Source, Text

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_EXACT = re.compile(r"-?\d{1,30}(\.\d{1,30})?%?|-?\d{1,30}/\d{1,30}")

Part = Literal["total", "direct", "appraised", "impact", "survey", "sipas", "officials"]


def _exact(text: object) -> Fraction:
    """The number in "99.6%", "0.996" or "249/250"."""
    if not isinstance(text, str) or not _EXACT.fullmatch(text.strip()):
        raise Unfit(
            vi=f"“{text}” không phải là số như 99.6%, 0.996 hoặc 249/250",
            en=f"“{text}” is no number such as 99.6%, 0.996 or 249/250",
        )
    number = text.strip()
    try:
        return Fraction(number[:-1]) / 100 if number.endswith("%") else Fraction(number)
    except ZeroDivisionError:
        raise Unfit(vi=f"“{text}” chia cho 0", en=f"“{text}” divides by zero") from None


def _day(text: object) -> object:
    # pydantic would read "2018" as a moment in 1970
    if isinstance(text, str) and not _DATE.fullmatch(text):
        raise Unfit(
            vi=f"“{text}” không phải là ngày như 2018-07-18",
            en=f"“{text}” is no date such as 2018-07-18",
        )
    return text


Exact = Annotated[
    Fraction,
    PlainValidator(_exact),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^({_EXACT.pattern})$"}]}),
]
Day = Annotated[date, BeforeValidator(_day)]


class Range(Entry):
    """A value known only between bounds."""

    at_least: Exact | None = None
    above: Exact | None = None
    below: Exact | None = None
    at_most: Exact | None = None

    @model_validator(mode="after")
    def _one_bound_a_side(self) -> "Range":
        if None not in (self.at_least, self.above) or None not in (self.below, self.at_most):
            raise Unfit(
                vi="mỗi phía của khoảng chỉ có một giới hạn", en="a side of a range has one bound only"
            )
        try:
            self.interval()
        except ValueError as error:
            raise Unfit(vi="không giá trị nào nằm trong khoảng này", en=str(error)) from None
        return self

    def interval(self) -> Interval:
        return Interval(
            low=self.above if self.at_least is None else self.at_least,
            high=self.below if self.at_most is None else self.at_most,
            low_included=self.above is None,
            high_included=self.below is None,
        )


class DeedRow(Entry):
    """Something due by a date; without `done_date` it was never done."""

    name: Text
    due_date: Day
    done_date: Day | None = None

    def deed(self) -> Deed:
        return Deed(name=self.name, due_date=self.due_date, done_date=self.done_date)


class FactRow(Referenced):
    """One fact: its code, its source, and one value, or `applicable: no`."""

    code: Key
    note: str = ""
    applicable: bool = True
    share: Exact | None = None
    share_range: Range | None = None
    number: Decimal | None = None
    number_range: Range | None = None
    count: int | None = None
    yes_no: bool | None = None
    level: Text | None = None
    events: tuple[Event, ...] | None = None
    deeds: tuple[DeedRow, ...] | None = None
    named_counts: tuple[NamedCount, ...] | None = None
    options: tuple[NamedCount, ...] | None = None
    award: Award | None = None

    @model_validator(mode="after")
    def _one_value(self) -> "FactRow":
        given = self._given()
        if self.applicable and len(given) != 1:
            raise Unfit(vi="một số liệu có đúng một giá trị", en="a fact holds exactly one value")
        if not self.applicable and given:
            raise Unfit(
                vi="số liệu không áp dụng thì không có giá trị",
                en="a fact that does not apply holds no value",
            )
        if given and not fits(self.kind, self.value):
            raise Unfit(
                vi=f"giá trị không phải là {fact_kind(self.kind, 'vi')}",
                en=f"the value is not {fact_kind(self.kind, 'en')}",
            )
        return self

    @property
    def kind(self) -> FactKind:
        """The kind of the value that is given."""
        return FactKind(self._given()[0].removesuffix("_range"))

    @property
    def value(self) -> FactValue | None:
        """The value as the domain holds it; None when the fact does not apply."""
        if not self._given():
            return None
        value = getattr(self, self._given()[0])
        if isinstance(value, Range):
            return value.interval()
        return tuple(row.deed() for row in self.deeds) if self.deeds is not None else value

    def _given(self) -> list[str]:
        names = ("share", "share_range", "number", "number_range", "count", "yes_no", "level")
        lists = ("events", "deeds", "named_counts", "options", "award")
        return [name for name in (*names, *lists) if getattr(self, name) is not None]


class PublishedRow(Referenced):
    """One announced result."""

    year: int
    part: Part
    points: Decimal | None = None
    rank: Annotated[int, Field(ge=1)] | None = None
    out_of: Annotated[int, Field(ge=1)] | None = None


class Unit(Entry):
    """The unit that is scored."""

    code: Key
    name: Title


class FactsFile(Entry):
    """Số liệu của một kỳ đánh giá: the facts of one unit for one year."""

    framework: Text
    year: Annotated[int, Field(ge=2000, le=2100)]
    unit: Unit
    sources: dict[Key, Source]
    facts: tuple[FactRow, ...]
    published: tuple[PublishedRow, ...] = ()
