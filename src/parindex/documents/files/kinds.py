"""Loại tệp: the kinds of files that are taken as evidence, with the endings they may bear."""

from dataclasses import dataclass

from parindex.domain.titles import Title


@dataclass(frozen=True, kw_only=True, slots=True)
class FileType:
    """A kind of file: its usual ending (".jpg"), its media type, its name in both languages."""

    extension: str
    media_type: str
    title: Title


_OPENXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"

PDF = FileType(
    extension=".pdf", media_type="application/pdf", title=Title(vi="Văn bản PDF", en="PDF document")
)
PNG = FileType(extension=".png", media_type="image/png", title=Title(vi="Ảnh PNG", en="PNG picture"))
JPEG = FileType(extension=".jpg", media_type="image/jpeg", title=Title(vi="Ảnh JPEG", en="JPEG picture"))
DOCX = FileType(
    extension=".docx",
    media_type=f"{_OPENXML}.wordprocessingml.document",
    title=Title(vi="Văn bản Word", en="Word document"),
)
XLSX = FileType(
    extension=".xlsx",
    media_type=f"{_OPENXML}.spreadsheetml.sheet",
    title=Title(vi="Bảng tính Excel", en="Excel spreadsheet"),
)
PPTX = FileType(
    extension=".pptx",
    media_type=f"{_OPENXML}.presentationml.presentation",
    title=Title(vi="Bản trình chiếu PowerPoint", en="PowerPoint presentation"),
)
DOC = FileType(
    extension=".doc",
    media_type="application/msword",
    title=Title(vi="Văn bản Word 97–2003", en="Word 97–2003 document"),
)
XLS = FileType(
    extension=".xls",
    media_type="application/vnd.ms-excel",
    title=Title(vi="Bảng tính Excel 97–2003", en="Excel 97–2003 spreadsheet"),
)
ODT = FileType(
    extension=".odt",
    media_type=f"{_ODF}.text",
    title=Title(vi="Văn bản OpenDocument", en="OpenDocument text"),
)
ODS = FileType(
    extension=".ods",
    media_type=f"{_ODF}.spreadsheet",
    title=Title(vi="Bảng tính OpenDocument", en="OpenDocument spreadsheet"),
)
TXT = FileType(extension=".txt", media_type="text/plain", title=Title(vi="Văn bản thuần", en="Plain text"))
CSV = FileType(extension=".csv", media_type="text/csv", title=Title(vi="Bảng dữ liệu CSV", en="CSV table"))

ACCEPTED = (PDF, PNG, JPEG, DOCX, XLSX, PPTX, DOC, XLS, ODT, ODS, TXT, CSV)

_ALSO = {".jpeg": JPEG, ".jpe": JPEG, ".jfif": JPEG}
_BY_ENDING = {kind.extension: kind for kind in ACCEPTED} | _ALSO


def may_be_called(kind: FileType, extension: str) -> bool:
    """Whether content of a kind may bear this ending (lower case, with its dot); a name without one says nothing."""
    return not extension or _BY_ENDING.get(extension) == kind
