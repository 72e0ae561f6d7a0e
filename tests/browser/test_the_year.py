"""A whole scoring year by the pages alone: nine people, a province and three districts, from opening to publication."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import BrowserContext

from parindex.services.log import verify
from tests.browser.conftest import Overheard
from tests.browser.year_people import OpenBrowser, accept_invitation
from tests.browser.year_review import (
    the_coordinator_asks_and_gives_a_row_back,
    the_council_appraises_the_districts,
    the_districts_are_consolidated_and_sent,
    the_ministry_appraises_the_province,
    the_province_is_consolidated_and_sent,
)
from tests.browser.year_self_scoring import (
    districts_fill_in_their_sheets_with_another_program,
    home_affairs_completes_what_it_forgot_and_submits,
    home_affairs_scores_four_rows,
    justice_has_nothing_to_score,
    technology_fills_in_its_sheet,
    the_office_fills_in_its_sheet,
)
from tests.browser.year_team import DISTRICTS, PROVINCE, Team, gather

pytestmark = pytest.mark.browser

LOSSES = [
    ("−1,25", "Sở Nội vụ"),
    ("−1,00", "Sở Thông tin và Truyền thông"),
    ("−1,00", "chưa rõ"),
    ("−0,75", "Sở Thông tin và Truyền thông"),
    ("−0,50", "Sở Thông tin và Truyền thông"),
    ("−0,50", "Sở Kế hoạch và Đầu tư"),
    ("−0,25", "Sở Nội vụ"),
    ("−0,25", "Sở Nội vụ"),
    ("−0,20", "Sở Thông tin và Truyền thông"),
]
RANKING = [("1", "97,70"), ("1", "97,70"), ("3", "95,35")]


@pytest.fixture
def open_browser(new_context: Any, overheard: Overheard) -> OpenBrowser:
    """Another browser; what it does wrong is overheard too."""

    def opened() -> BrowserContext:
        context: BrowserContext = new_context()
        context.set_default_timeout(10_000)
        context.on("page", overheard.listen)
        return context

    return opened


@pytest.fixture
def team(open_browser: OpenBrowser, settings: Any, tmp_path: Path) -> Iterator[Team]:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.EVIDENCE_FOLDER = tmp_path / "minh-chung"
    cache.clear()
    yield gather(open_browser)
    cache.clear()


def test_a_province_and_three_districts_go_through_the_year_2018(team: Team):
    the_coordinator_is_invited(team)
    two_rounds_are_opened(team)
    home_affairs_scores_four_rows(team)
    home_affairs_completes_what_it_forgot_and_submits(team)
    the_office_fills_in_its_sheet(team)
    technology_fills_in_its_sheet(team)
    justice_has_nothing_to_score(team)
    districts_fill_in_their_sheets_with_another_program(team)
    the_coordinator_asks_and_gives_a_row_back(team)
    the_province_is_consolidated_and_sent(team)
    the_districts_are_consolidated_and_sent(team)
    the_ministry_appraises_the_province(team)
    the_council_appraises_the_districts(team)
    nobody_but_those_who_may_sees_the_results(team)
    losses_get_their_owners(team)
    both_rounds_are_published(team)
    everybody_sees_the_year(team)
    the_log_tells_all_of_it(team)


def the_coordinator_is_invited(team: Team) -> None:
    link = team.administrator.invite(
        name="Nguyễn Thị Hoà",
        email="hoa@tinh.example",
        role="Điều phối viên",
        agency="Sở Nội vụ (đến 2025)",
    )
    accept_invitation(team.coordinator, link)


def two_rounds_are_opened(team: Team) -> None:
    coordinator = team.coordinator
    coordinator.choose_round(level="Tỉnh", year=2018)
    assert coordinator.proposed_leads() == [
        "Sở Nội vụ",
        "Sở Tư pháp",
        "Văn phòng UBND tỉnh",
        "Sở Nội vụ",
        "Sở Nội vụ",
        "Sở Tài chính",
        "Sở Thông tin và Truyền thông",
        "Văn phòng UBND tỉnh",
    ]
    coordinator.open_round()
    coordinator.choose_round(level="Cấp huyện", year=2018)
    coordinator.open_round(only=[*DISTRICTS.values()])


def nobody_but_those_who_may_sees_the_results(team: Team) -> None:
    """An agency finds its own rows alone, by links and by addresses; the leader finds everything."""
    addresses = [team.leader.open_page(what, PROVINCE) for what in ("Tổng hợp", "Thẩm định", "Trách nhiệm")]
    for agency in (team.home_affairs, team.districts):
        agency.go("Xếp hạng")
        agency.follow("Cấp huyện 2018")
        assert agency.words("h1, .notice") == [
            "Xếp hạng cấp huyện năm 2018",
            "Tổng điểm và thứ hạng giữ kín đến khi công bố. Dưới đây là phần của cơ quan anh/chị.",
        ]
        assert [agency.answered(address) for address in addresses] == [403, 403, 403]
    team.leader.go("Xếp hạng")
    team.leader.follow("Cấp huyện 2018")
    assert team.leader.words(".ranking tbody th") == [
        "UBND thành phố Phúc Yên đồng hạng",
        "UBND thành phố Vĩnh Yên đồng hạng",
        "UBND huyện Yên Lạc",
    ]
    assert team.leader.pairs(".ranking tbody .rank", ".ranking tbody .headline-figure") == RANKING


def losses_get_their_owners(team: Team) -> None:
    coordinator = team.coordinator
    coordinator.open_page("Trách nhiệm", PROVINCE)
    for criterion in ("1.2", "7.2.2", "7.2.3", "7.1.4", "5.5.2", "5.7.1", "7.1.1"):
        coordinator.decide(criterion)
    coordinator.decide("8.2.2", "Sở Kế hoạch và Đầu tư", "Sở theo dõi đăng ký doanh nghiệp")
    assert coordinator.words(".page-head .lead") == [
        "Mất 4,70 điểm ở 8 dòng. Mọi điểm mất đã có cơ quan chịu trách nhiệm."
    ]


def both_rounds_are_published(team: Team) -> None:
    team.coordinator.publish("Tỉnh", 2018)
    team.coordinator.publish("Cấp huyện", 2018)


def everybody_sees_the_year(team: Team) -> None:
    """14,30 of the sheets and 11,00 of SIPAS; every loss has its owner, and both rounds stand in public."""
    agency, citizen = team.office, team.citizen
    agency.go("Tổng quan")
    assert agency.words("#headline") == ["≥ 25,30 / 100 điểm"]
    agency.go("Trừ điểm")
    assert agency.pairs("#register td.lost", "#register td[data-label^=Trách]") == LOSSES
    citizen.page.goto("/cong-bo/")
    citizen.follow("Cấp huyện")
    assert citizen.pairs(".ranking tbody .rank", ".ranking tbody .headline-figure") == RANKING


def the_log_tells_all_of_it(team: Team) -> None:
    team.coordinator.go("Nhật ký")
    assert [*dict.fromkeys(team.coordinator.words(".deed strong"))] == [
        "Công bố kỳ đánh giá",
        "Công bố nhiều dòng",
        "Quyết định ai chịu trách nhiệm",
        "Nhập kết quả thẩm định",
        "Thẩm định nhiều dòng",
        "Thẩm định dòng",
        "Nhập bảng tính",
        "Nạp số liệu",
        "Nhập điểm của một phần",
        "Thẩm định lại dòng",
        "Giải trình dòng",
        "Trình nhiều dòng",
        "Tổng hợp nhiều dòng",
        "Nhận nhiều dòng",
    ]
    assert list(verify()) == []
