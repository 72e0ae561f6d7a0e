"""Every address of the pages, taken from the URL conf, so that a new page cannot be forgotten."""

from typing import Any

from django.urls import reverse

from parindex.domain.rights import RIGHTS, Reach, Role
from parindex.records.models import Plan, RoundUnit
from parindex.web.doors import RIGHT_OF
from parindex.web.urls import urlpatterns

POST_ONLY = {
    *("upload_preview", "upload_confirm", "set_language", "set_theme"),
    *("table_preview", "table_confirm", "version_match", "version_confirm"),
}
NAMES = [pattern.name for pattern in urlpatterns if pattern.name]
OF_LINKS = {"invitation"}  # pages that only a link of their own leads to; they have tests of their own
OF_TABLES = {"table_file"}  # no page, but a workbook
OF_SHEETS = {  # pages of a sheet, of its rows and their documents; they have tests of their own with a scoring year
    *("evidence_document", "evidence_file", "row_evidence", "row_questions", "row_ask", "row_helpers"),
    *("sheet_check", "sheet_submitted", "sheet", "row", "row_history", "start"),
}

OF_ROUNDS = {  # deeds on rounds and their units, and files about them; they have tests of their own
    *("round_milestones", "round_units", "rows_accept", "row_return", "unit_consolidate", "unit_send"),
    *("report_json", "report_xlsx", "package"),
}
OF_RESULTS = {
    "keep_matching",
    "appraise",
    "explain",
    "owner_decide",
    "owners_as_proposed",
    "result_preview",
    "result_apply",
    "part_result",
}


def coordinator_may_open(name: str) -> bool:
    """Whether the person who is signed in in these tests has the right; the others have tests of their own."""
    right = RIGHT_OF[name]
    return right is None or RIGHTS[right][Role.COORDINATOR] > Reach.NONE


PAGES = [
    name
    for name in NAMES
    if name not in POST_ONLY | OF_LINKS | OF_SHEETS | OF_ROUNDS | OF_RESULTS | OF_TABLES
    and coordinator_may_open(name)
]
LISTS = ["overview", "criteria", "losses", "plans", "plan", "agencies", "evidence"]
EXAMPLES: dict[str, dict[str, Any]] = {
    "criterion": {"code": "5.7.1"},
    "plan": {},
    "task": {"place": 8},
    "agency": {"code": "26-so-noi-vu"},
    "invitation": {"token": "khong-co"},
    "invitation_withdraw": {"pk": 1},
    "person": {"pk": 1},
    "person_rename": {"pk": 1},
    "person_deactivate": {"pk": 1},
    "person_reactivate": {"pk": 1},
    "person_password": {"pk": 1},
    "person_factors": {"pk": 1},
    "post_add": {"pk": 1},
    "post_end": {"pk": 1},
    "account_reset_password_from_key": {"uidb36": "1", "key": "khong-co"},
    "evidence_document": {"pk": 1},
    "evidence_file": {"pk": 1},
    "row_evidence": {"pk": 1},
    "row_evidence_add": {"pk": 1},
    "row_evidence_find": {"pk": 1},
    "row_evidence_attach": {"pk": 1},
    "row_evidence_detach": {"pk": 1},
    "evidence_revise": {"pk": 1},
    "evidence_describe": {"pk": 1},
    "sheet_check": {"pk": 1},
    "sheet_submit": {"pk": 1},
    "sheet_submitted": {"pk": 1},
    "row_questions": {"pk": 1},
    "row_ask": {"pk": 1},
    "row_answer": {"pk": 1},
    "row_helpers": {"pk": 1},
    "row_helper_ask": {"pk": 1},
    "row_helper_end": {"pk": 1},
    "sheet": {"pk": 1},
    "row": {"pk": 1},
    "row_save": {"pk": 1},
    "row_preview": {"pk": 1},
    "row_history": {"pk": 1},
    "round": {"pk": 1},
    "round_milestones": {"pk": 1},
    "round_units": {"pk": 1},
    "consolidation": {"pk": 1},
    "rows_accept": {"pk": 1},
    "row_return": {"pk": 1},
    "unit_consolidate": {"pk": 1},
    "unit_send": {"pk": 1},
    "report_json": {"pk": 1},
    "report_xlsx": {"pk": 1},
    "package": {"pk": 1},
    "ranking": {"pk": 1},
    "unit_result": {"pk": 1, "unit": 1},
    "published_ranking": {"year": 2017, "level": "province"},
    "appraisal": {"pk": 1},
    "keep_matching": {"pk": 1},
    "appraise": {"pk": 1, "row": 1},
    "explanations": {"pk": 1},
    "explain": {"pk": 1, "row": 1},
    "owners": {"pk": 1},
    "owner_decide": {"pk": 1, "row": 1},
    "owners_as_proposed": {"pk": 1},
    "result_import": {"pk": 1},
    "result_preview": {"pk": 1},
    "result_apply": {"pk": 1},
    "part_result": {"pk": 1},
    "publish": {"pk": 1},
    "version": {"key": "co-san-mau-cap-xa"},
    "mfa_edit_webauthn": {"pk": 1},
    "mfa_remove_webauthn": {"pk": 1},
}


def address(name: str) -> str:
    """An address of a page, on the newest plan where the page is about one."""
    arguments = EXAMPLES.get(name, {})
    if name in {"plan", "task"}:
        arguments = {"pk": Plan.objects.order_by("-pk").values_list("pk", flat=True)[0], **arguments}
    if name in {"round", "consolidation", "appraisal", "owners", "result_import", "publish"}:
        unit = RoundUnit.objects.order_by("-pk")[0]
        arguments = {"pk": unit.round_id if name in {"round", "publish"} else unit.pk}
    if name in {"ranking", "unit_result"}:
        unit = RoundUnit.objects.order_by("-pk")[0]
        arguments = {"pk": unit.round_id, **({"unit": unit.pk} if name == "unit_result" else {})}
    return reverse(name, kwargs=arguments)
