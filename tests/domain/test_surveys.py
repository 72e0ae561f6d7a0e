"""The words by which plans speak of the surveys: one place for pages and findings alike."""

import pytest

from parindex.domain.surveys import names_survey, speaks_of_survey


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Nâng cao đánh giá qua chỉ số SIPAS", ["sipas"]),
        ("Khảo sát mức độ hài lòng của người dân", ["sipas"]),
        ("Nâng điểm khảo sát công chức, lãnh đạo quản lý", ["officials"]),
        ("Giữ đúng số lượng lãnh đạo, quản lý của các phòng", []),
        ("Công bố thủ tục hành chính", []),
    ],
)
def test_a_text_names_the_survey_it_is_about_and_no_other(text: str, named: list[str]):
    assert [part for part in ("sipas", "officials", "appraised") if names_survey(text, part)] == named


def test_the_sociological_survey_as_a_whole_speaks_of_both_its_parts_and_of_no_appraisal():
    text = "Chuẩn bị tốt cho điều tra xã hội học"

    assert [part for part in ("sipas", "officials", "appraised") if speaks_of_survey(text, part)] == [
        "sipas",
        "officials",
    ]
