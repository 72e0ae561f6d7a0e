"""One year, one sum: the overview, the ranking, the report and a unit's own page agree on a year that came from sheets.

Years are made up at random: claims, rows that do not apply, awards, what was announced of the parts no sheet scores.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from parindex.domain.facts import Award
from parindex.domain.points import ZERO
from parindex.domain.rights import Role
from parindex.domain.scoring import FrameworkScore, Tally
from parindex.frameworks.facts_file import load_facts
from parindex.records.models import RowVersion, SheetRow
from parindex.services.actor import SYSTEM
from parindex.services.appraisal.owners import owners_page
from parindex.services.frameworks.storing import framework_of
from parindex.services.improvement.losses import lines_of
from parindex.services.improvement.picture import picture
from parindex.services.results.parts import enter_part
from parindex.services.results.rankings import ranking
from parindex.services.results.standings import round_standings
from parindex.services.results.units import unit_result
from parindex.services.review.report import scoring_report
from parindex.services.rounds.facts import store_facts
from parindex.services.sheets.moves import agree, award_rows, publish
from parindex.services.sheets.rows import RowEntry, save_row
from tests.appraised_year import BODY, LATER, give, hand_in
from tests.scoring_year import DAY, Year, acting, open_2018

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Said:
    """What a random year says of its rows: points claimed (None: does not apply), and points awarded (None: kept)."""

    claims: Mapping[str, Decimal | None]
    awards: Mapping[str, Decimal | None]


def known_2018() -> Year:
    """The year 2018 with the facts of 2017."""
    year = open_2018()
    framework = framework_of(year.round.framework)
    store_facts(actor=SYSTEM, unit=year.unit, framework=framework, facts=load_facts().book)
    return year


def rows_of(year: Year) -> list[SheetRow]:
    rows = SheetRow.objects.filter(sheet__unit=year.unit).select_related("sheet__agency")
    return list(rows.order_by("sheet", "position"))


def at_random(year: Year, random: Random) -> Said:
    """Points in hundredths up to each maximum; every sixth row does not apply, every third keeps its claim."""
    framework = framework_of(year.round.framework)
    maxima = {
        leaf.code: leaf.maximum.points
        for leaf in framework.leaves()
        if leaf.maximum and leaf.code in {row.criterion for row in rows_of(year)}
    }
    points = {code: Decimal(random.randint(0, int(most * 100))) / 100 for code, most in maxima.items()}
    given = {code: Decimal(random.randint(0, int(most * 100))) / 100 for code, most in maxima.items()}
    return Said(
        claims={code: None if random.random() < 1 / 6 else claim for code, claim in points.items()},
        awards={code: None if random.random() < 1 / 3 else award for code, award in given.items()},
    )


def claim_all(year: Year, said: Said) -> None:
    scorers = {row.sheet.agency.code: acting(Role.SCORER, row.sheet.agency.code) for row in rows_of(year)}
    for row in rows_of(year):
        points = said.claims[row.criterion]
        columns: dict[str, Any] = {"claimed": points} if points is not None else {"applicable": False}
        scorer = scorers[row.sheet.agency.code]
        save_row(actor=scorer, pk=row.pk, entry=RowEntry(base=0, said=columns), today=DAY)


def judge_all(year: Year, said: Said) -> None:
    """Some rows are given points, the others keep what they claim; what was announced of other parts is entered."""
    appraiser = acting(Role.APPRAISER)
    keys = {row.criterion: row.pk for row in rows_of(year)}
    given = {
        keys[code]: Award(points=points, reason="Tài liệu chưa đủ căn cứ", awarded_by=BODY)
        for code, points in said.awards.items()
        if points is not None
    }
    award_rows(actor=appraiser, unit=year.unit, awards=given, today=LATER)
    kept = [pk for pk in keys.values() if pk not in given]
    agree(actor=appraiser, unit=year.unit, rows=kept, body=BODY, today=LATER)


def announce_parts(year: Year, random: Random) -> None:
    framework = framework_of(year.round.framework)
    for part in framework.parts:
        if part.result_fact:
            most = int(framework.unlisted_in_part(part) * 100)
            enter_part(
                actor=acting(Role.COORDINATOR),
                unit_pk=year.unit.pk,
                part=part.key,
                points=Decimal(random.randint(0, most)) / 100,
                document="Quyết định công bố (mẫu)",
                body=BODY,
            )


def tallies(score: FrameworkScore) -> Iterator[Tally]:
    yield score.total
    yield from (tally for part in score.parts for tally in (part.tally, part.unlisted, part.listed))
    yield from (tally for area in score.areas for tally in (area.tally, area.unlisted))
    yield from (one.tally for one in score.criteria)


def is_exact(tally: Tally) -> bool:
    return tally.maximum == tally.earned + tally.lost + tally.open + tally.inapplicable


def total(points: Iterable[Decimal | None]) -> Decimal:
    return sum((one or ZERO for one in points), ZERO)


def newest(year: Year) -> dict[str, RowVersion]:
    rows = SheetRow.objects.filter(sheet__unit=year.unit).select_related("current")
    return {row.criterion: row.current for row in rows if row.current}


def test_a_row_that_an_appraisal_left_as_not_applicable_counts_for_nothing_on_the_published_pages():
    year = known_2018()
    row = year.row("5.7.1")
    entry = RowEntry(base=0, said={"applicable": False, "justification": "Không có công chức cấp xã"})
    save_row(actor=acting(Role.SCORER), pk=row.pk, entry=entry, today=DAY)
    hand_in(year)
    for other in SheetRow.objects.filter(sheet__unit=year.unit).exclude(pk=row.pk):
        give(year, other.criterion, "0.00", "Không có tài liệu nào")
    agree(actor=acting(Role.APPRAISER), unit=year.unit, rows=[row.pk], body=BODY, today=LATER)
    publish(actor=acting(Role.COORDINATOR), round_=year.round, today=LATER)

    seen = picture(2018)

    score = seen.score.criterion("5.7.1") if seen else None
    assert score is not None
    assert score.tally == Tally(maximum=Decimal("0.50"), inapplicable=Decimal("0.50"))
    assert score.steps[-1].key == "guard.left_out"


@pytest.mark.parametrize("seed", range(3))
def test_every_page_of_a_random_year_makes_the_same_sums_of_it(seed: int):
    random = Random(seed)
    year = known_2018()
    said = at_random(year, random)
    claim_all(year, said)
    hand_in(year)
    report = scoring_report(year.unit, actor=acting(Role.COORDINATOR), today=LATER)
    judge_all(year, said)
    announce_parts(year, random)
    owners = owners_page(year.unit.pk, actor=acting(Role.COORDINATOR), today=LATER)
    publish(actor=acting(Role.COORDINATOR), round_=year.round, today=LATER)

    seen = picture(2018)
    assert seen is not None
    assert owners is not None
    standing = round_standings(seen.round)[0]
    line = ranking(seen.round, actor=acting(Role.LEADER)).all_lines[0]
    result = unit_result(round_pk=seen.round.pk, unit_pk=year.unit.pk, actor=acting(Role.LEADER))
    assert result is not None

    # maximum = earned + lost + open + inapplicable, at every level
    assert all(map(is_exact, tallies(seen.score)))
    assert all(map(is_exact, tallies(standing.score)))
    areas = sum((area.tally for area in seen.score.areas), Tally())
    assert areas.maximum == seen.score.total.maximum == seen.framework.total
    assert areas.inapplicable == seen.score.total.inapplicable
    # what no criterion lists is known of a part as a whole, and of no area
    unlisted = total(part.unlisted.earned for part in seen.score.parts if not part.part.area)
    assert areas.earned == seen.score.total.earned - unlisted

    # the overview, the ranking and the unit's page hold the same points
    assert seen.score.total == standing.total == line.tally == result.total
    assert [area.tally for area in seen.score.areas] == [area.tally for area in standing.score.areas]
    assert [part.tally for part in seen.score.parts] == [part.tally for part in standing.score.parts]
    assert {one.criterion.code: one.tally for one in seen.score.criteria} == {
        one.criterion.code: one.tally for one in standing.score.criteria
    }
    assert seen.score.rescaled == line.points

    # each row says what was decided of it, and the losses are all there
    awarded = {
        code: said.awards[code] if said.awards[code] is not None else said.claims[code]
        for code in said.claims
    }
    assert {code: version.awarded for code, version in newest(year).items()} == awarded
    earned = total(one.points for one in seen.score.criteria if one.criterion.code in awarded)
    assert earned == total(awarded.values())
    assert total(loss.lost for loss in lines_of(seen)) == seen.score.total.lost
    of_rows = total(one.lost for one in seen.score.criteria if one.criterion.code in awarded)
    assert owners.total == of_rows

    # the report of what was claimed holds every point of the framework once
    sums = report.sums
    assert sums.maximum == sums.self_scored + sums.surveyed + sums.unlisted == seen.framework.total
    assert sums.claimed == total(said.claims.values())
