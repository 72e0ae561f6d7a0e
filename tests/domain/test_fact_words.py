"""Facts in words, and the titles that rules give to the codes in them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from parindex.domain.fact_words import fact_in_words
from parindex.domain.facts import Award, Deed, Event, FactValue, NamedCount
from parindex.domain.rules.family import level_titles
from parindex.domain.rules.grade import Grade
from parindex.domain.rules.parameters import ShareOfMaximum
from parindex.domain.rules.survey_options import SurveyOptions
from parindex.domain.sources import Certainty
from parindex.domain.titles import Title
from parindex.domain.wording import Language
from parindex.frameworks.loader import framework_for
from tests.domain.sample import fact

FRAMEWORK = framework_for("2948-2017")
GOOD = ShareOfMaximum(
    name="good", title=Title(vi="Hoàn thành tốt"), share=Decimal("0.75"), certainty=Certainty.OFFICIAL
)


@pytest.mark.parametrize(
    ("code", "level", "language", "said"),
    [
        ("8.2.1", "lower", "vi", "thấp hơn năm trước"),
        ("8.2.1", "lower", "en", "lower than last year"),
        ("7.1.4", "some_communes", "vi", "Chưa kết nối tới 100% cấp xã"),
        ("7.1.4", "some_communes", "en", "Not connected to all communes"),
        ("5.5.2", "commune", "vi", "Có người bị kỷ luật ở cấp xã"),
    ],
)
def test_a_level_is_said_by_the_title_that_its_rule_gives(
    code: str, level: str, language: Language, said: str
):
    found = FRAMEWORK.criterion(code)
    assert found is not None

    assert fact_in_words(fact("level", level), language, level_titles(found.rule)) == [said]


def test_a_level_that_the_rule_does_not_list_is_said_by_its_code():
    found = FRAMEWORK.criterion("5.5.2")
    assert found is not None

    assert fact_in_words(fact("level", "province"), "vi", level_titles(found.rule)) == ["province"]
    assert fact_in_words(fact("level", "province"), "vi") == ["province"]


def test_grades_and_options_have_titles_as_well():
    grade = Grade(value="grade", grades=(GOOD,))
    options = SurveyOptions(answers="answers", options=(GOOD,))
    answers = (NamedCount(name="good", count=1200), NamedCount(name="other", count=3))

    assert fact_in_words(fact("grade", "good"), "vi", level_titles(grade)) == ["Hoàn thành tốt"]
    assert fact_in_words(fact("answers", answers), "vi", level_titles(options)) == [
        "Hoàn thành tốt: 1.200",
        "other: 3",
    ]


@pytest.mark.parametrize("code", ["5.7.1", "8.2.2"])
def test_other_rules_and_criteria_without_one_give_no_titles(code: str):
    found = FRAMEWORK.criterion(code)
    assert found is not None

    assert level_titles(found.rule) == {}


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (None, ["không áp dụng"], ["not applicable"]),
        (False, ["không"], ["no"]),
        (5, ["5"], ["5"]),
        (Decimal("1394.5"), ["1.394,5"], ["1,394.5"]),
        (Fraction(249, 250), ["99,6%"], ["99.6%"]),
        ((), ["không có"], ["none"]),
        (
            (Event(kind="annual_report", text="Báo cáo năm", document="778/STTTT-CNTT"),),
            ["Báo cáo năm (778/STTTT-CNTT)"],
            ["Báo cáo năm (778/STTTT-CNTT)"],
        ),
        (
            (Deed(name="Giao thông", due_date=date(2017, 12, 1), done_date=date(2018, 1, 19)),),
            ["Giao thông: hạn ngày 1/12/2017, thực hiện ngày 19/1/2018"],
            ["Giao thông: due 1 December 2017, done 19 January 2018"],
        ),
        (
            (Deed(name="Giao thông", due_date=date(2017, 12, 1)),),
            ["Giao thông: hạn ngày 1/12/2017, chưa thực hiện"],
            ["Giao thông: due 1 December 2017, not done"],
        ),
        (
            Award(points=Decimal("15.24"), reason="Kết quả khảo sát"),
            ["15,24 điểm: Kết quả khảo sát"],
            ["15.24 points: Kết quả khảo sát"],
        ),
    ],
)
def test_a_value_of_any_kind_is_said_in_both_languages(value: FactValue | None, vi: list[str], en: list[str]):
    assert fact_in_words(fact("any", value), "vi") == vi
    assert fact_in_words(fact("any", value), "en") == en
