"""How pages show documents of evidence, what a sheet lacks, and the discussion of a row."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import template
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from parindex.documents.files import ACCEPTED
from parindex.domain.sheet_checks import Forgotten
from parindex.domain.workflow import Move
from parindex.records.models import Evidence, EvidenceRevision, RowEvidence
from parindex.records.queries.sheets import helpers_of
from parindex.services.sheets.checks import faults_of
from parindex.services.sheets.pictures import RowLine
from parindex.services.sheets.questions import Thread, thread_of
from parindex.web.templatetags.parindex import titled

register = template.Library()

FAULT_WORDS: dict[str, str | Promise] = {
    "expired_evidence": _("hết hiệu lực"),
    "evidence_outside_year": _("ngoài năm đánh giá"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Proof:
    """One document of a row, its newest file, and in a word each what is doubtful about it."""

    link: RowEvidence
    document: Evidence
    newest: EvidenceRevision | None
    faults: tuple[str | Promise, ...]


@register.simple_tag
def proofs(line: RowLine) -> list[Proof]:
    """The documents that prove a row now."""
    if not line.proofs:
        return []
    year, today = line.row.sheet.unit.round.year, timezone.localdate()
    return [
        Proof(
            link=link,
            document=link.evidence,
            newest=next(iter(link.evidence.revisions.all()), None),
            faults=_in_words(faults_of(link.evidence, year=year, today=today)),
        )
        for link in line.proofs
    ]


@register.filter
def may_attach(line: RowLine) -> bool:
    """Whether the reader may add documents to a row now: while it is filled in, or while they explain it."""
    return line.can(Move.SAVE) or line.can(Move.EXPLAIN)


@register.filter
def may_change(line: RowLine) -> bool:
    """Whether the reader may change a row's documents and take them off now."""
    return line.can(Move.SAVE)


@register.filter
def helping(line: RowLine) -> list[object]:
    """The agencies that were asked to help with a row."""
    return list(helpers_of(line.row))


@register.filter
def may_ask_for_help(line: RowLine) -> bool:
    return line.may_claim and line.can(Move.SAVE)


@register.simple_tag(takes_context=True)
def thread(context: template.Context, line: RowLine) -> Thread:
    """What was asked about a row and answered, and what the reader may do."""
    return thread_of(line.row, context["request"].actor)


@register.simple_tag
def accepted() -> str:
    """What a field for files takes, for its `accept`; pictures by their kind too, so that phones offer the camera."""
    return ",".join([*(kind.extension for kind in ACCEPTED), "image/jpeg", "image/png"])


@register.filter
def what(found: Forgotten) -> str:
    """What a row lacks, as a sentence of its own beside the row's code."""
    said = titled(found.said).removeprefix(f"{found.criterion}: ")
    return said[:1].upper() + said[1:]


@register.filter
def short_digest(sha256: str) -> str:
    """The first digits of a SHA-256, enough to compare two by eye."""
    return sha256[:8]


def _in_words(faults: Sequence[str] | frozenset[str]) -> tuple[str | Promise, ...]:
    return tuple(word for kind, word in FAULT_WORDS.items() if kind in faults)
