"""Vĩnh Phúc's demonstration as fixtures: loaded once for all tests of a module, gone after it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import transaction

SAMPLE_DAY = date(2026, 11, 24)  # the day of loading, from which the sample rounds count their dates


@pytest.fixture(scope="module")
def loaded_demonstration(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    """Loads the demonstration into a transaction that ends with the module."""
    from parindex.services.demonstration.loading import load_demonstration

    with django_db_blocker.unblock(), transaction.atomic():
        load_demonstration()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demonstration(loaded_demonstration: None, db: None) -> None:
    """The demonstration; whatever the test changes is undone after it."""


@pytest.fixture(scope="module")
def loaded_sample_years(loaded_demonstration: None, django_db_blocker: Any) -> None:
    """Loads the sample rounds of every level on top of the demonstration."""
    from parindex.services.demonstration.years import load_sample_years

    with django_db_blocker.unblock():
        load_sample_years(today=SAMPLE_DAY)


@pytest.fixture
def sample_years(loaded_sample_years: None, db: None) -> None:
    """The demonstration with its sample rounds; whatever the test changes is undone after it."""
