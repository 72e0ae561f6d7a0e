"""Xem trước khi nhập: what a returned workbook would change, what of it is refused and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from parindex.documents.tables import Change, Workbook
from parindex.documents.tables.changes import ROW
from parindex.domain.rules.base import Sentence
from parindex.services.actor import Actor
from parindex.services.errors import DeedError

NOT_EDITABLE = Sentence(
    vi="Phần mềm tự ghi phần này, sửa trong tệp không có tác dụng.",
    en="The software writes this; editing it in the file has no effect.",
)
ROWS_ARE_FIXED = Sentence(
    vi="Bảng này không thêm, bớt dòng được.", en="Rows can be neither added nor taken away here."
)
_FORMAT = frozenset({"kind", "version", "revision"})


class SupersededPreviewError(DeedError):
    """What is stored changed between the preview and its confirmation; nothing was stored."""

    def __init__(self) -> None:
        super().__init__(
            "Dữ liệu đã thay đổi sau lúc xem trước; chưa lưu gì. Hãy xem lại các chỗ khác dưới đây.",
            "What is stored changed after the preview; nothing was stored. Look at the differences again.",
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """The workbook as a file: its name, and the SHA-256 of its content."""

    name: str
    sha256: str

    @property
    def reason(self) -> str:
        """Why a known value is replaced, as rows and facts keep it."""
        return f"Nhập từ tệp {self.name}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Incoming:
    """A workbook that came in: from whom, as which file, and on which day."""

    actor: Actor
    workbook: Workbook
    source: Source
    today: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal:
    """A difference that is not stored, and why."""

    change: Change
    why: Sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Preview:
    """What a workbook changes of the table that `identity` names (the keys of its first sheet).

    `names` say what is meant by the places of its differences. `problems` speak against the whole file: with one of
    them nothing can be stored.
    """

    kind: str
    identity: Mapping[str, str]
    changes: tuple[Change, ...]
    refused: tuple[Refusal, ...]
    problems: tuple[Sentence, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_possible(self) -> bool:
        """Whether there is something to store, and nothing against it."""
        return bool(self.changes) and not self.problems

    @property
    def digest(self) -> str:
        """What tells this preview from another one: what is confirmed must be what was shown."""
        said = [self.kind, *map(repr, self.changes), *map(repr, self.refused), *map(repr, self.problems)]
        return sha256("\n".join(said).encode()).hexdigest()


@dataclass(frozen=True, kw_only=True, slots=True)
class Applied:
    """What was stored of a workbook."""

    preview: Preview

    @property
    def count(self) -> int:
        return len(self.preview.changes)


def identity_of(workbook: Workbook) -> Mapping[str, str]:
    """What the first sheet says of whose table this is."""
    return {key: said for key, said in workbook.info.items() if key not in _FORMAT}


def refusals(changes: Iterable[Change]) -> Iterator[Refusal]:
    """The differences that the kind of table itself does not allow, with the reason."""
    for change in changes:
        if change.refused:
            yield Refusal(change=change, why=ROWS_ARE_FIXED if change.what == ROW else NOT_EDITABLE)


def because(error: DeedError) -> Sentence:
    """Why a deed was refused."""
    return Sentence(vi=error.vi, en=error.en)
