"""A real Chromium before the real site; what no page may ever do fails every test."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from playwright.sync_api import BrowserContext, Page, Playwright
from pytest_django.live_server_helper import LiveServer

from quizzes.models import User
from tests.conftest import signed_in

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NO_BROWSER = (
    "The browser tests need Chromium or Chrome: install one (on Debian, apt-get install chromium), "
    "or set CHROMIUM to its path."
)

# A page that waits longer than this for its own server is broken; Playwright's half a minute
# would only make a failing run slow.
PATIENCE = 10_000


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: cleaning up after one takes what migrations put in as well."""
    items.sort(key=lambda item: "live_server" in getattr(item, "fixturenames", ()))


def chromium() -> str:
    """The path of a browser; a machine without one fails, it does not skip."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    return path or pytest.fail(NO_BROWSER, pytrace=False)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return browser_type_launch_args | {
        "executable_path": chromium(),
        "args": list(QUIET),
        # Students have the cache that Back answers from; Playwright turns it off.
        "ignore_default_args": ["--disable-back-forward-cache"],
    }


@pytest.fixture(scope="session")
def migrated(django_db_setup: None) -> str:
    """What migrations put into the database, as Django noted it when it made the database."""
    return connection._test_serialized_contents


@pytest.fixture(scope="session")
def playwright(migrated: str, playwright: Playwright) -> Iterator[Playwright]:
    """Playwright. While its loop runs, Django uses another connection in this thread."""
    connection._test_serialized_contents = migrated
    yield playwright
    connections.close_all()


@pytest.fixture(scope="session")
def base_url(live_server: LiveServer) -> str:
    return live_server.url


@pytest.fixture(autouse=True)
def complaints(live_server: LiveServer) -> Iterator[list[str]]:
    """What pages did that they never may; any fails the test."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext], complaints: list[str], base_url: str
) -> Callable[..., BrowserContext]:
    """A browser of its own, such as another device, under watch."""

    def make(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.set_default_timeout(PATIENCE)
        _watch(context, complaints, base_url)
        return context

    return make


@pytest.fixture
def page_of(new_context: Callable[..., BrowserContext], base_url: str) -> Callable[..., Page]:
    """A page on a device of its own, where this user is signed in already."""

    def make(user: User, **options: Any) -> Page:
        context = new_context(**options)
        session = signed_in(user).cookies[settings.SESSION_COOKIE_NAME].value
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": base_url}
        context.add_cookies([cookie])
        return context.new_page()

    return make


@pytest.fixture
def ever_given(transactional_db: None) -> str:
    """The slug of the English quiz, loaded."""
    return _loaded("ever_given", "ever-given-suez-canal")


@pytest.fixture
def hope_probe(transactional_db: None) -> str:
    """The slug of the Arabic quiz, loaded."""
    return _loaded("hope_probe", "hope-probe-reaches-mars")


def _loaded(fixture: str, slug: str) -> str:
    call_command("loaddata", fixture, verbosity=0)
    return slug


def _watch(context: BrowserContext, complaints: list[str], base_url: str) -> None:
    def hear(message: Any) -> None:
        if "Content Security Policy" in message.text:
            complaints.append(message.text)

    def see(request: Any) -> None:
        address = urlsplit(request.url)
        if address.scheme.startswith("http") and address.netloc != urlsplit(base_url).netloc:
            complaints.append(f"{request.url} was asked for")

    context.on("console", hear)
    context.on("request", see)
    context.on("weberror", lambda problem: complaints.append(str(problem.error)))
