"""Settings: safe when unset, plain when something is missing, durable on SQLite.

What depends on the environment is tested in processes of their own, on a copy of ``quizsite/``,
so that no developer's ``.env`` has a say.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db.utils import ConnectionHandler
from django.test.utils import CaptureQueriesContext

ROOT = Path(__file__).resolve().parent.parent
SECRET = "only-for-tests-" + "0123456789abcdefghij" * 3
MISSING = "DATELINE_SECRET_KEY is not set. `make env` writes a fresh one to .env"


class Site:
    """A directory with the settings and nothing else, in which to run Python."""

    def __init__(self, home: Path) -> None:
        self.home = home
        shutil.copytree(ROOT / "quizsite", home / "quizsite")
        shutil.copy(ROOT / "manage.py", home)

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        path = {"PATH": os.environ["PATH"], "PYTHONPATH": f"{self.home}:{ROOT}"}
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.home,
            env=path | environment,
            capture_output=True,
            text=True,
        )

    def settings(self, **environment: str) -> dict[str, Any]:
        """Every setting, or the name of its type where JSON has no word for it."""
        script = (
            "import json; from quizsite import settings;"
            "print(json.dumps({k: v for k, v in vars(settings).items() if k.isupper()},"
            "default=lambda value: type(value).__name__))"
        )
        done = self.run("-c", script, **environment)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    home = tmp_path / "above" / "site"
    home.mkdir(parents=True)
    return Site(home)


# When the secret is missing


@pytest.mark.parametrize("environment", [{}, {"DATELINE_SECRET_KEY": ""}], ids=["unset", "empty"])
@pytest.mark.parametrize(
    "start",
    [
        ["manage.py", "check"],
        ["-c", "import quizsite.wsgi"],
        ["-c", "import quizsite.asgi"],
    ],
    ids=["check", "wsgi", "asgi"],
)
def test_nothing_starts_without_a_secret(site, start, environment):
    done = site.run(*start, **environment)

    assert done.returncode != 0
    assert MISSING in done.stderr


def test_a_secret_in_the_file_is_enough_but_not_one_of_another_directory(site):
    (site.home.parent / ".env").write_text(f"DATELINE_SECRET_KEY={SECRET}\n")
    elsewhere = site.run("manage.py", "check")
    (site.home / ".env").write_text(f"DATELINE_SECRET_KEY={SECRET}\n")
    here = site.run("manage.py", "check")

    assert elsewhere.returncode != 0
    assert here.returncode == 0, here.stderr


# What holds when nothing is set


def test_unset_settings_are_the_safe_ones(site):
    unset = site.settings()

    assert unset["DEBUG"] is False
    assert unset["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert unset["HTTPS"] is False
    assert "PASSWORD_HASHERS" not in unset
    assert not unset["DATABASES"]["default"].get("ATOMIC_REQUESTS")


def test_the_database_is_a_file_of_the_site_unless_another_is_named(site):
    unset = site.settings()["DATABASES"]["default"]
    named = site.settings(DATABASE_URL="postgres://ann:pw@db.example/school")["DATABASES"][
        "default"
    ]

    assert unset["NAME"] == str(site.home / "db.sqlite3")
    assert unset["OPTIONS"] == json.loads(json.dumps(settings.SQLITE_OPTIONS))
    assert (named["ENGINE"], named["NAME"]) == ("django.db.backends.postgresql", "school")
    assert (named["CONN_MAX_AGE"], named["CONN_HEALTH_CHECKS"]) == (None, True)


@pytest.mark.parametrize(
    "hosts", ["quiz.example,10.0.0.7", "quiz.example, 10.0.0.7", " quiz.example ,10.0.0.7 "]
)
def test_hosts_are_named_with_or_without_spaces(site, hosts):
    assert site.settings(DATELINE_HOSTS=hosts)["ALLOWED_HOSTS"] == ["quiz.example", "10.0.0.7"]


BROKEN = """
import quizsite.wsgi
from django.conf import settings
from django.test import Client

settings.STORAGES["staticfiles"]["BACKEND"] = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
)
client = Client(raise_request_exception=False)
client.cookies["sessionid"] = "0" * 32
print(client.get("/scores/", headers={"Host": "localhost"}).status_code)
"""


def test_an_error_is_noted_where_the_server_speaks(site):  # R18, S25
    done = site.run("-c", BROKEN, DATELINE_SECRET_KEY=SECRET)  # the database has no tables

    assert done.stdout == "500\n"
    assert done.stderr.count("Internal Server Error: /scores/") == 1
    assert "no such table" in done.stderr


# HTTPS

SIGN_IN = """
import json

import quizsite.wsgi
from django.conf import settings
from django.test import Client

settings.STORAGES["staticfiles"]["BACKEND"] = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
)
plain = Client().get("/accounts/sign-in/", headers={"Host": "quiz.example"})
client = Client()
page = client.get("/accounts/sign-in/", secure=True, headers={"Host": "quiz.example"})
[cookie] = client.cookies.values()
print(json.dumps({
    "plain": [plain.status_code, plain.headers["Location"]],
    "status": page.status_code,
    "hsts": page.headers["Strict-Transport-Security"],
    "cookie": [cookie.key, cookie["secure"], cookie["path"], cookie["domain"]],
}))
"""


def test_https_binds_cookies_to_this_host_and_redirects(site):  # S11
    environment = {
        "DATELINE_HTTPS": "true",
        "DATELINE_SECRET_KEY": SECRET,
        "DATELINE_HOSTS": "quiz.example",
    }

    set_to = site.settings(**environment)
    done = site.run("-c", SIGN_IN, **environment)

    assert set_to["SESSION_COOKIE_NAME"] == "__Host-sessionid"
    assert set_to["SESSION_COOKIE_SECURE"] is True
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "plain": [301, "https://quiz.example/accounts/sign-in/"],
        "status": 200,
        "hsts": "max-age=31536000",
        "cookie": ["__Host-csrftoken", True, "/", ""],
    }


def test_a_site_behind_tls_passes_djangos_own_check(site):  # S10
    done = site.run(
        *["manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        DATELINE_HTTPS="true",
        DATELINE_SECRET_KEY=SECRET,
        DATELINE_HOSTS="quiz.example",
    )

    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_without_https_cookies_work_on_a_plain_network(site):
    unset = site.settings()

    assert "SESSION_COOKIE_NAME" not in unset
    assert "SESSION_COOKIE_SECURE" not in unset
    assert "SECURE_SSL_REDIRECT" not in unset


# SQLite


@pytest.fixture
def sqlite(tmp_path, django_db_blocker):
    """A connection as the site makes it, to a file, whatever database the tests run on."""
    options = {"ENGINE": "django.db.backends.sqlite3", "OPTIONS": settings.SQLITE_OPTIONS}
    handler = ConnectionHandler({"default": options | {"NAME": tmp_path / "site.sqlite3"}})
    with django_db_blocker.unblock():
        yield handler["default"]
        handler["default"].close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("busy_timeout", 20_000), ("foreign_keys", 1)],
)
def test_sqlite_keeps_what_it_acknowledged_and_lets_readers_pass(sqlite, pragma, value):  # R1, R4
    with sqlite.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")

        assert cursor.fetchone() == (value,)


def test_sqlite_writers_queue_before_they_read(sqlite):  # R4
    with CaptureQueriesContext(sqlite) as queries:
        # As ``atomic`` begins, which knows only the connections of the settings.
        sqlite.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
        sqlite.rollback()
        sqlite.set_autocommit(True)

    assert "BEGIN IMMEDIATE" in [query["sql"] for query in queries]
