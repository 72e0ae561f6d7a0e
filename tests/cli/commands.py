"""The installed command, run as people run it: in a process of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PARINDEX = Path(sys.executable).parent / "parindex"


@dataclass(frozen=True)
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    errors: str


def parindex(*arguments: str, home: Path, **variables: str) -> Said:
    """Run `parindex` in a home, with that folder as the working one too."""
    done = subprocess.run(
        [PARINDEX, *arguments],
        cwd=home,
        env=environment(home, **variables),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Said(code=done.returncode, out=done.stdout, errors=done.stderr)


def environment(home: Path, **variables: str) -> dict[str, str]:
    return {**os.environ, "PARINDEX_HOME": str(home), **variables}
