"""Vĩnh Phúc's demonstration as a fixture: loaded once for all tests of a module, gone after it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction


@pytest.fixture(scope="module")
def loaded_demonstration(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    """Loads the demonstration into a transaction that ends with the module."""
    from parindex.services.demonstration import load_demonstration

    with django_db_blocker.unblock(), transaction.atomic():
        load_demonstration()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demonstration(loaded_demonstration: None, db: None) -> None:
    """The demonstration; whatever the test changes is undone after it."""
