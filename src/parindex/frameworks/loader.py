"""Frameworks from their files, checked: a framework that loads holds together."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from parindex.domain.consistency import Inconsistency, inconsistencies
from parindex.domain.framework import Area, Criterion, FactDefinition, Framework, Part, SourcedPoints
from parindex.domain.points import Rounding
from parindex.domain.rules.base import Sentence
from parindex.domain.sources import LegalReference
from parindex.frameworks.known import path_of
from parindex.frameworks.problems import InvalidData
from parindex.frameworks.schema import CriterionEntry, FrameworkFile, Points, Source
from parindex.frameworks.validation import Document, validate
from parindex.frameworks.yaml_source import Place, read_yaml

Refer = Callable[[str, str], LegalReference]


def framework_for(id_or_year: str | int) -> Framework:
    """Bộ tiêu chí: the built-in framework of that id, or the one used for that year.

    Years are those of the provinces' frameworks. Raises `UnknownFramework` (a `LookupError`) where there is none.
    """
    return load_framework(path_of(id_or_year))


def load_framework(path: Path) -> Framework:
    """The framework of a file; kept until the file changes. Raises `InvalidData` with every problem."""
    try:
        state = path.stat()
    except OSError:
        return _load(path, 0, 0)
    return _load(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=32)
def _load(path: Path, _changed: int, _size: int) -> Framework:
    return framework_of(read_yaml(path))


def framework_of(document: Document) -> Framework:
    """The framework that a document describes. Raises `InvalidData` with every problem."""
    file = validate(FrameworkFile, document)
    framework = as_framework(file, references(document, file.sources))
    found = inconsistencies(framework)
    if found:
        raise InvalidData(document.problem(_place(file, one), _with_code(one)) for one in found)
    return framework


def references(document: Document, sources: Mapping[str, Source]) -> Refer:
    """Turns a key of `sources` and a place into a reference. Raises `InvalidData` for keys that are not there."""
    unknown = [
        document.problem(
            place, Sentence(vi=f"nguồn “{key}” chưa được nêu", en=f"the source “{key}” is not listed")
        )
        for place, key in _source_keys(document.data)
        if key not in sources
    ]
    if unknown:
        raise InvalidData(unknown)
    return lambda key, place: LegalReference(
        document=sources[key].document, place=place, url=sources[key].url
    )


def _source_keys(data: object, place: Place = ()) -> list[tuple[Place, str]]:
    if isinstance(data, list):
        return [found for n, item in enumerate(data) for found in _source_keys(item, (*place, n))]
    if not isinstance(data, dict):
        return []
    own = [((*place, "source"), data["source"])] if isinstance(data.get("source"), str) else []
    return own + [found for key, item in data.items() for found in _source_keys(item, (*place, key))]


def as_framework(file: FrameworkFile, refer: Refer) -> Framework:
    """The domain's framework of a checked file."""
    return Framework(
        id=file.id,
        decision=refer(file.decision.source, file.decision.place),
        title=file.title,
        years=file.years,
        level=file.level,
        is_sample=file.sample,
        total=file.total,
        rounding=Rounding(quantum=file.rounding.quantum, mode=file.rounding.mode),
        parts=tuple(
            Part(
                key=part.key,
                title=part.title,
                group=part.group,
                maximum=_points(part.maximum, refer),
                register_fact=part.register_fact,
                result_fact=part.result_fact,
                area=part.area,
            )
            for part in file.parts
        ),
        areas=tuple(
            Area(
                code=area.code,
                title=area.title,
                maximum=_points(area.maximum, refer),
                criteria_count=area.criteria_count,
                subcriteria_count=area.subcriteria_count,
            )
            for area in file.areas
        ),
        criteria=tuple(_criterion(entry, refer) for entry in file.criteria),
        fact_definitions=tuple(
            FactDefinition(code=fact.code, title=fact.title, kind=fact.kind, unit=fact.unit)
            for fact in file.facts
        ),
        criteria_count=file.criteria_count,
        subcriteria_count=file.subcriteria_count,
        note=file.note,
    )


def _points(points: Points, refer: Refer) -> SourcedPoints:
    return SourcedPoints(
        points=points.points,
        reference=refer(points.source, points.place),
        certainty=points.certainty,
        how=points.how,
    )


def _criterion(entry: CriterionEntry, refer: Refer) -> Criterion:
    above, _, _ = entry.code.rpartition(".")
    return Criterion(
        code=entry.code,
        title=entry.title,
        area=entry.code.partition(".")[0],
        parent=above if "." in above else "",
        reference=refer(entry.source, entry.place),
        certainty=entry.certainty,
        part=entry.part,
        maximum=_points(entry.maximum, refer) if entry.maximum else None,
        rule=entry.rule,
        rule_reference=refer(entry.rule_source.source, entry.rule_source.place)
        if entry.rule_source
        else None,
        target=entry.target,
        appraiser=entry.appraiser,
        note=entry.note,
    )


def _place(file: FrameworkFile, found: Inconsistency) -> Place:
    """Where in the file the named part, area, fact or criterion stands; the last one of its name."""
    lists = {
        "part": ("parts", [part.key for part in file.parts]),
        "area": ("areas", [area.code for area in file.areas]),
        "fact": ("facts", [fact.code for fact in file.facts]),
        "criterion": ("criteria", [criterion.code for criterion in file.criteria]),
    }
    if found.kind not in lists:
        return (found.code,)
    name, codes = lists[found.kind]
    return (name, len(codes) - 1 - codes[::-1].index(found.code))


def _with_code(found: Inconsistency) -> Sentence:
    if found.kind == "framework":
        return found.said
    return Sentence(vi=f"{found.code}: {found.said.vi}", en=f"{found.code}: {found.said.en}")
