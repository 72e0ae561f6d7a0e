"""Geometry of the pictures: numbers in, positions out; the templates draw them."""

from parindex.web.charts.area_bar import Mark, area_bar, area_marks
from parindex.web.charts.around_zero import Swing, swing
from parindex.web.charts.bars import Segment, percent, segments
from parindex.web.charts.ladder import Ladder, rank_ladder
from parindex.web.charts.rule_line import RuleLine, rule_line

__all__ = [
    "Ladder",
    "Mark",
    "RuleLine",
    "Segment",
    "Swing",
    "area_bar",
    "area_marks",
    "percent",
    "rank_ladder",
    "rule_line",
    "segments",
    "swing",
]
