"""`parindex invite` in a folder that is thrown away: the way to the first administrator."""

import re
import sqlite3
from pathlib import Path

from tests.cli.commands import Said, parindex

NAME = ("--name", "Trần Thị Bình")


def test_a_fresh_home_without_agencies_says_what_to_do_first(tmp_path: Path):
    said = parindex("invite", "binh@tinh.example", *NAME, "--agency", "26-so-noi-vu", home=tmp_path)

    assert said == Said(
        code=2,
        out="",
        errors="Chưa có cơ quan mã 26-so-noi-vu. Hãy nạp danh mục cơ quan trước: "
        "`parindex agencies TỆP.csv --apply`; muốn xem thử thì `parindex demo`.\n",
    )


def test_with_agencies_there_it_prints_a_link_for_an_administrator_and_keeps_its_digest_alone(tmp_path: Path):
    parindex("demo", "--without-rounds", home=tmp_path)

    said = parindex(
        "invite", "Binh@Tinh.example", *NAME, "--agency", "26-so-noi-vu", "--address", "https://cchc.tinh.example/",
        home=tmp_path,
    )  # fmt: skip

    first, link = said.out.splitlines()
    assert (said.code, said.errors) == (0, "")
    assert first == "Trần Thị Bình, Sở Nội vụ: liên kết dùng một lần, trong 7 ngày:"
    assert re.fullmatch(r"https://cchc\.tinh\.example/loi-moi/[\w-]{43}/", link)
    with sqlite3.connect(tmp_path / "parindex.sqlite3") as database:
        (email, role, digest) = database.execute(
            "SELECT email, role, digest FROM records_invitation"
        ).fetchone()
    assert (email, role, len(digest)) == ("binh@tinh.example", "administrator", 64)


def test_an_address_that_is_none_is_refused(tmp_path: Path):
    parindex("demo", "--without-rounds", home=tmp_path)

    said = parindex("invite", "binh", *NAME, "--agency", "26-so-noi-vu", home=tmp_path)

    assert said == Said(code=2, out="", errors="“binh” không phải địa chỉ thư điện tử; chưa mời ai.\n")
