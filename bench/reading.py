"""How long `parindex read` takes on the demonstration's plan, beyond Python's own start."""

from pathlib import Path
from statistics import median

from bench.processes import OURS, ROOT, run

COMMAND = Path(OURS).parent / "parindex"
PLANS = ROOT / "src" / "parindex" / "frameworks" / "data" / "vinh-phuc"


def report(rounds: int) -> str:
    """One line a way of printing; the two are run in turn, and the medians compared."""
    plan = next(PLANS.glob("ke-hoach-*.md"))
    return "\n".join(_line(plan, options, rounds) for options in ((), ("--json",)))


def _line(plan: Path, options: tuple[str, ...], rounds: int) -> str:
    bare, reading = [], []
    for _ in range(rounds):
        bare.append(run(OURS, "-c", "pass").seconds)
        reading.append(run(COMMAND, "read", plan, *options).seconds)
    beyond = [whole - start for whole, start in zip(reading, bare, strict=True)]
    return (
        f"parindex read {plan.name} {' '.join(options)}".rstrip()
        + f": {median(beyond):.3f} s beyond Python's start of {median(bare):.3f} s"
        f" (median of {rounds}; {min(beyond):.3f}..{max(beyond):.3f} s)"
    )
