"""Nhiều đơn vị một lượt: accepting, consolidating and sending many units of a round, each for itself."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from parindex.domain.rights import Right
from parindex.domain.workflow import Move, Stage, unit_move
from parindex.records.models import AssessmentRound, RoundUnit, SheetRow
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.rounds.pages import UnitState
from parindex.services.sheets.books import BooksOf, read_once
from parindex.services.sheets.moves import accept, consolidate, send

RIGHTS: Mapping[Move, Right] = {
    Move.ACCEPT: Right.REVIEW,
    Move.CONSOLIDATE: Right.CONSOLIDATE,
    Move.SEND: Right.CONSOLIDATE,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadyUnits:
    """The units that one move takes on, and how many of their rows."""

    move: Move
    units: tuple[UnitState, ...]
    rows: int


@dataclass(frozen=True, kw_only=True, slots=True)
class MovedUnits:
    """What became of a move on many units: how many went on, with how many rows, and why others did not."""

    move: Move
    units: int
    rows: int
    refused: tuple[tuple[RoundUnit, DeedError], ...]

    @property
    def reasons(self) -> tuple[tuple[DeedError, tuple[RoundUnit, ...]], ...]:
        """Each reason once, with the units that it kept back."""
        said: dict[str, DeedError] = {}
        units: dict[str, list[RoundUnit]] = defaultdict(list)
        for unit, error in self.refused:
            said.setdefault(error.vi, error)
            units[error.vi].append(unit)
        return tuple((error, tuple(units[text])) for text, error in said.items())


def ready_units(units: Iterable[UnitState], *, actor: Actor) -> tuple[ReadyUnits, ...]:
    """Which of these units can be taken on as a whole, by the move that does it, as far as the reader may make it."""
    found: dict[Move, list[UnitState]] = defaultdict(list)
    for unit in units:
        move = unit_move(unit.stages)
        if move and actor.may(RIGHTS[move]):
            found[move].append(unit)
    return tuple(
        ReadyUnits(move=move, units=tuple(found[move]), rows=sum(_taken(move, unit) for unit in found[move]))
        for move in RIGHTS
        if move in found
    )


def move_units(
    *, actor: Actor, round_: AssessmentRound, move: Move, units: Collection[int], today: date
) -> MovedUnits:
    """Make a move on each unit named (by its key), all its rows or none; a unit that is refused keeps no other back.

    Raises `DeedError` for a move that takes no whole unit on, and where no unit of the round is named.
    """
    deed = _DEEDS.get(move)
    if deed is None:
        raise DeedError(
            "Không làm được việc này cho nhiều đơn vị; chưa thay đổi gì.",
            "This cannot be done to many units; nothing was changed.",
        )
    actor.require(RIGHTS[move])
    wanted = round_.units.filter(pk__in=list(units)).select_related("agency", "round__framework")
    chosen = list(wanted.defer("round__framework__data").order_by("position", "pk"))
    if not chosen:
        raise DeedError("Chưa chọn đơn vị nào; chưa thay đổi gì.", "No unit is chosen; nothing was changed.")
    books = read_once(chosen)
    rows: list[int] = []
    refused: list[tuple[RoundUnit, DeedError]] = []
    for unit in chosen:
        try:
            rows.append(deed(actor, unit, today, books))
        except DeedError as error:
            refused.append((unit, error))
    return MovedUnits(move=move, units=len(rows), rows=sum(rows), refused=tuple(refused))


def _taken(move: Move, unit: UnitState) -> int:
    stage = {Move.ACCEPT: Stage.SUBMITTED, Move.CONSOLIDATE: Stage.ACCEPTED, Move.SEND: Stage.CONSOLIDATED}[
        move
    ]
    return unit.stages[stage]


def _accept(actor: Actor, unit: RoundUnit, today: date, books: BooksOf) -> int:
    return accept(actor=actor, rows=SheetRow.objects.filter(sheet__unit=unit), today=today, books=books)


def _consolidate(actor: Actor, unit: RoundUnit, today: date, books: BooksOf) -> int:
    return consolidate(actor=actor, unit=unit, today=today, books=books)


def _send(actor: Actor, unit: RoundUnit, today: date, books: BooksOf) -> int:
    return send(actor=actor, unit=unit, today=today, books=books)


_DEEDS: Mapping[Move, Callable[[Actor, RoundUnit, date, BooksOf], int]] = {
    Move.ACCEPT: _accept,
    Move.CONSOLIDATE: _consolidate,
    Move.SEND: _send,
}
