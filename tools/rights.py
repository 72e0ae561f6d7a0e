"""Writes docs/rights.md from the table of rights.

.venv/bin/python -m tools.rights
"""

from __future__ import annotations

from pathlib import Path

from parindex.domain.rights import REACH_TITLES, RIGHT_TITLES, RIGHTS, ROLE_TITLES, Reach, Right, Role
from tools.system import say

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "rights.md"
HEAD = """# Rights

Written by `python -m tools.rights` from the one table in `src/parindex/domain/rights.py`, which everything else asks.

A right follows the posts that a person holds today: a role in an agency. It reaches nothing (–), the rows that a
contributor was given, all rows of the agency, or everything. Several posts add up, and the farthest counts. The stage
of a row can narrow it further (`domain/workflow.py`), never widen it. Every address of the pages names the right that
opens it (`web/doors.py`), and `tests/web/test_rights.py` asks every address as every role.
"""
ROLES = """
## Roles

| Vietnamese | English | in code |
|---|---|---|
"""
TABLE = """
## What each may do

"""


def written() -> str:
    """The document."""
    roles = "".join(f"| {ROLE_TITLES[role].vi} | {ROLE_TITLES[role].en} | `{role}` |\n" for role in Role)
    heads = "".join(f" `{role}` |" for role in Role)
    lines = (_line(right) for right in Right)
    return f"{HEAD}{ROLES}{roles}{TABLE}| right |{heads}\n{'|---' * (len(Role) + 1)}|\n{''.join(lines)}"


def _line(right: Right) -> str:
    title = RIGHT_TITLES[right]
    cells = "".join(f" {_reach(RIGHTS[right][role])} |" for role in Role)
    return f"| {title.vi} · {title.en} (`{right}`) |{cells}\n"


def _reach(reached: Reach) -> str:
    return f"{REACH_TITLES[reached].vi} · {REACH_TITLES[reached].en}" if reached else "–"


def main() -> None:
    DOCUMENT.write_text(written(), encoding="utf-8")
    say(str(DOCUMENT))


if __name__ == "__main__":
    main()
