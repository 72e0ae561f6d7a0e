"""Đọc lại bảng số liệu: rows of the sheets Số liệu and Chi tiết, put together as facts."""

from collections.abc import Mapping, Sequence

from parindex.documents.tables import certainties, fact_details, fact_rows, fact_values
from parindex.documents.tables.errors import Unfit
from parindex.documents.tables.model import Workbook
from parindex.documents.tables.records import Record, once, records
from parindex.domain.facts import Fact, FactKind, FactValue
from parindex.domain.framework import FactDefinition
from parindex.domain.sources import LegalReference

Identity = tuple[str, ...]  # unit, code, number among the facts of that code


def read_facts(
    workbook: Workbook, *, units: Sequence[str], definitions: Sequence[FactDefinition]
) -> Mapping[str, tuple[Fact, ...]]:
    """The facts of each unit, in the order of the definitions. Raises `UnreadableTable`."""
    kinds = {definition.code: definition.kind for definition in definitions}
    main = once(records(workbook, fact_rows.SHAPE), lambda record: _identity(record, units, kinds))
    details: dict[tuple[str, ...], list[Record]] = {}
    for record in records(workbook, fact_details.SHAPE):
        identity = _identity(record, units, kinds)
        if identity not in main:
            raise record.refusal(
                "code", Unfit("trang Số liệu không có dòng này", "no row of Số liệu says so")
            )
        details.setdefault(identity, []).append(record)
    order = {definition.code: place for place, definition in enumerate(definitions)}
    found: dict[str, list[Fact]] = {unit: [] for unit in units}
    for identity in sorted(main, key=lambda key: (order[key[1]], int(key[2]))):
        fact = _fact(main[identity], kinds[identity[1]], details.get(identity, ()))
        found[identity[0]].extend([fact] if fact else [])
    return {unit: tuple(facts) for unit, facts in found.items()}


def _identity(record: Record, units: Sequence[str], kinds: Mapping[str, FactKind]) -> Identity:
    unit, code = record.needed_code("unit"), record.needed_code("code")
    if unit not in units:
        unfit = Unfit(f"trang Đơn vị không có mã “{unit}”", f"no row of Đơn vị has the code “{unit}”")
        raise record.refusal("unit", unfit)
    if code not in kinds:
        unfit = Unfit(f"trang Danh mục không có mã “{code}”", f"no row of Danh mục has the code “{code}”")
        raise record.refusal("code", unfit)
    return unit, code, str(record.whole("number") or 1)


def _fact(record: Record, kind: FactKind, details: Sequence[Record]) -> Fact | None:
    """The fact of a row; None where nothing is filled in. Raises `UnreadableTable`."""
    inapplicable = record.read("value", fact_values.says_not_applicable)
    if inapplicable and details:
        unfit = Unfit("số liệu không áp dụng thì không có dòng nào", "a fact that does not apply has no rows")
        raise details[0].refusal("code", unfit)
    value = None if inapplicable else _value(record, kind, details)
    applicable = not inapplicable and record.yes_no("applicable") is not False
    if applicable and value is None:
        return None
    return Fact(
        code=record.code("code"),
        value=value,
        reference=_reference(record),
        certainty=record.read("certainty", certainties.read),
        applicable=applicable,
        note=record.text("note"),
    )


def _value(record: Record, kind: FactKind, details: Sequence[Record]) -> FactValue | None:
    if kind not in fact_values.LIST_KINDS:
        if details:
            unfit = Unfit("số liệu này không có dòng ở trang Chi tiết", "this fact has no rows in Chi tiết")
            raise details[0].refusal("code", unfit)
        return record.read("value", lambda raw: fact_values.from_cell(kind, raw))
    announced = record.read("value", lambda raw: fact_values.announces_rows(raw, len(details)))
    if not announced:
        return None
    if kind is FactKind.AWARD and len(details) != 1:
        raise record.refusal("value", Unfit("điểm được cho chỉ có một dòng", "an award has exactly one row"))
    return fact_details.read(kind, details)


def _reference(record: Record) -> LegalReference:
    document = record.text("document")
    if not document:
        unfit = Unfit("số liệu phải có văn bản nguồn", "a fact needs a source document")
        raise record.refusal("document", unfit)
    return LegalReference(document=document, place=record.text("place"), url=record.text("url"))
