"""Phiên bản bộ tiêu chí: all of them, one of them, and a new one from a decision's table in three steps."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from parindex.domain.rights import Right
from parindex.frameworks.from_rows import RowOfTable
from parindex.services.errors import DeedError
from parindex.services.frameworks.importing import (
    Draft,
    draft,
    read_table,
    rows_as_data,
    rows_from_data,
    store_draft,
)
from parindex.services.frameworks.versions import known_versions, version_page
from parindex.web.language import language
from parindex.web.requests import PageRequest
from parindex.web.views import version_forms

LARGEST_FILE = 20 * 1024 * 1024
_SALT = "criteria-table"
_VALID_FOR = 24 * 60 * 60  # seconds


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """The rows of a table between the steps, and the name of their file."""

    rows: tuple[RowOfTable, ...]
    source: str


@require_safe
def index(request: PageRequest) -> HttpResponse:
    """All versions by level."""
    context = {"versions": known_versions(request.actor), **_acts(request)}
    return render(request, "web/versions/index.html", context)


@require_safe
def show(request: PageRequest, key: str) -> HttpResponse:
    """One version with its tree and its differences to the one before."""
    seen = version_page(key, actor=request.actor)
    if seen is None:
        raise Http404
    return render(request, "web/versions/show.html", {"seen": seen, **_acts(request)})


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: PageRequest) -> HttpResponse:
    """The form for a file; then what was read from it, and the form for what it is."""
    if request.method != "POST":
        return render(request, "web/versions/choose.html")
    file = request.FILES.get("file")
    if file is None or not file.size:
        return _again(request, _("Chưa chọn tệp, hoặc tệp rỗng. Hãy chọn tệp có bảng tiêu chí."))
    if file.size > LARGEST_FILE:
        return _again(request, _("Tệp lớn hơn 20 MB; chưa đọc, chưa lưu gì. Hãy chọn tệp nhỏ hơn."))
    try:
        read = read_table(actor=request.actor, content=file.read(), name=file.name or "")
    except DeedError as error:
        return _again(request, error.sentence(language()))
    held = Held(rows=read.rows, source=read.name)
    context = {
        "read": read,
        "held": held,
        "token": _token(held),
        "typed": version_forms.proposed(read.criteria),
        "versions": known_versions(request.actor),
    }
    return render(request, "web/versions/read.html", context)


@require_POST
def match(request: PageRequest) -> HttpResponse:
    """The mapping to the version before, as proposed or as edited, and what comes of it."""
    held = _held(request)
    return _stale(request) if held is None else _matching(request, held, _drafted(request, held))


@require_POST
def confirm(request: PageRequest) -> HttpResponse:
    """Store the new version."""
    held = _held(request)
    if held is None:
        return _stale(request)
    made = _drafted(request, held)
    if request.POST.get("doi-chieu-voi", "") != made.wanted.previous:
        return _matching(
            request, held, made, _("Phiên bản trước vừa đổi; hãy xem lại phần đối chiếu rồi lưu.")
        )
    try:
        version = store_draft(actor=request.actor, draft=made)
    except DeedError as error:
        return _matching(request, held, made, error.sentence(language()))
    messages.success(request, _("Đã lưu phiên bản %(title)s.") % {"title": version.title})
    return redirect("version", key=str(version.pk))


def _drafted(request: PageRequest, held: Held) -> Draft:
    """The draft that the form describes; after another version before was chosen, with what is proposed for that."""
    wanted = version_forms.wanted(request.POST, rows=held.rows, source=held.source)
    return draft(actor=request.actor, wanted=wanted, mapping=version_forms.mapping(request.POST, wanted))


def _matching(request: PageRequest, held: Held, made: Draft, error: str = "") -> HttpResponse:
    context: dict[str, Any] = {
        "draft": made,
        "held": held,
        "token": request.POST["token"],
        "typed": request.POST,
        "versions": known_versions(request.actor),
        "lines": version_forms.lines(made),
        "error": error,
    }
    return render(request, "web/versions/match.html", context, status=422 if error or made.problems else 200)


def _token(held: Held) -> str:
    data = {"rows": rows_as_data(held.rows), "source": held.source}
    return signing.dumps(data, salt=_SALT, compress=True)


def _held(request: PageRequest) -> Held | None:
    """The rows that a token holds; None when it is stale, forged, or of an earlier release's shape."""
    try:
        data = signing.loads(request.POST.get("token", ""), salt=_SALT, max_age=_VALID_FOR)
        return Held(rows=rows_from_data(data["rows"]), source=data["source"])
    except (signing.BadSignature, ArithmeticError, KeyError, TypeError, ValueError):
        return None


def _stale(request: PageRequest) -> HttpResponse:
    return _again(request, _("Bản xem trước đã cũ hoặc bị thay đổi; chưa lưu gì. Hãy tải tệp lên lại."))


def _again(request: PageRequest, error: str) -> HttpResponse:
    return render(request, "web/versions/choose.html", {"error": error}, status=422)


def _acts(request: PageRequest) -> dict[str, bool]:
    return {"may_manage": request.actor.may(Right.MANAGE_ROUNDS)}
