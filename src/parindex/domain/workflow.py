"""Quy trình chấm điểm: the stages of a row from draft to publication, and which deed leads where, until when.

Milestones carry the last day of a deed; after it the deed is locked, unless a coordinator reopened the row.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from parindex.domain.titles import Title
from parindex.domain.wording import day as said_day


class Stage(StrEnum):
    """Trạng thái of one row of a sheet, in the order of the year."""

    DRAFT = "draft"
    RETURNED = "returned"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    CONSOLIDATED = "consolidated"
    SENT = "sent"
    APPRAISED = "appraised"
    EXPLAINED = "explained"
    FINAL = "final"
    PUBLISHED = "published"


class Move(StrEnum):
    """What people do to a row; `SAVE` leaves its stage as it is."""

    SAVE = "save"
    SUBMIT = "submit"
    RETURN = "return"
    ACCEPT = "accept"
    REOPEN = "reopen"
    CONSOLIDATE = "consolidate"
    SEND = "send"
    APPRAISE = "appraise"
    EXPLAIN = "explain"
    FINALISE = "finalise"
    PUBLISH = "publish"


class Milestone(StrEnum):
    """Mốc thời gian of a round; each closes some moves after its day."""

    SELF_SCORE = "self_score"
    REVIEW = "review"
    CONSOLIDATION = "consolidation"
    SENDING = "sending"
    EXPLANATION = "explanation"
    SECOND_APPRAISAL = "second_appraisal"


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One move: from which stages, to which (None: it stays), and the milestone that closes it."""

    starts: frozenset[Stage]
    leads_to: Stage | None
    closes_with: Milestone | None = None


STEPS: Mapping[Move, Step] = {
    Move.SAVE: Step(
        starts=frozenset({Stage.DRAFT, Stage.RETURNED}), leads_to=None, closes_with=Milestone.SELF_SCORE
    ),
    Move.SUBMIT: Step(
        starts=frozenset({Stage.DRAFT, Stage.RETURNED}),
        leads_to=Stage.SUBMITTED,
        closes_with=Milestone.SELF_SCORE,
    ),
    Move.RETURN: Step(
        starts=frozenset({Stage.SUBMITTED, Stage.ACCEPTED}),
        leads_to=Stage.RETURNED,
        closes_with=Milestone.REVIEW,
    ),
    Move.ACCEPT: Step(
        starts=frozenset({Stage.SUBMITTED}), leads_to=Stage.ACCEPTED, closes_with=Milestone.REVIEW
    ),
    Move.REOPEN: Step(
        starts=frozenset({Stage.DRAFT, Stage.RETURNED, Stage.SUBMITTED, Stage.ACCEPTED, Stage.CONSOLIDATED}),
        leads_to=Stage.RETURNED,
    ),
    Move.CONSOLIDATE: Step(
        starts=frozenset({Stage.ACCEPTED}),
        leads_to=Stage.CONSOLIDATED,
        closes_with=Milestone.CONSOLIDATION,
    ),
    Move.SEND: Step(
        starts=frozenset({Stage.CONSOLIDATED}), leads_to=Stage.SENT, closes_with=Milestone.SENDING
    ),
    Move.APPRAISE: Step(starts=frozenset({Stage.SENT, Stage.APPRAISED}), leads_to=Stage.APPRAISED),
    Move.EXPLAIN: Step(
        starts=frozenset({Stage.APPRAISED}), leads_to=Stage.EXPLAINED, closes_with=Milestone.EXPLANATION
    ),
    Move.FINALISE: Step(
        starts=frozenset({Stage.APPRAISED, Stage.EXPLAINED}),
        leads_to=Stage.FINAL,
        closes_with=Milestone.SECOND_APPRAISAL,
    ),
    Move.PUBLISH: Step(starts=frozenset({Stage.APPRAISED, Stage.FINAL}), leads_to=Stage.PUBLISHED),
}


def refusal(
    move: Move,
    stage: Stage,
    *,
    milestones: Mapping[Milestone, date],
    today: date,
    open_until: date | None = None,
) -> Title | None:
    """Why a move is not possible on a row; None when it is. A milestone's own day still counts.

    `open_until` is the last day for which a coordinator reopened the row for its agency.
    """
    step = STEPS[move]
    if stage not in step.starts:
        vi, en = STAGE_TITLES[stage].vi, STAGE_TITLES[stage].en
        return Title(
            vi=f"Dòng này đang ở trạng thái “{vi}” nên không làm được việc này.",
            en=f"This row is “{en}”, which does not allow it.",
        )
    last = milestones.get(step.closes_with) if step.closes_with else None
    if last is None or today <= last or (open_until is not None and today <= open_until):
        return None
    help_vi, help_en = _HELP[step.closes_with is Milestone.SELF_SCORE]
    return Title(
        vi=f"Đã hết hạn từ ngày {said_day(last, 'vi')}. {help_vi}",
        en=f"The deadline was {said_day(last, 'en')}. {help_en}",
    )


def unit_move(stages: Collection[Stage]) -> Move | None:
    """What takes a whole unit on whose rows stand at these stages: accept what was handed in, consolidate, send.

    None where every row waits for its agency, or where the year was sent.
    """
    there = set(stages)
    if Stage.SUBMITTED in there:
        return Move.ACCEPT
    if not there or there - {Stage.ACCEPTED, Stage.CONSOLIDATED}:
        return None
    return Move.CONSOLIDATE if Stage.ACCEPTED in there else Move.SEND


# What still helps after a deadline: self-scoring is opened row by row, the others by moving the milestone.
_HELP: Mapping[bool, tuple[str, str]] = {
    True: ("Sở Nội vụ có thể mở lại từng dòng.", "The coordinator can reopen a row."),
    False: ("Sở Nội vụ có thể lùi mốc này.", "The coordinator can move this milestone."),
}


STAGE_TITLES: Mapping[Stage, Title] = {
    Stage.DRAFT: Title(vi="đang soạn", en="draft"),
    Stage.RETURNED: Title(vi="trả lại", en="returned"),
    Stage.SUBMITTED: Title(vi="đã gửi", en="submitted"),
    Stage.ACCEPTED: Title(vi="đã nhận", en="accepted"),
    Stage.CONSOLIDATED: Title(vi="đã tổng hợp", en="consolidated"),
    Stage.SENT: Title(vi="đã trình", en="sent"),
    Stage.APPRAISED: Title(vi="đã thẩm định", en="appraised"),
    Stage.EXPLAINED: Title(vi="đã giải trình", en="explained"),
    Stage.FINAL: Title(vi="đã thẩm định lại", en="finally appraised"),
    Stage.PUBLISHED: Title(vi="đã công bố", en="published"),
}

MOVE_TITLES: Mapping[Move, Title] = {
    Move.SAVE: Title(vi="Lưu", en="Save"),
    Move.SUBMIT: Title(vi="Gửi", en="Submit"),
    Move.RETURN: Title(vi="Trả lại", en="Return"),
    Move.ACCEPT: Title(vi="Nhận", en="Accept"),
    Move.REOPEN: Title(vi="Mở lại", en="Reopen"),
    Move.CONSOLIDATE: Title(vi="Tổng hợp", en="Consolidate"),
    Move.SEND: Title(vi="Trình", en="Send"),
    Move.APPRAISE: Title(vi="Thẩm định", en="Appraise"),
    Move.EXPLAIN: Title(vi="Giải trình", en="Explain"),
    Move.FINALISE: Title(vi="Thẩm định lại", en="Appraise again"),
    Move.PUBLISH: Title(vi="Công bố", en="Publish"),
}

MILESTONE_TITLES: Mapping[Milestone, Title] = {
    Milestone.SELF_SCORE: Title(vi="Tự chấm điểm", en="Self-scoring"),
    Milestone.REVIEW: Title(vi="Rà soát", en="Review"),
    Milestone.CONSOLIDATION: Title(vi="Tổng hợp", en="Consolidation"),
    Milestone.SENDING: Title(vi="Trình báo cáo", en="Sending"),
    Milestone.EXPLANATION: Title(vi="Giải trình", en="Explanation"),
    Milestone.SECOND_APPRAISAL: Title(vi="Thẩm định lại", en="Second appraisal"),
}
