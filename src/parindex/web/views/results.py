"""Kết quả: importing an appraisal, figures of the parts that no sheet scores, and publication."""

from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from parindex.domain.fact_forms.numbers import read_decimal
from parindex.services.appraisal.import_reading import Reading, read_result
from parindex.services.appraisal.importing import apply, preview, preview_as_data
from parindex.services.errors import DeedError
from parindex.services.results.parts import declare_complete, enter_part, parts_page
from parindex.services.results.publication import Announcement, publication, publish_round
from parindex.web.language import language
from parindex.web.requests import PageRequest

LARGEST_FILE = 20 * 1024 * 1024
_SALT = "result-preview"
_VALID_FOR = 24 * 60 * 60  # seconds


@require_safe
def choose(request: PageRequest, pk: int) -> HttpResponse:
    """Choose a file, or enter what was announced of a part."""
    return _choose(request, pk)


@require_POST
def look(request: PageRequest, pk: int) -> HttpResponse:
    """What a file would change; the signed reading travels with the form."""
    try:
        seen = preview(pk, actor=request.actor, reading=_reading(request))
    except DeedError as error:
        return _choose(request, pk, error=error)
    if seen is None:
        raise Http404
    token = signing.dumps(preview_as_data(seen), salt=_SALT, compress=True)
    return render(request, "web/results/preview.html", {"seen": seen, "token": token})


@require_POST
def confirm(request: PageRequest, pk: int) -> HttpResponse:
    """Do what was previewed."""
    try:
        data = signing.loads(request.POST.get("token", ""), salt=_SALT, max_age=_VALID_FOR)
        done = apply(
            data,
            actor=request.actor,
            unit_pk=pk,
            keep_rest=request.POST.get("rest") == "keep",
            today=timezone.localdate(),
        )
    except DeedError as error:
        return _choose(request, pk, error=error)
    except (signing.BadSignature, KeyError, TypeError, ValueError):
        return _choose(request, pk, error=_stale())
    said = {"awarded": done.awarded, "kept": done.kept, "same": done.same}
    messages.success(
        request,
        _("Đã nhập %(awarded)d dòng, giữ nguyên %(kept)d dòng không có trong bảng; %(same)d dòng đã như vậy.")
        % said,
    )
    return redirect("appraisal", pk=pk)


@require_POST
def part(request: PageRequest, pk: int) -> HttpResponse:
    """Enter what was announced of one part, or that its losses are all listed."""
    said = request.POST
    try:
        if said.get("complete"):
            declare_complete(
                actor=request.actor, unit_pk=pk, part=said["complete"], document=said.get("document", "")
            )
        else:
            enter_part(
                actor=request.actor,
                unit_pk=pk,
                part=said.get("part", ""),
                points=_points(said.get("points", "")),
                document=said.get("document", ""),
                body=said.get("body", ""),
            )
    except DeedError as error:
        return _choose(request, pk, error=error, wrong_part=said.get("complete") or said.get("part", ""))
    messages.success(request, _("Đã ghi kết quả của phần này; số liệu trước đó vẫn được giữ."))
    return redirect("result_import", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: PageRequest, pk: int) -> HttpResponse:
    """What will become public; it does once the year is typed."""
    if request.method != "POST":
        return _publication(request, pk)
    try:
        publish_round(
            actor=request.actor,
            round_pk=pk,
            confirmed=request.POST.get("year", ""),
            announcement=_announcement(request),
            today=timezone.localdate(),
        )
    except DeedError as error:
        return _publication(request, pk, error=error)
    messages.success(request, _("Đã công bố kết quả."))
    return redirect("publish", pk=pk)


def _choose(
    request: PageRequest, pk: int, *, error: DeedError | None = None, wrong_part: str = ""
) -> HttpResponse:
    seen = parts_page(pk, actor=request.actor)
    if seen is None:
        raise Http404
    context = {
        "seen": seen,
        "typed": request.POST,
        "error": error.sentence(language()) if error else "",
        "wrong_part": wrong_part,
    }
    return render(request, "web/results/choose.html", context, status=422 if error else 200)


def _reading(request: PageRequest) -> Reading:
    file = request.FILES.get("file")
    if file is None or not file.size:
        raise DeedError(
            "Chưa chọn tệp, hoặc tệp rỗng. Hãy chọn tệp kết quả thẩm định.",
            "No file was chosen, or it is empty. Choose the file of the appraisal.",
        )
    if file.size > LARGEST_FILE:
        raise DeedError(
            "Tệp lớn hơn 20 MB; chưa đọc, chưa lưu gì. Hãy chọn tệp nhỏ hơn.",
            "The file is larger than 20 MB; it was not read, nothing was stored. Choose a smaller one.",
        )
    announced = request.POST.get("announced", "").strip()
    return read_result(
        content=file.read(),
        name=file.name or "",
        document=request.POST.get("document", ""),
        body=request.POST.get("body", ""),
        announced=_points(announced) if announced else None,
    )


def _points(text: str) -> Decimal:
    points = read_decimal(text)
    if points is None:
        raise DeedError(
            f"“{text}” không phải là số điểm, ví dụ 12,50; chưa lưu gì.",
            f"“{text}” is no number of points, such as 12.50; nothing was stored.",
        )
    return points


def _announcement(request: PageRequest) -> Announcement | None:
    points, rank = request.POST.get("points", "").strip(), request.POST.get("rank", "").strip()
    if not points and not rank:
        return None
    if rank and not (rank.isdecimal() and len(rank) < 5 and int(rank)):
        raise DeedError(
            f"“{rank}” không phải là thứ hạng; chưa công bố.", f"“{rank}” is no rank; not published."
        )
    return Announcement(
        points=_points(points) if points else None,
        rank=int(rank) if rank else None,
        source=request.POST.get("source", ""),
    )


def _publication(request: PageRequest, pk: int, *, error: DeedError | None = None) -> HttpResponse:
    seen = publication(pk, actor=request.actor)
    if seen is None:
        raise Http404
    context: dict[str, Any] = {
        "seen": seen,
        "typed": request.POST,
        "error": error.sentence(language()) if error else "",
    }
    return render(request, "web/results/publish.html", context, status=422 if error else 200)


def _stale() -> DeedError:
    return DeedError(
        "Bản xem trước đã cũ hoặc bị thay đổi; chưa lưu gì. Hãy tải tệp lên lại.",
        "The preview is stale or was changed; nothing was stored. Upload the file again.",
    )
