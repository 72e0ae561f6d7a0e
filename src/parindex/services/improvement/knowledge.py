"""What is known of a plan besides its document: the criteria of its year and the agencies of its province."""

from collections.abc import Mapping

from parindex.documents.reading import Knowledge
from parindex.domain.plans import BaseResults, PlanDocument
from parindex.frameworks.agencies import directory_for
from parindex.frameworks.known import UnknownFramework, known_criteria


def built_in_knowledge(document: PlanDocument, results: BaseResults) -> Knowledge:
    """What the software itself brings, for who has no stored agencies at hand."""
    directory = directory_for(document.issuer, on=document.issued_date)
    return Knowledge(criteria=criteria_of(results.year), directory=directory)


def criteria_of(year: int | None) -> Mapping[str, str] | None:
    """Codes and titles of the framework used for a year; None where there is none."""
    try:
        return known_criteria(year) if year else None
    except UnknownFramework:
        return None
