"""Which frameworks are built in, and the codes and titles of their criteria: read without the full loader.

A reader of plans asks this at each start, so the files are scanned for two lines a criterion instead of parsed;
a test holds the scan equal to what the loader reads.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

DATA = Path(__file__).parent / "data"

_ID = re.compile(r'^id: "?([0-9A-Za-z-]+)"?\s*$', re.MULTILINE)
_YEARS = re.compile(r"^years: \[(.*)\]\s*$", re.MULTILINE)
_CRITERIA = re.compile(r"^criteria:\s*$", re.MULTILINE)
_CRITERION = re.compile(r'^  - code: "([^"]+)"\n(?:    title: \{vi: "([^"]*)")?', re.MULTILINE)


class UnknownFramework(LookupError):  # noqa: N818  (said of the framework, as a reader would)
    """No built-in framework has that id or that year."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Known:
    path: Path
    id: str
    years: tuple[int, ...]
    titles: Mapping[str, str]


def known_criteria(id_or_year: str | int) -> Mapping[str, str]:
    """Code and Vietnamese title ("" where it is a gap) of each criterion of a built-in framework.

    Raises `UnknownFramework`.
    """
    return _find(id_or_year).titles


def framework_ids() -> tuple[str, ...]:
    """The built-in frameworks, oldest first."""
    return tuple(known.id for known in _known())


def path_of(id_or_year: str | int) -> Path:
    """The file of the built-in framework with that id, or used for that year. Raises `UnknownFramework`."""
    return _find(id_or_year).path


def _find(id_or_year: str | int) -> _Known:
    wanted = str(id_or_year)
    found = next((known for known in _known() if wanted == known.id or wanted in map(str, known.years)), None)
    if found is None:
        ids = ", ".join(framework_ids())
        raise UnknownFramework(
            f"không có bộ tiêu chí “{wanted}” / there is no framework “{wanted}” (có: {ids})"
        )
    return found


@cache
def _known() -> tuple[_Known, ...]:
    found = (_scan(path) for path in sorted(DATA.glob("*.yaml")))
    return tuple(sorted((known for known in found if known), key=lambda known: known.years))


def _scan(path: Path) -> _Known | None:
    text = path.read_text(encoding="utf-8")
    name, criteria, years = _ID.search(text), _CRITERIA.search(text), _YEARS.search(text)
    if name is None or criteria is None:
        return None
    rows = _CRITERION.findall(text, criteria.end())
    return _Known(
        path=path,
        id=name.group(1),
        years=tuple(int(year) for year in re.findall(r"\d+", years.group(1))) if years else (),
        titles=MappingProxyType(dict(rows)),
    )
