"""Documents of evidence: what is kept, for which rows, by whom, and what is refused without a trace."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from parindex.domain.rights import Role
from parindex.domain.workflow import Stage
from parindex.records.models import (
    Evidence,
    EvidenceRevision,
    LogEntry,
    RowEvidence,
    RowHelper,
    SheetRow,
)
from parindex.services.actor import SYSTEM, Actor, RefusedError
from parindex.services.errors import DeedError
from parindex.services.evidence.documents import (
    add_file,
    add_files,
    add_link,
    attach,
    describe,
    detach,
    revise,
)
from parindex.services.evidence.files import SentFile, store
from parindex.services.evidence.library import (
    LibraryDocument,
    library,
    readable_document,
    readable_revision,
)
from parindex.services.evidence.words import Described
from parindex.services.log import verify
from parindex.services.sheets.moves import submit
from tests.documents import sample
from tests.documents.test_files_inspection import EICAR
from tests.scoring_year import DAY, Year, acting, agency, open_2018

pytestmark = pytest.mark.django_db

TAX = "26-cuc-thue-tinh"
ICT = "26-so-thong-tin-va-truyen-thong"
NOTHING = Described()
PDF = sample.pdf()


@pytest.fixture
def year() -> Year:
    return open_2018()


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.EVIDENCE_FOLDER = tmp_path / "minh-chung"
    return tmp_path / "minh-chung"


def sent(content: bytes = b"", name: str = "bao-cao.pdf") -> SentFile:
    content = content or PDF
    return SentFile(name=name, size=len(content), read=lambda: content)


def text(words: str, name: str = "ghi-chu.txt") -> SentFile:
    return sent(words.encode(), name)


def add(actor: Actor, row: SheetRow, file: SentFile | None = None, said: Described = NOTHING) -> Evidence:
    return add_file(actor=actor, pk=row.pk, said=said, file=file or sent(), today=DAY)


def link_of(row: SheetRow, document: Evidence) -> RowEvidence:
    return RowEvidence.objects.get(row=row, evidence=document, removed_at__isnull=True)


def found_by(reader: Actor, **question: Any) -> list[LibraryDocument]:
    return list(library(reader, **question).found)


def kept_files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def deeds(about: str) -> list[str]:
    return list(
        LogEntry.objects.filter(subjects__about=about).order_by("number").values_list("deed", flat=True)
    )


def test_a_file_becomes_a_document_of_the_row_and_lies_in_the_store_under_its_digest(year: Year):
    scorer, row = acting(Role.SCORER), year.row("1.6")
    said = Described(title=" Báo cáo  CCHC ", number="12/BC-SNV", issued_date=date(2018, 12, 1))

    document = add(scorer, row, said=said)

    (revision,) = document.revisions.all()
    assert (document.title, document.number, document.agency.code) == (
        "Báo cáo CCHC",
        "12/BC-SNV",
        "26-so-noi-vu",
    )
    assert (revision.name, revision.media_type, revision.number) == ("bao-cao.pdf", "application/pdf", 1)
    assert store().path(revision.sha256).read_bytes() == PDF
    assert [link.evidence for link in row.evidence_links.all()] == [document]
    assert (deeds(f"evidence:{document.pk}"), deeds(f"row:{row.pk}")) == (["evidence_add"], ["evidence_add"])
    assert list(verify()) == []


def test_without_a_title_a_document_is_called_by_its_file_and_a_file_without_an_ending_gets_one(year: Year):
    document = add(acting(Role.SCORER), year.row("1.6"), sent(name="Quyết định 15"))

    assert (document.title, document.revisions.get().name) == ("Quyết định 15", "Quyết định 15.pdf")


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (EICAR, "vi-rut.txt", "Tệp “vi-rut.txt” chứa mẫu thử vi-rút; tệp không được nhận. Chưa lưu tệp này."),
        (
            PDF + sample.docx(),
            "hai-trong-mot.pdf",
            "Tệp “hai-trong-mot.pdf” có một tệp khác giấu bên trong; hãy mở, lưu thành tệp mới rồi gửi lại. "
            "Chưa lưu tệp này.",
        ),
        (b"", "trong.pdf", "Tệp “trong.pdf” không có nội dung. Chưa lưu tệp này."),
    ],
    ids=["virus pattern", "polyglot", "empty"],
)
def test_a_file_that_is_not_taken_leaves_nothing(
    year: Year, folder: Path, content: bytes, name: str, sentence: str
):
    before = LogEntry.objects.count()
    file = SentFile(name=name, size=len(content), read=lambda: content)

    with pytest.raises(DeedError) as refused:
        add(acting(Role.SCORER), year.row("1.6"), file)

    assert (refused.value.vi, Evidence.objects.count(), LogEntry.objects.count()) == (sentence, 0, before)
    assert kept_files(folder) == []


def test_a_file_that_is_too_large_is_refused_before_it_is_read(year: Year):
    def read() -> bytes:
        raise AssertionError("a file of 60 MB was read")

    with pytest.raises(DeedError) as refused:
        add(acting(Role.SCORER), year.row("1.6"), SentFile(name="lon.pdf", size=60_000_000, read=read))

    assert refused.value.vi == (
        "Tệp “lon.pdf” quá lớn (quá 50 MB); hãy chia nhỏ hoặc quét lại với độ phân giải thấp hơn. Chưa lưu tệp này."
    )


def test_without_an_answer_of_the_configured_scanner_no_file_is_taken(
    year: Year, folder: Path, settings: Any
):
    settings.CLAMD = str(folder / "no-such-socket")

    with pytest.raises(DeedError) as refused:
        add(acting(Role.SCORER), year.row("1.6"))

    assert (refused.value.vi, kept_files(folder)) == (
        "Chưa quét được vi-rút nên tệp chưa được nhận; hãy gửi lại sau ít phút hoặc báo quản trị viên. "
        "Chưa lưu tệp này.",
        [],
    )


def test_of_several_files_the_good_ones_stay_and_the_others_say_why_not(year: Year):
    files = [text("Quyết định số 1", "mot.txt"), sent(EICAR, "hai.txt"), text("Quyết định số 3", "ba.txt")]
    said = Described(title="Chung một tên", number="7/KH")

    added = add_files(actor=acting(Role.SCORER), pk=year.row("1.6").pk, said=said, files=files, today=DAY)

    assert [(document.title, document.number) for document in added.documents] == [
        ("mot", "7/KH"),
        ("ba", "7/KH"),
    ]
    assert [error.vi for error in added.refused] == [
        "Tệp “hai.txt” chứa mẫu thử vi-rút; tệp không được nhận. Chưa lưu tệp này."
    ]


def test_the_same_file_is_not_attached_to_one_row_twice(year: Year):
    scorer, row = acting(Role.SCORER), year.row("1.6")
    add(scorer, row)

    with pytest.raises(DeedError) as refused:
        add(scorer, row, sent(name="ban-sao.pdf"))

    assert refused.value.vi == ("Tệp “ban-sao.pdf” đã đính kèm dòng này (“bao-cao”); không lưu lần nữa.")
    assert Evidence.objects.count() == 1


def test_two_criteria_and_two_years_share_one_document_and_its_one_file(year: Year, folder: Path):
    scorer = acting(Role.SCORER)
    next_year = open_2018_again(2019)
    document = add(scorer, year.row("1.6"))

    for row in (year.row("1.2"), next_year.row("1.6")):
        attach(actor=scorer, pk=row.pk, document_pk=document.pk, today=DAY)

    seen = readable_document(document.pk, scorer)
    assert seen is not None
    assert [(link.row.criterion, link.row.sheet.unit.round.year) for link in seen.links] == [
        ("1.6", 2018),
        ("1.2", 2018),
        ("1.6", 2019),
    ]
    assert (EvidenceRevision.objects.count(), len(kept_files(folder))) == (1, 1)
    assert [len(found_by(scorer, year=one)) for one in (2018, 2019, 2017)] == [1, 1, 0]


def open_2018_again(number: int) -> Year:
    """The same sheets in another year."""
    from parindex.services.frameworks.storing import built_in_version
    from parindex.services.rounds.sheets import open_sheets
    from parindex.services.rounds.years import open_round
    from tests.scoring_year import LEADS

    version = built_in_version("2948-2017", actor=SYSTEM)
    leads = {area: agency(code, name) for area, (code, name) in LEADS.items()}
    province = agency("26", "Tỉnh Vĩnh Phúc", "province")
    row = open_round(actor=SYSTEM, year=number, framework=version, units=[province], milestones={})
    open_sheets(actor=SYSTEM, round_=row, leads=leads)
    return Year(round=row, unit=row.units.get())


def test_a_document_is_attached_to_a_row_once(year: Year):
    scorer, row = acting(Role.SCORER), year.row("1.6")
    document = add(scorer, row)

    with pytest.raises(DeedError) as refused:
        attach(actor=scorer, pk=row.pk, document_pk=document.pk, today=DAY)

    assert refused.value.vi == "Tài liệu “bao-cao” đã đính kèm dòng này; giữ nguyên."


def test_what_a_person_may_not_read_cannot_be_attached_either(year: Year):
    document = add(acting(Role.SCORER), year.row("1.6"))
    stranger = acting(Role.SCORER, ICT)

    with pytest.raises(DeedError) as refused:
        attach(actor=stranger, pk=year.row("7.1.1").pk, document_pk=document.pk, today=DAY)

    assert refused.value.vi == "Không có tài liệu này trong kho; chưa đính kèm."


def test_a_document_taken_off_leaves_the_row_and_stays_in_the_library_with_who_and_when(year: Year):
    scorer, row = acting(Role.SCORER), year.row("1.6")
    document = add(scorer, row)

    detach(actor=scorer, pk=link_of(row, document).pk, today=DAY)

    (link,) = RowEvidence.objects.filter(evidence=document)
    assert (link.removed_by_id, link.removed_at is not None) == (scorer.user_id, True)
    assert [(each.document, list(each.links)) for each in found_by(scorer)] == [(document, [])]
    assert deeds(f"row:{row.pk}") == ["evidence_add", "evidence_detach"]


def test_a_revision_counts_and_the_one_before_stays(year: Year):
    scorer, row = acting(Role.SCORER), year.row("1.6")
    document = add(scorer, row)

    revise(actor=scorer, pk=link_of(row, document).pk, file=text("Bản sửa"), today=DAY)

    seen = readable_document(document.pk, scorer)
    assert seen is not None
    assert [(each.number, each.name) for each in seen.revisions] == [(2, "ghi-chu.txt"), (1, "bao-cao.pdf")]
    assert store().verify(seen.revisions[1].sha256)
    assert deeds(f"evidence:{document.pk}") == ["evidence_add", "evidence_revise"]


def test_a_revision_that_is_the_same_file_is_none(year: Year):
    scorer, row = acting(Role.SCORER), year.row("1.6")
    document = add(scorer, row)

    with pytest.raises(DeedError) as refused:
        revise(actor=scorer, pk=link_of(row, document).pk, file=sent(), today=DAY)

    assert refused.value.vi == "Tệp này giống hệt bản 1 đang có; không tạo bản mới."


def test_a_document_does_not_change_under_a_row_that_was_sent(year: Year):
    scorer, office = acting(Role.SCORER), acting(Role.HEAD, ICT)
    RowHelper.objects.create(row=year.row("1.6"), agency=agency(ICT, "Sở Thông tin và Truyền thông"))
    document = add(office, year.row("7.1.1"))
    clerk = acting(Role.CONTRIBUTOR, ICT)
    attach(actor=clerk, pk=year.row("1.6").pk, document_pk=document.pk, today=DAY)
    submit(actor=office, sheet=year.sheet(ICT), today=DAY)

    with pytest.raises(DeedError) as refused:
        revise(actor=scorer, pk=link_of(year.row("1.6"), document).pk, file=text("Khác"), today=DAY)

    assert refused.value.vi == (
        "Tài liệu còn kiểm chứng tiêu chí 7.1.1 năm 2018 mà anh/chị không sửa được lúc này; "
        "hãy thêm tài liệu mới và gỡ tài liệu này. Chưa thay đổi gì."
    )
    assert document.revisions.count() == 1


def test_words_of_a_document_are_corrected_and_the_log_says_from_what_to_what(year: Year):
    scorer, row = acting(Role.SCORER), year.row("1.6")
    document = add(scorer, row, said=Described(title="Báo cáo", issued_date=date(2017, 12, 1)))

    said = Described(title="Báo cáo", number="9/BC", issued_date=date(2018, 12, 1))
    describe(actor=scorer, pk=link_of(row, document).pk, said=said, today=DAY)

    entry = LogEntry.objects.get(deed="evidence_describe")
    assert entry.detail["changes"] == {
        "number": ["", "9/BC"],
        "issued_date": ["2017-12-01", "2018-12-01"],
    }


@pytest.mark.parametrize(
    ("url", "is_taken"),
    [
        ("https://cchc.example/bao-cao?nam=2018", True),
        ("http://cchc.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://", False),
        ("https://[", False),
        ("https://cchc.example/ a", False),
        ("https://cchc.example/" + "a" * 500, False),
        ("//cchc.example", False),
    ],
)
def test_a_link_is_a_page_of_the_web_and_nothing_that_runs(year: Year, url: str, is_taken: bool):
    row = year.row("1.6")

    with suppress(DeedError):
        add_link(actor=acting(Role.SCORER), pk=row.pk, said=NOTHING, url=url, today=DAY)

    assert list(Evidence.objects.values_list("url", flat=True)) == ([url] if is_taken else [])


def test_a_document_is_not_valid_before_it_was_issued(year: Year):
    said = Described(title="Kế hoạch", issued_date=date(2018, 5, 2), valid_to=date(2018, 5, 1))

    with pytest.raises(DeedError) as refused:
        add(acting(Role.SCORER), year.row("1.6"), said=said)

    assert refused.value.vi == ("Ngày hết hiệu lực phải từ ngày ban hành trở đi; hãy sửa ngày. Chưa lưu gì.")


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.APPRAISER, Role.LEADER, Role.AUDITOR])
def test_who_only_reads_a_row_adds_nothing_to_it(year: Year, folder: Path, role: Role):
    with pytest.raises(RefusedError):
        add(acting(role), year.row("1.6"))

    assert (Evidence.objects.count(), kept_files(folder)) == (0, [])


def test_a_contributor_adds_to_given_rows_only(year: Year):
    clerk = acting(Role.CONTRIBUTOR, criteria=("1.2",))
    add(clerk, year.row("1.2"))

    with pytest.raises(RefusedError):
        add(clerk, year.row("1.6"), text("khác"))

    assert RowEvidence.objects.count() == 1


def test_a_helpers_document_is_its_own_agencys(year: Year):
    RowHelper.objects.create(row=year.row("1.6"), agency=agency(TAX, "Cục Thuế tỉnh"))

    document = add(acting(Role.CONTRIBUTOR, TAX), year.row("1.6"))

    assert document.agency.code == TAX


def test_nobody_of_another_agency_reads_a_document_or_its_file(year: Year):
    document = add(acting(Role.SCORER), year.row("1.6"))
    revision = document.revisions.get()

    readers = {role: acting(role, ICT) for role in (Role.CONTRIBUTOR, Role.SCORER, Role.HEAD)}
    readers |= {role: acting(role) for role in (Role.LEADER, Role.ADMINISTRATOR)}

    assert {role: readable_revision(revision.pk, reader) == revision for role, reader in readers.items()} == {
        Role.CONTRIBUTOR: False,
        Role.SCORER: False,
        Role.HEAD: False,
        Role.LEADER: True,
        Role.ADMINISTRATOR: False,
    }
    assert [len(found_by(reader)) for reader in readers.values()] == [0, 0, 0, 1, 0]


def test_a_helper_sees_of_a_document_only_the_rows_it_helps_with(year: Year):
    scorer = acting(Role.SCORER)
    RowHelper.objects.create(row=year.row("1.6"), agency=agency(TAX, "Cục Thuế tỉnh"))
    document = add(scorer, year.row("1.6"))
    attach(actor=scorer, pk=year.row("1.2").pk, document_pk=document.pk, today=DAY)

    (seen,) = found_by(acting(Role.CONTRIBUTOR, TAX))

    assert [link.row.criterion for link in seen.links] == ["1.6"]


def test_what_was_taken_off_a_row_can_be_read_by_who_reads_its_versions(year: Year):
    RowHelper.objects.create(row=year.row("1.6"), agency=agency(TAX, "Cục Thuế tỉnh"))
    scorer, clerk = acting(Role.SCORER), acting(Role.CONTRIBUTOR, TAX)
    document = add(scorer, year.row("1.6"))

    detach(actor=scorer, pk=link_of(year.row("1.6"), document).pk, today=DAY)

    assert readable_revision(document.revisions.get().pk, clerk) == document.revisions.get()


def test_a_row_that_was_sent_takes_no_document_and_gives_none_away(year: Year):
    head = acting(Role.HEAD)
    document = add(head, year.row("1.6"))
    submit(actor=head, sheet=year.sheet(), today=DAY)

    with pytest.raises(DeedError) as refused:
        add(head, year.row("1.6"), text("muộn"))
    with pytest.raises(DeedError) as kept:
        detach(actor=head, pk=link_of(year.row("1.6"), document).pk, today=DAY)

    sentence = "Dòng này đang ở trạng thái “đã gửi” nên không làm được việc này."
    assert (refused.value.vi, kept.value.vi) == (
        f"{sentence} Chưa đính kèm gì.",
        f"{sentence} Chưa thay đổi gì.",
    )


def test_while_an_appraisal_is_explained_documents_are_added_and_none_is_taken_off(year: Year):
    scorer, row = acting(Role.SCORER), year.row("1.6")
    before = add(scorer, row)
    SheetRow.objects.filter(pk=row.pk).update(stage=Stage.APPRAISED)
    in_time = date(2019, 3, 1)

    add_file(actor=scorer, pk=row.pk, said=NOTHING, file=text("Bổ sung"), today=in_time)
    with pytest.raises(DeedError):
        detach(actor=scorer, pk=link_of(row, before).pk, today=in_time)
    with pytest.raises(DeedError):
        add_file(actor=scorer, pk=row.pk, said=NOTHING, file=text("Muộn"), today=date(2019, 3, 16))

    assert row.evidence_links.filter(removed_at__isnull=True).count() == 2


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ({"query": "bao cao thue"}, ["Báo cáo thuế"]),
        ({"query": "ĐẠI HỌC"}, []),
        ({"query": "45/qd"}, ["Quyết định"]),
        ({"criterion": "1"}, ["Quyết định", "Báo cáo thuế"]),
        ({"criterion": "1.2"}, ["Quyết định"]),
        ({"agency": ICT}, []),
        ({"agency": "26-so-noi-vu", "query": "1.6"}, ["Báo cáo thuế"]),
    ],
)
def test_the_library_is_searched_without_diacritics_and_narrowed(
    year: Year, question: dict[str, Any], found: list[str]
):
    scorer = acting(Role.SCORER)
    add(scorer, year.row("1.6"), text("một"), Described(title="Báo cáo thuế"))
    add(scorer, year.row("1.2"), text("hai"), Described(title="Quyết định", number="45/QĐ-UBND"))

    assert [each.document.title for each in found_by(scorer, **question)] == found
