"""Geometry of the pictures: numbers in, positions out; the templates draw them."""

from parindex.web.charts.bars import Segment, percent, segments
from parindex.web.charts.ladder import Ladder, rank_ladder
from parindex.web.charts.rule_line import RuleLine, rule_line

__all__ = ["Ladder", "RuleLine", "Segment", "percent", "rank_ladder", "rule_line", "segments"]
