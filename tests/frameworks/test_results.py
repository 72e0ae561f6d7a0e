"""The announced results of the provinces."""

from decimal import Decimal
from pathlib import Path

import pytest

from parindex.frameworks.facts_file import load_facts
from parindex.frameworks.results import Measure, Scope, Statistic, published_results


def test_the_results_of_vinh_phuc_over_the_years():
    totals = {
        result.year: (result.points, result.rank)
        for result in published_results()
        if result.subject == "Vĩnh Phúc" and result.measure is Measure.TOTAL
    }

    assert totals == {
        2012: (None, None),
        2016: (None, 8),
        2017: (Decimal("80.29"), 20),
        2018: (Decimal("79.05"), 14),
        2019: (None, 10),
    }


def test_the_announced_results_of_2017_are_those_of_the_round():
    announced = {
        str(result.measure): (result.points, result.rank)
        for result in published_results()
        if result.subject == "Vĩnh Phúc" and result.year == 2017
    }

    assert announced == {result.part: (result.points, result.rank) for result in load_facts().results}


def test_all_rows_carry_a_source_and_no_figure_twice():
    rows = published_results()

    assert len(rows) == 91
    assert [row for row in rows if not row.source] == []
    assert len({(r.year, r.scope, r.subject, r.measure, r.statistic) for r in rows}) == len(rows)


def test_means_and_ranges_speak_of_the_country():
    means = {r.year: r.points for r in published_results() if r.scope is Scope.COUNTRY and r.statistic is Statistic.MEAN
             and r.measure is Measure.TOTAL}  # fmt: skip

    assert (means[2015], means[2016]) == (Decimal("85.11"), Decimal("74.64"))


def test_a_bad_row_is_named_with_its_line(tmp_path: Path):
    path = tmp_path / "results.csv"
    path.write_text("year,scope,subject,measure,statistic,points,rank,maximum,certainty,source,note\n"
                    "2017,province,X,total,value,eighty,,,high,y,\n", encoding="utf-8")  # fmt: skip

    with pytest.raises(ValueError, match=r"results\.csv:2: hàng sai / bad row"):
        published_results(path)
