"""Filled databases: each is filled once in a run of the tests, and copied back for every further test."""

import sqlite3
from collections.abc import Callable

from django.db import connection


class Snapshots:
    """Copies of the (in-memory) database of the tests, by name."""

    def __init__(self) -> None:
        self._taken: dict[str, sqlite3.Connection] = {}

    def bring(self, name: str, fill: Callable[[], object]) -> None:
        """Brings the database into the state that `fill` leads to from an empty one."""
        connection.ensure_connection()
        if name in self._taken:
            self._taken[name].backup(connection.connection)
            return
        fill()
        self._taken[name] = sqlite3.connect(":memory:", check_same_thread=False)
        connection.connection.backup(self._taken[name])
