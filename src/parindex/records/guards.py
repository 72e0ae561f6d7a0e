"""Triggers that make the database itself refuse changes to what is only ever added.

They are taken off before migrations (which may rewrite a table) and put on again after them. Removal is not refused
here: the log's chain finds it, and tests empty their tables.
"""

from typing import Any

from django.apps import AppConfig, apps
from django.db import connections
from django.db.models import Model

from parindex.records.models.append_only import AppendOnly


def guarded_models() -> list[type[Model]]:
    """The tables whose rows are never changed."""
    return [model for model in apps.get_app_config("records").get_models() if issubclass(model, AppendOnly)]


def take_off(sender: AppConfig, using: str, **_: Any) -> None:
    """Let migrations rewrite the tables."""
    if sender.label == "records" and connections[using].vendor == "sqlite":
        with connections[using].cursor() as cursor:
            for model in guarded_models():
                cursor.execute(f"DROP TRIGGER IF EXISTS {model._meta.db_table}_unchanged")


def put_on(sender: AppConfig, using: str, **_: Any) -> None:
    """Refuse changes from now on. A framework of an earlier release, still without content, may be completed."""
    if sender.label != "records" or connections[using].vendor != "sqlite":
        return
    with connections[using].cursor() as cursor:
        there = set(
            connections[using].introspection.table_names(cursor)
        )  # all, unless somebody migrates in part
        for table in (model._meta.db_table for model in guarded_models() if model._meta.db_table in there):
            exempt = "WHEN OLD.data <> '{}' " if table == "records_frameworkversion" else ""
            cursor.execute(
                f"CREATE TRIGGER IF NOT EXISTS {table}_unchanged BEFORE UPDATE ON {table} {exempt}"
                f"BEGIN SELECT RAISE(ABORT, '{table}: rows are never changed'); END"
            )
