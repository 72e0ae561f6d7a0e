"""Stored versions of frameworks, and the rounds that each of them is frozen for."""

from django.db.models import Prefetch, QuerySet

from parindex.records.models import AssessmentRound, FrameworkVersion


def newest_version(code: str) -> FrameworkVersion | None:
    """The version of a code that was stored last; None where there is none."""
    return FrameworkVersion.objects.filter(code=code).order_by("-stored_at", "-pk").first()


def version_with_digest(digest: str) -> FrameworkVersion | None:
    """The version with exactly that content; None where there is none."""
    return FrameworkVersion.objects.filter(sha256=digest).first()


def versions_with_rounds() -> QuerySet[FrameworkVersion]:
    """Every stored version with its rounds and the version it continues, the newest first."""
    rounds = AssessmentRound.objects.defer("framework__data").order_by("-year", "level")
    versions = FrameworkVersion.objects.select_related("previous")
    return versions.prefetch_related(Prefetch("rounds", queryset=rounds)).order_by("-stored_at", "-pk")


def published_versions() -> QuerySet[FrameworkVersion]:
    """The versions that some published round used."""
    return versions_with_rounds().filter(rounds__published_at__isnull=False).distinct()
