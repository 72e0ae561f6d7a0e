"""What must hold after any number of kills: every confirmed deed is there, none is half there, the log is whole."""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def problems(folder: Path, ledger: dict[str, Any]) -> Iterator[str]:
    """Everything that does not hold, in words. Runs in a process of its own."""
    os.environ["PARINDEX_HOME"] = str(folder)
    from parindex.cli.site import prepare_home

    prepare_home()
    yield from _lost(ledger)
    yield from _half_done(folder)
    from parindex.services.log import verify

    yield from (f"log: {finding.fault} at entry {finding.number}" for finding in verify())


def _lost(ledger: dict[str, Any]) -> Iterator[str]:
    from parindex.records.models import EvidenceRevision, Plan, RowVersion, SheetRow

    for row, words in ledger["words"].items():
        kept = set(RowVersion.objects.filter(row=row).values_list("remark", flat=True))
        yield from (f"row {row} lost “{one}”" for one in words if one not in kept)
    files = set(EvidenceRevision.objects.values_list("sha256", flat=True))
    yield from (f"file {digest} is lost" for digest in ledger["files"] if digest not in files)
    for sheet in ledger["sheets"]:
        stages = set(SheetRow.objects.filter(sheet=sheet).values_list("stage", flat=True))
        if stages != {"submitted"}:
            yield f"sheet {sheet} was sent and is {stages}"
    for sheet, marks in ledger["workbooks"].items():
        stored = _marks_of(int(sheet))
        yield from (f"sheet {sheet} lost the workbook “{mark}”" for mark in marks if mark not in stored)
    plans = set(Plan.objects.values_list("sha256", flat=True))
    yield from (f"plan {digest} is lost" for digest in ledger["plans"] if digest not in plans)


def _marks_of(sheet: int) -> Counter[str]:
    """The workbooks that left words on a sheet, each with the number of rows that hold them."""
    from parindex.records.models import RowVersion

    remarks = RowVersion.objects.filter(row__sheet=sheet, move="save", remark__startswith="Nhập ")
    return Counter(remark.partition(" · ")[0] for remark in remarks.values_list("remark", flat=True))


def _half_done(folder: Path) -> Iterator[str]:
    yield from _files_that_are_not_whole(folder)
    yield from _sheets_sent_or_filled_in_part()
    yield from _rows_beside_their_versions()
    yield from _plans_in_part()


def _files_that_are_not_whole(folder: Path) -> Iterator[str]:
    from parindex.records.evidence_store import EvidenceStore
    from parindex.records.models import EvidenceRevision

    store = EvidenceStore(folder / "minh-chung")
    for digest in EvidenceRevision.objects.values_list("sha256", flat=True).distinct():
        if not store.verify(digest):
            yield f"file {digest} is recorded and not whole"


def _sheets_sent_or_filled_in_part() -> Iterator[str]:
    from parindex.records.models import Sheet

    for sheet in Sheet.objects.filter(rows__stage="submitted").distinct():
        stages = set(sheet.rows.values_list("stage", flat=True))
        if len(stages) > 1:
            yield f"sheet {sheet.pk} is half sent: {stages}"
    for sheet in Sheet.objects.filter(rows__versions__remark__startswith="Nhập ").distinct():
        for mark, rows in _marks_of(sheet.pk).items():
            if rows != sheet.rows.count():
                yield f"the workbook “{mark}” is on {rows} of {sheet.rows.count()} rows of sheet {sheet.pk}"


def _rows_beside_their_versions() -> Iterator[str]:
    from parindex.records.models import LogSubject, RowVersion, SheetRow

    for row in SheetRow.objects.select_related("current").exclude(current=None):
        newest = row.versions.filter(is_aside=False).order_by("-number").first()
        if newest != row.current or (newest and newest.stage != row.stage):
            yield f"row {row.pk} does not stand at its newest version"
    logged = set(LogSubject.objects.filter(about__startswith="row:").values_list("about", flat=True))
    written = RowVersion.objects.filter(by__isnull=False).values_list("row", flat=True).distinct()
    unlogged = (row for row in written if f"row:{row}" not in logged)
    yield from (f"row {row} was written without an entry in the log" for row in unlogged)


def _plans_in_part() -> Iterator[str]:
    from django.db.models import Count

    from parindex.records.models import Plan

    plans = Plan.objects.annotate(
        tasks=Count("task_rows", distinct=True), lost=Count("loss_rows", distinct=True)
    )
    shapes = set(plans.values_list("tasks", "lost"))
    if len(shapes) > 1:
        yield f"plans are stored in part: {shapes}"


if __name__ == "__main__":
    print(json.dumps(list(problems(Path(sys.argv[1]), json.load(sys.stdin))), ensure_ascii=False))
