"""Every rule kind on the situations that officials can read: year, facts, expected points."""

import pytest

from tests.domain.rules.situations import FOLDER, KINDS, Situation, situations

ALL = [(kind, situation) for kind in KINDS for situation in situations(kind)]


def named(cases: list[tuple[str, Situation]]) -> list[object]:
    return [pytest.param(situation, id=f"{kind}: {situation.row.name}") for kind, situation in cases]


@pytest.mark.parametrize("situation", named(ALL))
def test_the_facts_of_a_situation_make_its_points(situation: Situation):
    score = situation.score()

    shown = None if score.points is None else f"{score.points:.2f}"

    assert (score.outcome.value, shown) == (situation.row.outcome, situation.row.points)


@pytest.mark.parametrize("situation", named([case for case in ALL if case[1].row.says is not None]))
def test_the_explanation_of_a_situation_reads_as_written(situation: Situation):
    assert situation.explained() == situation.row.says


def test_every_rule_kind_has_its_situations():
    assert sorted(path.stem for path in FOLDER.glob("*.yaml")) == sorted(KINDS)
