"""Nhập bảng tiêu chí của quyết định: what was read, what it continues, and a new version of it; stored last of all."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.db import transaction

from parindex.documents.reading import UnreadableDocument
from parindex.documents.reading.annexes import ReadCriteria, read_criteria
from parindex.domain.agencies import AgencyLevel
from parindex.domain.framework import Criterion, Framework
from parindex.domain.rights import Right
from parindex.domain.rules.base import Sentence
from parindex.domain.sources import Certainty
from parindex.frameworks.from_rows import RowOfTable, framework_data_from_rows
from parindex.frameworks.known import framework_ids
from parindex.frameworks.mapping import Mapped, propose_mapping
from parindex.frameworks.problems import InvalidData
from parindex.frameworks.stored import framework_from_data
from parindex.records.models import FrameworkVersion
from parindex.records.queries.frameworks import newest_version
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.frameworks.storing import built_in_version, store_framework
from parindex.services.frameworks.versions import KnownVersion, known_version, problem_in_words

OldCodes = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadTable:
    """A decision's table as it was read from a file, and not yet stored."""

    criteria: ReadCriteria
    name: str
    sha256: str

    @property
    def rows(self) -> tuple[RowOfTable, ...]:
        return tuple(
            RowOfTable(
                code=row.code,
                title=row.title,
                maximum=row.maximum,
                survey=row.survey,
                evidence=row.evidence,
                note=row.note,
            )
            for row in self.criteria.rows
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class NewVersion:
    """What a coordinator chose for a table; `previous` is the key of the version it continues ("": none)."""

    rows: tuple[RowOfTable, ...]
    source: str
    code: str
    title: str
    decision: str
    years: tuple[int, ...]
    level: AgencyLevel
    certainty: Certainty
    previous: str


@dataclass(frozen=True, kw_only=True)
class Draft:
    """The version as it would be stored, with what speaks against it; `framework` is None while something does.

    `proposals` are in the order of the table, `mapping` is what a person made of them.
    """

    wanted: NewVersion
    previous: KnownVersion | None
    proposals: tuple[Mapped, ...]
    mapping: OldCodes
    data: Mapping[str, Any]
    framework: Framework | None
    problems: tuple[Sentence, ...]

    @property
    def carried(self) -> tuple[Criterion, ...]:
        """The criteria that take a rule over from the version before."""
        return tuple(leaf for leaf in self._leaves if leaf.rule)

    @property
    def without_rule(self) -> tuple[Criterion, ...]:
        """The criteria whose rule is a gap."""
        return tuple(leaf for leaf in self._leaves if not leaf.rule)

    @property
    def dropped(self) -> tuple[Criterion, ...]:
        """The scored criteria of the version before that nothing continues."""
        named = {old for codes in self.mapping.values() for old in codes}
        leaves = self.previous.framework.leaves() if self.previous else ()
        return tuple(leaf for leaf in leaves if leaf.code not in named)

    @property
    def _leaves(self) -> tuple[Criterion, ...]:
        return tuple(self.framework.leaves()) if self.framework else ()


def read_table(*, actor: Actor, content: bytes, name: str) -> ReadTable:
    """Read an uploaded table. Stores nothing. Raises `DeedError` where there is none in the file."""
    actor.require(Right.MANAGE_ROUNDS)
    try:
        criteria = read_criteria(content, name=name)
    except UnreadableDocument as error:
        raise DeedError(f"{error.vi} Chưa lưu gì.", f"{error.en} Nothing was stored.") from error
    return ReadTable(criteria=criteria, name=name, sha256=sha256(content).hexdigest())


def draft(*, actor: Actor, wanted: NewVersion, mapping: OldCodes | None = None) -> Draft:
    """The new version with the mapping that is given, or with the one that is proposed. Stores nothing."""
    actor.require(Right.MANAGE_ROUNDS)
    previous = known_version(wanted.previous, actor=actor) if wanted.previous else None
    proposals = propose_mapping(wanted.rows, previous.framework) if previous else ()
    chosen = {one.code: one.old_codes for one in proposals if one.old_codes} if mapping is None else mapping
    problems = (*_choice_problems(wanted, previous), *_mapping_problems(chosen, previous))
    data = {} if problems else _data(wanted, previous, chosen)
    framework, found = (None, problems) if problems else _loaded(data)
    return Draft(
        wanted=wanted,
        previous=previous,
        proposals=proposals,
        mapping=chosen,
        data=data,
        framework=framework,
        problems=found,
    )


@transaction.atomic
def store_draft(*, actor: Actor, draft: Draft) -> FrameworkVersion:
    """Store a draft, continuing the version before. Raises `DeedError` where something speaks against it."""
    if draft.problems:
        raise DeedError(f"{draft.problems[0].vi} Chưa lưu gì.", f"{draft.problems[0].en} Nothing was stored.")
    return store_framework(
        actor=actor,
        data=draft.data,
        source_name=draft.wanted.source,
        previous=_stored(draft.previous, actor),
        mapping={code: list(olds) for code, olds in draft.mapping.items() if olds},
    )


def rows_as_data(rows: Iterable[RowOfTable]) -> list[dict[str, Any]]:
    """Rows as plain data, to travel between the steps."""
    return [{**asdict(row), "maximum": None if row.maximum is None else str(row.maximum)} for row in rows]


def rows_from_data(data: Iterable[Mapping[str, Any]]) -> tuple[RowOfTable, ...]:
    """The rows that `rows_as_data` packed. Raises `TypeError` or `KeyError` for other data."""
    return tuple(
        RowOfTable(**{**row, "maximum": None if row["maximum"] is None else Decimal(row["maximum"])})
        for row in data
    )


def _stored(previous: KnownVersion | None, actor: Actor) -> FrameworkVersion | None:
    if previous is None:
        return None
    return previous.version or built_in_version(previous.framework.id, actor=actor)


def _data(wanted: NewVersion, previous: KnownVersion | None, mapping: OldCodes) -> dict[str, Any]:
    return framework_data_from_rows(
        wanted.rows,
        framework_id=wanted.code,
        title=wanted.title,
        decision=wanted.decision,
        years=wanted.years,
        level=wanted.level,
        certainty=wanted.certainty,
        previous=previous.data if previous else None,
        mapping=mapping,
    )


def _loaded(data: Mapping[str, Any]) -> tuple[Framework | None, tuple[Sentence, ...]]:
    try:
        return framework_from_data(data), ()
    except InvalidData as error:
        return None, tuple(map(problem_in_words, error.problems))


def _choice_problems(wanted: NewVersion, previous: KnownVersion | None) -> Iterable[Sentence]:
    if wanted.code in framework_ids() or newest_version(wanted.code):
        yield Sentence(
            vi=f"Mã “{wanted.code}” đã có bộ tiêu chí khác dùng; hãy đặt mã khác.",
            en=f"Another framework has the code “{wanted.code}”; choose another one.",
        )
    if not (wanted.title.strip() and wanted.decision.strip() and wanted.years):
        yield Sentence(
            vi="Phải ghi tên bộ tiêu chí, quyết định ban hành và ít nhất một năm áp dụng.",
            en="Give the title, the decision, and at least one year.",
        )
    if wanted.previous and previous is None:
        yield Sentence(
            vi="Không còn phiên bản trước đã chọn; hãy chọn lại.",
            en="The previous version that was chosen is not there; choose again.",
        )
    if previous and previous.framework.level is not wanted.level:
        yield Sentence(
            vi="Phiên bản trước phải cùng cấp với phiên bản mới.",
            en="The previous version must be of the same level.",
        )


def _mapping_problems(mapping: OldCodes, previous: KnownVersion | None) -> Iterable[Sentence]:
    known = {criterion.code for criterion in previous.framework.criteria} if previous else set()
    for code, olds in mapping.items():
        for old in olds:
            if old not in known:
                yield Sentence(
                    vi=f"Tiêu chí {code}: phiên bản trước không có mã “{old}”.",
                    en=f"Criterion {code}: the previous version has no code “{old}”.",
                )
