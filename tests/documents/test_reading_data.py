"""Plans as data: the documented shape, there and back."""

import json
import string
from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parindex.documents.reading import plan_as_data, plan_from_data, read_plan
from parindex.domain.deadlines import Deadline, DeadlineKind
from parindex.domain.plans import (
    AreaLead,
    BaseResults,
    Loss,
    LossEvent,
    PartResult,
    Period,
    Plan,
    PlanDocument,
    Remark,
    Target,
    Task,
)
from tests.documents import sample

SCHEMA = json.loads(
    files("parindex.documents.reading").joinpath("plan.schema.json").read_text(encoding="utf-8")
)
TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
texts = st.text(max_size=8)
many = st.lists(texts, max_size=3).map(tuple)
points = st.none() | st.decimals(min_value=0, max_value=100, places=2)
ranks = st.none() | st.integers(1, 99)
kinds = st.text(string.ascii_lowercase + "_", min_size=1, max_size=9)
numbers = st.none() | st.integers(0, 31)
deadlines = st.none() | st.builds(
    Deadline,
    kind=st.sampled_from(DeadlineKind),
    text=texts,
    year=st.none() | st.integers(2000, 2100),
    quarter=numbers,
    month=numbers,
    day=numbers,
    before=st.booleans(),
)
periods = st.none() | st.integers(2010, 2040).map(lambda year: Period(first_year=year, last_year=year + 2))
parts = st.sampled_from(["total", "direct", "appraised", "impact", "survey", "sipas", "officials"])
plans = st.builds(
    Plan,
    document=st.builds(
        PlanDocument,
        number=texts,
        issued_date=st.none() | st.dates(date(1990, 1, 1)),
        issuer=texts,
        title=texts,
        period=periods,
    ),
    results=st.builds(
        BaseResults,
        year=ranks,
        rank_change=ranks,
        parts=st.lists(
            st.builds(PartResult, part=parts, points=points, rank=ranks, out_of=ranks), max_size=2
        ).map(tuple),
    ),
    targets=st.lists(st.builds(Target, year=st.integers(), top=st.integers(), text=texts), max_size=1).map(
        tuple
    ),
    area_leads=st.lists(
        st.builds(AreaLead, area=texts, agency=texts, area_name=texts, deadline=deadlines), max_size=2
    ).map(tuple),
    duties=many,
    tasks=st.lists(
        st.builds(
            Task,
            number=texts,
            text=texts,
            criteria=many,
            aims=many,
            lead=many,
            cooperating=many,
            deadline=deadlines,
        ),
        max_size=2,
    ).map(tuple),
    losses=st.lists(
        st.builds(
            Loss,
            criterion=texts,
            name=texts,
            maximum=points,
            earned=points,
            lost=points,
            justification=texts,
            responsible=many,
            events=st.lists(st.builds(LossEvent, text=texts, points=points, document=texts), max_size=1).map(
                tuple
            ),
        ),
        max_size=2,
    ).map(tuple),
    remarks=st.lists(st.builds(Remark, kind=kinds, place=texts, text=texts), max_size=1).map(tuple),
)


def problems(value: Any, schema: dict[str, Any], path: str = "plan") -> list[str]:
    """Where a value breaks the few rules of JSON Schema that `plan.schema.json` uses."""
    import re

    schema = SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
    allowed = schema.get("type", [])
    allowed = [allowed] if isinstance(allowed, str) else allowed
    if allowed and not any(type(value) is TYPES[name] for name in allowed):
        return [f"{path}: {value!r} is not {allowed}"]
    found = []
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{path}: {value!r} is not in {schema['enum']}")
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        found.append(f"{path}: {value!r} is not like {schema['pattern']}")
    if isinstance(value, dict):
        own = schema.get("properties", {})
        other = schema.get("additionalProperties")
        found += [f"{path}.{key} is missing" for key in schema.get("required", []) if key not in value]
        for key, item in value.items():
            if key not in own and other is False:
                found.append(f"{path}.{key} is not in the schema")
            found += problems(item, own.get(key, other or {}), f"{path}.{key}")
    if isinstance(value, list):
        found += [
            p for i, item in enumerate(value) for p in problems(item, schema.get("items", {}), f"{path}[{i}]")
        ]
    return found


@patient
@given(plans)
def test_data_gives_back_the_plan_it_was_made_from(plan: Plan):
    assert plan_from_data(json.loads(json.dumps(plan_as_data(plan)))) == plan


@patient
@given(plans)
def test_data_has_the_documented_shape(plan: Plan):
    assert problems(plan_as_data(plan), SCHEMA) == []


def test_a_plan_that_was_read_has_the_documented_shape():
    plan = read_plan(sample.markdown().encode(), name="kế hoạch.md")

    assert problems(plan_as_data(plan), SCHEMA) == []


def test_points_have_two_decimals_or_as_many_as_they_need():
    plan = read_plan(sample.markdown().encode(), name="kế hoạch.md")
    loss = Loss(criterion="1", name="", maximum=Decimal("0.5"), earned=Decimal("1"), lost=Decimal("0.125"))
    data = plan_as_data(Plan(document=plan.document, results=plan.results, losses=(loss,)))

    assert [data["losses"][0][key] for key in ("maximum", "earned", "lost")] == ["0.50", "1.00", "0.125"]


def test_every_kind_of_remark_is_documented():
    import re
    from pathlib import Path

    from parindex.documents.reading import remarks

    page = (Path(__file__).parents[2] / "docs" / "plan-schema.md").read_text(encoding="utf-8")
    listed = re.findall(r"`([a-z_]+)`", page.split("## Kinds of remarks")[1].split("##")[0])
    written = re.findall(r'kind="([a-z_]+)"', Path(remarks.__file__).read_text(encoding="utf-8"))

    assert sorted(listed) == sorted(written)
