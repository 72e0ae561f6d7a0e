"""The one Django app that keeps things: one line of history."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class RecordsConfig(AppConfig):
    name = "parindex.records"
    label = "records"

    def ready(self) -> None:
        from parindex.records import guards

        pre_migrate.connect(guards.take_off, sender=self)
        post_migrate.connect(guards.put_on, sender=self)
