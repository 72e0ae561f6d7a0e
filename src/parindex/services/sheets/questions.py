"""Trao đổi: what the coordinator and the appraisers ask about a row, and what its agency answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from parindex.domain.rights import Right
from parindex.domain.workflow import Stage
from parindex.records.models import RowNote, SheetRow
from parindex.records.queries.questions import notes_of
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.log import record
from parindex.services.sheets.pictures import place_of
from parindex.services.sheets.versions import locked_row, subjects_of

LONGEST = 2000  # characters


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """One question with its answers, in the order they were written; without one it is open."""

    note: RowNote
    answers: Sequence[RowNote]


@dataclass(frozen=True, kw_only=True, slots=True)
class Thread:
    """All that was asked about a row, and what its reader may do now."""

    questions: Sequence[Question]
    may_ask: bool
    may_answer: bool

    @property
    def open(self) -> int:
        return sum(not question.answers for question in self.questions)


def thread_of(row: SheetRow, actor: Actor) -> Thread:
    """The questions on a row that the reader has been found to be allowed to read."""
    notes = list(notes_of(row))
    place = place_of(row, row.sheet.agency)
    is_open = row.stage != Stage.PUBLISHED
    return Thread(
        questions=[
            Question(note=note, answers=[each for each in notes if each.question_id == note.pk])
            for note in notes
            if note.question_id is None
        ],
        may_ask=is_open and actor.may(Right.ASK, place),
        may_answer=is_open and actor.may(Right.ANSWER, place),
    )


@transaction.atomic
def ask(*, actor: Actor, pk: int, text: str) -> RowNote:
    """Hỏi: a question on a row, open until somebody answers it."""
    actor, row = _row(actor, pk, Right.ASK)
    said = _said(text)
    own = RowNote.objects.filter(row=row, question__isnull=True, answers__isnull=True)
    _refuse_twin(own, said, actor)
    note = RowNote.objects.create(row=row, text=said, by_id=actor.user_id, by_agency_id=actor.agency_id)
    _log(row, note, "question_ask", actor)
    return note


@transaction.atomic
def answer(*, actor: Actor, pk: int, text: str) -> RowNote:
    """Trả lời: the answer to a question (`pk`), which is then no longer open; further ones may follow."""
    question = RowNote.objects.filter(pk=pk, question__isnull=True).first()
    if question is None:
        raise DeedError("Không có câu hỏi này; chưa gửi gì.", "There is no such question; nothing was sent.")
    actor, row = _row(actor, question.row_id, Right.ANSWER)
    said = _said(text)
    _refuse_twin(question.answers.all(), said, actor)
    note = RowNote.objects.create(
        row=row,
        question=question,
        text=said,
        by_id=actor.user_id,
        by_agency_id=actor.agency_id,
    )
    _log(row, note, "question_answer", actor)
    return note


def _row(actor: Actor, pk: int, right: Right) -> tuple[Actor, SheetRow]:
    """The person in the post that lets them speak about a row, and that row."""
    row = locked_row(pk)
    acting = actor.require(right, place_of(row, row.sheet.agency))
    if row.stage == Stage.PUBLISHED:
        raise DeedError(
            "Kết quả đã công bố nên việc trao đổi đã khép lại; chưa gửi gì.",
            "The result is published and the discussion closed; nothing was sent.",
        )
    return acting, row


def _refuse_twin(notes: QuerySet[RowNote], said: str, actor: Actor) -> None:
    """A form that comes twice is one question, and one answer."""
    if notes.filter(text=said, by=actor.user_id).exists():
        raise DeedError(
            "Nội dung này đã gửi từ trước; không gửi lần nữa.",
            "These words were sent before; they were not sent again.",
        )


def _said(text: str) -> str:
    said = text.strip()
    if not said or len(said) > LONGEST:
        raise DeedError(
            f"Nội dung phải có từ 1 đến {LONGEST} ký tự; chưa gửi gì.",
            f"Write 1 to {LONGEST} characters; nothing was sent.",
        )
    return said


def _log(row: SheetRow, note: RowNote, deed: str, actor: Actor) -> None:
    record(
        actor=actor,
        deed=deed,
        subject=f"{row.criterion} · {row.sheet.unit}",
        about=[*subjects_of(row), f"question:{note.question_id or note.pk}"],
        text=note.text,
    )
