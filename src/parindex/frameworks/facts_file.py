"""Files of facts: one unit's round, checked against its framework."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from parindex.domain.facts import Fact, FactBook
from parindex.domain.framework import Framework
from parindex.domain.plans import PartResult
from parindex.domain.rules.base import Sentence
from parindex.domain.sources import Certainty, LegalReference
from parindex.domain.titles import Title
from parindex.domain.wording import fact_kind
from parindex.frameworks.facts_schema import FactRow, FactsFile, PublishedRow
from parindex.frameworks.known import DATA, UnknownFramework
from parindex.frameworks.loader import Refer, framework_for, references
from parindex.frameworks.problems import InvalidData, Problem
from parindex.frameworks.validation import validate
from parindex.frameworks.yaml_source import YamlDocument, read_yaml

VINH_PHUC_2017 = DATA / "vinh-phuc" / "facts-2017.yaml"


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishedResult:
    """One announced result of a year, with its source."""

    year: int
    result: PartResult
    reference: LegalReference
    certainty: Certainty


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundFacts:
    """Kỳ đánh giá: the facts of one unit for one year, and what was announced of it."""

    framework_id: str
    year: int
    unit_code: str
    unit_name: Title
    book: FactBook
    published: tuple[PublishedResult, ...] = ()

    def published_result(self, part: str, year: int | None = None) -> PublishedResult | None:
        """The announced result of a part (`total`, `direct`, …) in this round's year, or in another one."""
        wanted = self.year if year is None else year
        return next((p for p in self.published if p.year == wanted and p.result.part == part), None)

    @property
    def results(self) -> tuple[PartResult, ...]:
        """The announced results of this round's year."""
        return tuple(published.result for published in self.published if published.year == self.year)


def load_facts(path: Path = VINH_PHUC_2017, framework: Framework | None = None) -> RoundFacts:
    """The round of a file; kept until the file changes. Raises `InvalidData` with every problem.

    Codes and kinds are checked against `framework`, or the built-in one that the file names.
    """
    try:
        state = path.stat()
    except OSError:
        return _load(path, framework, 0, 0)
    return _load(path, framework, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=32)
def _load(path: Path, framework: Framework | None, _changed: int, _size: int) -> RoundFacts:
    document = read_yaml(path)
    file = validate(FactsFile, document)
    refer = references(document, file.sources)
    found = _problems(document, file, framework or _named_framework(document, file))
    if found:
        raise InvalidData(found)
    return RoundFacts(
        framework_id=file.framework,
        year=file.year,
        unit_code=file.unit.code,
        unit_name=file.unit.name,
        book=FactBook.of(_fact(row, refer) for row in file.facts),
        published=tuple(_published(row, refer) for row in file.published),
    )


def _named_framework(document: YamlDocument, file: FactsFile) -> Framework:
    try:
        return framework_for(file.framework)
    except UnknownFramework:
        said = Sentence(
            vi=f"không có bộ tiêu chí “{file.framework}”", en=f"there is no framework “{file.framework}”"
        )
        raise InvalidData([document.problem(("framework",), said)]) from None


def _problems(document: YamlDocument, file: FactsFile, framework: Framework) -> list[Problem]:
    kinds = {definition.code: definition.kind for definition in framework.fact_definitions}
    problems: list[Problem] = []
    for number, row in enumerate(file.facts):
        if row.code not in kinds:
            said = Sentence(
                vi=f"bộ tiêu chí {framework.id} không có số liệu “{row.code}”",
                en=f"the framework {framework.id} has no fact “{row.code}”",
            )
            problems.append(document.problem(("facts", number, "code"), said))
        elif row.applicable and row.kind is not kinds[row.code]:
            wanted, given = kinds[row.code], row.kind
            said = Sentence(
                vi=f"số liệu “{row.code}” phải là {fact_kind(wanted, 'vi')} ({wanted}), không phải {given}",
                en=f"the fact “{row.code}” must be {fact_kind(wanted, 'en')} ({wanted}), not {given}",
            )
            problems.append(document.problem(("facts", number, "code"), said))
    return problems


def _fact(row: FactRow, refer: Refer) -> Fact:
    return Fact(
        code=row.code,
        value=row.value,
        reference=refer(row.source, row.place),
        certainty=row.certainty,
        applicable=row.applicable,
        note=row.note,
    )


def _published(row: PublishedRow, refer: Refer) -> PublishedResult:
    return PublishedResult(
        year=row.year,
        result=PartResult(part=row.part, points=row.points, rank=row.rank, out_of=row.out_of),
        reference=refer(row.source, row.place),
        certainty=row.certainty,
    )
