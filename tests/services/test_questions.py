"""Questions on rows: who asks, who answers, and what is open."""

import pytest

from parindex.domain.rights import Role
from parindex.domain.workflow import Stage
from parindex.records.models import LogEntry, RowNote, SheetRow
from parindex.records.queries.sheets import rows_of
from parindex.services.actor import Actor, RefusedError
from parindex.services.errors import DeedError
from parindex.services.log import verify
from parindex.services.sheets.helpers import ask_help, could_help, end_help
from parindex.services.sheets.pictures import sheets_for
from parindex.services.sheets.questions import Thread, answer, ask, thread_of
from tests.scoring_year import DAY, Year, acting, agency, open_2018

pytestmark = pytest.mark.django_db

TAX = "26-cuc-thue-tinh"
FINANCE = "26-so-tai-chinh"


@pytest.fixture
def year() -> Year:
    return open_2018()


def seen(year: Year, criterion: str) -> SheetRow:
    return rows_of([year.sheet()]).get(criterion=criterion)


def discussion(year: Year, reader: Actor) -> Thread:
    return thread_of(seen(year, "1.2"), reader)


def test_a_question_is_open_until_the_agency_answers_it(year: Year):
    coordinator, scorer = acting(Role.COORDINATOR), acting(Role.SCORER)
    question = ask(actor=coordinator, pk=year.row("1.2").pk, text=" Báo cáo quý nào chậm? ")
    before = (seen(year, "1.2").open_questions, discussion(year, scorer).open)  # type: ignore[attr-defined]

    answer(actor=scorer, pk=question.pk, text="Không có báo cáo nào chậm.")

    (found,) = discussion(year, scorer).questions
    assert (before, seen(year, "1.2").open_questions) == ((1, 1), 0)  # type: ignore[attr-defined]
    assert (found.note.text, [each.text for each in found.answers]) == (
        "Báo cáo quý nào chậm?",
        ["Không có báo cáo nào chậm."],
    )
    assert (found.note.by_id, found.answers[0].by_id) == (coordinator.user_id, scorer.user_id)


def test_questions_and_answers_stand_in_the_log_of_the_row(year: Year):
    row = year.row("1.2")
    question = ask(actor=acting(Role.APPRAISER), pk=row.pk, text="Căn cứ nào?")
    answer(actor=acting(Role.SCORER), pk=question.pk, text="Báo cáo số 12.")

    entries = LogEntry.objects.filter(subjects__about=f"row:{row.pk}").order_by("number")

    assert [(entry.deed, entry.detail["text"]) for entry in entries] == [
        ("question_ask", "Căn cứ nào?"),
        ("question_answer", "Báo cáo số 12."),
    ]
    assert list(verify()) == []


@pytest.mark.parametrize(
    ("role", "may_ask", "may_answer"),
    [
        (Role.COORDINATOR, True, False),
        (Role.APPRAISER, True, False),
        (Role.SCORER, False, True),
        (Role.HEAD, False, True),
        (Role.CONTRIBUTOR, False, True),
        (Role.LEADER, False, False),
        (Role.AUDITOR, False, False),
    ],
)
def test_some_ask_others_answer_and_the_page_knows_who(
    year: Year, role: Role, may_ask: bool, may_answer: bool
):
    question = ask(actor=acting(Role.COORDINATOR, FINANCE), pk=year.row("1.2").pk, text="Vì sao?")
    reader = acting(role)

    thread = discussion(year, reader)

    assert (thread.may_ask, thread.may_answer) == (may_ask, may_answer)
    if not may_ask:
        with pytest.raises(RefusedError):
            ask(actor=reader, pk=year.row("1.2").pk, text="Hỏi lại")
    if not may_answer:
        with pytest.raises(RefusedError):
            answer(actor=reader, pk=question.pk, text="Trả lời hộ")
    assert RowNote.objects.count() == 1


def test_another_agency_does_not_answer(year: Year):
    question = ask(actor=acting(Role.COORDINATOR), pk=year.row("1.2").pk, text="Vì sao?")

    with pytest.raises(RefusedError):
        answer(actor=acting(Role.HEAD, FINANCE), pk=question.pk, text="Trả lời hộ")


def test_an_answer_is_to_a_question_and_not_to_an_answer(year: Year):
    question = ask(actor=acting(Role.COORDINATOR), pk=year.row("1.2").pk, text="Vì sao?")
    first = answer(actor=acting(Role.SCORER), pk=question.pk, text="Vì vậy")

    with pytest.raises(DeedError) as refused:
        answer(actor=acting(Role.HEAD), pk=first.pk, text="Vì thế")

    assert refused.value.vi == "Không có câu hỏi này; chưa gửi gì."


@pytest.mark.parametrize("text", ["", "  \n ", "a" * 2001])
def test_a_question_says_something_and_not_too_much(year: Year, text: str):
    with pytest.raises(DeedError) as refused:
        ask(actor=acting(Role.COORDINATOR), pk=year.row("1.2").pk, text=text)

    assert (refused.value.vi, RowNote.objects.count()) == (
        "Nội dung phải có từ 1 đến 2000 ký tự; chưa gửi gì.",
        0,
    )


def test_once_the_result_is_published_nothing_is_asked_any_more(year: Year):
    row = year.row("1.2")
    SheetRow.objects.filter(pk=row.pk).update(stage=Stage.PUBLISHED)
    coordinator = acting(Role.COORDINATOR)

    with pytest.raises(DeedError) as refused:
        ask(actor=coordinator, pk=row.pk, text="Vì sao?")

    assert discussion(year, coordinator).may_ask is False
    assert refused.value.vi == "Kết quả đã công bố nên việc trao đổi đã khép lại; chưa gửi gì."


# ── Agencies that help ───────────────────────────────────────────────────────────────────────────────────────────────


def test_an_agency_that_helps_finds_the_sheet_among_its_own_until_that_ends(year: Year):
    scorer, row = acting(Role.SCORER), year.row("1.2")
    agency(TAX, "Cục Thuế tỉnh", "central")
    clerk = acting(Role.CONTRIBUTOR, TAX)
    before = sheets_for(clerk)

    helper = ask_help(actor=scorer, pk=row.pk, agency=TAX, today=DAY)
    meanwhile = sheets_for(clerk)
    end_help(actor=scorer, pk=helper.pk, today=DAY)

    assert (before, meanwhile, sheets_for(clerk)) == ([], [year.sheet()], [])
    entries = LogEntry.objects.filter(subjects__about=f"row:{row.pk}").order_by("number")
    assert [(entry.deed, entry.detail) for entry in entries] == [
        ("help_ask", {"asked": "Cục Thuế tỉnh"}),
        ("help_end", {"asked": "Cục Thuế tỉnh"}),
    ]


def test_an_agency_is_asked_once_and_never_the_sheets_own(year: Year):
    scorer, row = acting(Role.SCORER), year.row("1.2")
    agency(TAX, "Cục Thuế tỉnh")
    ask_help(actor=scorer, pk=row.pk, agency=TAX, today=DAY)

    refusals = []
    for code in (TAX, "26-so-noi-vu", "khong-co"):
        with pytest.raises(DeedError) as refused:
            ask_help(actor=scorer, pk=row.pk, agency=code, today=DAY)
        refusals.append(refused.value.vi)

    assert refusals == [
        "Cục Thuế tỉnh đã điền được dòng này từ trước; giữ nguyên.",
        "Sở Nội vụ đã điền được dòng này từ trước; giữ nguyên.",
        "Hãy chọn một cơ quan trong danh sách; chưa nhờ ai.",
    ]


@pytest.mark.parametrize(
    ("role", "code"),
    [(Role.CONTRIBUTOR, "26-so-noi-vu"), (Role.SCORER, FINANCE), (Role.COORDINATOR, "26-so-noi-vu")],
)
def test_only_who_scores_the_row_asks_for_help(year: Year, role: Role, code: str):
    agency(TAX, "Cục Thuế tỉnh")

    with pytest.raises(RefusedError):
        ask_help(actor=acting(role, code), pk=year.row("1.2").pk, agency=TAX, today=DAY)


def test_agencies_that_had_ended_before_the_year_are_not_offered(year: Year):
    ended, new = agency(TAX, "Cục Thuế tỉnh", "central"), agency("26-moi", "Sở mới")
    ended.valid_to, new.valid_from = DAY.replace(year=2017), DAY.replace(year=2019)
    ended.save()
    new.save()

    offered = [each.code for each in could_help(seen(year, "1.2"), year.sheet(), today=DAY)]

    assert offered == [
        *("26", "26-so-tai-chinh", "26-so-thong-tin-va-truyen-thong", "26-so-tu-phap"),
        "26-van-phong-ubnd-tinh",
    ]
