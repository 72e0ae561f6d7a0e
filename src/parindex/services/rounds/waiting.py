"""Việc đang chờ: what of the running rounds waits for a reader: accepting, sending, appraising, publishing, answers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from parindex.domain.agencies import AgencyLevel
from parindex.domain.rights import Right
from parindex.domain.workflow import Move, Stage, unit_move
from parindex.records.models import AssessmentRound, RoundUnit
from parindex.records.queries.rounds import questions_by_unit, stages_by_unit, units_of_running_rounds
from parindex.services.actor import Actor


class Waits(StrEnum):
    """What something waits for, in the order of the year."""

    ACCEPT = "accept"
    CONSOLIDATE = "consolidate"
    SEND = "send"
    APPRAISE = "appraise"
    FINALISE = "finalise"  # the agency explained itself
    PUBLISH = "publish"
    ANSWER = "answer"  # the agency has not answered a question yet


@dataclass(frozen=True, kw_only=True, slots=True)
class WaitingUnit:
    """A unit with how many of its rows (or questions) wait."""

    unit: RoundUnit
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """What waits for the same thing in one round."""

    waits: Waits
    round: AssessmentRound
    units: tuple[WaitingUnit, ...]

    @property
    def count(self) -> int:
        return sum(one.count for one in self.units)


_RIGHTS: Mapping[Waits, Right] = {
    Waits.ACCEPT: Right.REVIEW,
    Waits.CONSOLIDATE: Right.CONSOLIDATE,
    Waits.SEND: Right.CONSOLIDATE,
    Waits.APPRAISE: Right.APPRAISE,
    Waits.FINALISE: Right.APPRAISE,
    Waits.PUBLISH: Right.PUBLISH,
    Waits.ANSWER: Right.ASK,
}
_STAGES: Mapping[Waits, Stage] = {
    Waits.ACCEPT: Stage.SUBMITTED,
    Waits.APPRAISE: Stage.SENT,
    Waits.FINALISE: Stage.EXPLAINED,
}
_WHOLE: Mapping[Waits, Move] = {Waits.CONSOLIDATE: Move.CONSOLIDATE, Waits.SEND: Move.SEND}
_JUDGED = {Stage.APPRAISED, Stage.FINAL}


def may_wait(actor: Actor) -> bool:
    """Whether anything of a round can wait for a person at all."""
    return any(actor.may(right) for right in _RIGHTS.values())


def waiting_for(actor: Actor) -> tuple[Waiting, ...]:
    """What waits for a person: the newest year first, in it from the province down. Three queries."""
    if not may_wait(actor):
        return ()
    stages, questions = stages_by_unit(), questions_by_unit()
    by_round: dict[AssessmentRound, list[RoundUnit]] = defaultdict(list)
    for unit in units_of_running_rounds():
        if unit.pk in stages:
            by_round[unit.round].append(unit)
    levels = list(AgencyLevel)
    return tuple(
        Waiting(waits=waits, round=round_, units=tuple(found))
        for round_, units in sorted(
            by_round.items(), key=lambda item: (-item[0].year, levels.index(AgencyLevel(item[0].level)))
        )
        for waits in Waits
        if actor.may(_RIGHTS[waits]) and (found := list(_found(waits, units, stages, questions)))
    )


def _found(
    waits: Waits,
    units: list[RoundUnit],
    stages: Mapping[int, Mapping[Stage, int]],
    questions: Mapping[int, int],
) -> Iterator[WaitingUnit]:
    if waits is Waits.PUBLISH and any(set(stages[unit.pk]) - _JUDGED for unit in units):
        return
    for unit in units:
        count = questions.get(unit.pk, 0) if waits is Waits.ANSWER else _rows(waits, stages[unit.pk])
        if count:
            yield WaitingUnit(unit=unit, count=count)


def _rows(waits: Waits, stages: Mapping[Stage, int]) -> int:
    """How many rows of a unit wait for this."""
    if waits in _STAGES:
        return stages.get(_STAGES[waits], 0)
    if waits in _WHOLE and unit_move(stages) is not _WHOLE[waits]:
        return 0
    return sum(stages.values())
