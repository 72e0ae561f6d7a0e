"""Ngôn ngữ hình ảnh: tokens and components on one page, for whoever builds pages."""

from decimal import Decimal
from fractions import Fraction

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from parindex.domain.intervals import Interval
from parindex.domain.plans import Target
from parindex.domain.rules.band_by_rate import Band
from parindex.domain.scoring import Tally
from parindex.domain.sources import Certainty
from parindex.web.charts import rank_ladder, rule_line

TOKENS = (
    *("accent", "bg", "surface", "sunken", "line", "line-strong", "ink", "ink-2", "ink-3"),
    *("earned", "earned-soft", "earned-ink", "lost", "lost-stripe", "lost-soft", "lost-ink"),
    *("open", "warn-soft", "warn-ink", "good-soft", "good-ink"),
)


def show(request: HttpRequest) -> HttpResponse:
    """Every token and component with sample values."""
    tally = Tally(
        maximum=Decimal("10.00"), earned=Decimal("5.75"), lost=Decimal("1.25"), open=Decimal("3.00")
    )
    targets = (Target(year=2018, top=15), Target(year=2019, top=10))
    bands = (
        Band(earns=Decimal("0.80"), certainty=Certainty.SAMPLE, above=Decimal("0.8"), below=Decimal(1)),
        Band(earns=Decimal("1.00"), certainty=Certainty.SAMPLE, at_least=Decimal(1)),
    )
    context = {
        "tokens": TOKENS,
        "tally": tally,
        "scale": tally.maximum,
        "line": rule_line(bands, Interval(low=Fraction("0.8"), high=Fraction(1), low_included=False)),
        "ladder": rank_ladder(out_of=63, now=(2017, 20), then=(2016, 8), targets=targets),
    }
    return render(request, "web/design.html", context)
