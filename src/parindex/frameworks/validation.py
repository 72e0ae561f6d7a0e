"""Plain data into models: what pydantic finds wrong, said with file and line in Vietnamese and English."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Protocol, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from parindex.domain.rules.base import Sentence
from parindex.frameworks.problems import InvalidData, Problem, Unfit
from parindex.frameworks.yaml_source import Place, Plain

_Model = TypeVar("_Model", bound=BaseModel)


class Document(Protocol):
    """Plain data that can say where a problem is: a YAML file, or data that an installation keeps."""

    @property
    def data(self) -> Plain: ...

    def problem(self, place: Place, said: Sentence) -> Problem:
        """A problem at that place."""


_UNKNOWN = Sentence(vi="khóa “{key}” không có trong lược đồ", en="the key “{key}” is not known here")
_ABSENT = Sentence(vi="thiếu “{key}”", en="“{key}” is missing")
_NUMBER = Sentence(vi="“{input}” không phải là số", en="“{input}” is no number")
_SENTENCES: Mapping[str, Sentence] = {
    "missing": _ABSENT,
    "missing_argument": _ABSENT,
    "missing_keyword_only_argument": _ABSENT,
    "extra_forbidden": _UNKNOWN,
    "unexpected_keyword_argument": _UNKNOWN,
    "decimal_parsing": _NUMBER,
    "decimal_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_type": _NUMBER,
    "finite_number": _NUMBER,
    "enum": Sentence(vi="“{input}” phải là một trong: {expected}", en="“{input}” must be one of: {expected}"),
    "literal_error": Sentence(
        vi="“{input}” phải là một trong: {expected}", en="“{input}” must be one of: {expected}"
    ),
    "union_tag_invalid": Sentence(
        vi="không có loại quy tắc “{tag}”; các loại: {expected_tags}",
        en="there is no rule kind “{tag}”; the kinds are: {expected_tags}",
    ),
    "union_tag_not_found": Sentence(vi="quy tắc thiếu “kind”", en="the rule lacks its “kind”"),
    "bool_parsing": Sentence(vi="“{input}” phải là yes hoặc no", en="“{input}” must be yes or no"),
}
# A number with an exponent could stand for a million digits; nobody writes points or shares so.
_EXPONENT = re.compile(r"[+-]?[\d._]+[eE][+-]?[\d_]+")


def validate(model: type[_Model], document: Document) -> _Model:
    """The model that the document describes. Raises `InvalidData` with every problem."""
    exponents = [_exponent(document, place, text) for place, text in _texts(document.data)]
    problems = [problem for problem in exponents if problem]
    if problems:
        raise InvalidData(problems)
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        raise InvalidData(document.problem(e["loc"], _said(e)) for e in error.errors()) from None


def _said(error: ErrorDetails) -> Sentence:
    template = _SENTENCES.get(error["type"])
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, Unfit):
        return cause.said
    if template is None:
        reason = error["msg"].removeprefix("Value error, ")
        key = ".".join(str(step) for step in error["loc"])
        return Sentence(vi=f"“{key}” không hợp lệ: {reason}", en=f"“{key}” is not valid: {reason}")
    key = str(error["loc"][-1]) if error["loc"] else ""
    values: dict[str, Any] = {"key": key, "input": str(error["input"])[:80], **error.get("ctx", {})}
    vi = {**values, "expected": str(values.get("expected", "")).replace(" or ", " hoặc ")}
    return Sentence(vi=template.vi.format_map(vi), en=template.en.format_map(values))


def _texts(data: Plain, place: Place = ()) -> Iterator[tuple[Place, str]]:
    if isinstance(data, str):
        yield place, data
        return
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield from _texts(value, (*place, key))


def _exponent(document: Document, place: Place, text: str) -> Problem | None:
    if not _EXPONENT.fullmatch(text):
        return None
    said = Sentence(
        vi=f"“{text}”: viết số đầy đủ, không dùng số mũ", en=f"“{text}”: write numbers without an exponent"
    )
    return document.problem(place, said)
