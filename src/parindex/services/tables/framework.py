"""Bộ tiêu chí qua bảng tính: a version goes out whole; edited, it comes back as a version of its own."""

from collections.abc import Mapping
from typing import Any

from parindex.documents.tables.framework import KIND as KIND
from parindex.documents.tables.framework import FrameworkTable, differences, read, write
from parindex.domain.framework import Framework
from parindex.domain.rights import Right
from parindex.domain.rules.base import Sentence
from parindex.frameworks.known import framework_ids
from parindex.frameworks.problems import InvalidData
from parindex.frameworks.stored import data_digest, framework_data, framework_from_data
from parindex.records.models import FrameworkVersion
from parindex.records.queries.frameworks import newest_version, version_with_digest
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.frameworks.storing import built_in_version, framework_of, store_framework
from parindex.services.frameworks.versions import problem_in_words
from parindex.services.tables.model import Incoming, Preview, Source, identity_of


def export(*, actor: Actor, version: FrameworkVersion) -> bytes:
    """A stored version. Before a round with it is published, for who manages rounds only."""
    if not version.rounds.filter(published_at__isnull=False).exists():
        actor.require(Right.MANAGE_ROUNDS)
    actor.require(Right.READ_PUBLISHED)
    return write(FrameworkTable(data=version.data))


def export_built_in(framework_id: str) -> bytes:
    """A built-in framework, which everybody may read. Raises `UnknownFramework`."""
    return write(FrameworkTable(data=framework_data(framework_id)))


def take(incoming: Incoming) -> Preview:
    """Store the framework of a workbook as a version that continues the one it was exported from."""
    incoming.actor.require(Right.MANAGE_ROUNDS)
    found = read(incoming.workbook)
    stored = _continued(found.data)
    changes = differences(FrameworkTable(data=stored), found)
    problems = _problems(found.data) if changes else ()
    if changes and not problems:
        _store(found.data, actor=incoming.actor, source=incoming.source)
    return Preview(
        kind=KIND,
        identity={**identity_of(incoming.workbook), "framework": str(found.data.get("id", ""))},
        changes=changes,
        refused=(),
        problems=problems,
    )


def _continued(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The data that a workbook is compared with: the very same, else the newest of its code."""
    code = str(data.get("id", ""))
    version = version_with_digest(data_digest(data)) or newest_version(code)
    if version:
        return dict(version.data)
    if code in framework_ids():
        return framework_data(code)
    raise DeedError(
        f"Chưa có bộ tiêu chí nào mã “{code}”; chưa lưu gì. Bộ tiêu chí mới thì nhập từ bảng của quyết định.",
        f"There is no framework “{code}” yet; nothing was stored. Import a new one from the decision's table.",
    )


def _problems(data: Mapping[str, Any]) -> tuple[Sentence, ...]:
    try:
        framework_from_data(data)
    except InvalidData as error:
        return tuple(map(problem_in_words, error.problems))
    return ()


def _store(data: Mapping[str, Any], *, actor: Actor, source: Source) -> None:
    code = str(data["id"])
    previous = newest_version(code) or built_in_version(code, actor=actor)
    store_framework(
        actor=actor,
        data=data,
        source_name=source.name,
        previous=previous,
        mapping=_same_codes(framework_of(previous), framework_from_data(data)),
    )


def _same_codes(old: Framework, new: Framework) -> Mapping[str, list[str]]:
    """An edited version keeps its codes: each criterion continues the one that had its code."""
    known = {criterion.code for criterion in old.criteria}
    return {criterion.code: [criterion.code] for criterion in new.criteria if criterion.code in known}
