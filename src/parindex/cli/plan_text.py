"""A plan as Vietnamese text for a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from parindex.cli.layout import table, title, wrapped
from parindex.domain.plans import BaseResults, Loss, Plan, PlanDocument, Task
from parindex.domain.wording import points as in_points

_PARTS = {
    "total": "Tổng điểm",
    "direct": "Điểm đánh giá trực tiếp",
    "appraised": "  Điểm thẩm định",
    "impact": "  Tác động đến phát triển kinh tế - xã hội",
    "survey": "Điểm điều tra xã hội học",
    "sipas": "  Người dân, doanh nghiệp (SIPAS)",
    "officials": "  Công chức, lãnh đạo quản lý",
}
_NOTHING = "(văn bản không ghi)"


def plan_lines(plan: Plan, *, width: int) -> Iterator[str]:
    """Every part of a plan under its own title, remarks last."""
    yield from _document(plan.document, width)
    yield from [*title("Kết quả năm làm căn cứ"), *_results(plan.results, width)]
    yield from [*title("Mục tiêu"), *_items((f"Năm {t.year}: tốp {t.top}" for t in plan.targets), width)]
    yield from [*title("Cơ quan chủ trì lĩnh vực"), *_area_leads(plan, width)]
    yield from [*title(f"Nhiệm vụ chung ({len(plan.duties)})"), *_items(plan.duties, width)]
    yield from [*title(f"Nhiệm vụ cụ thể ({len(plan.tasks)})"), *_tasks(plan.tasks, width)]
    yield from [*title(f"Tiêu chí bị trừ điểm ({len(plan.losses)})"), *_losses(plan.losses, width)]
    yield from [*title(f"Lưu ý khi đọc ({len(plan.remarks)})")]
    yield from _items((f"{remark.place}: {remark.text}" for remark in plan.remarks), width)


def _document(document: PlanDocument, width: int) -> Iterator[str]:
    yield from wrapped(document.title or "(không có tên)", width=width)
    issued = f"{document.issued_date:%d/%m/%Y}" if document.issued_date else _NOTHING
    period = document.period
    years = (
        _NOTHING
        if period is None
        else "–".join(dict.fromkeys((str(period.first_year), str(period.last_year))))
    )
    labelled = {
        "Số, ký hiệu": document.number or _NOTHING,
        "Ngày ban hành": issued,
        "Cơ quan ban hành": document.issuer or _NOTHING,
        "Giai đoạn": years,
    }
    for label, value in labelled.items():
        yield from wrapped(value, width=width, first=f"{label + ':':<18}")


def _results(results: BaseResults, width: int) -> list[str]:
    if not results.parts:
        return [_NOTHING]
    rows = [(_PARTS.get(p.part, p.part), _points(p.points), _rank(p.rank, p.out_of)) for p in results.parts]
    lines = table(
        (f"Năm {results.year or '…'}", "Điểm", "Xếp hạng"), rows, width=width, right=frozenset({1, 2})
    )
    if results.rank_change:
        moved = "tụt" if results.rank_change > 0 else "tăng"
        lines.append(f"So với năm trước: {moved} {abs(results.rank_change)} bậc")
    return lines


def _rank(rank: int | None, out_of: int | None) -> str:
    return "" if rank is None else f"{rank}/{out_of}" if out_of else str(rank)


def _area_leads(plan: Plan, width: int) -> list[str]:
    rows = [
        (lead.area, lead.area_name, lead.agency, lead.deadline.text if lead.deadline else "")
        for lead in plan.area_leads
    ]
    return table(("LV", "Lĩnh vực", "Cơ quan chủ trì", "Báo cáo"), rows, width=width) if rows else [_NOTHING]


def _tasks(tasks: Sequence[Task], width: int) -> list[str]:
    rows = [
        (
            task.number,
            task.text,
            "\n".join((*task.criteria, *task.aims)),
            "\n".join(task.lead),
            "\n".join(task.cooperating),
            task.deadline.text if task.deadline else "",
        )
        for task in tasks
    ]
    header = ("TT", "Nhiệm vụ", "Tiêu chí hoặc mục đích", "Chủ trì", "Phối hợp", "Thời hạn")
    return (
        table(header, rows, width=width, right=frozenset({0}), most={2: 22, 3: 20, 4: 22, 5: 14})
        if rows
        else [_NOTHING]
    )


def _losses(losses: Sequence[Loss], width: int) -> list[str]:
    if not losses:
        return [_NOTHING]
    rows = [
        (
            loss.criterion,
            loss.name,
            *map(_points, (loss.maximum, loss.earned, loss.lost)),
            _why(loss),
            "\n".join(loss.responsible) or "(không ghi)",
        )
        for loss in losses
    ]
    rows.append(("", "Cộng", *(_sum(losses, name) for name in ("maximum", "earned", "lost")), "", ""))
    header = ("TC", "Tên", "Chuẩn", "Đạt", "Trừ", "Việc bị trừ điểm", "Trách nhiệm")
    return table(header, rows, width=width, right=frozenset({2, 3, 4}), most={1: 30, 6: 20})


def _why(loss: Loss) -> str:
    said = (f"{e.text} (−{_points(e.points)})" if e.points is not None else e.text for e in loss.events)
    return "\n".join(said)


def _sum(losses: Iterable[Loss], name: str) -> str:
    return _points(sum((getattr(loss, name) or Decimal(0) for loss in losses), Decimal(0)))


def _items(items: Iterable[str], width: int) -> list[str]:
    return [line for item in items for line in wrapped(item, width=width, first="• ")] or [_NOTHING]


def _points(value: Decimal | None) -> str:
    return "" if value is None else in_points(value, "vi")
