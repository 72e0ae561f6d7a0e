"""The year 2018 on its way to the appraisers: rows filled in, handed in, accepted, consolidated, sent."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from parindex.domain.rights import Role
from parindex.records.models import Evidence, EvidenceRevision, RowEvidence, Sheet
from parindex.services.actor import Actor
from parindex.services.evidence.files import store
from parindex.services.sheets.moves import accept, consolidate, send, submit
from parindex.services.sheets.rows import FactEntry, RowEntry, save_row
from tests.scoring_year import DAY, Year, acting, open_2018

SNV = "26-so-noi-vu"
SHARE = "qualified_commune_officials"  # the fact of 5.7.1: from 80% to below 100% earns 0.25 of 0.50


@dataclass(frozen=True)
class Review:
    """A year with the people who move it on; each person is made when first asked for."""

    year: Year
    people: dict[tuple[Role, str], Actor] = field(default_factory=dict)

    @cached_property
    def coordinator(self) -> Actor:
        return self.who(Role.COORDINATOR)

    @property
    def sheets(self) -> list[Sheet]:
        """The sheets that have rows: of areas 2 and 6 nothing can be scored yet."""
        return list(self.year.unit.sheets.filter(rows__isnull=False).distinct().order_by("pk"))

    def who(self, role: Role, agency: str = SNV) -> Actor:
        if (role, agency) not in self.people:
            self.people[role, agency] = acting(role, agency)
        return self.people[role, agency]

    def claim(
        self, criterion: str, points: str, *, justification: str = "", share: Fraction | None = None
    ) -> None:
        """What the criterion's agency enters; `share` is the fact of 5.7.1."""
        row = self.year.row(criterion)
        facts = {SHARE: FactEntry(value=share, reason="Số liệu mới nhất")} if share is not None else {}
        said = {"claimed": Decimal(points), "justification": justification}
        entry = RowEntry(base=row.current.number if row.current else 0, said=said, facts=facts)
        scorer = self.who(Role.SCORER, row.sheet.agency.code)
        save_row(actor=scorer, pk=row.pk, entry=entry, today=DAY)

    def hand_in(self, *agencies: str) -> None:
        """The heads submit the sheets of these agencies, or all of them."""
        for sheet in self.sheets:
            if not agencies or sheet.agency.code in agencies:
                submit(actor=self.who(Role.HEAD, sheet.agency.code), sheet=sheet, today=DAY)

    def accept_all(self) -> None:
        for sheet in self.sheets:
            accept(actor=self.coordinator, rows=sheet.rows.all(), today=DAY)

    def send(self) -> None:
        """Everything from handing in to sending."""
        self.hand_in()
        self.accept_all()
        consolidate(actor=self.coordinator, unit=self.year.unit, today=DAY)
        send(actor=self.coordinator, unit=self.year.unit, today=DAY)

    def prove(self, criterion: str, title: str, content: bytes = b"", *, url: str = "") -> Evidence:
        """A document that proves a criterion: with a file where there is content."""
        row = self.year.row(criterion)
        document = Evidence.objects.create(
            agency=row.sheet.agency, title=title, number="12/BC-SNV", issued_date=date(2018, 10, 3), url=url
        )
        if content:
            self.revise(document, content)
        RowEvidence.objects.create(row=row, evidence=document)
        return document

    def revise(self, document: Evidence, content: bytes) -> EvidenceRevision:
        number = document.revisions.count() + 1
        return EvidenceRevision.objects.create(
            evidence=document,
            number=number,
            sha256=store().keep(content),
            size=len(content),
            media_type="text/plain",
            name=f"bao-cao-{number}.txt",
        )


def review_2018() -> Review:
    return Review(year=open_2018())
