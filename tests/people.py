"""People of the tests: accounts with a role in an agency of the demonstration."""

from datetime import date

from parindex.domain.rights import Role
from parindex.records.models import Agency, Post, User

SINCE = date(2017, 1, 1)
SNV = "26-so-noi-vu"
NAMES = {
    SNV: "Sở Nội vụ",
    "26-so-tu-phap": "Sở Tư pháp",
    "26-van-phong-ubnd-tinh": "Văn phòng UBND tỉnh",
    "26-so-tai-chinh": "Sở Tài chính",
    "26-so-thong-tin-va-truyen-thong": "Sở Thông tin và Truyền thông",
}


def person(role: Role, agency: str = SNV, *, criteria: tuple[str, ...] = (), name: str = "") -> User:
    """The account that holds a role in an agency; both are made where they are not stored."""
    name = name or f"{role.value} {agency}"
    email = f"{role.value}.{agency}@tinh.example".lower()
    known = User.objects.filter(email=email).first()
    if known:
        return known
    user = User.objects.create_user(email=email, full_name=name)
    return give_post(user, role, agency, criteria=criteria)


def give_post(user: User, role: Role, agency: str = SNV, *, criteria: tuple[str, ...] = ()) -> User:
    """Another role for somebody."""
    defaults = {"name": NAMES.get(agency, agency), "level": "department", "certainty": "sample"}
    row, _ = Agency.objects.get_or_create(code=agency, defaults=defaults)
    Post.objects.create(user=user, agency=row, role=role, criteria=list(criteria), since=SINCE)
    return user
