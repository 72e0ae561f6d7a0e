"""Gói tài liệu kiểm chứng: the documents of a unit's year, numbered by criterion, and all of them as one archive.

A row that was sent keeps the documents of that moment; until then it has the newest revision of what proves it.
"""

import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import Any, BinaryIO

from django.db import transaction

from parindex.documents.writing.package import Manifest, PackageError, PackageFile, write_package
from parindex.domain.framework import Criterion
from parindex.domain.rights import Right
from parindex.domain.text import code_key
from parindex.domain.workflow import Move
from parindex.records.models import RoundUnit, SheetRow
from parindex.records.queries.rounds import evidence_dates, versions_after
from parindex.records.queries.sheets import proofs_of, rows_of, sheets
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.evidence.files import store
from parindex.services.frameworks.storing import framework_of
from parindex.services.log import record
from parindex.services.sheets.versions import proof_as_data


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberedProof:
    """A document with its number ("1.2-01"); `sha256` is "" for one without a file, which has only its `url`."""

    number: str
    criterion: Criterion
    title: str
    document_number: str
    issued_date: date | None
    url: str
    name: str
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Package:
    """An archive in a temporary file that is gone once closed, set to its beginning."""

    file: BinaryIO
    name: str
    manifest: Manifest


def numbered_proofs(unit: RoundUnit, rows: Iterable[SheetRow]) -> tuple[NumberedProof, ...]:
    """The documents of rows (fetched with their evidence), by criterion and in the order they were attached."""
    framework = framework_of(unit.round.framework)
    sent = versions_after(Move.SEND, unit)
    proofs = {
        row.criterion: sent[row.pk].evidence
        if row.pk in sent
        else [proof_as_data(one) for one in proofs_of(row)]
        for row in rows
    }
    dates = evidence_dates(proof["evidence"] for found in proofs.values() for proof in found)
    criteria = {leaf.code: leaf for leaf in framework.leaves()}
    return tuple(
        _numbered(criteria[code], place, proof, dates)
        for code in sorted(proofs, key=code_key)
        for place, proof in enumerate(proofs[code], start=1)
    )


@transaction.atomic
def evidence_package(*, actor: Actor, unit: RoundUnit) -> Package:
    """Every document of a unit's year as one ZIP file; that it was taken is in the log.

    Raises `DeedError` where there is no document, or a file is missing or no longer what was handed in.
    """
    actor = actor.require(Right.READ_RESULT)
    proofs = numbered_proofs(unit, rows_of(sheets().filter(unit=unit)))
    if not proofs:
        raise DeedError(
            "Chưa có tài liệu kiểm chứng nào nên chưa tạo gói nào.",
            "There is no evidence yet, so no package was made.",
        )
    target = tempfile.TemporaryFile()  # noqa: SIM115  (whoever sends it closes it)
    try:
        manifest = _write(target, unit, proofs)
    except BaseException:
        target.close()
        raise
    record(
        actor=actor,
        deed="evidence_package",
        subject=str(unit),
        about=[f"unit:{unit.pk}", f"round:{unit.round_id}"],
        documents=len(proofs),
        files=len(manifest.sizes),
        bytes=sum(manifest.sizes.values()),
    )
    return Package(file=target, name=f"tai-lieu-kiem-chung-{unit.round.year}.zip", manifest=manifest)


def _write(target: BinaryIO, unit: RoundUnit, proofs: Iterable[NumberedProof]) -> Manifest:
    title = f"Tài liệu kiểm chứng của {unit.name} năm {unit.round.year}"
    if unit.round.is_sample:
        title = f"{title} (mẫu)"
    try:
        manifest = write_package(target, title=title, files=map(_as_file, proofs))
    except PackageError as error:
        raise DeedError(error.vi, error.en) from error
    target.seek(0)
    return manifest


def _numbered(
    criterion: Criterion, place: int, proof: Mapping[str, Any], dates: Mapping[int, date | None]
) -> NumberedProof:
    return NumberedProof(
        number=f"{criterion.code}-{place:02}",
        criterion=criterion,
        title=proof["title"],
        document_number=proof["number"],
        issued_date=dates.get(proof["evidence"]),
        url=proof["url"],
        name=proof["name"],
        sha256=proof["sha256"],
    )


def _as_file(proof: NumberedProof) -> PackageFile:
    """A document for the archive; one without a file is a short text that says where it is."""
    if proof.sha256:
        return _file(proof, proof.name, proof.sha256, lambda: store().open(proof.sha256))
    place = proof.url or "Tài liệu không có tệp và không có đường dẫn."
    content = f"{proof.title}\n{place}\n".encode()
    return _file(proof, "duong-dan.txt", sha256(content).hexdigest(), lambda: BytesIO(content))


def _file(proof: NumberedProof, name: str, digest: str, opened: Callable[[], BinaryIO]) -> PackageFile:
    title = proof.title if proof.sha256 else f"{proof.title} ({proof.url or 'không có tệp'})"
    return PackageFile(
        number=proof.number,
        criterion=proof.criterion.code,
        criterion_title=proof.criterion.title.vi,
        title=title,
        name=name,
        sha256=digest,
        open=opened,
        document_number=proof.document_number,
        issued_date=proof.issued_date,
    )
