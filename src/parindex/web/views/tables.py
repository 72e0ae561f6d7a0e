"""Bảng tính đi và về: what can be taken out, and a returned workbook looked at before anything of it is stored."""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from parindex.documents.files import download_headers
from parindex.documents.writing.tables import MIME
from parindex.services import tables
from parindex.services.errors import DeedError
from parindex.services.tables.choices import choices
from parindex.services.tables.files import table_file
from parindex.web.language import language
from parindex.web.requests import PageRequest
from parindex.web.templatetags.tables import KIND_OF_SLUG

LARGEST_FILE = 4 * 1024 * 1024
_SALT = "table-preview"
_VALID_FOR = 24 * 60 * 60  # seconds


@dataclass(frozen=True, kw_only=True, slots=True)
class Uploaded:
    """A workbook between its preview and its confirmation; `shown` is the digest of what was shown."""

    name: str
    content: bytes
    shown: str = ""


@require_safe
def index(request: PageRequest) -> HttpResponse:
    """Every table that the reader may take out, and the form to bring one back."""
    return render(request, "web/tables/index.html", _offered(request))


@require_safe
def file(request: PageRequest) -> HttpResponse:
    """One table as a workbook: "phieu/12" is the sheet with the key 12."""
    slug, _slash, key = request.GET.get("bang", "").partition("/")
    found = table_file(
        kind=KIND_OF_SLUG.get(slug, ""), key=key, actor=request.actor, today=timezone.localdate()
    )
    if found is None:
        raise Http404
    return HttpResponse(found.content, headers=download_headers(found.name, MIME))


@require_POST
def preview(request: PageRequest) -> HttpResponse:
    """What a workbook would change; the workbook itself travels signed with the form."""
    sent = request.FILES.get("file")
    if sent is None or not sent.size:
        return _again(request, _("Chưa chọn tệp, hoặc tệp rỗng. Hãy chọn tệp .xlsx đã tải về từ đây."))
    if sent.size > LARGEST_FILE:
        return _again(request, _("Tệp lớn hơn 4 MB; chưa đọc, chưa lưu gì. Hãy chọn tệp nhỏ hơn."))
    return _previewed(request, Uploaded(name=sent.name or "", content=sent.read()))


@require_POST
def confirm(request: PageRequest) -> HttpResponse:
    """Store what was shown; where something else would be stored by now, show that first."""
    uploaded = _unsigned(request.POST.get("token", ""))
    if uploaded is None:
        return _again(request, _("Bản xem trước đã cũ hoặc bị thay đổi; chưa lưu gì. Hãy tải tệp lên lại."))
    try:
        done = tables.apply(
            actor=request.actor,
            content=uploaded.content,
            name=uploaded.name,
            today=timezone.localdate(),
            shown=uploaded.shown,
        )
    except tables.SupersededPreviewError as error:
        return _previewed(request, uploaded, error.sentence(language()))
    except DeedError as error:
        return _again(request, error.sentence(language()))
    said = ngettext(
        "Đã lưu %(n)d thay đổi từ tệp %(name)s.", "Đã lưu %(n)d thay đổi từ tệp %(name)s.", done.count
    )
    messages.success(request, said % {"n": done.count, "name": uploaded.name})
    return redirect("tables")


def _previewed(request: PageRequest, uploaded: Uploaded, error: str = "") -> HttpResponse:
    try:
        seen = tables.preview(
            actor=request.actor,
            content=uploaded.content,
            name=uploaded.name,
            today=timezone.localdate(),
        )
    except DeedError as refused:
        return _again(request, refused.sentence(language()))
    context = {"seen": seen, "name": uploaded.name, "token": _signed(uploaded, seen.digest), "error": error}
    return render(request, "web/tables/preview.html", context, status=422 if error else 200)


def _signed(uploaded: Uploaded, shown: str) -> str:
    content = b64encode(uploaded.content).decode("ascii")
    return signing.dumps({"name": uploaded.name, "content": content, "shown": shown}, salt=_SALT)


def _unsigned(token: str) -> Uploaded | None:
    """The workbook that a token holds; None when it is stale, forged, or of an earlier release's shape."""
    try:
        held = signing.loads(token, salt=_SALT, max_age=_VALID_FOR)
        return Uploaded(name=held["name"], content=b64decode(held["content"]), shown=held["shown"])
    except (signing.BadSignature, KeyError, TypeError, ValueError):
        return None


def _offered(request: PageRequest) -> Mapping[str, Any]:
    offers = [(kind, choices(kind, request.actor)) for kind in KIND_OF_SLUG.values()]
    return {"offers": [(kind, found) for kind, found in offers if found]}


def _again(request: PageRequest, error: str) -> HttpResponse:
    context = {**_offered(request), "error": error}
    return render(request, "web/tables/index.html", context, status=422)
