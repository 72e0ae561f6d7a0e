"""What commands need that work on `PARINDEX_HOME`: Django set up and its tables up to date."""

import os


def prepare_home() -> None:
    """Set Django up and bring the tables of `PARINDEX_HOME` up to date."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "parindex.config.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)

    from parindex.services.upkeep import complete_home

    complete_home()
