"""What a finding is: one group for each kind of gap, with its figure, its sentence and its items."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from parindex.domain.agencies import AgencyDirectory
from parindex.domain.coverage import names
from parindex.domain.plans import Loss, Plan, Task
from parindex.domain.points import ZERO
from parindex.domain.rules.base import Sentence
from parindex.domain.wording import points as in_points


@dataclass(frozen=True, kw_only=True, slots=True)
class FindingItem:
    """One instance of a gap, with what it points to. `points` is None where no points hang on it.

    `of_task` says that it speaks of its task; otherwise it speaks of its criterion, where it has one.
    """

    text: Sentence
    criterion: str = ""
    tasks: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    points: Decimal | None = None
    due_date: date | None = None
    of_task: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class FindingGroup:
    """One kind of gap. `figure` is what is counted, points or tasks; `rest` goes on after it in a sentence.

    `points` are the points at stake, each lost point counted once; zero where nothing can be counted.
    """

    kind: str
    figure: Sentence
    rest: Sentence
    items: tuple[FindingItem, ...]
    points: Decimal = ZERO

    @property
    def sentence(self) -> Sentence:
        """Figure and rest as one whole sentence."""
        return Sentence(vi=f"{self.figure.vi} {self.rest.vi}", en=f"{self.figure.en} {self.rest.en}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """What the gaps are looked for in: a plan, and what is known besides."""

    plan: Plan
    directory: AgencyDirectory = field(default_factory=lambda: AgencyDirectory(()))
    knows_agencies: bool = False
    maxima: dict[str, Decimal] = field(default_factory=dict)


def points_figure(points: Decimal) -> Sentence:
    """Points as a figure: 7,26 and 7.26."""
    return Sentence(vi=in_points(points, "vi"), en=in_points(points, "en"))


def counted(count: int, one: str, many: str) -> str:
    """A count with its English words: "1 task", "3 tasks"."""
    return f"{count} {one if count == 1 else many}"


def loss_group(
    kind: str, losses: Sequence[Loss], items: Iterable[FindingItem], *, vi: str, en: str
) -> FindingGroup:
    """A kind of gap counted in points; `vi` and `en` go on after "… điểm bị trừ ở 7 tiêu chí"."""
    points = sum_lost(losses)
    return FindingGroup(
        kind=kind,
        figure=points_figure(points),
        rest=Sentence(
            vi=f"điểm bị trừ ở {len(losses)} tiêu chí {vi}",
            en=f"points lost in {counted(len(losses), 'criterion', 'criteria')} {en}",
        ),
        items=tuple(items),
        points=points,
    )


def task_group(
    kind: str, plan: Plan, tasks: Sequence[Task], items: Iterable[FindingItem], *, vi: str, en: str
) -> FindingGroup:
    """A kind of gap counted in tasks; at stake are the lost points that they name, each row counted once.

    `vi` and `en` go on after "2 nhiệm vụ".
    """
    losses = dict.fromkeys(loss for task in tasks for loss in losses_named(plan, task))
    count = len(tasks)
    return FindingGroup(
        kind=kind,
        figure=Sentence(vi=str(count), en=str(count)),
        rest=Sentence(vi=f"nhiệm vụ {vi}", en=f"{'task' if count == 1 else 'tasks'} {en}"),
        items=tuple(items),
        points=sum_lost(losses),
    )


def task_item(plan: Plan, task: Task, *, vi: str, en: str, due_date: date | None = None) -> FindingItem:
    """A task as an item; `vi` and `en` go on after "Nhiệm vụ 5"."""
    return FindingItem(
        text=Sentence(vi=f"Nhiệm vụ {task.number}{vi}", en=f"Task {task.number}{en}"),
        criterion=task.criteria[0] if task.criteria else "",
        tasks=(task.number,),
        agencies=task.lead,
        points=sum_lost(losses_named(plan, task)) or None,
        due_date=due_date,
        of_task=True,
    )


def points_lost(loss: Loss) -> Decimal | None:
    """Points lost in a row: as printed, else maximum less earned, else unknown."""
    if loss.lost is not None:
        return loss.lost
    return loss.maximum - loss.earned if loss.maximum is not None and loss.earned is not None else None


def is_lost(loss: Loss) -> bool:
    """Whether points were lost in a row, or may have been: an unknown figure counts as lost."""
    return points_lost(loss) != 0


def sum_lost(losses: Iterable[Loss]) -> Decimal:
    """Points lost in several rows, as far as they are known."""
    return sum((points_lost(loss) or ZERO for loss in losses), ZERO)


def loss_item(loss: Loss, tasks: tuple[str, ...] = ()) -> FindingItem:
    """A row of the register as an item: code and name."""
    label = f"{loss.criterion} {loss.name}".strip()
    return FindingItem(
        text=Sentence(vi=label, en=label),
        criterion=loss.criterion,
        tasks=tasks,
        agencies=loss.responsible,
        points=points_lost(loss),
    )


def losses_named(plan: Plan, task: Task) -> tuple[Loss, ...]:
    """The rows that a task names."""
    return tuple(loss for loss in plan.losses if names(task, loss.criterion))


def area_of(code: str) -> str:
    """The area of a code: "7" of "7.3.2"."""
    return code.partition(".")[0]
