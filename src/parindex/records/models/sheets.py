"""Phiếu chấm điểm: the rows an agency scores for a unit, and every version each row ever had."""

from django.db import models

from parindex.domain.workflow import Move, Stage
from parindex.records.models.accounts import User
from parindex.records.models.agencies import Agency
from parindex.records.models.append_only import AppendOnly
from parindex.records.models.fields import code_field, points_field
from parindex.records.models.rounds import RoundUnit


class Sheet(models.Model):
    """What one agency scores of one unit: the rows of its areas."""

    unit = models.ForeignKey(RoundUnit, on_delete=models.CASCADE, related_name="sheets")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="sheets")
    areas = models.JSONField(default=list)

    class Meta:
        ordering = ["unit", "pk"]
        constraints = [models.UniqueConstraint(fields=["unit", "agency"], name="one_sheet_an_agency")]

    def __str__(self) -> str:
        return f"{self.agency}: {self.unit}"


class SheetRow(models.Model):
    """One criterion on a sheet: where it stands now. `current` is its newest version (None: nothing entered)."""

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="rows")
    criterion = code_field(20)
    position = models.PositiveIntegerField()
    stage = models.CharField(max_length=20, choices=[(stage, stage) for stage in Stage], default=Stage.DRAFT)
    open_until = models.DateField(null=True, blank=True)
    current = models.ForeignKey(
        "RowVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    helpers = models.ManyToManyField(Agency, through="RowHelper", related_name="helped_rows")

    class Meta:
        ordering = ["sheet", "position"]
        constraints = [models.UniqueConstraint(fields=["sheet", "criterion"], name="one_row_a_criterion")]

    def __str__(self) -> str:
        return f"{self.criterion} ({self.sheet_id})"


class RowHelper(models.Model):
    """A cooperating agency that was asked to fill in a row's facts and evidence."""

    row = models.ForeignKey(SheetRow, on_delete=models.CASCADE, related_name="row_helpers")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["row", "agency"], name="asked_once")]

    def __str__(self) -> str:
        return f"{self.agency_id} → {self.row_id}"


class RowVersion(AppendOnly):
    """What a row said after one move: who, when, points, facts and files as they were. Kept for ever.

    `claimed` is the self-scored points, `computed` what the rule gave on the facts of that moment, `awarded` the
    appraiser's points with `reason` and `body`. `is_aside` marks words that met a newer version of the same row: kept,
    but not what the row says. `facts` are the facts read ({code, value, document, certainty, …}), `steps` the
    explanation as data, `evidence` the files ({title, number, sha256, name}).
    """

    row = models.ForeignKey(SheetRow, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    move = models.CharField(max_length=20, choices=[(move, move) for move in Move])
    stage = models.CharField(max_length=20, choices=[(stage, stage) for stage in Stage])
    is_aside = models.BooleanField(default=False)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="row_versions")
    by_agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    claimed = points_field(null=True)
    computed = points_field(null=True)
    awarded = points_field(null=True)
    applicable = models.BooleanField(default=True)
    justification = models.TextField(blank=True)
    remark = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    body = models.CharField(max_length=200, blank=True)
    facts = models.JSONField(default=list)
    steps = models.JSONField(default=dict)
    evidence = models.JSONField(default=list)

    class Meta:
        ordering = ["row", "number"]
        constraints = [models.UniqueConstraint(fields=["row", "number"], name="one_version_a_number")]

    def __str__(self) -> str:
        return f"{self.row_id} #{self.number} {self.move}"


class RowNote(AppendOnly):
    """A question on a row, or the answer to one; a question without an answer is open."""

    row = models.ForeignKey(SheetRow, on_delete=models.CASCADE, related_name="notes")
    question = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="answers"
    )
    text = models.TextField()
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="notes")
    by_agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text[:60]


class LossOwner(AppendOnly):
    """Trách nhiệm: a person's decision on which agencies answer for a row's lost points; the newest one stands."""

    row = models.ForeignKey(SheetRow, on_delete=models.CASCADE, related_name="owner_decisions")
    agencies = models.JSONField(default=list)  # codes
    reason = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.row_id}: {self.agencies}"
