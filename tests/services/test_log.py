"""The log: a chain that finds what was changed, removed, put in or moved, and says which entry."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from django.db import IntegrityError, connection, transaction

from parindex.domain.chain import Fault
from parindex.domain.deed_words import deed_title
from parindex.records.models import LogEntry
from parindex.records.models.append_only import AppendOnlyError
from parindex.records.queries.log import history_of
from parindex.services.actor import SYSTEM
from parindex.services.log import digest_at, head_of_log, record, verify
from tests.services.deeds_in_code import deeds_in_code

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ten_deeds() -> None:
    """Ten entries, and no trigger in the way of who tampers with them."""
    for number in range(1, 11):
        record(actor=SYSTEM, deed="store_facts", subject=f"Việc {number}", about=[f"unit:{number % 2}"])
    execute("DROP TRIGGER records_logentry_unchanged")


def execute(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def change() -> None:
    execute("UPDATE records_logentry SET subject = 'Việc khác' WHERE number = 4")


def change_its_detail() -> None:
    execute("""UPDATE records_logentry SET detail = '{"points": "9"}' WHERE number = 4""")


def change_when_it_was() -> None:
    execute("UPDATE records_logentry SET at = '2018-01-01 00:00:00' WHERE number = 4")


def change_what_it_was_about() -> None:
    execute("DROP TRIGGER records_logsubject_unchanged")
    execute(
        "UPDATE records_logsubject SET about = 'unit:9' "
        "WHERE entry_id = (SELECT id FROM records_logentry WHERE number = 4)"
    )


def remove() -> None:
    LogEntry._base_manager.filter(number=4).delete()


def remove_the_last() -> None:
    LogEntry._base_manager.filter(number=10).delete()


def swap() -> None:
    execute("UPDATE records_logentry SET number = 99 WHERE number = 4")
    execute("UPDATE records_logentry SET number = 4 WHERE number = 5")
    execute("UPDATE records_logentry SET number = 5 WHERE number = 99")


def put_one_in_at_the_end() -> None:
    last = LogEntry.objects.get(number=10)
    LogEntry.objects.create(
        number=11, at=last.at, deed="publish", subject="Giả", previous=last.digest, digest="0" * 64
    )


def forge_the_head() -> None:
    digest = digest_at(9)
    LogEntry._base_manager.filter(number=10).delete()
    execute(f"UPDATE records_loghead SET count = 9, digest = '{digest}'")


@pytest.mark.parametrize(
    ("tamper", "faults"),
    [
        (change, [(Fault.CHANGED, 4)]),
        (change_its_detail, [(Fault.CHANGED, 4)]),
        (change_when_it_was, [(Fault.CHANGED, 4)]),
        (change_what_it_was_about, [(Fault.CHANGED, 4)]),
        (remove, [(Fault.REMOVED, 4)]),
        (remove_the_last, [(Fault.CUT, 10)]),
        (
            swap,
            [
                (Fault.MOVED, 4),
                (Fault.CHANGED, 4),
                (Fault.MOVED, 5),
                (Fault.CHANGED, 5),
                (Fault.MOVED, 6),
            ],
        ),
        (put_one_in_at_the_end, [(Fault.CHANGED, 11), (Fault.CUT, 12)]),
        (forge_the_head, [(Fault.SEAL, 9)]),
    ],
)
def test_whoever_tampers_with_the_log_is_found_out(
    tamper: Callable[[], None], faults: list[tuple[Fault, int]]
):
    assert list(verify()) == []

    tamper()

    assert [(one.fault, one.number) for one in verify()] == faults


def test_the_database_itself_refuses_to_change_an_entry():
    record(actor=SYSTEM, deed="publish", subject="Năm 2018", about=["round:1"])

    with pytest.raises(IntegrityError), transaction.atomic():
        execute("UPDATE records_logsubject SET about = 'round:2'")


def test_our_own_code_cannot_change_or_remove_an_entry():
    entry = LogEntry.objects.get(number=3)
    entry.subject = "Việc khác"

    for attempt in (entry.save, entry.delete, LogEntry.objects.all().delete):
        with pytest.raises(AppendOnlyError):
            attempt()


def test_a_deed_that_fails_leaves_no_entry_and_no_gap():
    with suppress(ZeroDivisionError), transaction.atomic():
        record(actor=SYSTEM, deed="publish", subject="Năm 2018")
        raise ZeroDivisionError

    record(actor=SYSTEM, deed="publish", subject="Năm 2019")

    assert list(verify()) == []
    assert head_of_log() == (11, digest_at(11))


def test_an_object_has_a_history_of_its_own_the_newest_first():
    assert [entry.subject for entry in history_of(["unit:0"])] == [
        "Việc 10",
        "Việc 8",
        "Việc 6",
        "Việc 4",
        "Việc 2",
    ]


def test_every_deed_that_the_code_records_has_words():
    nameless = {deed for deed in deeds_in_code() if deed_title(deed).vi == deed}

    assert nameless == set()
