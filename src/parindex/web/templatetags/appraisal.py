"""How pages of appraisals write moves, changes of points and explanations."""

from collections.abc import Collection
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from parindex.domain import wording
from parindex.domain.agencies import Agency, AgencyDirectory, AgencyLevel
from parindex.domain.explanation import explain
from parindex.domain.framework import Framework
from parindex.domain.owners import Proposal
from parindex.domain.scoring import CriterionScore
from parindex.domain.workflow import MOVE_TITLES, Move
from parindex.services.appraisal.import_lines import ResultLine, Standing
from parindex.services.appraisal.importing import ResultPreview
from parindex.services.appraisal.lines import AppraisalLine, Doubt
from parindex.services.appraisal.owners import OwnedLoss
from parindex.services.appraisal.rows import AppraisalPage
from parindex.services.results.publication import Lack, Publication, UnitReadiness
from parindex.web.language import language

register = template.Library()

_NAMED = 12  # units that a line of what is missing names

_DOUBT_WORDS: dict[Doubt, str | Promise] = {
    Doubt.PENDING: _("chưa thẩm định"),
    Doubt.EXPLAINED: _("đã giải trình, chờ thẩm định lại"),
    Doubt.DIFFERS: _("tự chấm lệch cách tính"),
    Doubt.NO_EVIDENCE: _("chưa có tài liệu"),
    Doubt.CHANGED: _("đã hạ hoặc nâng"),
}

_STANDING_WORDS: dict[Standing, str | Promise] = {
    Standing.LOCKED: _("chưa trình hoặc đã chốt"),
    Standing.WRONG: _("vượt điểm tối đa"),
    Standing.TWICE: _("ghi nhiều lần trong bảng"),
    Standing.SAME: _("Đã như trong bảng"),
    Standing.SUM: _("Lĩnh vực, tiêu chí gộp: điểm do các dòng dưới cộng lại"),
    Standing.SURVEY: _("Tiêu chí không có phiếu: nhập ở điểm theo phần"),
    Standing.UNKNOWN: _("Bộ tiêu chí không có mã này"),
    Standing.EMPTY: _("Bảng không ghi điểm thẩm định"),
}
_QUIET = (Standing.SAME, Standing.EMPTY, Standing.UNKNOWN, Standing.SURVEY, Standing.SUM)


@register.filter
def standing_word(value: str) -> str:
    """Why a line of a result changes nothing, or cannot be, in words."""
    return str(_STANDING_WORDS[Standing(value)])


@register.simple_tag
def quiet_lines(seen: ResultPreview) -> list[tuple[str, tuple[ResultLine, ...]]]:
    """The lines that change nothing, gathered by why."""
    gathered = ((standing_word(standing), seen.of(standing)) for standing in _QUIET)
    return [(words, lines) for words, lines in gathered if lines]


@register.simple_tag
def missing_lines(seen: Publication) -> list[dict[str, Any]]:
    """What is missing before a round can be published: in words, with the units and the pages on which it is done."""
    return [_missing_line(lack, units) for lack, units in seen.missing.items()]


@register.simple_tag
def doubts() -> list[tuple[str, str | Promise]]:
    """What a list of rows can be narrowed to, in words."""
    return [(doubt.value, words) for doubt, words in _DOUBT_WORDS.items()]


@register.simple_tag
def doubt_count(seen: AppraisalPage, value: str) -> int:
    """How many rows of a page have a doubt."""
    return seen.counts[value]


@register.simple_tag
def row_query(seen: AppraisalPage, line: AppraisalLine) -> str:
    """The query string of a row under the page's filters."""
    kept = (("loc", seen.doubt), ("linh-vuc", seen.area), ("dong", str(line.pk)))
    return urlencode([(name, value) for name, value in kept if value])


@register.filter
def move_word(value: str) -> str:
    """A move in words."""
    return MOVE_TITLES[Move(value)].said(language())


@register.filter
def change(value: Decimal | None) -> str:
    """Points more or less than claimed: −0,25, +0,25; 0 where nothing changed, a dash where it is not known."""
    if value is None:
        return "–"
    sign = "−" if value < 0 else "+"
    return f"{sign}{wording.points(abs(value), language())}" if value else "0"


@register.simple_tag
def explanation(score: CriterionScore, framework: Framework) -> tuple[str, ...]:
    """Why a criterion has its points, or none: one sentence a step."""
    return explain(score, framework, language())


@register.filter
def typed_points(value: Decimal | None) -> str:
    """Points as a form field holds them."""
    return "" if value is None else wording.points(value, language())


@register.simple_tag
def basis_words(proposal: Proposal) -> str:
    """What speaks for an agency's answering, in the reader's language."""
    spoken = language()
    return "; ".join(basis.vi if spoken == "vi" else basis.en for basis in proposal.bases)


@register.simple_tag
def ticked_owners(loss: OwnedLoss, typed_for: int | None, ticked: Collection[str]) -> Collection[str]:
    """The codes that a form shows as ticked: what was just sent, what was decided, else the first proposal."""
    if typed_for == loss.row.pk:
        return ticked
    first = [proposal.agency.code for proposal in loss.proposals[:1]]
    return [agency.code for agency in loss.owners] or first


@register.simple_tag
def owner_choices(agencies: AgencyDirectory) -> list[Agency]:
    """The agencies that may be chosen though nothing proposes them: all but communes."""
    return [agency for agency in agencies.agencies if agency.level is not AgencyLevel.COMMUNE]


def _missing_line(lack: Lack, units: tuple[UnitReadiness, ...]) -> dict[str, Any]:
    named = [
        {"name": one.unit.name, "count": one.lacking.get(lack, 0), "href": _place_of(lack, one)}
        for one in units[:_NAMED]
    ]
    count = sum(one.lacking.get(lack, 0) for one in units) or len(units)
    return {"words": _lack_words(lack, count), "units": named, "more": len(units) - len(named)}


def _lack_words(lack: Lack, count: int) -> str:
    said = {
        Lack.NO_ROWS: ngettext("%(n)d đơn vị chưa có phiếu", "%(n)d đơn vị chưa có phiếu", count),
        Lack.UNSENT: ngettext("%(n)d dòng chưa trình", "%(n)d dòng chưa trình", count),
        Lack.UNJUDGED: ngettext(
            "%(n)d dòng đã trình, chưa thẩm định", "%(n)d dòng đã trình, chưa thẩm định", count
        ),
        Lack.EXPLAINED: ngettext(
            "%(n)d dòng đã giải trình, chưa thẩm định lại",
            "%(n)d dòng đã giải trình, chưa thẩm định lại",
            count,
        ),
    }
    return said[lack] % {"n": count}


def _place_of(lack: Lack, one: UnitReadiness) -> str:
    """The page on which a unit gets what it lacks."""
    if lack is Lack.NO_ROWS:
        return reverse("round", args=[one.unit.round_id])
    if lack is Lack.UNSENT:
        return reverse("consolidation", args=[one.unit.pk])
    doubt = Doubt.EXPLAINED if lack is Lack.EXPLAINED else Doubt.PENDING
    return f"{reverse('appraisal', args=[one.unit.pk])}?{urlencode({'loc': doubt.value})}"
