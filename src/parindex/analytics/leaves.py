"""The leaves of a framework, made ready for many units."""

from dataclasses import dataclass

from parindex.analytics.kernels.base import NO_BRANCH, Kernel, Scale
from parindex.analytics.kinds.family import kernel_of
from parindex.analytics.kinds.unruled import Unruled
from parindex.domain.facts import FactBook
from parindex.domain.framework import Criterion, Framework
from parindex.domain.rules.base import Input


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Leaf:
    """One scored criterion: its place among the leaves, the facts it reads, and its kernel (None: the domain's)."""

    place: int
    criterion: Criterion
    inputs: tuple[Input, ...]
    register_fact: str
    kernel: Kernel | None

    @classmethod
    def of(cls, framework: Framework, criterion: Criterion, place: int) -> "Leaf":
        rule, maximum = criterion.rule, criterion.maximum
        scale = None if maximum is None else Scale(maximum=maximum.points, rounding=framework.rounding)
        kernel: Kernel | None
        if rule is None or scale is None:
            kernel = Unruled(full=None if scale is None else scale.whole(scale.maximum))
        else:
            kernel = kernel_of(rule, scale)
        return cls(
            place=place,
            criterion=criterion,
            inputs=() if rule is None or scale is None else rule.inputs(),
            register_fact=_register_fact(framework, criterion) if rule is None else "",
            kernel=kernel,
        )

    @property
    def branches(self) -> tuple[int, ...]:
        return (NO_BRANCH,) if self.kernel is None else self.kernel.branches

    @property
    def fact_codes(self) -> tuple[str, ...]:
        register = (self.register_fact,) if self.register_fact else ()
        return (*register, *(wanted.fact for wanted in self.inputs))

    def complete(self, book: FactBook) -> tuple[str, ...]:
        """The criterion's part, where the unit says that the register of its lost points is complete."""
        said = [fact.value for fact in book.find(self.register_fact)]
        return (self.criterion.part,) if said and all(value is True for value in said) else ()


def _register_fact(framework: Framework, criterion: Criterion) -> str:
    return next((part.register_fact for part in framework.parts if part.key == criterion.part), "")
