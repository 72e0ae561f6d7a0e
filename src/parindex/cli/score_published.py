"""A score beside what was announced: ranks, and where figures differ or cannot be compared yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from parindex.domain import wording
from parindex.domain.losses import Difference
from parindex.domain.points import ZERO
from parindex.domain.rules.base import Sentence
from parindex.domain.scoring import FrameworkScore, Tally
from parindex.frameworks.facts_file import PublishedResult, RoundFacts

_GROUPS: Mapping[str, Sentence] = {
    "total": Sentence(vi="Tổng điểm", en="Total"),
    "direct": Sentence(vi="Đánh giá trực tiếp", en="Direct assessment"),
    "survey": Sentence(vi="Điều tra xã hội học", en="Surveys"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """A figure that differs from the announced one; `is_open` when the open points can still make them equal."""

    difference: Difference
    is_open: bool
    said: Sentence


def ranks(facts: RoundFacts) -> list[PublishedResult]:
    """Announced ranks of the whole, the round's year first, then earlier ones."""
    ranked = [p for p in facts.published if p.result.part == "total" and p.result.rank is not None]
    return sorted(ranked, key=lambda p: -p.year)


def rank_words(facts: RoundFacts, language: wording.Language) -> str:
    """ "20/63 năm 2017, 8/63 năm 2016", or "" where no rank was announced."""
    year = "năm" if language == "vi" else "in"
    return ", ".join(
        f"{p.result.rank}{f'/{p.result.out_of}' if p.result.out_of else ''} {year} {p.year}"
        for p in ranks(facts)
    )


def compared(score: FrameworkScore, differences: Iterable[Difference]) -> Sequence[Compared]:
    """Differences in words, each under its part's name; one that open points can close is none yet."""
    tallies = _tallies(score)
    return [_compared(difference, score, tallies.get(difference.of)) for difference in differences]


def _compared(difference: Difference, score: FrameworkScore, tally: Tally | None) -> Compared:
    printed = difference.printed
    is_open = (
        tally is not None
        and printed is not None
        and tally.open > ZERO
        and tally.earned <= printed <= tally.earned + tally.open
    )
    name = _name(difference.of, score)
    vi, en = (replace(difference, of=said).said for said in (name.vi, name.en))
    said = Sentence(vi=vi.vi, en=en.en)
    if is_open and tally is not None and printed is not None:
        said = _not_yet(name, tally, printed=(wording.points(printed, "vi"), wording.points(printed, "en")))
    return Compared(difference=difference, is_open=is_open, said=said)


def _not_yet(name: Sentence, tally: Tally, *, printed: tuple[str, str]) -> Sentence:
    earned = [wording.points(tally.earned, language) for language in ("vi", "en")]
    left = [wording.points(tally.open, language) for language in ("vi", "en")]
    return Sentence(
        vi=f"{name.vi}: chưa đủ số liệu để đối chiếu (tính được {earned[0]}, còn {left[0]} điểm chưa rõ; "
        f"văn bản ghi {printed[0]}).",
        en=f"{name.en}: not enough facts to compare yet ({earned[1]} counted, {left[1]} points still open; "
        f"the document says {printed[1]}).",
    )


def _tallies(score: FrameworkScore) -> dict[str, Tally]:
    groups = {"total": score.total, "direct": score.group("direct"), "survey": score.group("survey")}
    return {**groups, **{part.part.key: part.tally for part in score.parts}}


def _name(of: str, score: FrameworkScore) -> Sentence:
    """The name of a part of the results; a criterion stays its code."""
    part = next((part.part.title for part in score.parts if part.part.key == of), None)
    if part is not None:
        return Sentence(vi=part.said("vi"), en=part.said("en"))
    return _GROUPS.get(of, Sentence(vi=of, en=of))
