"""Cơ quan, đơn vị: a dated organisation tree, and the matching of names as documents write them."""

from parindex.domain.agencies.directory import AgencyDirectory, AgencyMatch, MatchKind
from parindex.domain.agencies.model import LEVEL_TITLES, Agency, AgencyLevel
from parindex.domain.agencies.names import GENERAL_NAMES, LEVEL_NAMES

__all__ = [
    "GENERAL_NAMES",
    "LEVEL_NAMES",
    "LEVEL_TITLES",
    "Agency",
    "AgencyDirectory",
    "AgencyLevel",
    "AgencyMatch",
    "MatchKind",
]
