"""The demonstration: Vĩnh Phúc's agencies, its 2017 facts, published results, and its plan read from a document."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from parindex.frameworks.agencies import load_agencies
from parindex.frameworks.facts_file import load_facts
from parindex.frameworks.known import DATA
from parindex.records.models import Agency, AssessmentRound, Plan
from parindex.services.actor import SYSTEM
from parindex.services.frameworks.storing import built_in_version, framework_of
from parindex.services.improvement.storing_agencies import store_agencies
from parindex.services.improvement.storing_plans import store_plan
from parindex.services.improvement.uploads import read_upload
from parindex.services.log import record
from parindex.services.results.storing import store_results
from parindex.services.rounds.facts import store_facts
from parindex.services.rounds.years import open_round

PLAN_DOCUMENT = DATA / "vinh-phuc" / "ke-hoach-5264-tom-luoc.md"
PROVINCE = "26"


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
        agencies=store_agencies(actor=SYSTEM, agencies=load_agencies(), source="vinh-phuc/agencies.csv"),
        results=store_results(actor=SYSTEM),
        round_opened=_publish_2017(),
        plan_stored=_store_plan(),
    )


def _publish_2017() -> bool:
    """The province's year 2017 as its documents tell it: facts and results, without sheets."""
    facts = load_facts()
    if AssessmentRound.objects.filter(year=facts.year, level="province").exists():
        return False
    version = built_in_version(facts.framework_id, actor=SYSTEM)
    province = Agency.objects.get(code=PROVINCE)
    row = open_round(actor=SYSTEM, year=facts.year, framework=version, units=[province], is_sample=True)
    store_facts(actor=SYSTEM, unit=row.units.get(), framework=framework_of(version), facts=facts.book)
    row.published_at = timezone.now()
    row.save()
    record(actor=SYSTEM, deed="publish", subject=str(row), about=[f"round:{row.pk}"])
    return True


def _store_plan() -> bool:
    read = read_upload(content=PLAN_DOCUMENT.read_bytes(), name=PLAN_DOCUMENT.name)
    if read.stored or Plan.objects.filter(is_sample=True).exists():
        return False
    store_plan(actor=SYSTEM, plan=read.plan, source=read.source, is_sample=True)
    return True
