"""What a first look at a quiz page costs, as a school serves it: granian, hashed names, gzip."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "dateline-demo"
MOST_REQUESTS = 5
MOST_BYTES = 40_000
STARTING = 300  # tenths of a second


@pytest.fixture
def school(tmp_path: Path) -> Iterator[str]:
    """The address of a site in a process of its own, with the demo's quizzes and accounts."""
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.browser.school",
        "DATABASE_URL": f"sqlite:///{tmp_path}/demo.sqlite3",
        "DATELINE_TEST_STATIC_ROOT": str(tmp_path / "static"),
    }
    for command in ("migrate", "loaddata ever_given", "demo_accounts", "collectstatic --no-input"):
        manage = [sys.executable, "-m", "django", *command.split(), "--verbosity", "0"]
        subprocess.run(manage, cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
    port = _free_port()
    granian = Path(sys.executable).parent / "granian"
    options = ["--interface", "wsgi", "--blocking-threads", "1", "--port", str(port)]
    command = [granian, *options, "--no-ws", "--log-level", "warning", "quizsite.wsgi:application"]
    with subprocess.Popen(command, cwd=ROOT, env=env) as server:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def test_a_first_look_at_a_question_is_light(school, browser: Browser):
    question = _first_question(browser.new_page(), school)
    session = question.context.cookies()
    context = browser.new_context()
    context.add_cookies(session)
    page = context.new_page()
    requests = _watched(page)

    page.goto(question.url, wait_until="networkidle")

    weights = [request["bytes"] for request in requests.values()]
    assert {urlsplit(request["url"]).netloc for request in requests.values()} == {
        urlsplit(school).netloc
    }
    assert len(weights) <= MOST_REQUESTS, requests
    assert sum(weights) <= MOST_BYTES, requests
    context.close()
    question.context.close()


def _first_question(page: Page, school: str) -> Page:
    """A student at the first question."""
    page.goto(f"{school}/accounts/sign-in/?next=/quizzes/ever-given-suez-canal/")
    page.get_by_label("Username").fill("amina")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Start").click()
    page.locator("#prompt").wait_for()
    return page


def _watched(page: Page) -> dict[str, dict]:
    """Each request the page makes from now on, with the bytes that came for it."""
    seen: dict[str, dict] = {}

    def sent(event: dict) -> None:
        if event["request"]["url"].startswith("http"):
            seen[event["requestId"]] = {"url": event["request"]["url"], "bytes": 0}

    def came(event: dict) -> None:
        if event["requestId"] in seen:
            seen[event["requestId"]]["bytes"] = event["encodedDataLength"]

    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.requestWillBeSent", sent)
    network.on("Network.loadingFinished", came)
    return seen


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _wait_for(port: int) -> None:
    for _ in range(STARTING):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("The server did not start.")
