"""Phiên bản bộ tiêu chí: storing versions, and reading one back as the domain's framework."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.db import transaction

from parindex.domain.framework import Framework
from parindex.domain.rights import Right
from parindex.frameworks.stored import data_digest, framework_data, framework_from_data
from parindex.records.models import FrameworkVersion
from parindex.services.actor import Actor
from parindex.services.log import record

_READ: dict[str, Framework] = {}


def framework_of(version: FrameworkVersion) -> Framework:
    """The framework that a stored version describes. Stored content never changes, so it is read once a process."""
    if version.sha256 not in _READ:
        _READ[version.sha256] = framework_from_data(version.data, name=version.code)
    return _READ[version.sha256]


@transaction.atomic
def store_framework(
    *,
    actor: Actor,
    data: Mapping[str, Any],
    source_name: str,
    previous: FrameworkVersion | None = None,
    mapping: Mapping[str, list[str]] | None = None,
) -> FrameworkVersion:
    """Store a version, once for each content. Raises `InvalidData` with every problem of the data."""
    actor = actor.require(Right.MANAGE_ROUNDS)
    digest = data_digest(data)
    stored = FrameworkVersion.objects.filter(sha256=digest).first()
    if stored:
        return stored
    framework = framework_from_data(data)
    version = FrameworkVersion.objects.create(
        code=framework.id,
        level=framework.level,
        title=framework.title.vi,
        data=dict(data),
        sha256=digest,
        previous=previous,
        mapping=dict(mapping or {}),
        source_name=source_name,
        is_sample=framework.is_sample,
    )
    record(
        actor=actor,
        deed="store_framework",
        subject=str(version),
        about=[f"framework:{version.pk}"],
        source=source_name,
        sha256=digest,
    )
    return version


def built_in_version(framework_id: str, *, actor: Actor) -> FrameworkVersion:
    """A built-in framework as a stored version. Raises `UnknownFramework`."""
    return store_framework(actor=actor, data=_built_in(framework_id), source_name=f"{framework_id}.yaml")


@lru_cache(maxsize=16)
def _built_in(framework_id: str) -> Mapping[str, Any]:
    return framework_data(framework_id)
