"""Reads `tests/situations`: a rule kind a file, facts and the points that must come out of them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from parindex.domain.explanation import explain
from parindex.domain.facts import Fact, FactBook
from parindex.domain.framework import Criterion, Framework
from parindex.domain.rules.base import Rule
from parindex.domain.rules.family import RULE_KINDS, AnyRule
from parindex.domain.scoring import CriterionScore, score_criterion
from parindex.domain.sources import Certainty, LegalReference
from parindex.domain.wording import Language
from parindex.frameworks.facts_schema import FactRow
from parindex.frameworks.loader import framework_for
from parindex.frameworks.schema import Entry
from parindex.frameworks.validation import validate
from parindex.frameworks.yaml_source import YamlDocument, read_yaml
from tests.domain.sample import criterion, framework

FOLDER = Path(__file__).parents[2] / "situations"
KINDS = [str(kind.__dataclass_fields__["kind"].default) for kind in RULE_KINDS]


class Row(Entry):
    name: str
    year: int
    criterion: str = ""
    maximum: str = "1.00"
    rule: Annotated[AnyRule, Field(discriminator="kind")] | None = None
    facts: dict[str, dict[str, object]]
    points: str | None = None
    outcome: str = "scored"
    says: tuple[str, ...] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Situation:
    """One situation with its framework and facts made ready."""

    row: Row
    framework: Framework
    criterion: Criterion
    rule: Rule
    book: FactBook

    def score(self) -> CriterionScore:
        return score_criterion(self.framework, self.criterion, self.book)

    def explained(self, language: Language = "vi") -> tuple[str, ...]:
        return explain(self.score(), self.framework, language)


@cache
def situations(kind: str) -> tuple[Situation, ...]:
    """The situations of one rule kind."""
    path = FOLDER / f"{kind}.yaml"
    document = read_yaml(path)
    assert isinstance(document.data, list)
    rows = [
        validate(Row, YamlDocument(path=path, data=row, lines={(): document.line_of((n,))}))
        for n, row in enumerate(document.data)
    ]
    return tuple(_situation(row) for row in rows)


def _situation(row: Row) -> Situation:
    if row.criterion:
        whole = framework_for(row.year)
        found = whole.criterion(row.criterion)
    else:
        found = criterion("1.1", row.rule, row.maximum)
        whole = framework(found)
    assert found is not None
    assert found.rule is not None
    book = FactBook.of(_fact(code, value) for code, value in row.facts.items())
    return Situation(row=row, framework=whole, criterion=found, rule=found.rule, book=book)


def _fact(code: str, value: dict[str, object]) -> Fact:
    row = FactRow.model_validate({"code": code, "source": "report", "certainty": "plan", **value})
    reference = LegalReference(document="Báo cáo")
    return Fact(
        code=code,
        value=row.value if row.applicable else None,
        reference=reference,
        certainty=Certainty.PLAN,
        applicable=row.applicable,
    )
