"""The shape of a framework file. Field names are those of the domain; every value names its source."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from parindex.domain.agencies import AgencyLevel
from parindex.domain.facts import FactKind
from parindex.domain.points import RoundingMode
from parindex.domain.rules.family import AnyRule
from parindex.domain.sources import Certainty
from parindex.domain.titles import Title

Text = Annotated[str, Field(min_length=1)]
Code = Annotated[str, Field(pattern=r"^[0-9A-Za-z]+(\.[0-9A-Za-z]+)*$")]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class Entry(BaseModel):
    """What all parts of a file share: nothing is left unread."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(Entry):
    """A document that values of this file rest on."""

    document: Text
    url: str = ""


class Referenced(Entry):
    """A value with its source (a key of `sources`), the place in it, and how surely it is known."""

    source: Key
    place: str = ""
    certainty: Certainty


class Points(Referenced):
    """Points; `how` tells a derivation."""

    points: Annotated[Decimal, Field(ge=0)]
    how: Title = Field(default_factory=Title)


class PartEntry(Entry):
    key: Key
    title: Title
    group: Literal["direct", "survey"]
    maximum: Points
    register_fact: str = ""
    result_fact: str = ""
    area: str = ""


class AreaEntry(Entry):
    code: Code
    title: Title
    maximum: Points
    criteria_count: Annotated[int, Field(ge=0)] | None = None
    subcriteria_count: Annotated[int, Field(ge=0)] | None = None


class FactEntry(Entry):
    code: Key
    title: Title
    kind: FactKind
    unit: str = ""


class Place(Entry):
    """A source and the place in it."""

    source: Key
    place: str = ""


class CriterionEntry(Referenced):
    """A criterion; its code says where it hangs (3.2.1 under 3.2, in area 3)."""

    code: Code
    title: Title = Field(default_factory=Title)
    part: str = ""
    maximum: Points | None = None
    rule: Annotated[AnyRule, Field(discriminator="kind")] | None = None
    rule_source: Place | None = None
    target: Title = Field(default_factory=Title)
    appraiser: str = ""
    note: Title = Field(default_factory=Title)


class RoundingEntry(Entry):
    quantum: Annotated[Decimal, Field(gt=0)] = Decimal("0.01")
    mode: RoundingMode = RoundingMode.HALF_UP


class FrameworkFile(Entry):
    """Bộ tiêu chí: one dated set of criteria."""

    id: Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z-]*$")]
    title: Title
    decision: Place
    years: tuple[Annotated[int, Field(ge=2000, le=2100)], ...]
    level: AgencyLevel = AgencyLevel.PROVINCE
    sample: bool = False
    total: Annotated[Decimal, Field(gt=0)]
    rounding: RoundingEntry
    criteria_count: Annotated[int, Field(ge=0)] | None = None
    subcriteria_count: Annotated[int, Field(ge=0)] | None = None
    note: Title = Field(default_factory=Title)
    sources: dict[Key, Source]
    parts: tuple[PartEntry, ...]
    areas: tuple[AreaEntry, ...]
    facts: tuple[FactEntry, ...] = ()
    criteria: tuple[CriterionEntry, ...]
