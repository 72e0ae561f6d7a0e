"""Self-scoring in the whole year: lead agencies on the pages, districts with another program."""

from fractions import Fraction

from tests.browser.year_files import claimed_in_full, pdf
from tests.browser.year_team import DISTRICTS, Team

REPORT = "Báo cáo tổng kết năm 2018"
LATE = "Báo cáo định kỳ gửi chậm"
PUBLISHED = "Các lần công bố danh mục thủ tục hành chính"
HOME_AFFAIRS = "Sở Nội vụ chấm điểm lĩnh vực 1, 4, 5"
OFFICE = "Văn phòng UBND tỉnh chấm điểm lĩnh vực 3, 8"
TECHNOLOGY = "Sở Thông tin và Truyền thông chấm điểm lĩnh vực 7"


def home_affairs_scores_four_rows(team: Team) -> None:
    """Two late reports cost 1,25 of 3,00; of 5.5.2 more is claimed than its fact gives, with a justification."""
    scorer = team.home_affairs
    scorer.open_sheet(HOME_AFFAIRS)
    scorer.open_row("1.2")
    scorer.list_case(LATE, kind="báo cáo năm gửi chậm", text="Báo cáo năm 2018")
    scorer.sees_points("2,00")
    scorer.list_case(LATE, kind="báo cáo theo dõi thi hành pháp luật gửi chậm", text="Báo cáo quý III")
    scorer.sees_points("1,75")
    scorer.claim("1,75")
    scorer.attach(pdf("bao-cao.pdf"), REPORT)
    unfinished = {"Nhiệm vụ Chính phủ, Thủ tướng giao chưa hoàn thành": "0"}
    scorer.score("1.6", "1,00", unfinished, source="Báo cáo 15/BC-UBND")
    scorer.attach_link("https://vinhphuc.example/bao-cao-15", "Báo cáo 15/BC-UBND")
    scorer.open_row("5.5.2")
    scorer.tell("Cấp có người bị kỷ luật", "Có người bị kỷ luật ở cấp xã", source="Báo cáo 20/BC-SNV")
    scorer.sees_points("0,25")
    scorer.claim("0,50", "Quyết định kỷ luật đã bị hủy theo kết luận thanh tra")
    scorer.score("5.7.1", "0,25", {"Tỷ lệ công chức cấp xã đạt chuẩn": "249/250"}, source="Báo cáo 12/BC-SNV")
    scorer.attach_again(REPORT)


def home_affairs_completes_what_it_forgot_and_submits(team: Team) -> None:
    scorer = team.home_affairs
    assert scorer.missing() == ["4.1.2", "5.4"]
    scorer.open_missing("4.1.2")
    scorer.list_case("Số cấp phó của từng cơ quan", name="Sở Xây dựng", count="3")
    scorer.tell("Các phòng có lãnh đạo ít hơn công chức", "Có")
    scorer.sees_points("1,50")
    scorer.claim_computed()
    scorer.attach_again(REPORT)
    appointments = (
        "Bổ nhiệm lãnh đạo không có sai phạm",
        "Các yêu cầu khác về bổ nhiệm lãnh đạo được bảo đảm",
    )
    scorer.score("5.4", "3,00", dict.fromkeys(appointments, "Có"))
    scorer.attach_again(REPORT)
    scorer.submit(rows=6)


def the_office_fills_in_its_sheet(team: Team) -> None:
    """8.2.2 has no rule: its claim is justified, and proved by a document."""
    scorer = team.office
    scorer.open_sheet(OFFICE)
    scorer.score("3.1.1", "0,50", {"Thủ tục hành chính được ban hành đúng thẩm quyền": "Có"})
    scorer.attach(pdf("tong-ket.pdf"), REPORT)
    scorer.open_row("3.2.1")
    scorer.list_case(PUBLISHED, name="Lần 1", due="1/3/2018", done="20/2/2018")
    scorer.sees_points("0,50")
    scorer.claim_computed()
    scorer.attach_again(REPORT)
    scorer.score("3.2.2", "1,00", {"Thủ tục được đăng kịp thời lên Cơ sở dữ liệu quốc gia": "Có"})
    scorer.attach_again(REPORT)
    investment = {"Vốn đầu tư thu hút năm nay": "1.250,5", "Vốn đầu tư thu hút năm trước": "1.000"}
    scorer.score("8.2.1", "1,00", investment)
    scorer.attach_again(REPORT)
    scorer.open_row("8.2.2")
    scorer.claim("0,75", "Số doanh nghiệp thành lập mới tăng so với năm trước")
    scorer.attach_again(REPORT)
    scorer.score("8.2.3", "1,50", {"Thu ngân sách đạt kế hoạch Chính phủ giao": "Có"})
    scorer.attach_again(REPORT)
    scorer.submit(rows=6)


def technology_fills_in_its_sheet(team: Team) -> None:
    """7.3.2 is said not to apply; no rule knows what 7.2.3 earns."""
    scorer = team.technology
    scorer.open_sheet(TECHNOLOGY)
    done = {"Tỷ lệ nhiệm vụ của kế hoạch ứng dụng CNTT đã xong": "90%"}
    scorer.score("7.1.1", "0,80", done, source="Báo cáo 31/BC-STTTT")
    scorer.attach(pdf("cong-nghe.pdf"), REPORT)
    connected = {"Mức kết nối phần mềm quản lý văn bản tới cấp xã": "Chưa kết nối tới 100% cấp xã"}
    scorer.score("7.1.4", "0,50", connected)
    scorer.attach_again(REPORT)
    scorer.score("7.2.2", "0,00", {"Tỷ lệ hồ sơ trực tuyến mức độ 3": "0%"})
    scorer.open_row("7.2.3")
    scorer.claim("0,50", "Mười hai dịch vụ mức độ 4 đã có hồ sơ phát sinh")
    scorer.attach_again(REPORT)
    scorer.open_row("7.3.2")
    scorer.say_not_applicable("Bưu điện chưa nhận ủy thác hồ sơ trong năm 2018")
    scorer.submit(rows=5)


def justice_has_nothing_to_score(team: Team) -> None:
    """The framework lists no criterion of its area."""
    team.justice.go("Chấm điểm")
    assert team.justice.words("h1") == ["Chưa có phiếu chấm điểm nào"]


def districts_fill_in_their_sheets_with_another_program(team: Team) -> None:
    """Each claims everything, but Yên Lạc has done 95% of its plan; two rows have documents, the others a reason."""
    scorer = team.districts
    for code, name in DISTRICTS.items():
        done, claims = (Fraction(19, 20), {"1.2": "1.50"}) if code == "251" else (Fraction(1), {})
        known = {"plan_done": done, "complaints_answered": Fraction(1)}
        scorer.open_sheet(name)
        scorer.fill_in_elsewhere(claimed_in_full(scorer.take_out(), claims, known), changes=82)
        scorer.open_sheet(name)
        scorer.open_row("1.2")
        scorer.attach(pdf("ke-hoach.pdf"), REPORT)
        scorer.open_row("3.5")
        scorer.attach_again(REPORT)
        scorer.submit(rows=40)
