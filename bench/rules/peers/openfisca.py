"""OpenFisca-Core: a variable for each input and each rule, in float32."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from bench.rules.task import BAND, BANDS, FULL_UNTIL, HALF_UNTIL, LATE, LEAVES, Task

KEEPS = "an array of each variable"
SAMPLE = None
YEAR = "2018"

_EDGES = np.array([0.0, *(float(least) for least, _ in reversed(BANDS))])
_WORTH = np.array([0.0, *(float(worth) for _, worth in reversed(BANDS))])


def prepare(task: Task) -> Callable[[], list[Any]]:
    commune = build_entity(key="commune", plural="communes", label="commune", is_person=True)
    system = TaxBenefitSystem([commune])
    for leaf, (kind, maximum) in enumerate(task.rules()):
        _add(system, commune, f"first{leaf}", None)
        _add(system, commune, f"second{leaf}", None)
        _add(system, commune, f"points{leaf}", _formula(leaf, kind, maximum))
    first, second = task.first.astype(float), task.second.astype(float)

    def score() -> list[Any]:
        simulation = SimulationBuilder().build_default_simulation(system, task.units)
        for leaf in range(LEAVES):
            simulation.set_input(f"first{leaf}", YEAR, first[:, leaf])
            simulation.set_input(f"second{leaf}", YEAR, second[:, leaf])
        return [simulation.calculate(f"points{leaf}", YEAR) for leaf in range(LEAVES)]

    return score


def points(results: list[Any]) -> npt.NDArray[np.float64]:
    return np.array(results, np.float64).T


def _add(system: Any, entity: Any, name: str, formula: Any) -> None:
    described = {"value_type": float, "entity": entity, "definition_period": DateUnit.YEAR, "label": name}
    calculated = {} if formula is None else {"formula": formula}
    system.add_variable(type(name, (Variable,), {**described, **calculated}))


def _formula(leaf: int, kind: int, maximum: float) -> Callable[[Any, Any], Any]:
    def formula(commune: Any, period: Any) -> Any:
        first, second = commune(f"first{leaf}", period), commune(f"second{leaf}", period)
        if kind == BAND:
            return _WORTH[np.searchsorted(_EDGES, first / second, side="right") - 1] * maximum
        if kind == LATE:
            steps = [first <= FULL_UNTIL, first <= HALF_UNTIL]
            return np.select(steps, [maximum, maximum * 0.5], 0.0)
        return np.minimum(first / second, 1) * maximum

    return formula
