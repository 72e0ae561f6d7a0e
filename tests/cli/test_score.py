"""`parindex score`: the sums, the reasons, and clear words where a file cannot be used."""

import json
from pathlib import Path

import pytest

from parindex.cli import main
from parindex.frameworks.facts_file import VINH_PHUC_2017
from parindex.frameworks.known import DATA


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: str) -> str:
        assert main(["score", *arguments]) == 0
        return capsys.readouterr().out

    return run


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]):
    def run(*arguments: str) -> list[str]:
        assert main(["score", *arguments]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        return err.splitlines()

    return run


def lines_of(text: str, *starts: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.startswith(starts)]


def test_the_round_of_2017_is_scored_unless_a_file_is_given(printed):
    text = printed()

    assert lines_of(text, "Đánh giá trực tiếp", "Điều tra xã hội học", "Tổng điểm", "Khớp") == [
        "Đánh giá trực tiếp 65,50 53,05 12,45 0,00",
        "Điều tra xã hội học 34,50 27,24 7,26 0,00",
        "Tổng điểm 100,00 80,29 19,71 0,00",
        "Khớp cả 7 số đã công bố.",
    ]


def test_the_same_file_named_prints_the_same(printed):
    assert printed(str(VINH_PHUC_2017), "--framework", "2948-2017") == printed()


def test_english_is_a_switch_away(printed):
    assert lines_of(printed("--lang", "en"), "Total", "All") == [
        "Total 100.00 80.29 19.71 0.00",
        "All 7 announced figures agree.",
    ]


def test_one_criterion_is_explained_with_its_rule_facts_and_reference(printed):
    assert printed("--explain", "5.7.1").splitlines() == [
        "5.7.1    Công chức cấp xã đạt chuẩn  0,25/0,50",
        "Cách chấm:",
        "  · Căn cứ chấm: Tỷ lệ công chức cấp xã đạt chuẩn.",
        "  · 100%: được 0,50/0,50 điểm. (Mức suy luận, nguồn chưa nêu.)",
        "  · Từ 80% đến dưới 100%: được 0,25/0,50 điểm.",
        "  · Dưới 80%: được 0,00/0,50 điểm. (Mức suy luận, nguồn chưa nêu.)",
        "Diễn giải:",
        "  · Tỷ lệ công chức cấp xã đạt chuẩn: 99,6%, thuộc mức từ 80% đến dưới 100%, được 0,25/0,50 điểm.",
        "Số liệu đã dùng:",
        "  · Tỷ lệ công chức cấp xã đạt chuẩn: 99,6% (Kế hoạch 5264/KH-UBND ngày 18/7/2018 của UBND tỉnh Vĩnh",
        "    Phúc, bảng trừ điểm, dòng 5.7.1).",
        "Căn cứ:",
        "  · Kế hoạch 5264/KH-UBND ngày 18/7/2018 của UBND tỉnh Vĩnh Phúc, bảng trừ điểm, dòng 5.7.1",
    ]


@pytest.mark.parametrize(
    ("language", "fact"),
    [
        ("vi", "  · Thu hút đầu tư so với năm trước: thấp hơn năm trước (Kế hoạch 5264/KH-UBND"),
        ("en", "  · Investment against last year: lower than last year (Kế hoạch 5264/KH-UBND"),
    ],
)
def test_a_level_among_the_facts_is_printed_by_its_title(printed, language: str, fact: str):
    text = printed("--explain", "8.2.1", "--lang", language)

    assert len(lines_of(text, fact)) == 1


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("vi", ["Ghi chú:", "  · Bằng năm trước được bao nhiêu thì chưa rõ."]),
        ("en", ["Note:", "  · What the same as last year earns is not known."]),
    ],
)
def test_the_note_of_a_criterion_is_in_the_language_asked_for(printed, language: str, note: list[str]):
    assert printed("--explain", "8.2.1", "--lang", language).splitlines()[-2:] == note


def test_json_holds_points_as_text_and_the_explanation_as_steps_and_sentences(printed):
    data = json.loads(printed("--json"))

    criterion = next(c for c in data["criteria"] if c["code"] == "5.7.1")
    assert data["total"] == {
        "maximum": "100.00", "earned": "80.29", "lost": "19.71", "open": "0.00", "inapplicable": "0.00",
    }  # fmt: skip
    assert data["differences"] == []
    assert (criterion["maximum"], criterion["earned"], criterion["lost"]) == ("0.50", "0.25", "0.25")
    assert criterion["explanation"]["en"] == [
        "Share of qualified commune officials: 99.6% (band: from 80% to below 100%) earns 0.25 of 0.50 points."
    ]
    assert criterion["steps"]["format"] == 1
    assert criterion["steps"]["steps"][0]["values"]["value"] == {"fraction": "249/250"}


def test_ranks_and_the_number_of_losses_are_said(printed):
    data = json.loads(printed("--json"))

    assert lines_of(printed(), "Xếp hạng", "Số tiêu chí") == [
        "Xếp hạng: 20/63 năm 2017, 8/63 năm 2016",
        "Số tiêu chí bị mất điểm: 16",
    ]
    assert data["ranks"] == [
        {"year": 2017, "rank": 20, "out_of": 63},
        {"year": 2016, "rank": 8, "out_of": 63},
    ]
    assert data["lost_criteria"] == 16


def test_a_result_that_open_points_can_still_reach_is_not_called_different(printed, tmp_path: Path):
    facts = VINH_PHUC_2017.read_text(encoding="utf-8")
    start = facts.index("  - code: qualified_commune_officials")
    text = facts[:start] + facts[facts.index("  - code: it_plan_done") :]
    path = tmp_path / "facts.yaml"
    path.write_text(text, encoding="utf-8")

    said = [found["vi"] for found in json.loads(printed(str(path), "--json"))["differences"]]

    assert said == [
        f"{name}: chưa đủ số liệu để đối chiếu (tính được {earned}, còn 0,50 điểm chưa rõ; văn bản ghi {printed})."
        for name, earned, printed in [
            ("Tổng điểm", "80,04", "80,29"),
            ("Đánh giá trực tiếp", "52,80", "53,05"),
            ("Điểm thẩm định", "51,30", "51,55"),
        ]
    ]


def test_a_result_that_does_not_agree_is_said(printed, tmp_path: Path):
    text = VINH_PHUC_2017.read_text(encoding="utf-8").replace('points: "80.29"', 'points: "80.92"')
    path = tmp_path / "facts.yaml"
    path.write_text(text, encoding="utf-8")

    assert lines_of(printed(str(path)), "·") == [
        "· Tổng điểm: điểm đạt được tính ra 80,29, văn bản ghi 80,92."
    ]


def test_a_file_with_problems_is_refused_line_by_line(refused, tmp_path: Path):
    text = VINH_PHUC_2017.read_text(encoding="utf-8")
    path = tmp_path / "facts.yaml"
    path.write_text(
        text.replace('share: "99.6%"', 'share: "996%"').replace('count: "5"', 'count: "five"'),
        encoding="utf-8",
    )

    assert refused(str(path)) == [
        f"{path}:28: “five” không phải là số / “five” is no number",
        f"{path}:81: giá trị không phải là tỷ lệ từ 0% đến 100% / the value is not a share from 0% to 100%",
    ]


def test_a_file_that_is_not_there_is_refused(refused, tmp_path: Path):
    (said,) = refused(str(tmp_path / "none.yaml"))

    assert said.startswith(f"{tmp_path}/none.yaml:1: không đọc được tệp")


def test_a_framework_or_criterion_that_is_not_there_is_refused(refused):
    assert refused("--framework", "1150") == [
        "không có bộ tiêu chí “1150” / there is no framework “1150” "
        "(có: 2948-2017, mau-cap-huyen, mau-cap-xa, mau-so-nganh)"
    ]
    assert refused("--explain", "9.9") == ["Bộ tiêu chí 2948-2017 không liệt kê tiêu chí 9.9."]


def test_a_framework_file_of_ones_own_can_be_used(printed, tmp_path: Path):
    text = (DATA / "2948-2017.yaml").read_text(encoding="utf-8")
    own = tmp_path / "own.yaml"
    own.write_text(
        text.replace(
            'above: "0.80", below: "1.00", earns: "0.80"', 'above: "0.80", below: "1.00", earns: "0.75"'
        ),
        encoding="utf-8",
    )

    assert lines_of(printed("--framework", str(own)), "Tổng điểm") == ["Tổng điểm 100,00 80,24 19,76 0,00"]
