"""Tệp bảng tính: one table as a file to take away, by its kind and the key of its choice."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from parindex.frameworks.known import UnknownFramework
from parindex.records.models import RoundUnit, Sheet
from parindex.records.queries.frameworks import versions_with_rounds
from parindex.records.queries.rounds import round_units
from parindex.services.actor import Actor
from parindex.services.tables import facts, framework, result, sheet
from parindex.services.tables.choices import built_in_id, round_key, row_key, unit_key
from parindex.services.tables.units import code_of


@dataclass(frozen=True, kw_only=True, slots=True)
class TableFile:
    """A workbook with the name that it is saved under."""

    name: str
    content: bytes


def table_file(*, kind: str, key: str, actor: Actor, today: date) -> TableFile | None:
    """A table as a workbook; None where there is none of that kind and key, or its reader may see nothing of it.

    Raises `RefusedError` where they may see that it is there and not what it says.
    """
    writer = _WRITERS.get(kind)
    return writer(key, actor, today) if writer else None


def _sheet(key: str, actor: Actor, today: date) -> TableFile | None:
    pk = row_key(key)
    content = sheet.export(actor=actor, pk=pk, today=today)
    if content is None:
        return None
    row = Sheet.objects.select_related("unit__round", "unit__agency", "agency").get(pk=pk)
    return _file(f"phieu-{row.unit.round.year}-{code_of(row.unit)}-{row.agency.code}", content)


def _facts(key: str, actor: Actor, _today: date) -> TableFile | None:
    round_pk, unit_pk = round_key(key), unit_key(key)
    units = list(
        round_units().filter(round=round_pk).order_by("position", "pk")
        if round_pk
        else round_units().filter(pk=unit_pk)
    )
    if not units:
        return None
    round_ = units[0].round
    one = f"-{code_of(units[0])}" if unit_pk else ""
    return _file(f"so-lieu-{round_.year}-{round_.level}{one}", facts.export(actor=actor, units=units))


def _result(key: str, actor: Actor, _today: date) -> TableFile | None:
    unit: RoundUnit | None = round_units().filter(pk=row_key(key)).first()
    content = result.export(actor=actor, unit=unit) if unit else None
    if unit is None or content is None:
        return None
    return _file(f"ket-qua-{unit.round.year}-{unit.round.level}-{code_of(unit)}", content)


def _framework(key: str, actor: Actor, _today: date) -> TableFile | None:
    if code := built_in_id(key):
        try:
            return _file(f"bo-tieu-chi-{code}", framework.export_built_in(code))
        except UnknownFramework:
            return None
    version = versions_with_rounds().filter(pk=row_key(key)).first()
    if version is None:
        return None
    return _file(f"bo-tieu-chi-{version.code}", framework.export(actor=actor, version=version))


def _file(name: str, content: bytes) -> TableFile:
    return TableFile(name=f"{name}.xlsx", content=content)


_WRITERS: Mapping[str, Callable[[str, Actor, date], TableFile | None]] = {
    sheet.KIND: _sheet,
    facts.KIND: _facts,
    result.KIND: _result,
    framework.KIND: _framework,
}
