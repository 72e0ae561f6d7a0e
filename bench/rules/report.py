"""Every tool in a new process, in turn, several rounds; the median counts."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from bench.processes import OURS, PEERS, MeasurementError, run
from bench.rules.exactness import Exactness, check
from bench.rules.task import LEAVES, draw
from bench.tables import short, table

TOOLS = {
    "ours": ("parindex", OURS),
    "ours_records": ("parindex, domain one by one", OURS),
    "numpy_bands": ("NumPy, float64 by hand", PEERS),
    "openfisca": ("OpenFisca-Core, float32", PEERS),
    "dataclasses_": ("dataclasses", PEERS),
    "cel_rust": ("CEL in Rust", PEERS),
    "pydantic_": ("pydantic", PEERS),
    "cel_python": ("cel-python", PEERS),
}
HEAD = (
    "tool",
    "evaluations/s",
    "slowest..fastest",
    "ours ÷ it",
    "peak MB",
    "wrong side",
    "points off",
    "wrong rounding",
    "kept to explain a result",
)


@dataclass(frozen=True, kw_only=True)
class Measured:
    rates: list[float]
    peak_mb: float
    said: dict[str, Any]
    exactness: Exactness

    @property
    def rate(self) -> float:
        return median(self.rates)


def report(units: int, rounds: int) -> str:
    """The table, and what our own run takes besides."""
    lines, measured = [], {}
    with tempfile.TemporaryDirectory() as folder:
        runs: dict[str, list[Any]] = {}
        for _ in range(rounds):
            for name, (_, python) in TOOLS.items():
                path = Path(folder) / f"{name}.npy"
                try:
                    runs.setdefault(name, []).append(
                        run(python, "-m", "bench.rules.measure", name, str(units), path)
                    )
                except MeasurementError as failure:
                    lines.append(f"{TOOLS[name][0]} could not be measured: {failure}")
        for name, done in runs.items():
            if done:
                measured[name] = _measured(done, units, Path(folder) / f"{name}.npy")
    lines.append(table(HEAD, [_row(name, measured) for name in measured], words=(HEAD[0], HEAD[-1])))
    if "ours" in measured:
        lines.append(_besides(measured["ours"].said))
    return "\n".join(lines)


def _measured(runs: list[Any], units: int, path: Path) -> Measured:
    said = runs[-1].said
    return Measured(
        rates=[one.said["evaluations"] / one.said["seconds"] for one in runs],
        peak_mb=median(one.said["peak_mb"] for one in runs),
        said=said,
        exactness=check(draw(units, said["units"]), np.load(path)),
    )


def _row(name: str, measured: dict[str, Measured]) -> list[str]:
    one, ours = measured[name], measured.get("ours")
    exact = one.exactness
    return [
        TOOLS[name][0],
        short(one.rate),
        f"{short(min(one.rates))}..{short(max(one.rates))}",
        "-" if ours is None else short(ours.rate / one.rate),
        f"{one.peak_mb:.0f}",
        _wrong_side(exact),
        f"{exact.points_off:.3f}",
        f"{exact.wrong_rounding} of {exact.parts:,}",
        one.said["keeps"],
    ]


def _wrong_side(exact: Exactness) -> str:
    units = f", in {exact.units_hit:,} units" if exact.wrong_side else ""
    return f"{exact.wrong_side} of {exact.bands:,}{units}"


def _besides(said: dict[str, Any]) -> str:
    return (
        f"parindex besides: {said['compile'] * 1e3:.1f} ms to compile {LEAVES} rules once,"
        f" {said['columns'] * 1e3:.1f} ms to build and check the columns,"
        f" {said['explanation'] * 1e6:.0f} µs for one explanation."
    )
