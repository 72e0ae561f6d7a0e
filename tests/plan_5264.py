"""Plan 5264/KH-UBND as values: its numbers, codes, agencies and deadlines; titles are short and in our own words."""

from datetime import date
from decimal import Decimal

from parindex.domain.deadlines import parse_deadline
from parindex.domain.plans import (
    AreaLead,
    BaseResults,
    Loss,
    LossEvent,
    PartResult,
    Period,
    Plan,
    PlanDocument,
    Target,
    Task,
)

VP, SNV, STP, STC = "Văn phòng UBND tỉnh", "Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính"
STTTT, SKHDT, SKHCN = "Sở Thông tin và Truyền thông", "Sở Kế hoạch và Đầu tư", "Sở Khoa học và Công nghệ"
STNMT, DISTRICTS, COMMUNES = "Sở Tài nguyên và Môi trường", "UBND cấp huyện", "UBND cấp xã"
ALL = "Các cơ quan, đơn vị liên quan"
SIPAS = "Nâng cao đánh giá qua chỉ số SIPAS"
LOCAL_INDEX = "Nâng cao chỉ số của địa phương và của tỉnh"

PART_MAXIMA = {
    "appraised": Decimal("62.0"),
    "impact": Decimal("3.5"),
    "sipas": Decimal("12.0"),
    "officials": Decimal("22.5"),
}


def _task(
    number: int,
    text: str,
    criterion: str,
    lead: str | tuple[str, ...],
    deadline: str,
    *,
    aim: str = "",
    cooperating: tuple[str, ...] = (ALL,),
) -> Task:
    return Task(
        number=str(number),
        text=text,
        criteria=(criterion,) if criterion else (),
        aims=(aim,) if aim else (),
        lead=lead if isinstance(lead, tuple) else (lead,),
        cooperating=cooperating,
        deadline=parse_deadline(deadline),
    )


def _loss(
    criterion: str,
    name: str,
    maximum: str,
    earned: str,
    lost: str,
    *responsible: str,
    events: tuple[LossEvent, ...] = (),
) -> Loss:
    return Loss(
        criterion=criterion,
        name=name,
        maximum=Decimal(maximum),
        earned=Decimal(earned),
        lost=Decimal(lost),
        responsible=responsible,
        events=events,
    )


TASKS = (
    _task(1, "Nhiệm vụ Chính phủ giao", "1.6", VP, "Hàng năm"),
    _task(2, "Rà soát, công bố thủ tục", "3.1", VP, "Hàng năm", cooperating=(STP, ALL)),
    _task(3, "Công khai thủ tục kịp thời", "3.2", VP, "Hàng năm", cooperating=(STP, ALL)),
    _task(4, "Trên 95% hồ sơ đúng hạn", "3.4", VP, "Hàng năm", cooperating=(SNV, ALL)),
    _task(5, "Thiết bị một cửa cấp xã", "7", DISTRICTS, "Hàng năm", cooperating=(SNV, ALL)),
    _task(6, "Xong 100% kế hoạch năm", "1.1", SNV, "Tháng 12 hàng năm"),
    _task(7, "Trình kế hoạch nâng cao chỉ số", "", SNV, "Quý II hàng năm", aim="Cải thiện chỉ số hàng năm"),
    _task(8, "Dịch vụ công mức 3, 4", "7.2", SNV, "Trong năm 2018", cooperating=(STC, SKHDT, STTTT)),
    _task(9, "Giữ đúng số cấp phó", "4.1.2", SNV, "Trong năm 2018"),
    _task(10, "Thanh tra công vụ", "5.5.2", SNV, "Hàng năm", cooperating=("Các sở, ban, ngành", DISTRICTS)),
    _task(11, "Thủ tục đất đai", "", STNMT, "Quý II năm 2018", aim=SIPAS, cooperating=(SNV, STTTT)),
    _task(12, "Kiến trúc chính quyền điện tử", "7.1.2", STTTT, "Theo chỉ đạo của Chính phủ"),
    _task(13, "Liên thông 94 xã còn lại", "7.1.4", STTTT, "Tháng 12/2018"),
    _task(14, "Bưu chính công ích", "7.3", STTTT, "Quý III năm 2018"),
    _task(15, "Tự chủ tài chính", "6.2", STC, "Tháng 12 hàng năm"),
    _task(16, "Thu hút đầu tư", "8.2.1", SKHDT, "Tháng 8/2018"),
    _task(17, "Bố trí kinh phí", "", SKHDT, "Tháng 8/2018", cooperating=(STC, ALL)),
    _task(18, "Ít nhất 3 sáng kiến", "1.5", SKHCN, "Hàng năm"),
    _task(19, "ISO ở 14 xã còn lại", "7.4", SKHCN, "Trong năm 2018"),
    _task(20, "Duy trì ISO", "7.4", SKHCN, "Hàng năm"),
    _task(21, "An ninh, trật tự", "", "Công an tỉnh", "Hàng năm", aim=SIPAS),
    _task(22, "Tuyên truyền bảo hiểm xã hội", "", "Bảo hiểm xã hội tỉnh", "Hàng năm", aim=SIPAS),
    _task(23, "Kế hoạch của huyện", "", DISTRICTS, "Quý II năm 2018", aim=LOCAL_INDEX),
    _task(24, "Cập nhật hồ sơ một cửa", "", (DISTRICTS, COMMUNES), "Tháng 7/2018", aim=LOCAL_INDEX),
)

LOSSES = (
    _loss(
        *("1.2", "Chế độ báo cáo", "3.00", "1.75", "1.25", STTTT, STP),
        events=(
            LossEvent(text="Báo cáo năm chậm", points=Decimal("1.00"), document="778/STTTT-CNTT"),
            LossEvent(text="Báo cáo thi hành pháp luật chậm", points=Decimal("0.25"), document="292/BC-UBND"),
        ),
    ),
    _loss("1.6", "Nhiệm vụ Chính phủ giao", "1.00", "0.00", "1.00"),
    _loss("3.1.1", "Ban hành thủ tục đúng thẩm quyền", "0.50", "0.00", "0.50", STP),
    _loss("3.2.1", "Công bố danh mục thủ tục", "0.50", "0.00", "0.50"),
    _loss("3.2.2", "Công khai thủ tục lên cơ sở dữ liệu", "1.00", "0.00", "1.00", STP, STTTT),
    _loss("4.1.2", "Số lượng lãnh đạo", "1.50", "0.50", "1.00", SNV),
    _loss("5.4", "Bổ nhiệm lãnh đạo", "3.00", "2.00", "1.00"),
    _loss("5.5.2", "Kỷ luật, kỷ cương", "0.50", "0.25", "0.25"),
    _loss("5.7.1", "Công chức xã đạt chuẩn", "0.50", "0.25", "0.25"),
    _loss("7.1.1", "Kế hoạch ứng dụng CNTT", "1.00", "0.80", "0.20", "Sở Thông tin - TT"),
    _loss("7.1.4", "Liên thông phần mềm văn bản", "1.00", "0.50", "0.50", STTTT),
    _loss("7.2.2", "Hồ sơ trực tuyến mức 3", "1.00", "0.00", "1.00", SNV),
    _loss("7.2.3", "Hồ sơ trực tuyến mức 4", "1.00", "0.00", "1.00", SNV),
    _loss("7.3.2", "Hồ sơ qua bưu chính", "1.00", "0.00", "1.00", STTTT),
    _loss("8.2.1", "Thu hút đầu tư", "1.00", "0.50", "0.50"),
    _loss("8.2.3", "Thu ngân sách", "1.50", "0.00", "1.50"),
)

_REPORT = parse_deadline("Trước ngày 15/12 hàng năm")
_LEADS = {"1": SNV, "2": STP, "3": VP, "4": SNV, "5": SNV, "6": STC, "7": STTTT, "8": VP}

PLAN = Plan(
    document=PlanDocument(
        number="5264/KH-UBND",
        issued_date=date(2018, 7, 18),
        issuer="UBND tỉnh Vĩnh Phúc",
        title="Nâng cao Chỉ số cải cách hành chính giai đoạn 2018 - 2020",
        period=Period(first_year=2018, last_year=2020),
    ),
    results=BaseResults(
        year=2017,
        rank_change=12,
        parts=(
            PartResult(part="total", points=Decimal("80.29"), rank=20, out_of=63),
            PartResult(part="direct", points=Decimal("53.05"), rank=9, out_of=63),
            PartResult(part="appraised", points=Decimal("51.55")),
            PartResult(part="impact", points=Decimal("1.50")),
            PartResult(part="survey", points=Decimal("27.24")),
            PartResult(part="sipas", points=Decimal("12.00"), rank=1, out_of=63),
            PartResult(part="officials", points=Decimal("15.24"), rank=54, out_of=63),
        ),
    ),
    targets=(Target(year=2018, top=15), Target(year=2019, top=10), Target(year=2020, top=10)),
    area_leads=tuple(AreaLead(area=area, agency=agency, deadline=_REPORT) for area, agency in _LEADS.items()),
    tasks=TASKS,
    losses=LOSSES,
)
