"""Which frameworks are built in, and the codes and titles of their criteria: read without the full loader.

A reader of plans asks this at each start, so the files are scanned for their head and two lines a criterion instead
of parsed; a test holds the scan equal to what the loader reads.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from parindex.domain.agencies.model import AgencyLevel
from parindex.domain.titles import NO_TITLE, Title

DATA = Path(__file__).parent / "data"

_ID = re.compile(r'^id: "?([0-9A-Za-z-]+)"?\s*$', re.MULTILINE)
_YEARS = re.compile(r"^years: \[(.*)\]\s*$", re.MULTILINE)
_TITLE = re.compile(r'^title: \{vi: "([^"]*)", en: "([^"]*)"\}\s*$', re.MULTILINE)
_LEVEL = re.compile(r"^level: ([a-z]+)\s*$", re.MULTILINE)
_SAMPLE = re.compile(r"^sample: yes\s*$", re.MULTILINE)
_CRITERIA = re.compile(r"^criteria:\s*$", re.MULTILINE)
_CRITERION = re.compile(r'^  - code: "([^"]+)"\n(?:    title: \{vi: "([^"]*)")?', re.MULTILINE)


class UnknownFramework(LookupError):  # noqa: N818  (said of the framework, as a reader would)
    """No built-in framework has that id or that year."""


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownFramework:
    """A built-in framework by what its file says at its head; `level` is that of the units it scores."""

    id: str
    level: AgencyLevel
    title: Title
    years: tuple[int, ...]
    is_sample: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class _Known:
    path: Path
    head: KnownFramework
    titles: Mapping[str, str]

    def is_meant(self, id_or_year: str) -> bool:
        # every level has criteria of its own for a year; the plans that are read are those of provinces
        of_year = self.head.level is AgencyLevel.PROVINCE and id_or_year in map(str, self.head.years)
        return id_or_year == self.head.id or of_year


def built_in_frameworks() -> tuple[KnownFramework, ...]:
    """The built-in frameworks of every level, the oldest first."""
    return tuple(known.head for known in _known())


def known_criteria(id_or_year: str | int) -> Mapping[str, str]:
    """Code and Vietnamese title ("" where it is a gap) of each criterion of a built-in framework.

    Raises `UnknownFramework`.
    """
    return _find(id_or_year).titles


def framework_ids() -> tuple[str, ...]:
    """The ids of the built-in frameworks, the oldest first."""
    return tuple(head.id for head in built_in_frameworks())


def path_of(id_or_year: str | int) -> Path:
    """The file of the built-in framework with that id, or used for the provinces in that year.

    Raises `UnknownFramework`.
    """
    return _find(id_or_year).path


def _find(id_or_year: str | int) -> _Known:
    wanted = str(id_or_year)
    found = next((known for known in _known() if known.is_meant(wanted)), None)
    if found is None:
        ids = ", ".join(framework_ids())
        raise UnknownFramework(
            f"không có bộ tiêu chí “{wanted}” / there is no framework “{wanted}” (có: {ids})"
        )
    return found


@cache
def _known() -> tuple[_Known, ...]:
    found = (_scan(path) for path in sorted(DATA.glob("*.yaml")))
    return tuple(sorted((known for known in found if known), key=lambda known: known.head.years))


def _scan(path: Path) -> _Known | None:
    text = path.read_text(encoding="utf-8")
    name, criteria, years = _ID.search(text), _CRITERIA.search(text), _YEARS.search(text)
    if name is None or criteria is None:
        return None
    title, level = _TITLE.search(text), _LEVEL.search(text)
    head = KnownFramework(
        id=name.group(1),
        level=AgencyLevel(level.group(1)) if level else AgencyLevel.PROVINCE,
        title=Title(vi=title.group(1), en=title.group(2)) if title else NO_TITLE,
        years=tuple(int(year) for year in re.findall(r"\d+", years.group(1))) if years else (),
        is_sample=_SAMPLE.search(text) is not None,
    )
    rows = _CRITERION.findall(text, criteria.end())
    return _Known(path=path, head=head, titles=MappingProxyType(dict(rows)))
