"""Files of the whole year: what people attach, fill in with another program, and get from those who appraise."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from playwright.sync_api import Download, FilePayload

from parindex.documents.tables import facts, read_workbook, sheet
from parindex.domain.facts import Fact, FactValue, NamedCount
from parindex.domain.sources import Certainty, LegalReference
from tests.documents import annex_sample, sample

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HEADER = (
    "STT",
    "Tiêu chí",
    "Điểm tối đa",
    "Điểm tự chấm",
    "Điểm thẩm định",
    "Lý do trừ điểm",
    "Cơ quan thẩm định",
)
METHOD = "Chấm theo báo cáo tổng kết công tác năm 2018"
SURVEY = ("answers_access", "answers_staff", "answers_result", "answers_steering", "answers_support")


def pdf(name: str) -> FilePayload:
    """A small document."""
    return {"name": name, "mimeType": "application/pdf", "buffer": sample.pdf()}


def verdicts(name: str, lines: Sequence[str]) -> FilePayload:
    """A table of an appraisal: number | criterion | maximum | claimed | given | why | by whom."""
    rows = [line.split(" | ") for line in lines]
    make, kind = (annex_sample.docx, DOCX) if name.endswith(".docx") else (annex_sample.xlsx, XLSX)
    content = make([HEADER, *rows], above=["KẾT QUẢ THẨM ĐỊNH (BẢN MẪU)"])
    return {"name": name, "mimeType": kind, "buffer": content}


def claimed_in_full(sent: Download, claims: Mapping[str, str], known: Mapping[str, FactValue]) -> FilePayload:
    """A sheet filled in: every row claims its maximum, or what `claims` says, and `known` are its facts."""

    def fill(content: bytes) -> bytes:
        table = sheet.read(read_workbook(content))
        rows = [
            replace(
                row,
                claimed=Decimal(claims[row.criterion]) if row.criterion in claims else row.maximum,
                justification=METHOD,
            )
            for row in table.rows
        ]
        (unit,) = table.facts.units
        found = replace(unit, facts=tuple(_reported(code, value) for code, value in known.items()))
        return sheet.write(replace(table, rows=tuple(rows), facts=replace(table.facts, units=(found,))))

    return _changed(sent, fill)


def surveyed(sent: Download, satisfied: Mapping[str, int]) -> FilePayload:
    """The facts of a round of districts with the answers of a survey of 100 people, by the units' codes."""

    def fill(content: bytes) -> bytes:
        table = facts.read(read_workbook(content))
        units = [
            replace(
                unit,
                facts=(*unit.facts, *(_reported(code, _answers(satisfied[unit.code])) for code in SURVEY)),
            )
            for unit in table.units
        ]
        return facts.write(replace(table, units=tuple(units)))

    return _changed(sent, fill)


def _answers(satisfied: int) -> tuple[NamedCount, ...]:
    counts = {"very_satisfied": satisfied, "satisfied": 0, "neutral": 0, "dissatisfied": 100 - satisfied}
    return tuple(NamedCount(name=name, count=count) for name, count in counts.items())


def _reported(code: str, value: FactValue) -> Fact:
    source = LegalReference(document="Báo cáo tổng kết năm 2018")
    return Fact(code=code, value=value, reference=source, certainty=Certainty.REPORTED)


def _changed(sent: Download, fill: Callable[[bytes], bytes]) -> FilePayload:
    content = fill(Path(sent.path()).read_bytes())
    return {"name": sent.suggested_filename, "mimeType": XLSX, "buffer": content}
