"""Đối chiếu phiên bản: which criteria of one stored version stand for those of another, along what each continues."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from parindex.records.models import FrameworkVersion
from parindex.records.queries.rankings import versions_without_data
from parindex.services.frameworks.storing import framework_of

CodeMap = Mapping[str, tuple[str, ...]]


class VersionMaps:
    """The versions of one level, read once; gives the map between any two that continue each other."""

    def __init__(self, level: str) -> None:
        self.versions = tuple(versions_without_data(level))
        self._by_pk = {version.pk: version for version in self.versions}

    def between(self, new: FrameworkVersion, old: FrameworkVersion) -> CodeMap | None:
        """For each code of one version the codes of another that it stands for; None where nobody compared the two.

        The second one may be the later one: then the map is read backwards.
        """
        if new.pk == old.pk:
            return {criterion.code: (criterion.code,) for criterion in framework_of(new).criteria}
        back = self._steps(new, old)
        if back is not None:
            return _composed(back)
        forth = self._steps(old, new)
        return None if forth is None else _turned(_composed(forth))

    def _steps(self, start: FrameworkVersion, end: FrameworkVersion) -> list[CodeMap] | None:
        """The maps from a version to one before it, step by step; None where it does not continue it."""
        steps: list[CodeMap] = []
        version = self._by_pk.get(start.pk)
        while version is not None and version.pk != end.pk:
            steps.append({code: tuple(olds) for code, olds in version.mapping.items()})
            version = self._by_pk.get(version.previous_id) if version.previous_id else None
        return None if version is None else steps


def _composed(steps: Iterable[CodeMap]) -> CodeMap:
    first, *others = steps
    found = dict(first)
    for step in others:
        found = {
            code: _once(old for middle in middles for old in step.get(middle, ()))
            for code, middles in found.items()
        }
    return {code: olds for code, olds in found.items() if olds}


def _turned(codes: CodeMap) -> CodeMap:
    turned: dict[str, list[str]] = defaultdict(list)
    for code, olds in codes.items():
        for old in olds:
            turned[old].append(code)
    return {old: tuple(news) for old, news in turned.items()}


def _once(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))
