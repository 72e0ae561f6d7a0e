"""The one Django app that keeps things: one line of history."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "parindex.records"
    label = "records"
