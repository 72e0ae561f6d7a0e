"""The scoring year: accounts, framework versions, units, sheets with all their versions, evidence, a chained log."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import parindex.domain.agencies.model
import parindex.domain.rights
import parindex.domain.workflow


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0001_initial"),
    ]

    # Their tables point at the accounts, which this migration makes and the first one does not have.
    run_before = [("account", "0001_initial"), ("mfa", "0001_initial")]

    operations = [
        migrations.RenameField(
            model_name="assessmentround",
            old_name="framework_id",
            new_name="framework_code",
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("full_name", models.CharField(max_length=120)),
                ("is_active", models.BooleanField(default=True)),
                ("is_sample", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["full_name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.EmailField(max_length=254)),
                ("full_name", models.CharField(max_length=120)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            (
                                parindex.domain.rights.Role["CONTRIBUTOR"],
                                parindex.domain.rights.Role["CONTRIBUTOR"],
                            ),
                            (parindex.domain.rights.Role["SCORER"], parindex.domain.rights.Role["SCORER"]),
                            (parindex.domain.rights.Role["HEAD"], parindex.domain.rights.Role["HEAD"]),
                            (
                                parindex.domain.rights.Role["COORDINATOR"],
                                parindex.domain.rights.Role["COORDINATOR"],
                            ),
                            (
                                parindex.domain.rights.Role["APPRAISER"],
                                parindex.domain.rights.Role["APPRAISER"],
                            ),
                            (parindex.domain.rights.Role["LEADER"], parindex.domain.rights.Role["LEADER"]),
                            (parindex.domain.rights.Role["AUDITOR"], parindex.domain.rights.Role["AUDITOR"]),
                            (
                                parindex.domain.rights.Role["ADMINISTRATOR"],
                                parindex.domain.rights.Role["ADMINISTRATOR"],
                            ),
                        ],
                        max_length=20,
                    ),
                ),
                ("criteria", models.JSONField(blank=True, default=list)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("invited_at", models.DateTimeField(auto_now_add=True)),
                ("expires_at", models.DateTimeField()),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-invited_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="LogHead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("count", models.PositiveBigIntegerField(default=0)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("seal", models.CharField(blank=True, max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="LogSubject",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("about", models.CharField(max_length=40)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="LossOwner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("agencies", models.JSONField(default=list)),
                ("reason", models.TextField(blank=True)),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            (
                                parindex.domain.rights.Role["CONTRIBUTOR"],
                                parindex.domain.rights.Role["CONTRIBUTOR"],
                            ),
                            (parindex.domain.rights.Role["SCORER"], parindex.domain.rights.Role["SCORER"]),
                            (parindex.domain.rights.Role["HEAD"], parindex.domain.rights.Role["HEAD"]),
                            (
                                parindex.domain.rights.Role["COORDINATOR"],
                                parindex.domain.rights.Role["COORDINATOR"],
                            ),
                            (
                                parindex.domain.rights.Role["APPRAISER"],
                                parindex.domain.rights.Role["APPRAISER"],
                            ),
                            (parindex.domain.rights.Role["LEADER"], parindex.domain.rights.Role["LEADER"]),
                            (parindex.domain.rights.Role["AUDITOR"], parindex.domain.rights.Role["AUDITOR"]),
                            (
                                parindex.domain.rights.Role["ADMINISTRATOR"],
                                parindex.domain.rights.Role["ADMINISTRATOR"],
                            ),
                        ],
                        max_length=20,
                    ),
                ),
                ("criteria", models.JSONField(blank=True, default=list)),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["user", "role", "pk"],
            },
        ),
        migrations.CreateModel(
            name="RoundMilestone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "milestone",
                    models.CharField(
                        choices=[
                            (
                                parindex.domain.workflow.Milestone["SELF_SCORE"],
                                parindex.domain.workflow.Milestone["SELF_SCORE"],
                            ),
                            (
                                parindex.domain.workflow.Milestone["REVIEW"],
                                parindex.domain.workflow.Milestone["REVIEW"],
                            ),
                            (
                                parindex.domain.workflow.Milestone["CONSOLIDATION"],
                                parindex.domain.workflow.Milestone["CONSOLIDATION"],
                            ),
                            (
                                parindex.domain.workflow.Milestone["SENDING"],
                                parindex.domain.workflow.Milestone["SENDING"],
                            ),
                            (
                                parindex.domain.workflow.Milestone["EXPLANATION"],
                                parindex.domain.workflow.Milestone["EXPLANATION"],
                            ),
                            (
                                parindex.domain.workflow.Milestone["SECOND_APPRAISAL"],
                                parindex.domain.workflow.Milestone["SECOND_APPRAISAL"],
                            ),
                        ],
                        max_length=20,
                    ),
                ),
                ("last_date", models.DateField()),
            ],
            options={
                "ordering": ["last_date", "pk"],
            },
        ),
        migrations.CreateModel(
            name="RoundUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("position", models.PositiveIntegerField(default=0)),
            ],
            options={
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="RowEvidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="RowHelper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="RowNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="RowVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "move",
                    models.CharField(
                        choices=[
                            (parindex.domain.workflow.Move["SAVE"], parindex.domain.workflow.Move["SAVE"]),
                            (
                                parindex.domain.workflow.Move["SUBMIT"],
                                parindex.domain.workflow.Move["SUBMIT"],
                            ),
                            (
                                parindex.domain.workflow.Move["RETURN"],
                                parindex.domain.workflow.Move["RETURN"],
                            ),
                            (
                                parindex.domain.workflow.Move["ACCEPT"],
                                parindex.domain.workflow.Move["ACCEPT"],
                            ),
                            (
                                parindex.domain.workflow.Move["REOPEN"],
                                parindex.domain.workflow.Move["REOPEN"],
                            ),
                            (
                                parindex.domain.workflow.Move["CONSOLIDATE"],
                                parindex.domain.workflow.Move["CONSOLIDATE"],
                            ),
                            (parindex.domain.workflow.Move["SEND"], parindex.domain.workflow.Move["SEND"]),
                            (
                                parindex.domain.workflow.Move["APPRAISE"],
                                parindex.domain.workflow.Move["APPRAISE"],
                            ),
                            (
                                parindex.domain.workflow.Move["EXPLAIN"],
                                parindex.domain.workflow.Move["EXPLAIN"],
                            ),
                            (
                                parindex.domain.workflow.Move["FINALISE"],
                                parindex.domain.workflow.Move["FINALISE"],
                            ),
                            (
                                parindex.domain.workflow.Move["PUBLISH"],
                                parindex.domain.workflow.Move["PUBLISH"],
                            ),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            (
                                parindex.domain.workflow.Stage["DRAFT"],
                                parindex.domain.workflow.Stage["DRAFT"],
                            ),
                            (
                                parindex.domain.workflow.Stage["RETURNED"],
                                parindex.domain.workflow.Stage["RETURNED"],
                            ),
                            (
                                parindex.domain.workflow.Stage["SUBMITTED"],
                                parindex.domain.workflow.Stage["SUBMITTED"],
                            ),
                            (
                                parindex.domain.workflow.Stage["ACCEPTED"],
                                parindex.domain.workflow.Stage["ACCEPTED"],
                            ),
                            (
                                parindex.domain.workflow.Stage["CONSOLIDATED"],
                                parindex.domain.workflow.Stage["CONSOLIDATED"],
                            ),
                            (parindex.domain.workflow.Stage["SENT"], parindex.domain.workflow.Stage["SENT"]),
                            (
                                parindex.domain.workflow.Stage["APPRAISED"],
                                parindex.domain.workflow.Stage["APPRAISED"],
                            ),
                            (
                                parindex.domain.workflow.Stage["EXPLAINED"],
                                parindex.domain.workflow.Stage["EXPLAINED"],
                            ),
                            (
                                parindex.domain.workflow.Stage["FINAL"],
                                parindex.domain.workflow.Stage["FINAL"],
                            ),
                            (
                                parindex.domain.workflow.Stage["PUBLISHED"],
                                parindex.domain.workflow.Stage["PUBLISHED"],
                            ),
                        ],
                        max_length=20,
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("claimed", models.DecimalField(decimal_places=4, max_digits=9, null=True)),
                ("computed", models.DecimalField(decimal_places=4, max_digits=9, null=True)),
                ("awarded", models.DecimalField(decimal_places=4, max_digits=9, null=True)),
                ("applicable", models.BooleanField(default=True)),
                ("justification", models.TextField(blank=True)),
                ("remark", models.TextField(blank=True)),
                ("reason", models.TextField(blank=True)),
                ("body", models.CharField(blank=True, max_length=200)),
                ("facts", models.JSONField(default=list)),
                ("steps", models.JSONField(default=dict)),
                ("evidence", models.JSONField(default=list)),
            ],
            options={
                "ordering": ["row", "number"],
            },
        ),
        migrations.CreateModel(
            name="Sheet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("areas", models.JSONField(default=list)),
            ],
            options={
                "ordering": ["unit", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SheetRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("criterion", models.CharField(max_length=20)),
                ("position", models.PositiveIntegerField()),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            (
                                parindex.domain.workflow.Stage["DRAFT"],
                                parindex.domain.workflow.Stage["DRAFT"],
                            ),
                            (
                                parindex.domain.workflow.Stage["RETURNED"],
                                parindex.domain.workflow.Stage["RETURNED"],
                            ),
                            (
                                parindex.domain.workflow.Stage["SUBMITTED"],
                                parindex.domain.workflow.Stage["SUBMITTED"],
                            ),
                            (
                                parindex.domain.workflow.Stage["ACCEPTED"],
                                parindex.domain.workflow.Stage["ACCEPTED"],
                            ),
                            (
                                parindex.domain.workflow.Stage["CONSOLIDATED"],
                                parindex.domain.workflow.Stage["CONSOLIDATED"],
                            ),
                            (parindex.domain.workflow.Stage["SENT"], parindex.domain.workflow.Stage["SENT"]),
                            (
                                parindex.domain.workflow.Stage["APPRAISED"],
                                parindex.domain.workflow.Stage["APPRAISED"],
                            ),
                            (
                                parindex.domain.workflow.Stage["EXPLAINED"],
                                parindex.domain.workflow.Stage["EXPLAINED"],
                            ),
                            (
                                parindex.domain.workflow.Stage["FINAL"],
                                parindex.domain.workflow.Stage["FINAL"],
                            ),
                            (
                                parindex.domain.workflow.Stage["PUBLISHED"],
                                parindex.domain.workflow.Stage["PUBLISHED"],
                            ),
                        ],
                        default=parindex.domain.workflow.Stage["DRAFT"],
                        max_length=20,
                    ),
                ),
                ("open_until", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["sheet", "position"],
            },
        ),
        migrations.AlterModelOptions(
            name="assessmentround",
            options={"ordering": ["-year", "level"]},
        ),
        migrations.AlterModelOptions(
            name="logentry",
            options={"ordering": ["number"]},
        ),
        migrations.AlterModelOptions(
            name="roundfact",
            options={"ordering": ["unit", "position", "pk"]},
        ),
        migrations.AddField(
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
                default="province",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="assessmentround",
            name="opened_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.AddField(
            model_name="assessmentround",
            name="published_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="logentry",
            name="address",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name="logentry",
            name="agency",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="log_entries",
                to="records.agency",
            ),
        ),
        migrations.AddField(
            model_name="logentry",
            name="digest",
            field=models.CharField(default="", max_length=64),
        ),
        migrations.AddField(
            model_name="logentry",
            name="number",
            field=models.PositiveBigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="logentry",
            name="previous",
            field=models.CharField(default="", max_length=64),
        ),
        migrations.AddField(
            model_name="roundfact",
            name="entered_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.AddField(
            model_name="roundfact",
            name="is_withdrawn",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="roundfact",
            name="reason",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="roundfact",
            name="replaces",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="assessmentround",
            name="year",
            field=models.PositiveSmallIntegerField(),
        ),
        migrations.AlterField(
            model_name="logentry",
            name="at",
            field=models.DateTimeField(),
        ),
        migrations.AddField(
            model_name="logentry",
            name="user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="log_entries",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="roundfact",
            name="entered_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="facts_entered",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("number", models.CharField(blank=True, max_length=100)),
                ("issued_date", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("url", models.URLField(blank=True, max_length=500)),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence_added",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="records.agency",
                    ),
                ),
            ],
            options={
                "ordering": ["-added_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="EvidenceRevision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField()),
                ("media_type", models.CharField(max_length=100)),
                ("name", models.CharField(max_length=160)),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="revisions",
                        to="records.evidence",
                    ),
                ),
            ],
            options={
                "ordering": ["evidence", "number"],
            },
        ),
        migrations.CreateModel(
            name="FrameworkVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=60)),
                (
                    "level",
                    models.CharField(
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
                ("title", models.CharField(max_length=300)),
                ("data", models.JSONField()),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("mapping", models.JSONField(blank=True, default=dict)),
                ("source_name", models.CharField(blank=True, max_length=255)),
                ("is_sample", models.BooleanField(default=False)),
                ("stored_at", models.DateTimeField(auto_now_add=True)),
                (
                    "previous",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successors",
                        to="records.frameworkversion",
                    ),
                ),
            ],
            options={
                "ordering": ["level", "code", "stored_at", "pk"],
            },
        ),
        migrations.AddField(
            model_name="assessmentround",
            name="framework",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rounds",
                to="records.frameworkversion",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessmentround",
            constraint=models.UniqueConstraint(fields=("year", "level"), name="one_round_a_year_and_level"),
        ),
        migrations.AddField(
            model_name="invitation",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="invitations", to="records.agency"
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="invited_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="invitations",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="logsubject",
            name="entry",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="subjects", to="records.logentry"
            ),
        ),
        migrations.AddField(
            model_name="lossowner",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="post",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="records.agency"
            ),
        ),
        migrations.AddField(
            model_name="post",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="posts", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="roundmilestone",
            name="round",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="milestones",
                to="records.assessmentround",
            ),
        ),
        migrations.AddField(
            model_name="roundunit",
            name="agency",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="assessments",
                to="records.agency",
            ),
        ),
        migrations.AddField(
            model_name="roundunit",
            name="round",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="units",
                to="records.assessmentround",
            ),
        ),
        migrations.AddField(
            model_name="roundfact",
            name="unit",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="facts",
                to="records.roundunit",
            ),
        ),
        migrations.AddIndex(
            model_name="roundfact",
            index=models.Index(fields=["unit", "code"], name="facts_of_a_unit"),
        ),
        migrations.AddField(
            model_name="rowevidence",
            name="added_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="rowevidence",
            name="evidence",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="row_links", to="records.evidence"
            ),
        ),
        migrations.AddField(
            model_name="rowevidence",
            name="removed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="rowhelper",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.agency"
            ),
        ),
        migrations.AddField(
            model_name="rownote",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="notes",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="rownote",
            name="by_agency",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.agency"
            ),
        ),
        migrations.AddField(
            model_name="rownote",
            name="question",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="answers",
                to="records.rownote",
            ),
        ),
        migrations.AddField(
            model_name="rowversion",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="row_versions",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="rowversion",
            name="by_agency",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.agency"
            ),
        ),
        migrations.AddField(
            model_name="sheet",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="sheets", to="records.agency"
            ),
        ),
        migrations.AddField(
            model_name="sheet",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="sheets", to="records.roundunit"
            ),
        ),
        migrations.AddField(
            model_name="sheetrow",
            name="current",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.rowversion",
            ),
        ),
        migrations.AddField(
            model_name="sheetrow",
            name="helpers",
            field=models.ManyToManyField(
                related_name="helped_rows", through="records.RowHelper", to="records.agency"
            ),
        ),
        migrations.AddField(
            model_name="sheetrow",
            name="sheet",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="records.sheet"
            ),
        ),
        migrations.AddField(
            model_name="rowversion",
            name="row",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="records.sheetrow"
            ),
        ),
        migrations.AddField(
            model_name="rownote",
            name="row",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="records.sheetrow"
            ),
        ),
        migrations.AddField(
            model_name="rowhelper",
            name="row",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="row_helpers", to="records.sheetrow"
            ),
        ),
        migrations.AddField(
            model_name="rowevidence",
            name="row",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="evidence_links",
                to="records.sheetrow",
            ),
        ),
        migrations.AddField(
            model_name="lossowner",
            name="row",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="owner_decisions",
                to="records.sheetrow",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidencerevision",
            constraint=models.UniqueConstraint(fields=("evidence", "number"), name="one_revision_a_number"),
        ),
        migrations.AddIndex(
            model_name="logsubject",
            index=models.Index(fields=["about"], name="deeds_about_an_object"),
        ),
        migrations.AddConstraint(
            model_name="roundmilestone",
            constraint=models.UniqueConstraint(fields=("round", "milestone"), name="one_date_a_milestone"),
        ),
        migrations.AddConstraint(
            model_name="roundunit",
            constraint=models.UniqueConstraint(fields=("round", "agency"), name="one_unit_a_round"),
        ),
        migrations.AddConstraint(
            model_name="sheet",
            constraint=models.UniqueConstraint(fields=("unit", "agency"), name="one_sheet_an_agency"),
        ),
        migrations.AddConstraint(
            model_name="sheetrow",
            constraint=models.UniqueConstraint(fields=("sheet", "criterion"), name="one_row_a_criterion"),
        ),
        migrations.AddConstraint(
            model_name="rowversion",
            constraint=models.UniqueConstraint(fields=("row", "number"), name="one_version_a_number"),
        ),
        migrations.AddConstraint(
            model_name="rowhelper",
            constraint=models.UniqueConstraint(fields=("row", "agency"), name="asked_once"),
        ),
        migrations.AddConstraint(
            model_name="rowevidence",
            constraint=models.UniqueConstraint(
                condition=models.Q(("removed_at__isnull", True)),
                fields=("row", "evidence"),
                name="attached_once",
            ),
        ),
    ]
