"""Nhật ký: the last step of every deed, inside its transaction; and the proof that nothing of it was touched."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from parindex.domain.chain import START, Fault, Finding, Link, faults
from parindex.records.models import LogEntry, LogHead, LogSubject
from parindex.services.actor import Actor


def record(*, actor: Actor, deed: str, subject: str, about: Iterable[str] = (), **detail: Any) -> LogEntry:
    """Add one entry to the end of the chain. `about` names the objects it concerns ("row:12").

    `actor` is who `Actor.require` gave, so that the entry names the agency whose post allowed the deed.
    """
    head, _ = LogHead.objects.select_for_update().get_or_create(pk=1)
    entry = LogEntry(
        number=head.count + 1,
        at=timezone.now(),
        user_id=actor.user_id,
        actor=actor.name,
        agency_id=actor.agency_id,
        address=actor.address,
        deed=deed,
        subject=subject[:200],
        detail=detail,
        previous=head.digest or START,
    )
    objects = tuple(dict.fromkeys(about))
    entry.digest = _link(entry, objects).reckoned()
    entry.save()
    LogSubject.objects.bulk_create(LogSubject(entry=entry, about=one) for one in objects)
    head.count, head.digest = entry.number, entry.digest
    seal(head)
    return entry


def seal(head: LogHead) -> None:
    """Sign where the chain ends with the installation's own key, which is not in the database."""
    head.seal = _seal_of(head)
    head.save()


def verify() -> Iterator[Finding]:
    """Every fault of the log; nothing when it is whole. Reads it in the order of its numbers, in constant memory.

    Deeds that are done meanwhile are left to the next time.
    """
    newest = LogEntry.objects.aggregate(Max("number"))["number__max"] or 0
    head = LogHead.objects.filter(pk=1).first() or LogHead()
    if head.count and not constant_time_compare(head.seal, _seal_of(head)):
        yield Finding(fault=Fault.SEAL, number=head.count)
    # the head is read after the newest entry: whatever stood beyond it then belongs to no chain
    last = max(newest, head.count)
    yield from faults(_links(last), count=head.count, digest=head.digest)


def head_of_log() -> tuple[int, str]:
    """How many entries there are and the digest of the last one, to be noted and compared later."""
    head = LogHead.objects.filter(pk=1).first()
    return (head.count, head.digest) if head else (0, "")


def digest_at(number: int) -> str:
    """The digest of an entry; "" where there is none."""
    return LogEntry.objects.filter(number=number).values_list("digest", flat=True).first() or ""


def _links(last: int) -> Iterator[Link]:
    entries = LogEntry.objects.filter(number__lte=last).order_by("number").prefetch_related("subjects")
    for entry in entries.iterator(chunk_size=1000):
        yield _link(entry, tuple(subject.about for subject in entry.subjects.all()))


def _link(entry: LogEntry, about: tuple[str, ...]) -> Link:
    content = {
        "user": entry.user_id,
        "actor": entry.actor,
        "agency": entry.agency_id,
        "address": entry.address,
        "deed": entry.deed,
        "subject": entry.subject,
        "detail": entry.detail,
    }
    return Link(
        number=entry.number,
        at=entry.at,
        content=content,
        about=about,
        previous=entry.previous,
        digest=entry.digest,
    )


def _seal_of(head: LogHead) -> str:
    return salted_hmac("parindex.log", f"{head.count}:{head.digest}", algorithm="sha256").hexdigest()
