"""Words of the domain's enumerations, for readers."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from parindex.domain.sources import Certainty
from parindex.services.improvement.tasks import TaskState

CERTAINTY_WORDS: Mapping[Certainty, str | Promise] = {
    Certainty.OFFICIAL: _("chính thức"),
    Certainty.PLAN: _("theo kế hoạch"),
    Certainty.REGISTER: _("theo danh mục quốc gia"),
    Certainty.REPORTED: _("cơ quan báo cáo"),
    Certainty.PRESS: _("theo báo chí"),
    Certainty.DERIVED: _("tính từ số liệu"),
    Certainty.IMPLIED: _("suy ra từ mức đã biết"),
    Certainty.INFERRED: _("suy luận"),
    Certainty.EXPECTED: _("thường có, chờ xác nhận"),
    Certainty.SAMPLE: _("mẫu"),
}

STATE_WORDS: Mapping[TaskState, str | Promise] = {
    TaskState.RECURRING: _("lặp lại"),
    TaskState.ONCE: _("một lần, còn hạn"),
    TaskState.PASSED: _("đã quá hạn"),
    TaskState.UNDATED: _("chưa có ngày"),
}

TRUST_WORDS: Mapping[str, str | Promise] = {
    "high": _("nguồn tin cậy"),
    "medium": _("nguồn tương đối tin cậy"),
    "low": _("nguồn chưa tin cậy"),
}
