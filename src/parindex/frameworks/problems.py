"""What is wrong in a data file: every problem with its file and line, in Vietnamese and English.

Data that have no lines name the place instead.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from parindex.domain.rules.base import Sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One problem and where it is; shown as "file:line: sentence".

    Data without lines (`line` 0) have a `place` instead, shown as "name, place: sentence".
    """

    path: Path
    line: int
    said: Sentence
    place: str = ""

    def __str__(self) -> str:
        line = f":{self.line}" if self.line else ""
        place = f", {self.place}" if self.place else ""
        return f"{self.path}{line}{place}: {self.said.vi} / {self.said.en}"


class Unfit(ValueError):  # noqa: N818  (said of a value, as a reader would)
    """A value that a file cannot hold, with the reason in both languages."""

    def __init__(self, *, vi: str, en: str) -> None:
        super().__init__(en)
        self.said = Sentence(vi=vi, en=en)


class InvalidData(ValueError):  # noqa: N818  (said of the data, as a reader would)
    """A data file that cannot be used; `problems` lists everything that was found, in the order of lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line))
        super().__init__("\n".join(str(problem) for problem in self.problems))
