"""How the pages of sheets write stages, days left, completeness and what versions say."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from parindex.domain import wording
from parindex.domain.framework import Framework, Title
from parindex.domain.workflow import (
    MILESTONE_TITLES,
    MOVE_TITLES,
    STAGE_TITLES,
    STEPS,
    Milestone,
    Move,
    Stage,
)
from parindex.records.models import RowVersion
from parindex.services.appraisal.lines import JUDGED
from parindex.services.sheets.history import FactLines, facts_in_words
from parindex.services.sheets.pictures import RowLine, SheetPicture
from parindex.web.language import language

register = template.Library()

_STAGE_KINDS = {
    Stage.RETURNED: "unsure",
    Stage.SUBMITTED: "task",
    Stage.ACCEPTED: "task",
    Stage.CONSOLIDATED: "task",
    Stage.SENT: "task",
    Stage.FINAL: "good",
    Stage.PUBLISHED: "good",
}

_HANDED_IN = STEPS[Move.REOPEN].starts - STEPS[Move.SAVE].starts

_COLUMN_TITLES = {
    ("", "kind"): _lazy("Loại"),
    ("", "text"): _lazy("Nội dung"),
    ("", "document"): _lazy("Văn bản"),
    ("", "name"): _lazy("Tên"),
    ("", "count"): _lazy("Số lượng"),
    ("deeds", "name"): _lazy("Việc"),
    ("", "due"): _lazy("Hạn"),
    ("", "done"): _lazy("Ngày thực hiện"),
    ("options", "name"): _lazy("Phương án"),
    ("options", "count"): _lazy("Số phiếu"),
}


@register.filter
def stage_title(stage: str) -> str:
    """Where a row stands, in words."""
    return STAGE_TITLES[Stage(stage)].said(language())


@register.filter
def stage_kind(stage: str) -> str:
    """The kind of chip that shows a stage."""
    return _STAGE_KINDS.get(Stage(stage), "")


@register.filter
def move_title(move: str) -> str:
    """What was done to a row, in words."""
    return MOVE_TITLES[Move(move)].said(language())


@register.filter
def milestone_title(milestone: str) -> str:
    """A milestone of a round, in words."""
    return MILESTONE_TITLES[Milestone(milestone)].said(language())


@register.filter
def days_left(days: int | None) -> str:
    """How long a sheet stays open: "còn 12 ngày", "hôm nay là hạn cuối", "đã khóa 3 ngày"."""
    if days is None:
        return _("chưa đặt hạn")
    if days == 0:
        return _("hôm nay là hạn cuối")
    if days > 0:
        return ngettext("còn %(n)s ngày", "còn %(n)s ngày", days) % {"n": days}
    return ngettext("đã khóa %(n)s ngày", "đã khóa %(n)s ngày", -days) % {"n": -days}


@register.filter
def share_of_hundred(part: int, whole: int) -> str:
    """A part of a whole in percent, as SVG writes it: "62.5"."""
    return f"{100 * part / whole:.1f}" if whole else "0"


@register.simple_tag
def area_groups(picture: SheetPicture, shown: tuple[RowLine, ...]) -> list[dict[str, Any]]:
    """The rows shown under their areas, in the order of the framework."""
    groups = (
        {"area": area, "rows": [line for line in shown if line.criterion.area == area.code]}
        for area in picture.framework.areas
    )
    return [group for group in groups if group["rows"]]


@register.simple_tag
def counts_of(picture: SheetPicture) -> Mapping[str, int]:
    """How many rows each filter of a sheet leaves."""
    rows = picture.rows
    return {
        "all": len(rows),
        "missing": sum(not line.is_filled for line in rows),
        "differs": sum(line.differs for line in rows),
        "returned": sum(line.stage is Stage.RETURNED for line in rows),
        "asked": sum(line.open_questions > 0 for line in rows),
    }


@register.filter
def goes_out(picture: SheetPicture) -> bool:
    """Whether the reader writes on the sheet, and rows of it are still to be sent."""
    return any(Move.SAVE in line.refused and line.stage in STEPS[Move.SAVE].starts for line in picture.rows)


@register.filter
def went_out(picture: SheetPicture) -> bool:
    """Whether the reader writes on the sheet, and all of it was sent."""
    return any(Move.SAVE in line.refused for line in picture.rows) and not goes_out(picture)


@register.filter
def was_judged(picture: SheetPicture) -> bool:
    """Whether the reader may answer to an appraisal of rows of the sheet, and there is one."""
    return any(Move.EXPLAIN in line.refused and line.stage in JUDGED for line in picture.rows)


@register.filter
def is_past(day: date, today: date) -> bool:
    return day < today


@register.simple_tag
def version_facts(version: RowVersion, framework: Framework) -> FactLines:
    """The facts that a version was computed from, in words."""
    return facts_in_words(version, framework, language())


@register.filter
def said_in(title: Any) -> str:
    """A title in the reader's language, or in the other one where it has none."""
    return str(title.said(language()))


@register.filter
def title_of(titles: Mapping[str, Title], code: str) -> str:
    """What a level or an option is called; its code where it has no name."""
    title = titles.get(code)
    return (title.said(language()) if title else "") or code


@register.filter
def column_title(name: str, kind: str) -> str:
    """What a column of a list of facts is called."""
    return str(_COLUMN_TITLES.get((kind, name)) or _COLUMN_TITLES["", name])


@register.filter
def points_field(value: Decimal) -> str:
    """Points as the fields of a form hold them: "0,25"."""
    return wording.points(value, "vi")


@register.filter
def save_refusal(line: RowLine) -> str:
    """Why a row cannot be written in today; "" where it can, or where that is not the reader's to do."""
    if line.stage in _HANDED_IN:
        return _("Dòng đã gửi nên chỉ xem được; Sở Nội vụ trả lại hoặc mở lại thì mới sửa được.")
    refused = line.refused.get(Move.SAVE)
    return refused.said(language()) if refused else ""
