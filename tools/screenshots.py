"""Takes pictures of the demonstration's pages, wide and narrow, into docs/screenshots/.

    make screenshots [PAGES="/ /tru-diem/"]

Pages are paths on the site; without PAGES the main ones are taken.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from parindex.cli.demo import PASSWORD_FILE
from tools.browser import ensure_browser
from tools.system import say

ROOT = Path(__file__).resolve().parent.parent
PARINDEX = ROOT / ".venv" / "bin" / "parindex"
PICTURES = ROOT / "docs" / "screenshots"
WIDTHS = {"wide": 1440, "tablet": 820, "phone": 390}
MAIN_PAGES = (
    *("/", "/bo-tieu-chi/", "/bo-tieu-chi/5.7.1/", "/tru-diem/", "/ke-hoach/", "/ke-hoach/1/nhiem-vu/8/"),
    *("/co-quan/", "/co-quan/26-so-noi-vu/"),
    *(
        "/cham-diem/",
        "/ky-danh-gia/",
        "/ky-danh-gia/7/",
        "/tong-hop/197/",
        "/xep-hang/3/",
        "/cong-bo/2017/department/",
    ),
)
COORDINATOR = "dieu-phoi@mau.example"
COLOURS = 128  # of a picture's palette: the pages use fewer, and the files stay small


@contextmanager
def demonstration() -> Iterator[tuple[str, str]]:
    """Serve the demonstration from a folder that is thrown away; give its address and its accounts' password."""
    with tempfile.TemporaryDirectory(prefix="parindex-") as home:
        variables = {**os.environ, "PARINDEX_HOME": home}
        subprocess.run([PARINDEX, "demo"], env=variables, check=True)
        port = free_port()
        server = subprocess.Popen([PARINDEX, "serve", "--port", str(port)], env=variables)
        try:
            password = (Path(home) / PASSWORD_FILE).read_text(encoding="utf-8").strip()
            yield answering(f"http://127.0.0.1:{port}", server), password
        finally:
            server.terminate()
            server.wait(timeout=20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answering(address: str, server: subprocess.Popen[bytes], seconds: int = 30) -> str:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return address
    sys.exit(f"The site did not answer at {address}.")


def sign_in(page: Page, address: str, password: str) -> Page:
    page.goto(f"{address}/tai-khoan/dang-nhap/")
    page.get_by_label("Thư điện tử").fill(COORDINATOR)
    page.get_by_label("Mật khẩu", exact=True).fill(password)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.locator(".account-menu").wait_for()
    return page


def take(page: Page, address: str, path: str, name: str) -> None:
    answer = page.goto(address + path)
    if answer is None or not answer.ok:
        sys.exit(f"There is no page {path}.")
    page.evaluate("document.fonts.ready")
    file = PICTURES / f"{re.sub(r'[^0-9A-Za-z]+', '-', path).strip('-') or 'front'}-{name}.png"
    with Image.open(BytesIO(page.screenshot(full_page=True))) as picture:
        picture.convert("RGB").quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE).save(file, optimize=True)
    say(f"  {file.relative_to(ROOT)}")


def main() -> None:
    found = ensure_browser()
    if found.path is None:
        sys.exit(f"No pictures, because {found.reason}")
    PICTURES.mkdir(parents=True, exist_ok=True)
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    arguments = ["--disable-gpu", "--disable-background-networking", "--no-first-run", *sandbox]
    with demonstration() as (address, password), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.path, args=arguments)
        pages = os.environ.get("PAGES", "").split() or MAIN_PAGES
        for name, pixels in WIDTHS.items():
            view = browser.new_page(viewport={"width": pixels, "height": 900}, locale="vi-VN")
            sign_in(view, address, password)
            for path in pages:
                take(view, address, path, name)
        view.emulate_media(color_scheme="dark")
        view.set_viewport_size({"width": WIDTHS["wide"], "height": 900})
        take(view, address, pages[0], "wide-dark")
        browser.close()


if __name__ == "__main__":
    main()
