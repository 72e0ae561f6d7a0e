"""What only earlier homes needed goes, and what every row now has is required."""

import django.db.models.deletion
from django.db import migrations, models

import parindex.domain.agencies.model
import parindex.domain.sources


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0003_earlier_homes"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="assessmentround",
            name="framework_code",
        ),
        migrations.RemoveField(
            model_name="assessmentround",
            name="unit_name",
        ),
        migrations.RemoveField(
            model_name="roundfact",
            name="round",
        ),
        migrations.AlterField(
            model_name="assessmentround",
            name="framework",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rounds",
                to="records.frameworkversion",
            ),
        ),
        migrations.AlterField(
            model_name="assessmentround",
            name="level",
            field=models.CharField(
                choices=[
                    (
                        parindex.domain.agencies.model.AgencyLevel["PROVINCE"],
                        parindex.domain.agencies.model.AgencyLevel["PROVINCE"],
                    ),
                    (
                        parindex.domain.agencies.model.AgencyLevel["DEPARTMENT"],
                        parindex.domain.agencies.model.AgencyLevel["DEPARTMENT"],
                    ),
                    (
                        parindex.domain.agencies.model.AgencyLevel["CENTRAL"],
                        parindex.domain.agencies.model.AgencyLevel["CENTRAL"],
                    ),
                    (
                        parindex.domain.agencies.model.AgencyLevel["DISTRICT"],
                        parindex.domain.agencies.model.AgencyLevel["DISTRICT"],
                    ),
                    (
                        parindex.domain.agencies.model.AgencyLevel["COMMUNE"],
                        parindex.domain.agencies.model.AgencyLevel["COMMUNE"],
                    ),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="logentry",
            name="digest",
            field=models.CharField(max_length=64),
        ),
        migrations.AlterField(
            model_name="logentry",
            name="number",
            field=models.PositiveBigIntegerField(unique=True),
        ),
        migrations.AlterField(
            model_name="logentry",
            name="previous",
            field=models.CharField(max_length=64),
        ),
        migrations.AlterField(
            model_name="roundfact",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="facts", to="records.roundunit"
            ),
        ),
        migrations.AddField(
            model_name="rowversion",
            name="is_aside",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="agency",
            name="certainty",
            field=models.CharField(
                choices=[
                    (
                        parindex.domain.sources.Certainty["OFFICIAL"],
                        parindex.domain.sources.Certainty["OFFICIAL"],
                    ),
                    (parindex.domain.sources.Certainty["PLAN"], parindex.domain.sources.Certainty["PLAN"]),
                    (
                        parindex.domain.sources.Certainty["REGISTER"],
                        parindex.domain.sources.Certainty["REGISTER"],
                    ),
                    (
                        parindex.domain.sources.Certainty["REPORTED"],
                        parindex.domain.sources.Certainty["REPORTED"],
                    ),
                    (parindex.domain.sources.Certainty["PRESS"], parindex.domain.sources.Certainty["PRESS"]),
                    (
                        parindex.domain.sources.Certainty["DERIVED"],
                        parindex.domain.sources.Certainty["DERIVED"],
                    ),
                    (
                        parindex.domain.sources.Certainty["IMPLIED"],
                        parindex.domain.sources.Certainty["IMPLIED"],
                    ),
                    (
                        parindex.domain.sources.Certainty["INFERRED"],
                        parindex.domain.sources.Certainty["INFERRED"],
                    ),
                    (
                        parindex.domain.sources.Certainty["EXPECTED"],
                        parindex.domain.sources.Certainty["EXPECTED"],
                    ),
                    (
                        parindex.domain.sources.Certainty["SAMPLE"],
                        parindex.domain.sources.Certainty["SAMPLE"],
                    ),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="roundfact",
            name="certainty",
            field=models.CharField(
                choices=[
                    (
                        parindex.domain.sources.Certainty["OFFICIAL"],
                        parindex.domain.sources.Certainty["OFFICIAL"],
                    ),
                    (parindex.domain.sources.Certainty["PLAN"], parindex.domain.sources.Certainty["PLAN"]),
                    (
                        parindex.domain.sources.Certainty["REGISTER"],
                        parindex.domain.sources.Certainty["REGISTER"],
                    ),
                    (
                        parindex.domain.sources.Certainty["REPORTED"],
                        parindex.domain.sources.Certainty["REPORTED"],
                    ),
                    (parindex.domain.sources.Certainty["PRESS"], parindex.domain.sources.Certainty["PRESS"]),
                    (
                        parindex.domain.sources.Certainty["DERIVED"],
                        parindex.domain.sources.Certainty["DERIVED"],
                    ),
                    (
                        parindex.domain.sources.Certainty["IMPLIED"],
                        parindex.domain.sources.Certainty["IMPLIED"],
                    ),
                    (
                        parindex.domain.sources.Certainty["INFERRED"],
                        parindex.domain.sources.Certainty["INFERRED"],
                    ),
                    (
                        parindex.domain.sources.Certainty["EXPECTED"],
                        parindex.domain.sources.Certainty["EXPECTED"],
                    ),
                    (
                        parindex.domain.sources.Certainty["SAMPLE"],
                        parindex.domain.sources.Certainty["SAMPLE"],
                    ),
                ],
                max_length=20,
            ),
        ),
    ]
