"""Kiểm tra tệp: what a file is, by its content, and whether it may be kept as evidence."""

from collections.abc import Callable

from parindex.documents.files import compound, errors, packages, pdf, pictures, texts
from parindex.documents.files.kinds import FileType, may_be_called
from parindex.documents.files.names import extension_of, safe_name
from parindex.documents.files.smuggling import refuse_second_file, refuse_test_pattern

MAX_MEGABYTES = 50
MAX_BYTES = MAX_MEGABYTES * 1_000_000

_Recognise = Callable[..., FileType]

_BY_HEAD: tuple[tuple[bytes, _Recognise], ...] = (
    (pdf.HEAD, pdf.recognise),
    (pictures.PNG_HEAD, pictures.recognise_png),
    (pictures.JPEG_HEAD, pictures.recognise_jpeg),
    (packages.HEAD, packages.recognise),
    (compound.HEAD, compound.recognise),
)


def inspect(content: bytes, *, name: str) -> FileType:
    """The kind of a file that may be kept. Raises RefusedFile with what is wrong and what to do.

    Content decides: a name whose ending says something else is refused. Only CSV and plain text, which are the same
    bytes, are told apart by their names.
    """
    shown = safe_name(name)
    _refuse_size(content, shown)
    refuse_test_pattern(content, name=shown)
    refuse_second_file(content, name=shown)
    kind = _recogniser(content)(content, name=shown)
    if not may_be_called(kind, extension_of(shown).lower()):
        raise errors.name_disagrees(shown, kind.extension)
    return kind


def _refuse_size(content: bytes, name: str) -> None:
    if len(content) > MAX_BYTES:
        raise errors.too_large(name, MAX_MEGABYTES)
    if not content or content.isspace():
        raise errors.empty(name)


def _recogniser(content: bytes) -> _Recognise:
    return next((recognise for head, recognise in _BY_HEAD if content.startswith(head)), texts.recognise)
