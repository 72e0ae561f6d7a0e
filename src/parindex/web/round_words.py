"""How pages say what is done to many units at once."""

from django.utils.translation import ngettext

from parindex.domain.wording import number
from parindex.domain.workflow import Move
from parindex.services.review.units import MovedUnits, ReadyUnits
from parindex.web.language import language


def act_words(ready: ReadyUnits) -> str:
    """The act that is offered: "Nhận 2.100 dòng của 70 đơn vị"."""
    return _with_figures(_act(ready.move, len(ready.units)), ready.rows, len(ready.units))


def done_words(done: MovedUnits) -> str:
    """What was done: "Đã nhận 2.100 dòng của 70 đơn vị."; as it stands also where nothing was."""
    return _with_figures(_done(done.move, done.units), done.rows, done.units)


def _act(move: Move, units: int) -> str:
    if move is Move.ACCEPT:
        return ngettext("Nhận %(rows)s dòng của %(n)s đơn vị", "Nhận %(rows)s dòng của %(n)s đơn vị", units)
    if move is Move.CONSOLIDATE:
        return ngettext(
            "Tổng hợp %(rows)s dòng của %(n)s đơn vị", "Tổng hợp %(rows)s dòng của %(n)s đơn vị", units
        )
    return ngettext("Trình %(rows)s dòng của %(n)s đơn vị", "Trình %(rows)s dòng của %(n)s đơn vị", units)


def _done(move: Move, units: int) -> str:
    if move is Move.ACCEPT:
        return ngettext(
            "Đã nhận %(rows)s dòng của %(n)s đơn vị.", "Đã nhận %(rows)s dòng của %(n)s đơn vị.", units
        )
    if move is Move.CONSOLIDATE:
        return ngettext(
            "Đã tổng hợp %(rows)s dòng của %(n)s đơn vị.",
            "Đã tổng hợp %(rows)s dòng của %(n)s đơn vị.",
            units,
        )
    return ngettext(
        "Đã trình %(rows)s dòng của %(n)s đơn vị.", "Đã trình %(rows)s dòng của %(n)s đơn vị.", units
    )


def _with_figures(text: str, rows: int, units: int) -> str:
    return text % {"rows": number(rows, language()), "n": number(units, language())}
