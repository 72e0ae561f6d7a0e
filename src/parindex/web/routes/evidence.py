"""Tài liệu kiểm chứng, checks before submission, questions."""

from parindex.domain.rights import Right
from parindex.web.doors import door
from parindex.web.views import checks, evidence, questions, row_evidence, row_helpers

READ, EDIT = Right.READ_ROWS, Right.EDIT_ROWS

urlpatterns = [
    door("minh-chung/", evidence.index, name="evidence", right=READ),
    door("minh-chung/<int:pk>/", evidence.show, name="evidence_document", right=READ),
    door("minh-chung/tep/<int:pk>/", evidence.file, name="evidence_file", right=READ),
    door("cham-diem/dong/<int:pk>/minh-chung/", row_evidence.show, name="row_evidence", right=READ),
    door("cham-diem/dong/<int:pk>/minh-chung/them/", row_evidence.add, name="row_evidence_add", right=EDIT),
    door("cham-diem/dong/<int:pk>/minh-chung/kho/", row_evidence.find, name="row_evidence_find", right=EDIT),
    door(
        "cham-diem/dong/<int:pk>/minh-chung/chon/",
        row_evidence.attach,
        name="row_evidence_attach",
        right=EDIT,
    ),
    door("minh-chung/dinh-kem/<int:pk>/go/", row_evidence.detach, name="row_evidence_detach", right=EDIT),
    door("minh-chung/dinh-kem/<int:pk>/thay/", row_evidence.revise, name="evidence_revise", right=EDIT),
    door("minh-chung/dinh-kem/<int:pk>/sua/", row_evidence.describe, name="evidence_describe", right=EDIT),
    door("cham-diem/<int:pk>/kiem-tra/", checks.show, name="sheet_check", right=READ),
    door("cham-diem/<int:pk>/gui/", checks.submit, name="sheet_submit", right=Right.SUBMIT),
    door("cham-diem/<int:pk>/da-gui/", checks.submitted, name="sheet_submitted", right=READ),
    door("cham-diem/dong/<int:pk>/trao-doi/", questions.show, name="row_questions", right=READ),
    door("cham-diem/dong/<int:pk>/trao-doi/hoi/", questions.ask, name="row_ask", right=Right.ASK),
    door("trao-doi/<int:pk>/tra-loi/", questions.answer, name="row_answer", right=Right.ANSWER),
    door("cham-diem/dong/<int:pk>/phoi-hop/", row_helpers.show, name="row_helpers", right=READ),
    door("cham-diem/dong/<int:pk>/phoi-hop/nho/", row_helpers.ask, name="row_helper_ask", right=Right.CLAIM),
    door("phoi-hop/<int:pk>/thoi/", row_helpers.end, name="row_helper_end", right=Right.CLAIM),
]
