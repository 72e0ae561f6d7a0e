"""Where a value comes from and how surely it is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Certainty(StrEnum):
    """How surely a value is known, from the strongest to the weakest; a gap is no value at all, never a guess."""

    OFFICIAL = "official"  # the ministry's or the province's own page or decision
    PLAN = "plan"  # stated by the province's plan
    REGISTER = "register"  # stated by a national register
    REPORTED = "reported"  # entered by the agency that answers for it
    PRESS = "press"
    DERIVED = "derived"  # follows by arithmetic from stated values
    IMPLIED = "implied"  # a threshold that no case has proved, but that a proved one implies
    INFERRED = "inferred"  # our reading of several sources
    EXPECTED = "expected"  # the usual arrangement, to be confirmed
    SAMPLE = "sample"  # made for demonstration


_ORDER = list(Certainty)


def weakest(certainties: Iterable[Certainty]) -> Certainty | None:
    """The certainty of a result that rests on several values; None when it rests on none."""
    return max(certainties, key=_ORDER.index, default=None)


@dataclass(frozen=True, kw_only=True, slots=True)
class LegalReference:
    """Căn cứ pháp lý: a document and the place in it."""

    document: str
    place: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        if not self.document.strip():
            raise ValueError("a reference needs a document")

    def __str__(self) -> str:
        return f"{self.document}, {self.place}" if self.place else self.document
