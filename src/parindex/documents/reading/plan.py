"""A plan document as a `Plan`: everything it says, and a remark on everything that was doubtful."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from parindex.documents.reading import errors, remarks
from parindex.documents.reading.blocks import Block, Paragraph, Table, all_text, as_paragraphs, tables
from parindex.documents.reading.columns import recognise
from parindex.documents.reading.duties import read_duties
from parindex.documents.reading.heading import read_heading
from parindex.documents.reading.knowledge import Knowledge, KnowledgeOf, nothing_known
from parindex.documents.reading.lead_tables import is_lead_table, read_lead_table
from parindex.documents.reading.leads import check_area_leads, read_area_leads
from parindex.documents.reading.losses import read_losses
from parindex.documents.reading.repeated import with_repeated_cells
from parindex.documents.reading.results import read_results
from parindex.documents.reading.slips import find_slips
from parindex.documents.reading.source import read_blocks
from parindex.documents.reading.tables import Entry, read_entries, tasks_in_losses
from parindex.documents.reading.targets import read_targets
from parindex.documents.reading.tasks import read_tasks
from parindex.documents.reading.vocabulary import Column, Kind
from parindex.documents.reading.words import flat
from parindex.domain.plans import AreaLead, Plan, Remark, Task

_TITLE = re.compile(r"(?:ke hoach|de an|chuong trinh hanh dong|phuong an)\b")
_SUBJECT = re.compile(r"cai cach hanh chinh|\bcchc\b|par ?index")


def read_plan(
    source: Path | str | bytes,
    *,
    name: str,
    knowledge_of: KnowledgeOf = nothing_known,
) -> Plan:
    """Read a plan (.docx, .md, .txt, .pdf) from a path or from its bytes; `name` stands for it in sentences.

    `knowledge_of` is asked for criteria and agencies once the head is read, since they depend on the province and
    the year. Raises UnreadableDocument and then nothing is read.
    """
    plan = plan_of(read_blocks(source, name=name), knowledge_of=knowledge_of)
    if plan is None:
        raise errors.no_plan(name)
    return plan


def plan_of(blocks: Sequence[Block], *, knowledge_of: KnowledgeOf) -> Plan | None:
    """The plan that a document holds; None when it has no lost criterion and no task, or tasks on another subject."""
    notes: list[Remark] = []
    body, everything = _body(blocks), as_paragraphs(_outside_registers(blocks))
    results = read_results(body, notes)
    document = read_heading(everything, notes, results_year=results.year)
    knowledge = replace(knowledge_of(document, results), issued_date=document.issued_date)
    targets = read_targets(body, notes)
    area_leads = _area_leads(blocks, everything, knowledge, notes)
    duties = read_duties(body, notes)
    registers = [table for table in tables(blocks) if not is_lead_table(table)]
    entries = with_repeated_cells(read_entries(registers, notes), notes)
    to_do = [*_of(Kind.TASKS, entries), *tasks_in_losses(entries)]
    tasks = read_tasks(to_do, knowledge=knowledge, period=document.period, notes=notes)
    losses = read_losses(_of(Kind.LOSSES, entries), knowledge=knowledge, notes=notes)
    if not losses and not (tasks and _speaks_of_reform(blocks) and _is_plan(blocks, to_do, tasks)):
        return None
    notes.extend(_missing_tables(bool(tasks), bool(losses)))
    return Plan(
        document=document,
        results=results,
        targets=targets,
        area_leads=area_leads,
        duties=duties,
        tasks=tasks,
        losses=losses,
        remarks=_in_document_order([*notes, *find_slips(blocks)], blocks),
    )


def _area_leads(
    blocks: Sequence[Block], paragraphs: Sequence[Paragraph], knowledge: Knowledge, notes: list[Remark]
) -> tuple[AreaLead, ...]:
    """Leads that sentences name, and those of tables."""
    leads = list(read_area_leads(paragraphs, knowledge=knowledge, notes=notes))
    for table in filter(is_lead_table, tables(blocks)):
        leads.extend(read_lead_table(table, knowledge=knowledge, notes=notes))
    check_area_leads(leads, notes)
    return tuple(leads)


def _in_document_order(notes: Sequence[Remark], blocks: Sequence[Block]) -> tuple[Remark, ...]:
    """Remarks by their place; those on the document as a whole come first."""
    order = {place: position for position, place in enumerate(_places(blocks))}
    return tuple(sorted(notes, key=lambda note: order.get(note.place, -1)))


def _places(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield block.place
        yield from (row.place for row in block.rows) if isinstance(block, Table) else ()


def _of(kind: Kind, entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.kind is kind]


def _speaks_of_reform(blocks: Sequence[Block]) -> bool:
    return any(_SUBJECT.search(flat(text)) for text, _ in all_text(blocks))


def _is_plan(blocks: Sequence[Block], entries: Sequence[Entry], tasks: Sequence[Task]) -> bool:
    """Whether a table that looks like tasks is one: the document is titled a plan, or somebody leads, or criteria are
    cited. An agenda ("Nội dung | Thời gian") is none."""
    titled = any(p.text[:6].isupper() and _TITLE.match(flat(p.text)) for p in as_paragraphs(blocks))
    return (
        titled or any(Column.LEAD in entry.cells for entry in entries) or any(task.criteria for task in tasks)
    )


def _body(blocks: Sequence[Block]) -> list[Paragraph]:
    """What stands before the first register."""
    return as_paragraphs(takewhile(lambda block: not _is_register(block), blocks))


def _outside_registers(blocks: Sequence[Block]) -> list[Block]:
    return [
        block
        for block in blocks
        if not _is_register(block) and not _is_wide(block) and not _is_lead_table(block)
    ]


def _is_register(block: Block) -> bool:
    return isinstance(block, Table) and not is_lead_table(block) and recognise(block.rows) is not None


def _is_lead_table(block: Block) -> bool:
    return isinstance(block, Table) and is_lead_table(block)


def _is_wide(block: Block) -> bool:
    return isinstance(block, Table) and block.width > 3


def _missing_tables(has_tasks: bool, has_losses: bool) -> list[Remark]:
    wanted = {"bảng nhiệm vụ cụ thể": has_tasks, "bảng tiêu chí bị trừ điểm": has_losses}
    return [remarks.table_missing(which) for which, found in wanted.items() if not found]
