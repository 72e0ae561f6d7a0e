"""What tests of pages share."""

import pytest
from django.test import Client

from parindex.domain.rights import Role
from tests.demonstration import demonstration, loaded_demonstration, loaded_sample_years, sample_years
from tests.people import person

__all__ = ["demonstration", "loaded_demonstration", "loaded_sample_years", "sample_years"]


@pytest.fixture
def client(db: None) -> Client:
    """A browser in which the coordinator is signed in."""
    client = Client()
    client.force_login(person(Role.COORDINATOR))
    return client


@pytest.fixture
def anybody() -> Client:
    """A browser in which nobody is signed in."""
    return Client()
