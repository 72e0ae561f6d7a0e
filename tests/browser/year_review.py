"""Review and appraisal in the whole year: questions, rows given back, sending, what the appraisers say of it."""

from tests.browser.year_files import surveyed, verdicts
from tests.browser.year_self_scoring import HOME_AFFAIRS, REPORT, TECHNOLOGY
from tests.browser.year_team import DISTRICTS, PROVINCE, Team

PROVED = ("1.2", "3.1.1", "3.2.1", "3.2.2", "4.1.2", "5.4", "5.7.1", "7.1.1", "7.1.4", "7.2.3")
IMPACT = ("8.2.1", "8.2.2", "8.2.3")
MINISTRY = (
    "5.5.2 | Kỷ luật, kỷ cương | 0,50 | 0,50 | 0,25 | Quyết định kỷ luật còn hiệu lực | Vụ Công chức - Viên chức",
    "7.2.3 | Hồ sơ mức độ 4 | 1,00 | 0,50 | 0,00 | Không thấy hồ sơ phát sinh | Cục Kiểm soát TTHC",
    "8.2.2 | Doanh nghiệp | 1,00 | 0,75 | 0,50 | Mức tăng thấp hơn bình quân | Bộ Kế hoạch và Đầu tư",
)
SATISFIED = {"243": 90, "244": 90, "251": 95}
UNPROVED = "Tài liệu kiểm chứng chưa đủ"
COUNCIL = {  # a row that the appraiser lowers, its points, and the minutes of the council for the district
    "243": ("5.2", "2,00", f"5.2 | Chuẩn cấp xã | 3,00 | 3,00 | 2,00 | {UNPROVED} | Sở Nội vụ"),
    "244": ("3.3", "1,50", f"3.3 | Một cửa | 2,50 | 2,50 | 1,50 | {UNPROVED} | Sở Nội vụ"),
    "251": ("7.4", "2,00", "5.5 | Kỷ luật | 3,00 | 3,00 | 0,00 | Có lãnh đạo bị kỷ luật | Sở Nội vụ"),
}


def the_coordinator_asks_and_gives_a_row_back(team: Team) -> None:
    coordinator, scorer = team.coordinator, team.home_affairs
    coordinator.open_page("Tổng hợp", PROVINCE)
    coordinator.ask("5.5.2", "Kết luận thanh tra nào?")
    scorer.open_sheet(HOME_AFFAIRS)
    scorer.open_row("5.5.2")
    scorer.answer("Kết luận 05/KL-TTr ngày 12/11/2018.")
    coordinator.give_back("1.6", "Thiếu báo cáo của Tổ công tác")
    scorer.go("Chấm điểm")
    scorer.follow("1.6 bị trả lại")
    scorer.claim("1,00", "Tổ công tác xác nhận không còn nhiệm vụ quá hạn")
    scorer.submit(rows=6)


def the_province_is_consolidated_and_sent(team: Team) -> None:
    coordinator = team.coordinator
    coordinator.open_page("Tổng hợp", PROVINCE)
    coordinator.accept_everything()
    coordinator.consolidate_and_send(rows=17)
    sums = coordinator.reported()
    assert (sums["claimed"], sums["self_scored"]) == ("15.05", "20.00")
    assert coordinator.manifest() == {
        **{f"{criterion}-01": REPORT for criterion in (*PROVED, *IMPACT)},
        "1.6-01": "Báo cáo 15/BC-UBND (https://vinhphuc.example/bao-cao-15)",
    }


def the_districts_are_consolidated_and_sent(team: Team) -> None:
    for name in DISTRICTS.values():
        team.coordinator.open_page("Tổng hợp", name)
        team.coordinator.accept_everything()
        team.coordinator.consolidate_and_send(rows=40)


def the_ministry_appraises_the_province(team: Team) -> None:
    """Three rows lose 1,00 together; one agency explains, and the second appraisal gives 0,25 of it back."""
    coordinator, appraiser = team.coordinator, team.appraiser
    table = verdicts("ket-qua.docx", MINISTRY)
    coordinator.open_page("Thẩm định", PROVINCE)
    said = coordinator.import_result(table, "Thông báo 99/TB-BNV (mẫu)", "Bộ Nội vụ", keeps_rest=True)
    assert said == (
        "Chưa lưu gì. 3 dòng sẽ thay đổi, 14 dòng của đơn vị không có trong bảng. "
        "Các dòng trong bảng cộng lại 0,75 điểm."
    )
    team.technology.explain(TECHNOLOGY, "7.2.3", "Ba dịch vụ có hồ sơ từ tháng 6, xin xem lại phụ lục")
    appraiser.open_page("Thẩm định", PROVINCE)
    appraiser.give("7.2.3", "0,25", "Phụ lục nêu ba dịch vụ có hồ sơ", button="Thẩm định lại")
    appraiser.keep("7.3.2")
    coordinator.open_page("Thẩm định", PROVINCE)
    coordinator.follow("Nhập kết quả thẩm định")
    coordinator.enter_part("SIPAS", "11,00", "Thông báo 100/TB-BNV (mẫu)")


def the_council_appraises_the_districts(team: Team) -> None:
    """Vĩnh Yên and Phúc Yên lose 1,00 each, in different rows; Yên Lạc loses more, and claimed less."""
    coordinator, appraiser = team.coordinator, team.appraiser
    coordinator.bring_back(surveyed(coordinator.take_out_facts("Cấp huyện"), SATISFIED), changes=15)
    for code, (criterion, points, minutes) in COUNCIL.items():
        appraiser.open_page("Thẩm định", DISTRICTS[code])
        appraiser.keep_matching()
        appraiser.give(criterion, points, UNPROVED)
        coordinator.open_page("Thẩm định", DISTRICTS[code])
        table = verdicts("bien-ban.xlsx", [minutes])
        coordinator.import_result(table, "Biên bản 7/BB-HĐTĐ (mẫu)", "Hội đồng thẩm định", keeps_rest=True)
