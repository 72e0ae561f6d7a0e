"""`parindex demo`: load the demonstration into PARINDEX_HOME; what is there already stays as it is."""

import argparse
import os
from pathlib import Path
from secrets import token_urlsafe

from parindex.cli.site import prepare_home

PASSWORD_FILE = "mat-khau-mau"  # noqa: S105  (the name of a file)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--without-rounds", action="store_true", help="leave out the sample scoring rounds of all levels"
    )


def run(options: argparse.Namespace) -> int:
    prepare_home()
    from django.conf import settings

    from parindex.services.demonstration.loading import load_demonstration
    from parindex.services.people.accounts import sample_people

    loaded = load_demonstration()
    password = sample_password(settings.HOME)
    people = sample_people(password)
    if not (loaded.agencies or loaded.results or loaded.round_opened or loaded.plan_stored):
        print("Dữ liệu minh họa đã có sẵn, giữ nguyên.")
    else:
        print(f"Đã nạp dữ liệu minh họa: {loaded.agencies} cơ quan, {loaded.results} kết quả công bố,")
        print("kỳ đánh giá 2017 của Vĩnh Phúc và kế hoạch 5264/KH-UBND (bản tóm lược).", flush=True)
    if not options.without_rounds:
        _open_rounds()
    print(f"{len(people)} tài khoản mẫu, như dieu-phoi@mau.example, chung mật khẩu: {password}")
    return 0


def _open_rounds() -> None:
    from django.utils import timezone

    from parindex.services.demonstration.years import load_sample_years

    opened = load_sample_years(today=timezone.localdate())
    if opened:
        print(f"Đã mở {opened} kỳ chấm điểm mẫu của tỉnh, sở ngành, cấp huyện và cấp xã.")


def sample_password(home: Path) -> str:
    """The password of the sample accounts: made once, kept in a file that its owner alone may read."""
    path = home / PASSWORD_FILE
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(token_urlsafe(9))
    return path.read_text(encoding="ascii")
