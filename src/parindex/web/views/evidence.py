"""Tài liệu kiểm chứng: the library, one document, its files."""

from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from parindex.documents.files import download_headers
from parindex.services.evidence.files import store
from parindex.services.evidence.library import MOST_SHOWN, library, readable_document, readable_revision
from parindex.web import evidence_export, exports
from parindex.web.requests import PageRequest, in_parts, number_of, wants_part
from parindex.web.views.empty import nothing_loaded


@require_safe
@in_parts
def index(request: PageRequest) -> HttpResponse:
    """The documents that the reader may read, searched and narrowed."""
    asked = request.GET
    is_export = exports.is_export(request)
    seen = library(
        request.actor,
        query=asked.get("q", "").strip(),
        agency=asked.get("co-quan", ""),
        criterion=asked.get("tieu-chi", "").strip(),
        year=number_of(asked.get("nam", "")),
        most=None if is_export else MOST_SHOWN,
    )
    if not seen.has_rounds:
        return nothing_loaded(request)
    if is_export:
        return evidence_export.documents(seen)
    template = "web/evidence/list.html" if wants_part(request) else "web/evidence/index.html"
    return render(request, template, {"seen": seen, "today": timezone.localdate()})


@require_safe
def show(request: PageRequest, pk: int) -> HttpResponse:
    """One document with its revisions and the rows it proves."""
    seen = readable_document(pk, request.actor)
    if seen is None:
        raise Http404
    return render(request, "web/evidence/show.html", {"seen": seen, "today": timezone.localdate()})


@require_safe
def file(request: PageRequest, pk: int) -> HttpResponseBase:
    """One revision's file, handed out as a download whatever it is."""
    revision = readable_revision(pk, request.actor)
    if revision is None:
        raise Http404
    try:
        content = store().open(revision.sha256)
    except FileNotFoundError:
        return render(request, "web/evidence/lost.html", {"revision": revision}, status=404)
    answer = FileResponse(content)
    for name, value in download_headers(revision.name, revision.media_type).items():
        answer.headers[name] = value  # over what is guessed from the name that the store gives the file
    return answer
