"""`parindex demo`: load the demonstration into PARINDEX_HOME; what is there already stays as it is."""

import argparse

from parindex.cli.site import prepare_home


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(_options: argparse.Namespace) -> int:
    prepare_home()
    from parindex.services.demonstration import load_demonstration

    loaded = load_demonstration()
    if not (loaded.agencies or loaded.results or loaded.round_opened or loaded.plan_stored):
        print("Dữ liệu minh họa đã có sẵn, giữ nguyên.")
        return 0
    print(f"Đã nạp dữ liệu minh họa: {loaded.agencies} cơ quan, {loaded.results} kết quả công bố,")
    print("kỳ đánh giá 2017 của Vĩnh Phúc và kế hoạch 5264/KH-UBND (bản tóm lược).")
    return 0
