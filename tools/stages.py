"""Runs the stages of `make test`, `make check` and `make fmt`, and ends with one line for each.

.venv/bin/python -m tools.stages test|check|fmt
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from tools.browser import ensure_browser
from tools.system import say

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
TOOLS_AND_TESTS = ["src", "tests", "tools"]

# How many processes share the tests. The one place to set it; 0 turns pytest-xdist off.
# On two cores two Chromiums took twice as long as one (16 pages: 9.9 s against 5.1 s), so browser tests take turns.
WORKERS = os.environ.get("PARINDEX_TEST_WORKERS", "2")
BROWSER_WORKERS = os.environ.get("PARINDEX_BROWSER_WORKERS", "0")

NO_TESTS_COLLECTED = 5


@dataclass(frozen=True, kw_only=True)
class Stage:
    name: str
    command: list[str]
    variables: dict[str, str] = field(default_factory=dict)


def python_folders() -> list[str]:
    return [name for name in [*TOOLS_AND_TESTS, "bench"] if (ROOT / name).is_dir()]


def templates() -> list[str]:
    return [str(path.relative_to(ROOT)) for path in sorted((ROOT / "src").rglob("templates/**/*.html"))]


def check_stages() -> list[Stage]:
    stages = [
        Stage(name="ruff check", command=["ruff", "check", *python_folders()]),
        Stage(name="ruff format", command=["ruff", "format", "--check", *python_folders()]),
        Stage(name="mypy", command=["mypy"]),
        Stage(name="import-linter", command=["lint-imports", "--no-logo"]),
    ]
    if templates():
        stages.insert(2, Stage(name="djade", command=["djade", "--check", *templates()]))
    return stages


def test_stages() -> list[Stage]:
    browser = ensure_browser()
    stages = [*check_stages(), Stage(name="tests", command=pytest(WORKERS, "not browser"))]
    if browser.path:
        variables = {"PARINDEX_BROWSER_TESTS": "required", "PARINDEX_BROWSER": browser.path}
        command = pytest(BROWSER_WORKERS, "browser")
        stages.append(Stage(name="browser tests", command=command, variables=variables))
    else:
        say(f"\nLEFT OUT: the browser tests (pytest -m browser), because {browser.reason}\n")
    return stages


def pytest(workers: str, marked: str) -> list[str]:
    """Workers take neighbouring tests, so that what a module loads is loaded by one of them; who is done helps out."""
    return ["pytest", "-q", "-p", "no:cacheprovider", "-n", workers, "--dist", "worksteal", "-m", marked]


def fmt_stages() -> list[Stage]:
    stages = [
        Stage(name="ruff check --fix", command=["ruff", "check", "--fix", *python_folders()]),
        Stage(name="ruff format", command=["ruff", "format", *python_folders()]),
    ]
    if templates():
        stages.append(Stage(name="djade", command=["djade", *templates()]))
    return stages


def run(stage: Stage, home: str) -> tuple[str, float]:
    say(f"── {stage.name} " + "─" * (60 - len(stage.name)))
    started = time.monotonic()
    variables = {**os.environ, "PARINDEX_HOME": home, **stage.variables}
    program, *arguments = stage.command
    code = subprocess.run([BIN / program, *arguments], cwd=ROOT, env=variables, check=False).returncode
    return outcome(stage, code), time.monotonic() - started


def outcome(stage: Stage, code: int) -> str:
    if code == 0:
        return "ok"
    if stage.name == "djade" and stage.command[1] != "--check" and code == 1:
        return "ok"  # djade answers 1 when it has changed a file
    if stage.command[0] == "pytest" and code == NO_TESTS_COLLECTED:
        return "none there"
    return "FAILED"


def main() -> int:
    wanted = {"test": test_stages, "check": check_stages, "fmt": fmt_stages}
    stages = wanted[sys.argv[1]]()
    with tempfile.TemporaryDirectory(prefix="parindex-") as home:
        results = [(stage, *run(stage, home)) for stage in stages]
    say("")
    for stage, result, seconds in results:
        say(f"{result:<10} {stage.name:<18} {seconds:6.1f} s")
    return int(any(result == "FAILED" for _, result, _ in results))


if __name__ == "__main__":
    sys.exit(main())
