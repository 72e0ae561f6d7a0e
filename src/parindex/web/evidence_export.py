"""The library of evidence as .xlsx: the documents under the page's filters, all of them."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.utils.translation import gettext as _

from parindex.documents.writing.tables import MIME, Cell, Column, write_table
from parindex.services.evidence.library import Library, LibraryDocument


def documents(seen: Library) -> HttpResponse:
    headings = (
        *((_("Tài liệu"), 60), (_("Số, ký hiệu"), 20), (_("Ngày ban hành"), 14), (_("Hết hiệu lực"), 14)),
        *((_("Cơ quan"), 34), (_("Kiểm chứng"), 40), (_("Bản"), 8), (_("Tệp"), 40)),
        *((_("Kích thước (byte)"), 16), (_("SHA-256"), 66), (_("Đường dẫn"), 40)),
    )
    content = write_table(
        title=_("Tài liệu kiểm chứng"),
        columns=[Column(heading=heading, width=width) for heading, width in headings],
        rows=(_row(each) for each in seen.found),
    )
    response = HttpResponse(content, content_type=MIME)
    response.headers["Content-Disposition"] = 'attachment; filename="minh-chung.xlsx"'
    return response


def _row(each: LibraryDocument) -> Sequence[Cell]:
    document, newest = each.document, each.newest
    proves = (f"{link.row.criterion} ({link.row.sheet.unit.round.year})" for link in each.links)
    file = (newest.number, newest.name, newest.size, newest.sha256) if newest else (None, "", None, "")
    return (
        document.title,
        document.number,
        document.issued_date,
        document.valid_to,
        document.agency.name,
        ", ".join(proves),
        *file,
        document.url,
    )
