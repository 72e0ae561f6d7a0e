"""The tables of list pages as .xlsx: the same rows in the same order, under the same filters."""

from collections.abc import Iterable, Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from parindex.documents.writing.tables import MIME, Cell, Column, write_table
from parindex.domain.deadlines import describe
from parindex.services.improvement.agencies import AgencyIndex
from parindex.services.improvement.criteria import CriteriaIndex
from parindex.services.improvement.losses import Register
from parindex.services.improvement.plans import PlanPage
from parindex.web.language import language
from parindex.web.templatetags.parindex import level_word, part_title, titled


def is_export(request: HttpRequest) -> bool:
    """Whether the page is asked for as a spreadsheet."""
    return request.GET.get("xuat") == "xlsx"


def criteria(seen: CriteriaIndex) -> HttpResponse:
    columns = _columns(
        (_("Mã"), 8), (_("Tiêu chí"), 50), (_("Điểm tối đa"), 12), (_("Đạt"), 12), (_("Bị trừ"), 12)
    )
    columns += _columns((_("Phần"), 28), (_("Chủ trì"), 30))
    rows: list[Sequence[Cell]] = []
    for branch in seen.branches:
        area, tally = branch.area.area, branch.area.tally
        rows.append((area.code, titled(area.title), tally.maximum, None, tally.lost, "", branch.lead))
        for row in branch.rows:
            criterion, score = row.criterion, row.score
            maximum = criterion.maximum.points if criterion.maximum else None
            earned, lost = (score.points, score.lost) if score else (None, None)
            part = part_title(seen.picture.framework, criterion.part)
            rows.append((criterion.code, titled(criterion.title), maximum, earned, lost, part, ""))
        if branch.area.unlisted.maximum and not seen.query:
            rows.append(("", _("Chưa liệt kê"), branch.area.unlisted.maximum, None, None, "", ""))
    return _file("bo-tieu-chi", _("Bộ tiêu chí"), columns, rows)


def register(seen: Register) -> HttpResponse:
    columns = _columns(
        (_("Tiêu chí"), 10), (_("Tên"), 40), (_("Điểm tối đa"), 12), (_("Đạt"), 12), (_("Bị trừ"), 12)
    )
    columns += _columns((_("Giải trình"), 60), (_("Trách nhiệm"), 36), (_("Nhiệm vụ"), 14))
    rows = (
        (
            line.code,
            titled(line.title),
            line.maximum,
            line.earned,
            line.lost,
            line.row.justification if line.row else line.reason,
            ", ".join(line.responsible),
            ", ".join(task.number for task in line.tasks),
        )
        for line in seen.lines
    )
    return _file("so-tru-diem", _("Sổ trừ điểm"), columns, rows)


def tasks(seen: PlanPage) -> HttpResponse:
    columns = _columns(
        (_("NV"), 6), (_("Nội dung"), 70), (_("Tiêu chí"), 14), (_("Chủ trì"), 30), (_("Phối hợp"), 36)
    )
    columns += _columns((_("Thời hạn"), 24), (_("Đến hạn"), 14), (_("Điểm cần lấy lại"), 12))
    rows = (
        (
            line.task.number,
            line.task.text,
            ", ".join(line.task.criteria or line.task.aims),
            ", ".join(line.task.lead),
            ", ".join(line.task.cooperating),
            describe(line.task.deadline, language()) if line.task.deadline else "",
            line.next_due.due_date if line.next_due else None,
            line.at_stake,
        )
        for line in seen.tasks
    )
    return _file("nhiem-vu", _("Nhiệm vụ"), columns, rows)


def agencies(seen: AgencyIndex) -> HttpResponse:
    columns = _columns(
        (_("Mã"), 28), (_("Cơ quan"), 44), (_("Viết tắt"), 14), (_("Cấp"), 26), (_("Trực thuộc"), 30)
    )
    columns += _columns((_("Từ ngày"), 14), (_("Đến ngày"), 14))
    known = seen.agencies
    rows = (
        (
            agency.code,
            agency.name,
            agency.short,
            level_word(agency.level),
            parent.name if (parent := known.get(agency.parent)) else "",
            agency.valid_from,
            agency.valid_to,
        )
        for agency in seen.shown
    )
    return _file("co-quan", _("Cơ quan"), columns, rows)


def _columns(*headings: tuple[str, int]) -> list[Column]:
    return [Column(heading=heading, width=width) for heading, width in headings]


def _file(name: str, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    content = write_table(title=title, columns=columns, rows=rows)
    response = HttpResponse(content, content_type=MIME)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response
