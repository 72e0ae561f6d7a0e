"""`parindex verify-log`: whether the log is whole, and if not, which entry was changed, removed or moved."""

import argparse
import json
from collections.abc import Mapping

from parindex.cli.output import print_result
from parindex.cli.site import prepare_home
from parindex.domain.chain import Fault, Finding
from parindex.domain.rules.base import Sentence

_SAID: Mapping[Fault, Sentence] = {
    Fault.CHANGED: Sentence(
        vi="Dòng {number}: nội dung đã bị thay đổi.",
        en="Entry {number}: what it says was changed.",
    ),
    Fault.REMOVED: Sentence(vi="Dòng {number}: đã bị xóa.", en="Entry {number}: was removed."),
    Fault.MOVED: Sentence(
        vi="Dòng {number}: không nối tiếp dòng trước (đã đổi chỗ hoặc chèn).",
        en="Entry {number}: does not follow the one before it (moved or put in).",
    ),
    Fault.CUT: Sentence(
        vi="Dòng {number}: phần cuối nhật ký từ dòng này không khớp dấu chốt (đã bị cắt hoặc thêm).",
        en="Entry {number}: from here the end of the log does not fit its head (cut off or added to).",
    ),
    Fault.SEAL: Sentence(
        vi="Dấu chốt ở dòng {number} không do hệ thống này niêm phong.",
        en="The head at entry {number} was not sealed by this installation.",
    ),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--head", metavar="NUMBER:DIGEST", help="an end that was noted earlier: it must still be there"
    )
    parser.add_argument("--lang", choices=["vi", "en"], default="vi", help="language of the text")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """0 when the log is whole, 1 when it is not."""
    prepare_home()
    from parindex.services.log import head_of_log, verify

    findings = [*verify(), *_noted(options.head)]
    count, digest = head_of_log()
    if options.json:
        found = [{"fault": one.fault.value, "entry": one.number} for one in findings]
        data = {"entries": count, "head": f"{count}:{digest}", "whole": not findings, "faults": found}
        print_result(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        print_result("\n".join(_lines(findings, count, digest, options.lang)))
    return 1 if findings else 0


def _noted(head: str | None) -> list[Finding]:
    """The fault of a log that no longer holds an end noted earlier."""
    from parindex.services.log import digest_at

    number, _, digest = (head or "").partition(":")
    if not head or (number.isdecimal() and digest_at(int(number)) == digest):
        return []
    return [Finding(fault=Fault.CUT, number=int(number) if number.isdecimal() else 0)]


def _lines(findings: list[Finding], count: int, digest: str, language: str) -> list[str]:
    said = [getattr(_SAID[one.fault], language).format(number=one.number) for one in findings]
    if said:
        return said
    if language == "en":
        return [f"The log is whole: {count} entries. Its end: {count}:{digest}"]
    return [f"Nhật ký nguyên vẹn: {count} dòng. Dấu cuối: {count}:{digest}"]
