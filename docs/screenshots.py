"""Take the README's pictures: a demo of its own, served as `make demo` does, in a real browser.

``--all DIRECTORY`` takes every page instead, at both widths and in both colour schemes, to be
looked at one by one.
"""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ("iraq", "ever_given", "hope_probe")
WIDTHS = (1280, 360)
SCHEMES = ("light", "dark")
PASSWORD = "dateline-demo"


@contextmanager
def demo() -> Iterator[str]:
    """The address of a demo with fresh data, for as long as the block runs."""
    with tempfile.TemporaryDirectory() as home, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        env = os.environ | {"DATABASE_URL": f"sqlite:///{home}/demo.sqlite3"}
        manage = [sys.executable, "manage.py"]
        for command in (
            ["migrate"],
            ["loaddata", *FIXTURES],
            ["demo_accounts"],
            ["collectstatic", "--no-input"],
        ):
            subprocess.run([*manage, *command], cwd=ROOT, env=env, check=True, capture_output=True)
        granian = [str(Path(sys.executable).parent / "granian"), "--interface", "wsgi"]
        granian += ["--blocking-threads", "1"]
        granian += ["--port", str(port), "--log-level", "warning", "quizsite.wsgi:application"]
        server = subprocess.Popen(granian, cwd=ROOT, env=env)
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def _wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("The demo did not start.")


def sign_in(page: Page, address: str, username: str) -> None:
    page.goto(f"{address}/accounts/sign-in/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def answer(page: Page, choice: int) -> None:
    """Answer whatever is asked: an option by its place, or some text."""
    options = page.get_by_role("radio")
    if options.count():
        options.nth(min(choice, options.count() - 1)).check()
    else:
        page.get_by_role("textbox").fill("400")
    page.get_by_role("button", name="Answer").click()
    page.locator(".feedback").wait_for()


def walk(page: Page, address: str, slug: str, *, wrong: bool) -> Iterator[str]:
    """Take a quiz to its end; yields a name at each state worth a picture."""
    page.goto(f"{address}/quizzes/{slug}/")
    yield "quiz"
    page.get_by_role("button", name="Start").click()
    page.locator("#prompt").wait_for()
    yield "question"
    number = 0
    while True:
        number += 1
        answer(page, number if wrong else 0)
        yield f"feedback-{number}"
        if page.get_by_role("link", name="Finish").count():
            break
        page.get_by_role("link", name="Next question").click()
        page.locator(".feedback").wait_for(state="detached")
        if page.get_by_role("textbox").count():
            yield f"typed-{number}"
    page.get_by_role("link", name="Finish").click()
    page.locator(".overview").wait_for()
    yield "overview"
    page.get_by_role("button", name="Submit").click()
    page.locator(".score").wait_for()
    yield "result"


def pictures_for_readme(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    sign_in(page, address, "amina")
    wanted = {"feedback-1": "feedback", "result": "result"}
    for state in walk(page, address, "ever-given-suez-canal", wrong=True):
        if state in wanted:
            page.screenshot(path=ROOT / "docs" / f"{wanted[state]}.png")
    page = browser.new_page(viewport={"width": 360, "height": 720}, color_scheme="dark")
    sign_in(page, address, "jonas")
    for state in walk(page, address, "hope-probe-reaches-mars", wrong=False):
        if state == "feedback-1":
            page.screenshot(path=ROOT / "docs" / "phone-arabic.png")


def every_page(browser: Browser, address: str, directory: Path) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    for width in WIDTHS:
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width, "height": 800}, color_scheme=scheme
            )
            page = context.new_page()

            def take(name: str, page: Page = page, suffix: str = f"{width}-{scheme}") -> None:
                page.screenshot(path=directory / f"{name}-{suffix}.png", full_page=True)

            page.goto(f"{address}/accounts/sign-in/")
            take("sign-in")
            sign_in(page, address, "amina")
            take("library")
            for slug in ("ever-given-suez-canal", "hope-probe-reaches-mars"):
                for state in walk(page, address, slug, wrong=True):
                    take(f"{slug}-{state}")
            for name in ("scores", "nowhere", "accounts/password"):
                page.goto(f"{address}/{name}/")
                take(name.replace("/", "-"))
            context.clear_cookies()
            sign_in(page, address, "teacher")
            for name in ("teaching", "teaching/ever-given-suez-canal"):
                page.goto(f"{address}/{name}/")
                take(name.replace("/", "-"))
            context.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="DIRECTORY")
    options = parser.parse_args()
    chromium = os.environ["CHROMIUM"]
    with demo() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        if options.all:
            every_page(browser, address, options.all)
        else:
            pictures_for_readme(browser, address)


if __name__ == "__main__":
    main()
