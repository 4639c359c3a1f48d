"""What commands that read an article from a file have in common."""

import sys
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.db import connection

from quizzes import articles
from quizzes.models import Article, User
from quizzes.models.article import validate_language
from quizzes.text.clean import MAX_BYTES, Unreadable, decode
from quizzes.text.scrape import Scrape, read


def add_arguments(parser: ArgumentParser) -> None:
    """The options that say more about a text than it does itself."""
    parser.add_argument("--title", help="its title; else its first line or first words")
    parser.add_argument(
        "--published", type=_date, metavar="YYYY-MM-DD", help="when it was published"
    )
    parser.add_argument("--source-name", default="", help="who published it")
    parser.add_argument("--source-url", default="", help="where it was found")
    parser.add_argument("--language", type=_language, help="a code such as en or ar; else guessed")
    parser.add_argument("--owner", metavar="USERNAME", help="whose it is; else the school's")


def read_scrape(path: str, options: dict[str, Any]) -> tuple[Scrape, str]:
    """The article in a file (``-``: standard input), and its text; ``CommandError`` when none."""
    try:
        text = decode(_read_bytes(path))
        scrape = read(
            text,
            title=options["title"],
            published_on=options["published"],
            language=options["language"],
        )
    except (OSError, Unreadable) as error:
        raise CommandError(str(error)) from error
    return scrape, text


def require_tables() -> None:
    """Refuse, in words, a database that was never migrated."""
    if Article._meta.db_table not in connection.introspection.table_names():
        raise CommandError(
            "This database has no tables yet: run `manage.py migrate`, or set DATABASE_URL to the "
            "database you mean."
        )


def store(scrape: Scrape, text: str, options: dict[str, Any]) -> tuple[Article, bool]:
    """The article in the database, and whether it is new."""
    require_tables()
    source = articles.Source(name=options["source_name"], url=options["source_url"])
    try:
        return articles.store(scrape, text, owner=_owner(options["owner"]), source=source)
    except articles.ImportRefused as error:
        raise CommandError(str(error)) from error


def article_json(scrape: Scrape) -> dict[str, Any]:
    """The "article" part of what the commands print as JSON."""
    return articles.as_json(
        title=scrape.title,
        title_is_guess=scrape.title_is_guess,
        published_on=scrape.published_on,
        language=scrape.language,
        dropped=[each.text for each in scrape.dropped],
        passages=[(passage.heading, passage.text) for passage in scrape.passages],
    )


def _read_bytes(path: str) -> bytes:
    """At most one byte more than allowed, so that a huge file is refused without reading it."""
    if path == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with Path(path).open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _owner(username: str | None) -> User | None:
    if username is None:
        return None
    try:
        return User.objects.get(username=username)
    except User.DoesNotExist as error:
        raise CommandError(f"There is no user “{username}”.") from error


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"“{text}” is no date; write it as 2021-12-30.") from error


def _language(text: str) -> str:
    try:
        validate_language(text)
    except ValidationError as error:
        raise ArgumentTypeError(error.message) from error
    return text
