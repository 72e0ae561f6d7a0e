"""The evidence package and the scoring report: numbered documents, and a year as data that adds up."""

import csv
import io
import json
from dataclasses import asdict
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.conf import LazySettings

from parindex.domain.agencies import AgencyLevel
from parindex.domain.rights import Role
from parindex.records.models import LogEntry, RoundUnit
from parindex.services.actor import SYSTEM, RefusedError
from parindex.services.errors import DeedError
from parindex.services.evidence.files import store
from parindex.services.evidence.packages import evidence_package
from parindex.services.review.report import as_json, as_xlsx, scoring_report
from parindex.services.rounds.opening import YearToOpen, open_year, opening
from tests.review_year import Review, review_2018
from tests.scoring_year import DAY, agency
from tests.web.spreadsheets import Sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(settings: LazySettings, tmp_path: Path) -> Review:
    settings.EVIDENCE_FOLDER = tmp_path / "minh-chung"
    return review_2018()


class Saved:
    """Bytes as a page would answer them."""

    def __init__(self, content: bytes) -> None:
        self.content = content


def taken(review: Review) -> bytes:
    with evidence_package(actor=review.coordinator, unit=review.year.unit).file as file:
        return file.read()


def packed(review: Review) -> ZipFile:
    return ZipFile(io.BytesIO(taken(review)))


def index(archive: ZipFile) -> list[list[str]]:
    """Number, title and file of each line of the table of contents."""
    rows = csv.reader(io.StringIO(archive.read("muc-luc.csv").decode("utf-8-sig")))
    return [[row[1], row[4], row[7]] for row in list(rows)[1:]]


# ── The package ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_documents_are_numbered_by_criterion_in_the_order_they_were_attached(review: Review):
    review.prove("5.7.1", "Danh sách công chức", b"ba")
    review.prove("1.2", "Báo cáo quý I", b"mot")
    review.prove("1.2", "Báo cáo quý II", b"hai")

    assert index(packed(review)) == [
        ["1.2-01", "Báo cáo quý I", "Lĩnh vực 1/1.2-01 bao-cao-1.txt"],
        ["1.2-02", "Báo cáo quý II", "Lĩnh vực 1/1.2-02 bao-cao-1.txt"],
        ["5.7.1-01", "Danh sách công chức", "Lĩnh vực 5/5.7.1-01 bao-cao-1.txt"],
    ]


def test_a_link_without_a_file_is_in_the_table_of_contents_with_its_address(review: Review):
    review.prove("1.2", "Trang công khai", url="https://vinhphuc.example/cong-khai")

    archive = packed(review)

    assert index(archive) == [
        [
            "1.2-01",
            "Trang công khai (https://vinhphuc.example/cong-khai)",
            "Lĩnh vực 1/1.2-01 duong-dan.txt",
        ]
    ]
    assert archive.read("Lĩnh vực 1/1.2-01 duong-dan.txt").decode() == (
        "Trang công khai\nhttps://vinhphuc.example/cong-khai\n"
    )


def test_until_it_is_sent_the_newest_revision_counts_and_only_it(review: Review):
    document = review.prove("1.2", "Báo cáo quý I", b"cu")
    review.revise(document, b"moi")

    archive = packed(review)

    assert [archive.read(name) for name in archive.namelist() if name.startswith("Lĩnh vực")] == [b"moi"]


def test_what_was_sent_stays_in_the_package_whatever_is_attached_or_revised_later(review: Review):
    document = review.prove("1.2", "Báo cáo quý I", b"khi trinh")
    review.send()
    first = taken(review)
    review.revise(document, b"sau khi trinh")
    review.prove("1.2", "Báo cáo thêm", b"them")

    second = taken(review)

    assert sha256(first).hexdigest() == sha256(second).hexdigest()


def test_a_document_taken_off_is_not_packed(review: Review):
    review.prove("1.2", "Báo cáo quý I", b"mot")
    review.prove("1.2", "Nhầm", b"hai")
    link = review.year.row("1.2").evidence_links.get(evidence__title="Nhầm")
    link.removed_at = link.added_at
    link.save()

    assert [row[1] for row in index(packed(review))] == ["Báo cáo quý I"]


def test_taking_the_package_is_in_the_log_with_its_size(review: Review):
    review.prove("1.2", "Báo cáo quý I", b"mot")
    review.prove("1.6", "Báo cáo quý I", b"mot")

    packed(review)

    entry = LogEntry.objects.get(deed="evidence_package")
    assert entry.detail == {"documents": 2, "files": 1, "bytes": 3}
    assert entry.user_id == review.coordinator.user_id


def test_a_file_that_was_changed_or_lost_stops_the_package_and_nothing_is_logged(review: Review):
    document = review.prove("1.2", "Báo cáo quý I", b"mot")
    path = store().path(document.revisions.get().sha256)
    path.chmod(0o600)
    path.write_bytes(b"khac")
    with pytest.raises(DeedError) as changed:
        packed(review)
    path.unlink()
    with pytest.raises(DeedError) as lost:
        packed(review)

    assert (changed.value.vi, lost.value.vi) == (
        "Tệp “bao-cao-1.txt” (số 1.2-01) không còn đúng như khi nộp; "
        "hãy tải lại tệp này rồi tạo lại gói tài liệu kiểm chứng.",
        "Không tìm thấy tệp “bao-cao-1.txt” (số 1.2-01); hãy tải lại tệp này rồi tạo lại gói tài liệu kiểm chứng.",
    )
    assert LogEntry.objects.filter(deed="evidence_package").count() == 0


def test_without_evidence_there_is_no_package(review: Review):
    with pytest.raises(DeedError) as refused:
        packed(review)

    assert refused.value.vi == "Chưa có tài liệu kiểm chứng nào nên chưa tạo gói nào."


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.SCORER, Role.HEAD, Role.ADMINISTRATOR])
def test_packages_and_reports_are_for_those_who_may_read_results(review: Review, role: Role):
    with pytest.raises(RefusedError):
        evidence_package(actor=review.who(role), unit=review.year.unit)
    with pytest.raises(RefusedError):
        scoring_report(review.year.unit, actor=review.who(role), today=DAY)


# ── The report ───────────────────────────────────────────────────────────────────────────────────────────────────────


def report_of(review: Review) -> dict[str, Any]:
    report = scoring_report(review.year.unit, actor=review.coordinator, today=DAY)
    data: dict[str, Any] = json.loads(as_json(report))
    return data


def row_of(data: dict[str, Any], code: str) -> dict[str, Any]:
    return next(row for area in data["areas"] for row in area["rows"] if row["code"] == code)


def test_a_row_says_what_is_claimed_what_the_rule_gives_why_and_what_proves_it(review: Review):
    review.claim("5.7.1", "0.50", justification="Ba người đang học", share=Fraction(249, 250))
    review.prove("5.7.1", "Danh sách công chức", b"ba")

    assert row_of(report_of(review), "5.7.1") == {
        "code": "5.7.1",
        "title": "Công chức cấp xã đạt chuẩn",
        "maximum": "0.50",
        "scored_by": "Sở Nội vụ",
        "stage": "draft",
        "applicable": True,
        "claimed": "0.50",
        "computed": "0.25",
        "justification": "Ba người đang học",
        "evidence": ["5.7.1-01"],
    }


def test_the_report_states_what_is_not_listed_and_what_a_survey_measures(review: Review):
    review.claim("5.7.1", "0.50")

    data = report_of(review)

    assert (data["format"], data["unit"], data["year"], data["framework"], data["is_sample"]) == (
        1,
        "Tỉnh Vĩnh Phúc",
        2018,
        "2948-2017",
        False,
    )
    assert data["sums"] == {
        "maximum": "100.00",
        "self_scored": "20.00",
        "surveyed": "0.00",
        "unlisted": "80.00",
        "claimed": "0.50",
        "computed": "0.00",
        "unclaimed": "19.50",
        "uncomputed": "20.00",
    }
    assert row_of(data, "8.1")["stage"] == ""


def test_a_report_of_what_was_sent_does_not_change_with_later_facts(review: Review):
    review.claim("5.7.1", "0.25", share=Fraction(249, 250))
    review.send()
    before = report_of(review)
    unit = review.year.unit
    unit.facts.create(
        code="qualified_commune_officials",
        kind="share",
        value="1",
        document="Mới",
        certainty="plan",
        replaces=True,
    )

    assert report_of(review) == before


@pytest.mark.parametrize("level", [AgencyLevel.DEPARTMENT, AgencyLevel.DISTRICT, AgencyLevel.COMMUNE])
def test_in_every_area_of_every_framework_the_parts_make_the_maximum(level: AgencyLevel):
    agency("thu", "Đơn vị thử", level)
    seen = opening(actor=SYSTEM, level=level, year=2018)
    assert seen.chosen
    round_ = open_year(
        actor=SYSTEM,
        wanted=YearToOpen(
            level=level,
            year=2018,
            framework=seen.chosen.key,
            units=tuple(unit.pk for unit in seen.units),
            milestones=seen.milestones,
            leads={},
        ),
    )

    report = scoring_report(RoundUnit.objects.get(round=round_), actor=SYSTEM, today=DAY)

    every = [*(area.sums for area in report.areas), report.sums]
    assert [s for s in every if s.maximum != s.self_scored + s.surveyed + s.unlisted] == []
    assert (report.sums.maximum, report.is_sample) == (Decimal("100.00"), True)


def test_the_spreadsheet_holds_every_area_criterion_and_remainder_and_the_total(review: Review):
    review.claim("5.7.1", "0.50", justification="=HYPERLINK(1)", share=Fraction(249, 250))
    report = scoring_report(review.year.unit, actor=review.coordinator, today=DAY)

    sheet = Sheet.of(Saved(as_xlsx(report)))

    rows = {row[0]: row for row in sheet.body}
    assert rows["5.7.1"][2:8] == [
        Decimal("0.5"),
        Decimal("0.5"),
        Decimal("0.25"),
        "Sở Nội vụ",
        "đang soạn",
        "=HYPERLINK(1)",
    ]
    assert (len(sheet.body), sheet.formulas) == (8 + 25 + 8 + 4, 0)
    assert [row[1:5] for row in sheet.body[-4:-1]] == [
        ["Tổng cộng", Decimal(100), Decimal("0.5"), Decimal("0.25")],
        ["Chưa tự chấm", Decimal("19.5"), None, None],
        ["Chưa tính được theo số liệu", Decimal("19.5"), None, None],
    ]
    assert sheet.body[-1][1] == (
        "Tỉnh Vĩnh Phúc, năm 2018; Bộ tiêu chí cấp tỉnh năm 2017 (Quyết định 2948/QĐ-BNV ngày 28/12/2017 của Bộ Nội vụ)"
    )


def test_points_that_nobody_claimed_or_no_fact_makes_are_said_and_no_zeros(review: Review):
    review.claim("5.7.1", "0.00", share=Fraction(1, 2))
    report = scoring_report(review.year.unit, actor=review.coordinator, today=DAY)

    area = next(area for area in report.areas if area.code == "5")
    assert (area.sums.claimed, area.sums.unclaimed, area.sums.uncomputed) == (
        Decimal("0.00"),
        Decimal("3.50"),
        Decimal("3.50"),
    )


def test_the_json_holds_exactly_what_the_report_holds(review: Review):
    report = scoring_report(review.year.unit, actor=review.coordinator, today=DAY)

    data = json.loads(as_json(report))

    assert set(data) == {"format", "sums", *asdict(report)}
