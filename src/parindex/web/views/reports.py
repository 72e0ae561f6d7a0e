"""Báo cáo tự chấm điểm và gói tài liệu kiểm chứng: a unit's year as files, in one click each."""

from typing import cast

from django.http import FileResponse, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from parindex.documents.writing.tables import MIME
from parindex.services.evidence.packages import evidence_package
from parindex.services.review.report import ScoringReport, as_json, as_xlsx, scoring_report
from parindex.web.requests import PageRequest
from parindex.web.views.units import unit_or_404


@require_safe
def data(request: PageRequest, pk: int) -> HttpResponse:
    """The scoring report for programs."""
    report = _report(request, pk)
    return _file(as_json(report), "application/json", f"{_name(report)}.json")


@require_safe
def spreadsheet(request: PageRequest, pk: int) -> HttpResponse:
    """The scoring report for people."""
    report = _report(request, pk)
    return _file(as_xlsx(report), MIME, f"{_name(report)}.xlsx")


@require_safe
def package(request: PageRequest, pk: int) -> HttpResponse:
    """The numbered evidence of the unit, streamed."""
    made = evidence_package(actor=request.actor, unit=unit_or_404(pk))
    answer = FileResponse(made.file, as_attachment=True, filename=made.name, content_type="application/zip")
    return cast("HttpResponse", answer)  # doors know pages, and a stream is one to them


def _report(request: PageRequest, pk: int) -> ScoringReport:
    return scoring_report(unit_or_404(pk), actor=request.actor, today=timezone.localdate())


def _name(report: ScoringReport) -> str:
    return f"bao-cao-tu-cham-{report.year}-{report.unit_code or report.level}"


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
