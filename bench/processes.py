"""Runs one measurement in a process of its own, and reads what it used."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OURS = sys.executable
PEERS = os.environ.get("PARINDEX_BENCH_PYTHON") or str(ROOT / ".venv-bench" / "bin" / "python")

# These bend NumPy's linear algebra to one machine; a measurement runs without them.
_UNSET = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """What a process said (the JSON of its last line, if it is JSON) and its wall time."""

    said: dict[str, Any]
    seconds: float


class MeasurementError(Exception):
    """A process ended badly; the message holds the end of what it wrote to its standard error."""


def run(*command: str | Path) -> Run:
    """Run a command to its end. Raises `MeasurementError` when it does not end well, or cannot be started."""
    environment = {name: value for name, value in os.environ.items() if name not in _UNSET}
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        started = perf_counter()
        try:
            process = subprocess.Popen(
                list(map(str, command)), stdout=output, stderr=errors, env=environment, cwd=ROOT
            )
        except OSError as error:
            raise MeasurementError(str(error)) from error
        process.wait()
        seconds = perf_counter() - started
        if process.returncode:
            errors.seek(0)
            raise MeasurementError(errors.read()[-400:])
        output.seek(0)
        return Run(said=_json(output.read()), seconds=seconds)


def _json(text: str) -> dict[str, Any]:
    lines = text.strip().splitlines()
    if not lines or not lines[-1].startswith("{"):
        return {}
    said: dict[str, Any] = json.loads(lines[-1])
    return said
