"""The log in templates."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

from parindex.domain.workflow import STAGE_TITLES, Stage
from parindex.web.templatetags.parindex import titled

register = template.Library()

_LONGEST = 400
_STAGES = frozenset(stage.value for stage in Stage)


@register.filter
def plain(value: Any) -> str:
    """A value of the log as text: yes and no in words, lists parted by commas; a dash where there was none."""
    match value:
        case None | "" | [] | {}:
            return "–"
        case bool():
            return _("có") if value else _("không")
        case list():
            return _cut(", ".join(plain(item) for item in value))
        case dict():
            return _cut("; ".join(f"{name}: {plain(item)}" for name, item in value.items()))
    if value in _STAGES:
        return titled(STAGE_TITLES[Stage(value)])
    return _cut(str(value))


@register.filter
def column_word(name: str) -> str:
    """What a column of a row is called."""
    words = {
        "claimed": _("điểm tự chấm"),
        "awarded": _("điểm thẩm định"),
        "applicable": _("áp dụng"),
        "justification": _("giải trình"),
        "remark": _("ghi chú"),
        "reason": _("lý do"),
        "body": _("cơ quan thẩm định"),
        "facts": _("số liệu"),
        "evidence": _("tài liệu kiểm chứng"),
        "version": _("phiên bản"),
        "stage": _("trạng thái"),
        "rows": _("dòng"),
        "until": _("đến ngày"),
        "framework": _("bộ tiêu chí"),
        "units": _("đơn vị"),
        "milestones": _("mốc"),
        "sheets": _("phiếu"),
        "leads": _("chủ trì"),
        "source": _("nguồn"),
        "added": _("đã thêm"),
        "role": _("vai trò"),
        "agency": _("cơ quan"),
        "criteria": _("tiêu chí"),
        "met": _("trùng ở"),
        "tasks": _("nhiệm vụ"),
        "losses": _("dòng trừ điểm"),
        "remarks": _("nội dung cần kiểm tra"),
    }
    return words.get(name, name)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
