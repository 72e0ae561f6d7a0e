"""Names of agencies that the organisation tree does not know, or knows more than once."""

from collections.abc import Iterator

from parindex.domain.agencies import AgencyMatch, MatchKind
from parindex.domain.findings.model import (
    Evidence,
    FindingGroup,
    FindingItem,
)
from parindex.domain.plans import Plan
from parindex.domain.rules.base import Sentence


def find(evidence: Evidence) -> Iterator[FindingGroup]:
    """`unmatched_agencies`; looked for only where a directory is given."""
    if not evidence.knows_agencies:
        return
    day = evidence.plan.document.issued_date
    matches = [evidence.directory.match(name, on=day) for name in _names(evidence.plan)]
    unmatched = [match for match in matches if match.kind in {MatchKind.UNKNOWN, MatchKind.AMBIGUOUS}]
    if unmatched:
        yield FindingGroup(
            kind="unmatched_agencies",
            figure=Sentence(vi=str(len(unmatched)), en=str(len(unmatched))),
            rest=Sentence(
                vi="tên cơ quan không khớp với cây tổ chức.",
                en="names of agencies that the organisation tree does not match.",
            ),
            items=tuple(_item(evidence.plan, match) for match in unmatched),
        )


def _names(plan: Plan) -> tuple[str, ...]:
    found = [name for task in plan.tasks for name in (*task.lead, *task.cooperating)]
    found += [name for loss in plan.losses for name in loss.responsible]
    found += [lead.agency for lead in plan.area_leads if lead.agency]
    return tuple(dict.fromkeys(found))


def _item(plan: Plan, match: AgencyMatch) -> FindingItem:
    candidates = ", ".join(agency.name for agency in match.candidates)
    return FindingItem(
        text=Sentence(
            vi=f"“{match.text}” có thể là {candidates}"
            if candidates
            else f"“{match.text}” không có trong cây tổ chức",
            en=f"“{match.text}” may be {candidates}" if candidates else f"“{match.text}” is not in the tree",
        ),
        tasks=tuple(task.number for task in plan.tasks if match.text in (*task.lead, *task.cooperating)),
        agencies=(match.text,),
    )
