"""Who works in the whole year: nine people with a browser of their own each, and a citizen who reads."""

from dataclasses import dataclass
from typing import TypeVar

from parindex.domain.rights import Role
from tests.browser.year_appraiser import Appraiser
from tests.browser.year_coordinator import Coordinator
from tests.browser.year_people import Administrator, OpenBrowser, Person
from tests.browser.year_scorer import Scorer
from tests.people import SNV, give_post, person
from tests.web.accounts import PASSWORD

WORKS = TypeVar("WORKS", bound=Person)
OFFICE, LEGAL, FINANCE, IT = (
    "26-van-phong-ubnd-tinh",
    "26-so-tu-phap",
    "26-so-tai-chinh",
    "26-so-thong-tin-va-truyen-thong",
)
PROVINCE = "Tỉnh Vĩnh Phúc"
DISTRICTS = {"243": "UBND thành phố Vĩnh Yên", "244": "UBND thành phố Phúc Yên", "251": "UBND huyện Yên Lạc"}


@dataclass(frozen=True)
class Team:
    """`technology` also scores for Sở Tài chính, `districts` for three of them."""

    administrator: Administrator
    coordinator: Coordinator
    home_affairs: Scorer
    justice: Scorer
    office: Scorer
    technology: Scorer
    districts: Scorer
    appraiser: Appraiser
    leader: Person
    citizen: Person


def gather(open_browser: OpenBrowser) -> Team:
    """Everybody at their desk; the coordinator is still to be invited, and a citizen never signs in."""

    def at_work(kind: type[WORKS], *posts: tuple[Role, str]) -> WORKS:
        (role, agency), *others = posts
        user = person(role, agency)
        for also, place in others:
            give_post(user, also, place)
        user.set_password(PASSWORD)
        user.save()
        somebody = kind(open_browser().new_page())
        somebody.sign_in(user.email)
        return somebody

    def scorer(*agencies: str) -> Scorer:
        return at_work(Scorer, *((role, one) for one in agencies for role in (Role.SCORER, Role.HEAD)))

    return Team(
        administrator=at_work(Administrator, (Role.ADMINISTRATOR, SNV)),
        coordinator=Coordinator(open_browser().new_page()),
        home_affairs=scorer(SNV),
        justice=scorer(LEGAL),
        office=scorer(OFFICE),
        technology=scorer(IT, FINANCE),
        districts=scorer(*DISTRICTS),
        appraiser=at_work(Appraiser, (Role.APPRAISER, SNV)),
        leader=at_work(Person, (Role.LEADER, "26")),
        citizen=Person(open_browser().new_page()),
    )
