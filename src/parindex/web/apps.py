"""The pages as a Django app: templates, static files, template tags."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "parindex.web"
    label = "web"

    def ready(self) -> None:
        from parindex.web.accounts import journal

        journal.connect()
