"""How pages name tables, their parts and what a returned workbook changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from django import template
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parindex.documents.reading.annexes import READ_THROUGH
from parindex.documents.tables import KINDS
from parindex.domain.agencies import AgencyLevel
from parindex.domain.explanation import state_rule
from parindex.domain.framework import Area, Criterion, Framework
from parindex.domain.plans import Remark
from parindex.domain.text import code_key
from parindex.frameworks.mapping import Why
from parindex.services.frameworks.versions import KnownVersion
from parindex.services.tables import Preview
from parindex.services.tables.choices import Choice
from parindex.web.language import language
from parindex.web.templatetags.parindex import level_word

register = template.Library()

KIND_OF_SLUG: Mapping[str, str] = {
    "phieu": "sheet",
    "ket-qua": "result",
    "so-lieu": "facts",
    "bo-tieu-chi": "framework",
}
_SLUGS = {kind: slug for slug, kind in KIND_OF_SLUG.items()}
_ABOUT: Mapping[str, str | Promise] = {
    "sheet": gettext_lazy("Điểm tự chấm, giải trình và số liệu của một cơ quan."),
    "result": gettext_lazy("Điểm thẩm định, lý do trừ, cơ quan thẩm định và trách nhiệm."),
    "facts": gettext_lazy("Số liệu của mọi đơn vị trong một kỳ, mỗi đơn vị và số liệu một dòng."),
    "framework": gettext_lazy("Lĩnh vực, tiêu chí, điểm tối đa và quy tắc của một phiên bản."),
}
_PARTS: Mapping[str, str | Promise] = {
    "framework": gettext_lazy("Bộ tiêu chí"),
    "year": gettext_lazy("Năm"),
    "level": gettext_lazy("Cấp"),
    "unit_name": gettext_lazy("Đơn vị"),
    "agency_name": gettext_lazy("Cơ quan"),
}
_WHY: Mapping[Why, str | Promise] = {
    Why.SAME_CODE_AND_TITLE: gettext_lazy("cùng mã, cùng tên"),
    Why.SAME_TITLE: gettext_lazy("cùng tên"),
    Why.SIMILAR_TITLE: gettext_lazy("tên gần giống"),
    Why.SAME_CODE: gettext_lazy("cùng mã, không có tên để so"),
    Why.NONE: gettext_lazy("không thấy tiêu chí nào giống"),
}
_CERTAINTIES: Mapping[str, str | Promise] = {
    "expected": gettext_lazy("đọc từ tệp, chưa đối chiếu với quyết định"),
    "official": gettext_lazy("đã đối chiếu từng dòng với quyết định"),
    "sample": gettext_lazy("mẫu, để thử"),
}


@register.filter
def kind_title(kind: str) -> str:
    """What a kind of table is called."""
    title = KINDS[kind].title
    said = title.vi if language() == "vi" else title.en
    return said[:1].upper() + said[1:]


@register.filter
def kind_about(kind: str) -> str:
    """What a kind of table holds, in a sentence."""
    return str(_ABOUT[kind])


@register.filter
def choice_value(choice: Choice) -> str:
    """What a list sends for a table."""
    return f"{_SLUGS[choice.kind]}/{choice.key}"


@register.filter
def choice_groups(found: Iterable[Choice]) -> list[tuple[str, list[Choice]]]:
    """Tables under the year and level that they are of."""
    return [(label, list(choices)) for label, choices in groupby(found, _group)]


@register.filter
def choice_title(choice: Choice) -> str:
    """A table's name with its year; of a framework with its code, of a sample one with the word for it."""
    if choice.kind == "framework":
        return f"{choice.title} ({choice.selector[0]})"
    sample = _("mẫu") if choice.is_sample else ""
    return " · ".join(filter(None, [str(choice.year), choice.title or level_word(choice.level), sample]))


@register.simple_tag
def table_url(kind: str, key: str | int) -> str:
    """Where a table can be downloaded."""
    return f"{reverse('table_file')}?bang={_SLUGS[kind]}/{key}"


@register.filter
def parts_of(identity: Mapping[str, str]) -> Sequence[tuple[str, str]]:
    """What a workbook says of itself, as a reader wants it: names and no codes."""
    said = {**identity, "level": level_word(identity["level"])} if "level" in identity else dict(identity)
    return [(str(label), said[key]) for key, label in _PARTS.items() if said.get(key)]


@register.simple_tag
def place_name(seen: Preview, place: str) -> str:
    """What is meant by the place of a difference; "" where the place says it itself."""
    return seen.names.get(place, "")


@register.filter
def said_in(sentence: object) -> str:
    """A sentence in the reader's language."""
    return str(getattr(sentence, language()))


def _group(choice: Choice) -> str:
    level = level_word(choice.level)
    if choice.year is None:
        return level
    return _("Năm %(year)s · %(level)s") % {"year": choice.year, "level": level}


@dataclass(frozen=True, kw_only=True, slots=True)
class TreeRow:
    """A criterion in the table of a version: how deep it stands, and its rule in sentences."""

    criterion: Criterion
    depth: int
    is_leaf: bool
    rule: Sequence[str]


@register.filter
def rows_of_area(framework: Framework, area: str) -> list[TreeRow]:
    """The criteria of an area in the order of their codes."""
    leaves = {leaf.code for leaf in framework.leaves()}
    own = (criterion for criterion in framework.criteria if criterion.area == area)
    return [
        TreeRow(
            criterion=criterion,
            depth=min(criterion.code.count("."), 2),
            is_leaf=criterion.code in leaves,
            rule=state_rule(criterion, framework, language()) if criterion.rule else (),
        )
        for criterion in sorted(own, key=lambda criterion: code_key(criterion.code))
    ]


@register.filter
def unlisted_of(framework: Framework, area: Area) -> Decimal:
    """Points of an area that no listed criterion holds."""
    return framework.unlisted_in_area(area)


@register.filter
def by_level(versions: Iterable[KnownVersion]) -> list[tuple[str, list[KnownVersion]]]:
    """Versions under their levels, the province first."""
    groups = [(level, [one for one in versions if one.level is level]) for level in AgencyLevel]
    return [(level_word(level), found) for level, found in groups if found]


@register.filter
def annex_to_check(remarks: Iterable[Remark]) -> list[Remark]:
    """Remarks on an annexed table that a person should look at."""
    return [remark for remark in remarks if remark.kind not in READ_THROUGH]


@register.filter
def annex_read_through(remarks: Iterable[Remark]) -> list[Remark]:
    """Remarks that only tell how an annexed table was read."""
    return [remark for remark in remarks if remark.kind in READ_THROUGH]


@register.filter
def why_words(why: str) -> str:
    """What a proposed mapping rests on."""
    return str(_WHY[Why(why)])


@register.simple_tag
def levels_to_choose() -> list[tuple[str, str]]:
    """Every level with its name."""
    return [(level.value, level_word(level)) for level in AgencyLevel]


@register.simple_tag
def certainties_to_choose() -> list[tuple[str, str]]:
    """How surely a table may be known, with what that means for who stores it."""
    return [(value, str(label)) for value, label in _CERTAINTIES.items()]


@register.filter
def typed(said: Mapping[str, str], name: str) -> str:
    """What a field of a form holds."""
    return said.get(name, "")


@register.filter
def percent_rounded(value: Fraction) -> str:
    """How sure a proposal is, in whole percent."""
    return f"{round(value * 100)}%"
