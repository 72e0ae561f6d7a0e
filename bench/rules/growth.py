"""How the cost of bulk scoring grows with the number of units."""

import tempfile
from pathlib import Path
from statistics import median

from bench.processes import OURS, run
from bench.tables import short, table

HEAD = ("units", "evaluations", "scoring ms", "evaluations/s", "columns ms", "peak MB")


def report(sizes: tuple[int, ...], rounds: int) -> str:
    """One row a size; the median of the rounds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "points.npy"
        rows = [_row(size, rounds, path) for size in sizes]
    return table(HEAD, rows, words=())


def _row(units: int, rounds: int, path: Path) -> list[str]:
    runs = [run(OURS, "-m", "bench.rules.measure", "ours", str(units), path) for _ in range(rounds)]
    seconds = median(one.said["seconds"] for one in runs)
    return [
        f"{units:,}",
        f"{runs[0].said['evaluations']:,}",
        f"{seconds * 1e3:.1f}",
        short(runs[0].said["evaluations"] / seconds),
        f"{median(one.said['columns'] for one in runs) * 1e3:.1f}",
        f"{median(one.said['peak_mb'] for one in runs):.0f}",
    ]
