"""The year 2018 in which Sở Nội vụ wrote one word into all that it writes into, and every address about these things.

A test then sees by that word alone whether an answer holds something of the agency.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import timezone

from parindex.domain.facts import Award
from parindex.domain.rights import Role
from parindex.domain.workflow import Milestone
from parindex.records.models import (
    Evidence,
    EvidenceRevision,
    LogEntry,
    RowEvidence,
    RowHelper,
    RowNote,
    RowVersion,
    SheetRow,
)
from parindex.services.actor import SYSTEM
from parindex.services.rounds.years import set_milestones
from parindex.services.sheets.helpers import ask_help
from parindex.services.sheets.moves import appraise, explain
from parindex.services.sheets.questions import ask
from tests.review_year import SNV, Review, review_2018
from tests.scoring_year import DAY, agency

WORD = "Zyqwx"
ROW = "5.7.1"  # of Sở Nội vụ: the row that holds the word
IT, HEALTH = "26-so-thong-tin-va-truyen-thong", "26-so-y-te"  # one scores rows of its own, one scores none

# Addresses about a thing of one agency, or of a unit as a whole: what their arguments are, and what their forms say.
OF_SHEETS = ("sheet", "sheet_check", "sheet_submit", "sheet_submitted", "explanations")
OF_ROWS: Mapping[str, Mapping[str, str]] = {
    "row": {},
    "row_save": {"claimed": "0,25", "justification": "Lời của người khác", "base": "1"},
    "row_preview": {"claimed": "0,25"},
    "row_history": {},
    "row_evidence": {},
    "row_evidence_add": {"url": "https://tinh.example/van-ban", "title": "Văn bản của người khác"},
    "row_evidence_find": {},
    "row_evidence_attach": {},  # the document, which is known later
    "row_questions": {},
    "row_ask": {"text": "Câu hỏi của người khác"},
    "row_helpers": {},
    "row_helper_ask": {"agency": "26-so-tu-phap"},
    "row_return": {"ly-do": "Thiếu tài liệu kiểm chứng"},
}
OF_LINKS: Mapping[str, Mapping[str, str]] = {
    "row_evidence_detach": {},
    "evidence_revise": {},
    "evidence_describe": {"title": "Tên của người khác"},
}
OF_UNITS = (
    *("consolidation", "rows_accept", "unit_consolidate", "unit_send"),
    *("report_json", "report_xlsx", "package"),
    *("appraisal", "keep_matching", "owners", "owners_as_proposed"),
    *("result_import", "result_preview", "result_apply", "part_result"),
)
OF_ROWS_OF_UNITS: Mapping[str, Mapping[str, str]] = {
    "appraise": {"points": "0", "reason": "Lý do của người khác", "body": "Người khác"},
    "owner_decide": {"agency": IT, "reason": "Lý do của người khác"},
}
OF_ROUNDS = ("round_milestones", "round_units", "publish")
# Pages that everybody opens, each with what is theirs: with nothing of the agency that is not.
SHARED = ("round", "ranking", "unit_result", "criterion", "agency", "evidence", "sheets", "rounds", "tables")
# Addresses about things that belong to no agency of a running round: criteria, plans, accounts, what is published.
ELSEWHERE = {
    *("plan", "task", "version", "published_ranking", "invitation", "table_file"),
    *("invitation_withdraw", "person", "post_add", "post_end", "account_reset_password_from_key"),
    *("person_rename", "person_deactivate", "person_reactivate", "person_password", "person_factors"),
    *("mfa_edit_webauthn", "mfa_remove_webauthn"),
}


@dataclass(frozen=True)
class Scope:
    """The year in which Sở Nội vụ wrote the word into everything that it can write into."""

    review: Review
    document: Evidence
    question: RowNote
    helper: RowHelper

    @property
    def row(self) -> SheetRow:
        return self.review.year.row(ROW)

    @property
    def things(self) -> dict[str, tuple[str, Mapping[str, Any]]]:
        """The path of every address about the agency's things, and what its form would send."""
        row, unit, round_ = self.row, self.review.year.unit, self.review.year.round
        link, revision = row.evidence_links.get(), self.document.revisions.get()
        attached = {"document": str(self.document.pk)}
        return {
            **{name: (reverse(name, args=[row.sheet_id]), {}) for name in OF_SHEETS},
            **{name: (reverse(name, args=[row.pk]), {**attached, **said}) for name, said in OF_ROWS.items()},
            **{name: (reverse(name, args=[link.pk]), said) for name, said in OF_LINKS.items()},
            **{name: (reverse(name, args=[unit.pk]), {"dong": row.pk}) for name in OF_UNITS},
            **{
                name: (reverse(name, args=[unit.pk, row.pk]), said) for name, said in OF_ROWS_OF_UNITS.items()
            },
            **{name: (reverse(name, args=[round_.pk]), {"don-vi": unit.pk}) for name in OF_ROUNDS},
            "explain": (reverse("explain", args=[row.sheet_id, row.pk]), {"text": "Lời của người khác đây"}),
            "evidence_document": (reverse("evidence_document", args=[self.document.pk]), {}),
            "evidence_file": (reverse("evidence_file", args=[revision.pk]), {}),
            "row_answer": (reverse("row_answer", args=[self.question.pk]), {"text": "Lời của người khác"}),
            "row_helper_end": (reverse("row_helper_end", args=[self.helper.pk]), {}),
            **{
                f"table_file {table}": (f"{reverse('table_file')}?bang={table}/{key}", {})
                for table, key in (
                    ("phieu", row.sheet_id),
                    ("so-lieu", f"dv-{unit.pk}"),
                    ("so-lieu", f"ky-{round_.pk}"),
                )
            },
        }

    @property
    def shared(self) -> Iterator[str]:
        """Pages that have something for everybody."""
        unit = self.review.year.unit
        arguments: dict[str, list[object]] = {
            "round": [unit.round_id],
            "ranking": [unit.round_id],
            "unit_result": [unit.round_id, unit.pk],
            "criterion": [ROW],
            "agency": [SNV],
        }
        for name in SHARED:
            path = reverse(name, args=arguments.get(name, []))
            yield from (path, f"{path}?nam=2018", f"{path}?q={WORD.lower()}", f"{path}?nam=2018&xuat=xlsx")
        yield f"{reverse('table_file')}?bang=ket-qua/{unit.pk}"

    def holds(self) -> dict[str, list[Any]]:
        """Everything that a deed could change."""
        kept = {
            model.__name__: list(model.objects.order_by("pk").values())
            for model in (SheetRow, RowVersion, Evidence, EvidenceRevision, RowEvidence, RowNote, RowHelper)
        }
        return kept | {"log": list(LogEntry.objects.order_by("pk").values_list("pk", "deed"))}


def scored() -> Scope:
    """The year while it is scored, with days for everything ahead."""
    review = review_2018()
    agency(HEALTH, "Sở Y tế")
    review.claim(ROW, "0.50", justification=f"Lời giải trình {WORD}")
    review.claim("7.1.1", "1.00")
    document = review.prove(ROW, f"Danh sách {WORD}", f"Nội dung {WORD}".encode())
    question = ask(actor=review.coordinator, pk=review.year.row(ROW).pk, text=f"Vì sao {WORD} được tính?")
    helper = ask_help(
        actor=review.who(Role.SCORER), pk=review.year.row("1.6").pk, agency="26-so-tai-chinh", today=DAY
    )
    _days_ahead(review)
    return Scope(review=review, document=document, question=question, helper=helper)


def sent_on(scope: Scope) -> None:
    """The year further on: sent, with the row appraised and explained."""
    review = scope.review
    review.send()
    award = Award(points=Decimal("0.25"), reason=f"Chưa đủ căn cứ {WORD}", awarded_by="Hội đồng")
    appraise(actor=review.who(Role.APPRAISER), pk=scope.row.pk, award=award, today=DAY)
    explain(actor=review.who(Role.HEAD), pk=scope.row.pk, text=f"Giải trình thêm về {WORD}", today=DAY)


def _days_ahead(review: Review) -> None:
    today = timezone.localdate()
    dates = {one: today + timedelta(weeks=place) for place, one in enumerate(Milestone, start=1)}
    set_milestones(actor=SYSTEM, round_=review.year.round, milestones=dates)
