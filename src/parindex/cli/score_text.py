"""A score as text for a terminal, in Vietnamese or English."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from parindex.cli.layout import table, title, wrapped
from parindex.cli.score_published import compared, rank_words
from parindex.domain import wording
from parindex.domain.explanation import explain, state_rule
from parindex.domain.fact_words import fact_in_words
from parindex.domain.framework import Criterion
from parindex.domain.losses import Difference, losses
from parindex.domain.rules.family import level_titles
from parindex.domain.scoring import AreaScore, CriterionScore, FrameworkScore, Tally
from parindex.domain.wording import Language
from parindex.frameworks.facts_file import RoundFacts

_WORDS: Mapping[str, Mapping[Language, str]] = {
    "year": {"vi": "năm", "en": "year"},
    "maximum": {"vi": "Tối đa", "en": "Maximum"},
    "earned": {"vi": "Đạt", "en": "Earned"},
    "lost": {"vi": "Mất", "en": "Lost"},
    "open": {"vi": "Chưa rõ", "en": "Open"},
    "inapplicable": {"vi": "Không áp dụng", "en": "Left out"},
    "parts": {"vi": "Theo phần", "en": "By part"},
    "areas": {"vi": "Theo lĩnh vực", "en": "By area"},
    "direct": {"vi": "Đánh giá trực tiếp", "en": "Direct assessment"},
    "survey": {"vi": "Điều tra xã hội học", "en": "Surveys"},
    "total": {"vi": "Tổng điểm", "en": "Total"},
    "untitled": {"vi": "(chưa rõ tên)", "en": "(name not known)"},
    "unlisted": {"vi": "Chưa liệt kê", "en": "Not listed"},
    "differences": {"vi": "Đối chiếu với kết quả đã công bố", "en": "Against the announced results"},
    "agrees": {"vi": "Khớp cả {count} số đã công bố.", "en": "All {count} announced figures agree."},
    "nothing": {"vi": "Tệp không nêu kết quả đã công bố.", "en": "The file names no announced results."},
    "rule": {"vi": "Cách chấm", "en": "Rule"},
    "no_rule": {"vi": "(chưa rõ)", "en": "(not known)"},
    "explanation": {"vi": "Diễn giải", "en": "Explanation"},
    "facts": {"vi": "Số liệu đã dùng", "en": "Facts used"},
    "reference": {"vi": "Căn cứ", "en": "Reference"},
    "rank": {"vi": "Xếp hạng", "en": "Rank"},
    "lost_criteria": {"vi": "Số tiêu chí bị mất điểm", "en": "Criteria that lost points"},
    "target": {"vi": "Chỉ tiêu", "en": "Target"},
    "note": {"vi": "Ghi chú", "en": "Note"},
}
_RIGHT = frozenset({1, 2, 3, 4, 5})


@dataclass(frozen=True, kw_only=True, slots=True)
class ScoreText:
    """A score with what is needed to print it."""

    score: FrameworkScore
    facts: RoundFacts
    language: Language
    width: int

    def whole(self, differences: Sequence[Difference]) -> Iterator[str]:
        """Sums by part and by area, every criterion with its explanation, and whether all agrees."""
        framework = self.score.framework
        unit, name = self.facts.unit_name.said(self.language), framework.title.said(self.language)
        heading = f"{unit}, {self._word('year')} {self.facts.year} – {name} ({framework.decision})"
        yield from wrapped(heading, width=self.width)
        if rank := rank_words(self.facts, self.language):
            yield from wrapped(f"{self._word('rank')}: {rank}", width=self.width)
        yield f"{self._word('lost_criteria')}: {len(losses(self.score))}"
        yield from [*title(self._word("parts")), *self._parts()]
        yield from [*title(self._word("areas")), *self._areas()]
        for area in self.score.areas:
            yield from self._area(area)
        yield from title(self._word("differences"))
        yield from self._differences(differences)

    def criterion(self, code: str) -> Iterator[str]:
        """All about one criterion: rule, explanation, facts, reference."""
        criterion = self.score.framework.criterion(code)
        if criterion is None:
            return
        found = self.score.criterion(code)
        yield from self._criterion_line(criterion, found)
        rule = state_rule(criterion, self.score.framework, self.language)
        yield from self._section("rule", rule or [self._word("no_rule")])
        if found is not None:
            yield from self._section("explanation", explain(found, self.score.framework, self.language))
            yield from self._section("facts", self._facts(found))
        yield from self._section("target", [criterion.target.said(self.language)])
        yield from self._section("reference", [str(criterion.reference)])
        yield from self._section("note", [criterion.note.said(self.language)])

    def _parts(self) -> list[str]:
        groups = [(self._word(group), self.score.group(group)) for group in ("direct", "survey")]
        parts = [(f"  {part.part.title.said(self.language)}", part.tally) for part in self.score.parts]
        return self._table([*parts, *groups, (self._word("total"), self.score.total)])

    def _areas(self) -> list[str]:
        said = [(area, area.area.title.said(self.language)) for area in self.score.areas]
        return self._table([(f"{area.area.code}. {name}", area.tally) for area, name in said])

    def _table(self, rows: Sequence[tuple[str, Tally]]) -> list[str]:
        names = ["maximum", "earned", "lost", "open"]
        if any(tally.inapplicable for _, tally in rows):
            names.append("inapplicable")
        cells = [(name, *(self._points(getattr(tally, n)) for n in names)) for name, tally in rows]
        return table(["", *(self._word(n) for n in names)], cells, width=self.width, right=_RIGHT)

    def _area(self, area: AreaScore) -> Iterator[str]:
        yield from title(f"{area.area.code}. {area.area.title.said(self.language)}")
        for found in self.score.criteria:
            if found.criterion.area == area.area.code:
                yield from self._criterion_line(found.criterion, found)
                for sentence in explain(found, self.score.framework, self.language):
                    yield from wrapped(sentence, width=self.width, first=" " * 9)
        if area.unlisted.maximum:
            yield f"{'…':<7}  {self._word('unlisted')}: {self._points(area.unlisted.maximum)}"

    def _criterion_line(self, criterion: Criterion, found: CriterionScore | None) -> list[str]:
        name = criterion.title.said(self.language) or self._word("untitled")
        earned = "–" if found is None or found.points is None else self._points(found.points)
        points = "" if criterion.maximum is None else f"  {earned}/{self._points(criterion.maximum.points)}"
        return wrapped(f"{name}{points}", width=self.width, first=f"{criterion.code:<7}  ")

    def _facts(self, found: CriterionScore) -> Iterator[str]:
        titles = {d.code: d.title.said(self.language) for d in self.score.framework.fact_definitions}
        levels = level_titles(found.criterion.rule)
        for fact in found.facts:
            said = "; ".join(fact_in_words(fact, self.language, levels))
            note = f" {fact.note}" if fact.note else ""
            yield f"{titles.get(fact.code, fact.code)}: {said} ({fact.reference}).{note}"

    def _section(self, word: str, lines: Iterable[str]) -> Iterator[str]:
        said = [line for line in lines if line]
        if said:
            yield f"{self._word(word)}:"
        for line in said:
            yield from wrapped(line, width=self.width, first="  · ")

    def _differences(self, differences: Sequence[Difference]) -> Iterator[str]:
        count = sum(result.points is not None for result in self.facts.results)
        if not count:
            yield self._word("nothing")
        elif not differences:
            yield self._word("agrees").format(count=count)
        for found in compared(self.score, differences):
            said = found.said.vi if self.language == "vi" else found.said.en
            yield from wrapped(said, width=self.width, first="· ")

    def _points(self, points: Decimal) -> str:
        return wording.points(points, self.language)

    def _word(self, word: str) -> str:
        return _WORDS[word][self.language]
