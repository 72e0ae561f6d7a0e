"""The demonstration: Vĩnh Phúc's agencies, its 2017 facts, published results, and its plan read from a document."""

from dataclasses import dataclass

from django.db import transaction

from parindex.frameworks.agencies import load_agencies
from parindex.frameworks.facts_file import load_facts
from parindex.frameworks.known import DATA
from parindex.frameworks.loader import framework_for
from parindex.records.models import AssessmentRound, Plan
from parindex.services.results import store_results
from parindex.services.rounds import open_round
from parindex.services.storing_agencies import store_agencies
from parindex.services.storing_plans import store_plan
from parindex.services.uploads import read_upload

PLAN_DOCUMENT = DATA / "vinh-phuc" / "ke-hoach-5264-tom-luoc.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class Loaded:
    """What was added; zeros and False where it was there already."""

    agencies: int
    results: int
    round_opened: bool
    plan_stored: bool


@transaction.atomic
def load_demonstration() -> Loaded:
    """Add what is missing of the demonstration; nothing that is stored is changed."""
    return Loaded(
        agencies=store_agencies(agencies=load_agencies(), source="vinh-phuc/agencies.csv"),
        results=store_results(),
        round_opened=_open_round(),
        plan_stored=_store_plan(),
    )


def _open_round() -> bool:
    facts = load_facts()
    if AssessmentRound.objects.filter(year=facts.year).exists():
        return False
    open_round(
        year=facts.year,
        unit_name=facts.unit_name.vi,
        framework=framework_for(facts.framework_id),
        facts=facts.book,
        is_sample=True,
    )
    return True


def _store_plan() -> bool:
    read = read_upload(content=PLAN_DOCUMENT.read_bytes(), name=PLAN_DOCUMENT.name)
    if read.stored or Plan.objects.filter(is_sample=True).exists():
        return False
    store_plan(plan=read.plan, source=read.source, is_sample=True)
    return True
