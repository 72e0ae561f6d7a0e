"""Files of facts: typed, sourced, checked against their framework."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from parindex.domain.facts import Award, Deed, FactValue, Interval
from parindex.frameworks.facts_file import VINH_PHUC_2017, RoundFacts, load_facts
from parindex.frameworks.problems import InvalidData

HEAD = """framework: "2948-2017"
year: 2017
unit: {code: vinh_phuc, name: {vi: Vĩnh Phúc}}
sources: {report: {document: Báo cáo}}
"""


def value_of(facts: RoundFacts, code: str) -> FactValue | None:
    (fact,) = facts.book.find(code)
    return fact.value


def refused(folder: Path, text: str) -> list[str]:
    path = folder / "facts.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidData) as caught:
        load_facts(path)
    return [f"{problem.line}: {problem.said.vi}" for problem in caught.value.problems]


def one_fact(text: str) -> str:
    return f"{HEAD}facts:\n  - {{source: report, certainty: plan, {text}}}\n"


def test_the_facts_of_2017_are_typed_and_exact():
    facts = load_facts()

    assert value_of(facts, "qualified_commune_officials") == Fraction(249, 250)
    assert value_of(facts, "unfinished_government_tasks") == 5
    assert value_of(facts, "procedures_issued_lawfully") is False
    assert value_of(facts, "it_plan_done") == Interval(
        low=Fraction("0.8"), high=Fraction(1), low_included=False, high_included=False
    )
    assert value_of(facts, "procedure_publications") == (
        Deed(
            name="Công bố thủ tục lĩnh vực giao thông vận tải (Thông tư 35/2017/TT-BGTVT)",
            due_date=date(2017, 12, 1),
            done_date=date(2018, 1, 19),
        ),
    )
    award = value_of(facts, "officials_award")
    assert isinstance(award, Award)
    assert award.points == Decimal("15.24")


def test_every_fact_of_2017_has_a_source_and_a_place_in_it():
    unsourced = [fact.code for fact in load_facts().book if not fact.reference.place]

    assert unsourced == []


def test_the_province_was_20th_in_2017_after_being_8th_in_2016():
    facts = load_facts()

    ranks = [facts.published_result("total", year) for year in (2017, 2016)]

    assert [(p.result.rank, p.result.out_of) for p in ranks if p] == [(20, 63), (8, 63)]


def test_the_file_is_read_once_while_it_stays_the_same():
    assert load_facts() is load_facts(VINH_PHUC_2017)


def test_a_fact_can_say_that_it_does_not_apply(tmp_path: Path):
    path = tmp_path / "facts.yaml"
    path.write_text(one_fact("code: level3_dossiers, applicable: no"), encoding="utf-8")

    (fact,) = load_facts(path).book

    assert (fact.applicable, fact.value) == (False, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("code: level9_dossiers, share: 1%", "bộ tiêu chí 2948-2017 không có số liệu “level9_dossiers”"),
        (
            "code: level3_dossiers, count: 1",
            "số liệu “level3_dossiers” phải là tỷ lệ từ 0% đến 100% (share), không phải count",
        ),
        ("code: level3_dossiers", "một số liệu có đúng một giá trị"),
        ("code: level3_dossiers, share: 1%, count: 1", "một số liệu có đúng một giá trị"),
        ("code: level3_dossiers, share: 1%, applicable: no", "số liệu không áp dụng thì không có giá trị"),
        ("code: level3_dossiers, share: 101%", "giá trị không phải là tỷ lệ từ 0% đến 100%"),
        ("code: level3_dossiers, share: 1/0", "“1/0” chia cho 0"),
        ("code: level3_dossiers, share: nhiều", "“nhiều” không phải là số như 99.6%, 0.996 hoặc 249/250"),
        (
            "code: level3_dossiers, share_range: {above: 80%, at_least: 80%}",
            "mỗi phía của khoảng chỉ có một giới hạn",
        ),
        (
            "code: level3_dossiers, share_range: {above: 80%, below: 70%}",
            "không giá trị nào nằm trong khoảng này",
        ),
        ("code: unfinished_government_tasks, count: -1", "giá trị không phải là số lượng từ 0 trở lên"),
        ("code: unfinished_government_tasks, count: 1.5", "“1.5” không phải là số"),
        ("code: procedures_issued_lawfully, yes_no: maybe", "“maybe” phải là yes hoặc no"),
        (
            "code: procedure_publications, deeds: [{name: x, due_date: 2017}]",
            "“2017” không phải là ngày như 2018-07-18",
        ),
        (
            "code: deputies_by_body, named_counts: [{name: x, count: -1}]",
            "“facts.0.named_counts.0” không hợp lệ: a count cannot be negative: x -1",
        ),
        ("code: sipas_award, award: {points: 12, reason: x, why: y}", "khóa “why” không có trong lược đồ"),
    ],
)
def test_a_fact_that_cannot_be_is_named(tmp_path: Path, text: str, said: str):
    (problem,) = refused(tmp_path, one_fact(text))

    assert problem == f"6: {said}"


def test_a_source_that_is_not_listed_is_named(tmp_path: Path):
    text = one_fact("code: level3_dossiers, share: 0%").replace("source: report", "source: rumour")

    assert refused(tmp_path, text) == ["6: nguồn “rumour” chưa được nêu"]


def test_a_framework_that_is_not_there_is_named(tmp_path: Path):
    text = one_fact("code: level3_dossiers, share: 0%").replace("2948-2017", "9999-2030")

    assert refused(tmp_path, text) == ["1: không có bộ tiêu chí “9999-2030”"]
