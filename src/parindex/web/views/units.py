"""Đơn vị trong kỳ: the unit that an address speaks of."""

from django.http import Http404

from parindex.records.models import RoundUnit
from parindex.records.queries.rounds import round_units


def unit_or_404(pk: int) -> RoundUnit:
    """A unit with its round and framework."""
    unit = round_units().filter(pk=pk).first()
    if unit is None:
        raise Http404
    return unit
