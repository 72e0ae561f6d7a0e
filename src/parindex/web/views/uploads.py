"""Tải kế hoạch lên: choose, look at what was read, confirm. Nothing is stored before the last step."""

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from parindex.domain.plans import Plan
from parindex.services.errors import DeedError
from parindex.services.improvement.storing_plans import Source, store_plan
from parindex.services.improvement.uploads import ReadPlan, confirmed, payload, read_upload
from parindex.web.language import language
from parindex.web.requests import PageRequest

LARGEST_FILE = 20 * 1024 * 1024
_SALT = "plan-preview"
_VALID_FOR = 24 * 60 * 60  # seconds


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """The form."""
    return render(request, "web/uploads/choose.html")


@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """What was read from the file, with every remark; the signed reading travels with the form."""
    file = request.FILES.get("file")
    if file is None or not file.size:
        return _again(request, _("Chưa chọn tệp, hoặc tệp rỗng. Hãy chọn tệp kế hoạch."))
    if file.size > LARGEST_FILE:
        return _again(request, _("Tệp lớn hơn 20 MB; chưa đọc, chưa lưu gì. Hãy chọn tệp nhỏ hơn."))
    try:
        read = read_upload(content=file.read(), name=file.name or "")
    except DeedError as error:
        return _again(request, error.sentence(language()))
    return render(request, "web/uploads/preview.html", {"read": read, "token": _token(read)})


@require_POST
def confirm(request: PageRequest) -> HttpResponse:
    """Store the plan that was previewed."""
    previewed = _previewed(request.POST.get("token", ""))
    if previewed is None:
        return _again(request, _("Bản xem trước đã cũ hoặc bị thay đổi; chưa lưu gì. Hãy tải tệp lên lại."))
    plan, source = previewed
    try:
        row = store_plan(actor=request.actor, plan=plan, source=source)
    except DeedError as error:
        return _again(request, error.sentence(language()))
    messages.success(request, _("Đã lưu kế hoạch %(number)s.") % {"number": row})
    return redirect("plan", pk=row.pk)


def _token(read: ReadPlan) -> str:
    return signing.dumps(payload(read.plan, read.source), salt=_SALT, compress=True)


def _previewed(token: str) -> tuple[Plan, Source] | None:
    """The reading that a token holds; None when it is stale, forged, or of an earlier release's shape."""
    try:
        return confirmed(signing.loads(token, salt=_SALT, max_age=_VALID_FOR))
    except (signing.BadSignature, KeyError, TypeError, ValueError):
        return None


def _again(request: HttpRequest, error: str) -> HttpResponse:
    return render(request, "web/uploads/choose.html", {"error": error}, status=422)
