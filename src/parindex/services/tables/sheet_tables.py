"""Phiếu thành bảng: the rows of a sheet that its reader may read, with the facts that their rules read."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from parindex.documents.tables.sheet import SheetLine, SheetTable
from parindex.domain.rules.relative_to_best import RelativeToBest
from parindex.domain.workflow import STAGE_TITLES
from parindex.records.models import RowVersion
from parindex.services.sheets.pictures import RowLine, SheetPicture
from parindex.services.sheets.rows import facts_to_enter
from parindex.services.tables.revisions import facts_at, newest_revision, versions_at
from parindex.services.tables.units import code_of, fact_table


def sheet_table(picture: SheetPicture) -> SheetTable:
    """The table of a sheet as it stands now."""
    sheet = picture.sheet
    unit = sheet.unit
    codes = {code for line in picture.rows for code in codes_read(line)}
    definitions = (one for one in picture.framework.fact_definitions if one.code in codes)
    return SheetTable(
        year=unit.round.year,
        level=unit.round.level,
        unit_code=code_of(unit),
        unit_name=unit.name,
        agency_code=sheet.agency.code,
        agency_name=sheet.agency.name,
        revision=newest_revision(sheet),
        rows=tuple(_line(line, line.version) for line in picture.rows),
        facts=fact_table([unit], definitions),
    )


def codes_read(line: RowLine) -> Iterator[str]:
    """The facts that a row's rule reads; the best unit's figure is worked out, and nobody enters it."""
    rule = line.criterion.rule
    best = rule.best if isinstance(rule, RelativeToBest) else ""
    return (wanted.fact for wanted in (rule.inputs() if rule else ()) if wanted.fact != best)


def given_codes(picture: SheetPicture) -> frozenset[str]:
    """The facts that rules read and no row enters: the points that an appraiser gives."""
    entered = {code for line in picture.rows for code in facts_to_enter(line.criterion)}
    return frozenset(code for line in picture.rows for code in codes_read(line)) - entered


def table_at(picture: SheetPicture, now: SheetTable, moment: datetime) -> SheetTable:
    """The table as it went out at a moment, as far as its reader could edit it."""
    said, facts = versions_at(picture.sheet, moment), facts_at(picture.sheet, moment)
    unit, codes = now.facts.units[0], {one.code for one in now.facts.definitions}
    standing = tuple(fact for fact in facts if fact.code in codes)
    return replace(
        now,
        rows=tuple(_line(line, said.get(line.row.pk)) for line in picture.rows),
        facts=replace(now.facts, units=(replace(unit, facts=standing),)),
    )


def _line(line: RowLine, version: RowVersion | None) -> SheetLine:
    said = version or RowVersion()
    return SheetLine(
        criterion=line.criterion.code,
        title=line.criterion.title.vi,
        maximum=line.score.maximum,
        stage=STAGE_TITLES[line.stage].vi,
        claimed=said.claimed,
        computed=line.score.points,
        applicable=said.applicable,
        justification=said.justification,
        remark=said.remark,
        evidence=tuple(str(link.evidence) for link in line.proofs),
    )
