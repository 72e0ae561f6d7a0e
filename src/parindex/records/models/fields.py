"""Column shapes that several tables share."""

from __future__ import annotations

from typing import Any

from django.db import models

POINTS_DECIMALS = 4


def points_field(**options: Any) -> models.DecimalField[Any, Any]:
    """Points: exact, and as finely as documents print them (provinces print up to four decimals)."""
    return models.DecimalField(max_digits=9, decimal_places=POINTS_DECIMALS, **options)


def code_field(length: int = 60, **options: Any) -> models.CharField[Any, Any]:
    """A code: always text, so that 1.10 stays 1.10."""
    return models.CharField(max_length=length, **options)
