"""Gói tài liệu kiểm chứng: numbered evidence as one ZIP file with its table of contents.

    Lĩnh vực 1/1.2-01 Báo cáo quý I.pdf    each file once, under its first number
    muc-luc.csv                            every number with its criterion, document and file, for Excel
    manifest.json                          the same for programs
    SHA256SUMS                             for `sha256sum -c SHA256SUMS` in the unpacked folder

Files pass through piece by piece and their check sums are proved on the way; the same evidence gives the same bytes.
"""

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import IO, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from parindex.documents.errors import DocumentError
from parindex.documents.files.names import extension_of, safe_name
from parindex.domain.text import code_key
from parindex.domain.wording import day as in_words

INDEX = "muc-luc.csv"
MANIFEST = "manifest.json"
CHECK_SUMS = "SHA256SUMS"
FORMAT = 1
"""The version of `manifest.json`."""

_CHUNK = 1 << 20
_READABLE = 0o100644 << 16
_UNIX = 3
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HEADINGS = (
    *("STT", "Số tài liệu", "Tiêu chí", "Tên tiêu chí", "Tên tài liệu", "Số, ký hiệu", "Ngày ban hành"),
    *("Tệp", "Kích thước (byte)", "SHA-256"),
)


class PackageError(DocumentError):
    """A package that was not finished. `vi` and `en` name the file and say what to do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PackageFile:
    """A document that proves a criterion: its number in the package ("1.2-01"), and where its bytes come from."""

    number: str
    criterion: str
    criterion_title: str
    title: str
    name: str
    sha256: str
    open: Callable[[], BinaryIO]
    document_number: str = ""
    issued_date: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ManifestEntry:
    """One number of the package; `path` is its file in the ZIP, which several numbers may share, `size` its bytes."""

    number: str
    criterion: str
    criterion_title: str
    title: str
    document_number: str
    issued_date: date | None
    path: str
    size: int
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Manifest:
    """What a package holds, by criterion and number."""

    title: str
    entries: tuple[ManifestEntry, ...]

    @property
    def sizes(self) -> Mapping[str, int]:
        """The bytes of each file by its path; a file of several numbers stands once."""
        return {entry.path: entry.size for entry in self.entries}


def write_package(target: BinaryIO, *, title: str, files: Iterable[PackageFile]) -> Manifest:
    """Writes the package forward to `target`, which need not be seekable.

    Raises PackageError where a file is missing or is not what its check sum says; what was written until then is cut
    off and opens as no archive.
    """
    listed = sorted(files, key=_place)
    forward = _Forward(target)
    with ZipFile(forward, "w") as archive:
        try:
            manifest = _write_all(archive, title, listed)
        except BaseException:
            forward.close()
            raise
    return manifest


def _place(file: PackageFile) -> tuple[object, ...]:
    return code_key(file.criterion), code_key(file.number.replace("-", ".")), file.name, file.sha256


def _write_all(archive: ZipFile, title: str, files: Sequence[PackageFile]) -> Manifest:
    paths = _paths(files)
    sizes: dict[str, int] = {}
    for file in files:
        if file.sha256 not in sizes:
            sizes[file.sha256] = _copy(archive, file, paths[file.sha256])
    entries = (_entry(file, paths[file.sha256], sizes[file.sha256]) for file in files)
    manifest = Manifest(title=title, entries=tuple(entries))
    sums = {entry.path: entry.sha256 for entry in manifest.entries}
    for path, content in ((INDEX, _index(manifest)), (MANIFEST, _as_json(manifest))):
        archive.writestr(_info(path), content)
        sums[path] = hashlib.sha256(content).hexdigest()
    archive.writestr(_info(CHECK_SUMS), "".join(f"{sha256}  {path}\n" for path, sha256 in sums.items()))
    return manifest


def _paths(files: Iterable[PackageFile]) -> Mapping[str, str]:
    """The path of each content by its SHA-256; no two differ only by case, as Windows sees them."""
    paths: dict[str, str] = {}
    taken: set[str] = set()
    for file in files:
        if file.sha256 in paths:
            continue
        path = _free_path(file, taken)
        paths[file.sha256] = path
        taken.add(path.casefold())
    return paths


def _free_path(file: PackageFile, taken: set[str]) -> str:
    folder = safe_name(f"Lĩnh vực {file.criterion.partition('.')[0]}")
    name = safe_name(f"{file.number} {safe_name(file.name)}")
    ending = extension_of(name)
    path, again = f"{folder}/{name}", 2
    while path.casefold() in taken:
        path = f"{folder}/{name.removesuffix(ending)} ({again}){ending}"
        again += 1
    return path


def _copy(archive: ZipFile, file: PackageFile, path: str) -> int:
    """Copies one file and gives its size. Raises PackageError where it is missing or was changed."""
    digest, size = hashlib.sha256(), 0
    try:
        with file.open() as source, archive.open(_info(path), "w") as packed:
            while chunk := source.read(_CHUNK):
                digest.update(chunk)
                packed.write(chunk)
                size += len(chunk)
    except FileNotFoundError as error:
        raise _missing(file) from error
    if digest.hexdigest() != file.sha256:
        raise _changed(file)
    return size


def _info(path: str) -> ZipInfo:
    """An entry that says nothing of the machine and the hour it was written on."""
    info = ZipInfo(path)
    info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, _UNIX, _READABLE
    return info


def _entry(file: PackageFile, path: str, size: int) -> ManifestEntry:
    return ManifestEntry(
        number=file.number,
        criterion=file.criterion,
        criterion_title=file.criterion_title,
        title=file.title,
        document_number=file.document_number,
        issued_date=file.issued_date,
        path=path,
        size=size,
        sha256=file.sha256,
    )


def _index(manifest: Manifest) -> bytes:
    """The table of contents as CSV; with a byte order mark, by which Excel knows UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_HEADINGS)
    for count, entry in enumerate(manifest.entries, start=1):
        cells = (getattr(entry, field.name) for field in fields(entry))
        writer.writerow([count, *(_cell(value) for value in cells)])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: str | int | date | None) -> str:
    """A value as text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    text = in_words(value, "vi") if isinstance(value, date) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _as_json(manifest: Manifest) -> bytes:
    entries = [asdict(entry) for entry in manifest.entries]
    data = {"format": FORMAT, "title": manifest.title, "files": entries}
    return (json.dumps(data, ensure_ascii=False, indent=2, default=date.isoformat) + "\n").encode()


def _missing(file: PackageFile) -> PackageError:
    return PackageError(
        f"Không tìm thấy tệp “{file.name}” (số {file.number}); "
        "hãy tải lại tệp này rồi tạo lại gói tài liệu kiểm chứng.",
        f"The file “{file.name}” ({file.number}) is missing; upload it again, then make the package anew.",
    )


def _changed(file: PackageFile) -> PackageError:
    return PackageError(
        f"Tệp “{file.name}” (số {file.number}) không còn đúng như khi nộp; "
        "hãy tải lại tệp này rồi tạo lại gói tài liệu kiểm chứng.",
        f"The file “{file.name}” ({file.number}) is no longer what was handed in; "
        "upload it again, then make the package anew.",
    )


class _Forward:
    """A target that is only written to: without places to return to, the bytes are the same for every target."""

    def __init__(self, target: BinaryIO) -> None:
        self._target: IO[bytes] | None = target

    def write(self, data: bytes) -> int:
        if self._target is not None:
            self._target.write(data)
        return len(data)

    def flush(self) -> None:
        if self._target is not None:
            self._target.flush()

    def close(self) -> None:
        """Lets nothing more through: the list of files that would make a package look finished is never written."""
        self._target = None
