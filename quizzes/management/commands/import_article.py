"""Read a news article from a file."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from quizzes.management import texts
from quizzes.text.scrape import Scrape


class Command(BaseCommand):
    help = (
        "Import a news article: raw text in, an article with passages out. Says what was dropped; "
        "the same text again changes nothing."
    )
    requires_system_checks = []  # a dry run needs neither a secret nor a database

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", help="a UTF-8 text file, or - for standard input")
        texts.add_arguments(parser)
        parser.add_argument("--dry-run", action="store_true", help="say what would be stored")
        parser.add_argument("--json", action="store_true", help="print the article as JSON")

    def handle(self, *, path: str, **options: Any) -> None:
        scrape, text = texts.read_scrape(path, options)
        outcome = "Nothing was stored (dry run)."
        if not options["dry_run"]:
            article, is_new = texts.store(scrape, text, options)
            outcome = (
                f"Imported as “{article.slug}”."
                if is_new
                else f"This text was imported before, as “{article.slug}”: nothing was changed."
            )
        if options["json"]:
            article_json = texts.article_json(scrape)
            self.stdout.write(json.dumps(article_json, ensure_ascii=False, indent=2))
            self.stderr.write(outcome)
        else:
            self.stdout.write(_report(scrape))
            self.stdout.write(outcome)


def _report(scrape: Scrape) -> str:
    guess = " (a guess: the text has no title)" if scrape.title_is_guess else ""
    count = len(scrape.passages)
    lines = [
        f"Title: {scrape.title}{guess}",
        f"Published: {scrape.published_on or 'unknown; give it with --published'}",
        f"Language: {scrape.language}",
        f"Passages: {count}",
    ]
    lines += [f"Heading: {p.heading}" for p in scrape.passages if p.heading]
    lines += [f"Dropped ({each.reason}): {each.text}" for each in scrape.dropped]
    return "\n".join(lines)
