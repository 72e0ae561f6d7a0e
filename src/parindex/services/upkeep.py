"""Bringing a home of an earlier release up to date, where migrations alone cannot: after them, before anything else."""

from django.db import transaction

from parindex.frameworks.stored import data_digest, framework_data, framework_from_data
from parindex.records.models import FrameworkVersion, LogHead
from parindex.services.log import seal


@transaction.atomic
def complete_home() -> None:
    """Give framework versions of earlier homes their content, and seal a log that was chained by a migration."""
    for version in FrameworkVersion.objects.filter(data={}):
        data = framework_data(version.code)
        FrameworkVersion._base_manager.filter(pk=version.pk).update(
            data=data, sha256=data_digest(data), title=framework_from_data(data).title.vi
        )
    for head in LogHead.objects.filter(seal="", count__gt=0):
        seal(head)
