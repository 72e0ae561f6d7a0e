"""Chưa xếp hạng được: why a unit's points are not settled, in one sentence with the points that hang on it."""

from collections.abc import Iterator
from decimal import Decimal

from parindex.domain.points import ZERO
from parindex.domain.rules.base import Sentence
from parindex.domain.scoring import CriterionScore
from parindex.domain.wording import points
from parindex.services.results.standings import Standing

_NOTHING = Sentence(vi="Không tiêu chí nào áp dụng.", en="No criterion applies.")


def why_open(standing: Standing, area: str = "") -> Sentence:
    """What of a unit (or of one of its areas) is open: rows without points, criteria without facts, unlisted points."""
    tally = standing.area(area).tally if area else standing.total
    pieces = tuple(_pieces(standing, area, tally.open))
    if not pieces:
        return _NOTHING
    vi, en = ("; ".join(getattr(piece, language) for piece in pieces) for language in ("vi", "en"))
    return Sentence(vi=f"Còn {vi}.", en=f"Still open: {en}.")


def _pieces(standing: Standing, area: str, still_open: Decimal) -> Iterator[Sentence]:
    known = [score for score in standing.score.criteria if score.tally.open and _is_meant(score, area)]
    rows = [score for score in known if score.criterion.code in standing.rows]
    facts = [score for score in known if score.criterion.code not in standing.rows]
    if rows:
        yield _counted(rows, "chưa tự chấm", "without points claimed")
    if facts:
        yield _counted(facts, "chưa đủ số liệu", "without facts")
    unlisted = still_open - _open(known)
    if unlisted > 0:
        vi, en = points(unlisted, "vi"), points(unlisted, "en")
        yield Sentence(
            vi=f"{vi} điểm bộ tiêu chí chưa liệt kê", en=f"{en} points that the framework does not list"
        )


def _is_meant(score: CriterionScore, area: str) -> bool:
    # a criterion of which no part is known counts among the unlisted points of the parts, so not twice
    return score.criterion.area == area if area else bool(score.criterion.part)


def _counted(scores: list[CriterionScore], vi: str, en: str) -> Sentence:
    count, still_open = len(scores), _open(scores)
    noun = "criterion" if count == 1 else "criteria"
    return Sentence(
        vi=f"{count} tiêu chí {vi} ({points(still_open, 'vi')} điểm)",
        en=f"{count} {noun} {en} ({points(still_open, 'en')} points)",
    )


def _open(scores: list[CriterionScore]) -> Decimal:
    return sum((score.tally.open for score in scores), ZERO)
