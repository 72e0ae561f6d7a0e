"""Homes from before there were accounts: their rounds get a unit and a framework version, their log becomes a chain."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from parindex.domain.chain import START, Link


def give_rounds_their_unit(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """The round of a year was the province's own; its framework's content is filled in by `services.upkeep`."""
    agency_model, unit_model = apps.get_model("records", "Agency"), apps.get_model("records", "RoundUnit")
    version_model = apps.get_model("records", "FrameworkVersion")
    provinces = agency_model.objects.filter(level="province")
    for round_ in apps.get_model("records", "AssessmentRound").objects.all():
        round_.framework, _ = version_model.objects.get_or_create(
            code=round_.framework_code,
            defaults={
                "level": "province",
                "title": round_.framework_code,
                "data": {},
                "sha256": round_.framework_code,
            },
        )
        round_.published_at = round_.opened_at
        round_.save()
        unit = unit_model.objects.create(
            round=round_,
            name=round_.unit_name,
            agency=provinces.filter(name=round_.unit_name).first(),
        )
        round_.facts.update(unit=unit, entered_at=round_.opened_at)


def chain_the_log(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Earlier entries become the beginning of the chain; `services.upkeep` seals its head."""
    previous = START
    entries = apps.get_model("records", "LogEntry").objects.order_by("pk")
    number = 0
    for number, entry in enumerate(entries, start=1):
        content = {
            "user": None,
            "actor": entry.actor,
            "agency": None,
            "address": "",
            "deed": entry.deed,
            "subject": entry.subject,
            "detail": entry.detail,
        }
        link = Link(number=number, at=entry.at, content=content, about=(), previous=previous)
        entry.number, entry.previous, entry.digest = number, previous, link.reckoned()
        entry.save()
        previous = entry.digest
    if number:
        apps.get_model("records", "LogHead").objects.create(pk=1, count=number, digest=previous)


class Migration(migrations.Migration):
    dependencies = [("records", "0002_scoring_year")]

    operations = [
        migrations.RunPython(give_rounds_their_unit, migrations.RunPython.noop),
        migrations.RunPython(chain_the_log, migrations.RunPython.noop),
    ]
