"""Tài liệu kiểm chứng của một dòng: adding, choosing from the library, changing, taking off, beside the row."""

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from parindex.records.models import RowEvidence
from parindex.services.actor import RefusedError
from parindex.services.errors import DeedError
from parindex.services.evidence import documents as evidence
from parindex.services.evidence.library import library
from parindex.services.sheets.pictures import SheetPicture, opened_row
from parindex.web.language import language
from parindex.web.requests import PageRequest, in_parts, number_of, wants_part
from parindex.web.row_marks import row_marks
from parindex.web.views.evidence_forms import described, sent_files

MOST_FOUND = 10


@require_safe
@in_parts
def show(request: PageRequest, pk: int) -> HttpResponse:
    """The documents of a row."""
    return _page(request, pk)


@require_safe
@in_parts
def find(request: PageRequest, pk: int) -> HttpResponse:
    """Chọn từ kho: documents that this row could have too."""
    seen = _row(request, pk)
    attached = {link.evidence_id for link in seen.rows[0].proofs}
    found = library(request.actor, query=request.GET.get("q", "").strip())
    choice = [each for each in found.found if each.document.pk not in attached]
    context = {"line": seen.rows[0], "seen": seen, "found": choice[:MOST_FOUND], "count": len(choice)}
    context["query"] = request.GET.get("q", "")
    return render(request, f"web/evidence/{'found' if wants_part(request) else 'find'}.html", context)


@require_POST
def add(request: PageRequest, pk: int) -> HttpResponse:
    """Files, several at once, or a link."""
    return _answered(request, pk, lambda: _added(request, pk))


@require_POST
def attach(request: PageRequest, pk: int) -> HttpResponse:
    """A document of the library."""
    return _answered(request, pk, lambda: _attached(request, pk))


@require_POST
def detach(request: PageRequest, pk: int) -> HttpResponse:
    """Take a document off its row; `pk` is the link's, as in the two deeds below."""
    return _answered(request, _row_of(pk), lambda: _detached(request, pk))


@require_POST
def revise(request: PageRequest, pk: int) -> HttpResponse:
    """A new file for a document."""
    return _answered(request, _row_of(pk), lambda: _revised(request, pk))


@require_POST
def describe(request: PageRequest, pk: int) -> HttpResponse:
    """Other words or dates for a document."""
    return _answered(request, _row_of(pk), lambda: _described(request, pk))


_Outcome = tuple[str, Sequence[DeedError]]


def _added(request: PageRequest, pk: int) -> _Outcome:
    files, today = sent_files(request), timezone.localdate()
    if files:
        added = evidence.add_files(
            actor=request.actor, pk=pk, said=described(request), files=files, today=today
        )
        return _attached_words(len(added.documents)), added.refused
    url = request.POST.get("url", "")
    if not url.strip():
        return "", [_nothing_chosen()]
    evidence.add_link(actor=request.actor, pk=pk, said=described(request), url=url, today=today)
    return _attached_words(1), ()


def _attached(request: PageRequest, pk: int) -> _Outcome:
    document = number_of(request.POST.get("document", "")) or 0
    evidence.attach(actor=request.actor, pk=pk, document_pk=document, today=timezone.localdate())
    return _attached_words(1), ()


def _detached(request: PageRequest, pk: int) -> _Outcome:
    link = evidence.detach(actor=request.actor, pk=pk, today=timezone.localdate())
    said = _("Đã gỡ “%(document)s”; tài liệu vẫn còn trong kho.") % {"document": link.evidence}
    return said, ()


def _revised(request: PageRequest, pk: int) -> _Outcome:
    files = sent_files(request)
    if not files:
        return "", [_nothing_chosen()]
    revision = evidence.revise(actor=request.actor, pk=pk, file=files[0], today=timezone.localdate())
    return _("Đã lưu bản %(number)s; các bản trước vẫn còn.") % {"number": revision.number}, ()


def _described(request: PageRequest, pk: int) -> _Outcome:
    evidence.describe(actor=request.actor, pk=pk, said=described(request), today=timezone.localdate())
    return _("Đã lưu thông tin tài liệu."), ()


def _answered(request: PageRequest, pk: int, deed: Callable[[], _Outcome]) -> HttpResponse:
    """The row's documents after a deed, with what was done and what was not; the whole page goes to the row."""
    try:
        done, refused = deed()
    except RefusedError:
        raise
    except DeedError as error:
        done, refused = "", [error]
    if not refused and not wants_part(request):
        messages.success(request, done)
        return redirect(f"{reverse('row', args=[pk])}")
    return _page(request, pk, done=done, refused=refused)


def _page(
    request: PageRequest, pk: int, *, done: str = "", refused: Sequence[DeedError] = ()
) -> HttpResponse:
    """The documents, or their page. A part is no error to the browser, which would not show it: its alert tells."""
    seen = _row(request, pk)
    sentences = [error.sentence(language()) for error in refused]
    context = {"seen": seen, "line": seen.rows[0], "evidence_done": done, "evidence_refused": sentences}
    context.update(row_marks(request, seen))
    if wants_part(request):
        return render(request, "web/evidence/row.html", context)
    return render(request, "web/evidence/row_page.html", context, status=422 if refused else 200)


def _row(request: PageRequest, pk: int) -> SheetPicture:
    seen = opened_row(pk, actor=request.actor, today=timezone.localdate())
    if seen is None:
        raise Http404
    return seen


def _row_of(pk: int) -> int:
    """The row of a link, former ones too."""
    row = RowEvidence.objects.filter(pk=pk).values_list("row", flat=True).first()
    if row is None:
        raise Http404
    return row


def _attached_words(count: int) -> str:
    if not count:
        return ""
    said = ngettext("Đã đính kèm %(count)s tài liệu.", "Đã đính kèm %(count)s tài liệu.", count)
    return said % {"count": count}


def _nothing_chosen() -> DeedError:
    return DeedError(
        "Chưa chọn tệp hoặc đường dẫn nào; chưa lưu gì.", "No file or link was chosen; nothing was stored."
    )
