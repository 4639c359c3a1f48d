"""Draft questions about an article."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quizzes import articles, drafting
from quizzes.generation.candidate import Candidate
from quizzes.management import texts
from quizzes.models import Article, QuestionKind

DEFAULT_COUNT = 10


class Command(BaseCommand):
    help = (
        "Draft questions about an article: one in the database by its slug, or one in a file. "
        "Drafts wait for a teacher's review; running it again changes nothing that exists."
    )
    requires_system_checks = []  # a dry run on a file needs neither a secret nor a database

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", nargs="?", help="the slug of an article in the database")
        parser.add_argument("--file", metavar="PATH", help="a text file, or - for standard input")
        texts.add_arguments(parser)
        parser.add_argument(
            "--count", type=int, default=DEFAULT_COUNT, help="at most so many (%(default)s)"
        )
        parser.add_argument("--dry-run", action="store_true", help="show them, store nothing")
        parser.add_argument("--json", action="store_true", help="print them as JSON")

    def handle(self, *, slug: str | None, file: str | None, **options: Any) -> None:
        if (slug is None) == (file is None):
            raise CommandError("Give the slug of an article, or --file and a path.")
        if options["count"] < 1:
            raise CommandError("--count is at least 1.")
        if file is not None:
            article, article_json, drafts = self._from_file(file, options)
        else:
            article, article_json, drafts = self._from_database(str(slug), options)
        outcome = "Nothing was stored (dry run)."
        if article is not None and not options["dry_run"]:
            try:
                new = drafting.store(article, drafts)
            except drafting.ArticleChanged as error:
                raise CommandError(str(error)) from error
            outcome = f"{_count(len(new), 'new draft')} for “{article.slug}”."
        self._print(article_json, drafts, options, outcome)

    def _from_file(
        self, path: str, options: dict[str, Any]
    ) -> tuple[Article | None, dict[str, Any], drafting.Drafts]:
        scrape, text = texts.read_scrape(path, options)
        if not options["dry_run"]:
            # What is stored may have been edited since the text was first imported.
            article, _ = texts.store(scrape, text, options)
            return self._from_database(article.slug, options)
        drafts = drafting.propose(
            [(passage.heading, passage.text) for passage in scrape.passages],
            title=scrape.title,
            published_on=scrape.published_on,
            language=scrape.language,
            count=options["count"],
        )
        return None, texts.article_json(scrape), drafts

    def _from_database(
        self, slug: str, options: dict[str, Any]
    ) -> tuple[Article, dict[str, Any], drafting.Drafts]:
        texts.require_tables()
        try:
            article = Article.objects.get(slug=slug)
        except Article.DoesNotExist as error:
            raise CommandError(f"There is no article “{slug}”.") from error
        article_json = articles.as_json(
            title=article.title,
            title_is_guess=False,
            published_on=article.published_on,
            language=article.language,
            dropped=[],
            passages=[(passage.heading, passage.text) for passage in article.passages.all()],
        )
        return article, article_json, drafting.propose_for(article, count=options["count"])

    def _print(
        self,
        article_json: dict[str, Any],
        drafts: drafting.Drafts,
        options: dict[str, Any],
        outcome: str,
    ) -> None:
        if options["json"]:
            everything = {"article": article_json} | drafts.as_json()
            self.stdout.write(json.dumps(everything, ensure_ascii=False, indent=2))
            self.stderr.write(outcome)
            return
        for candidate in drafts.candidates:
            self.stdout.write(_in_words(candidate) + "\n")
        found = len(drafts.candidates)
        if found < options["count"]:
            self.stdout.write(f"{_count(found, 'good question')} found, not {options['count']}.")
        for reason, times in drafts.abstained.items():
            self.stdout.write(f"Held back {_count(times, 'time')}: {reason}.")
        self.stdout.write(outcome)


def _in_words(candidate: Candidate) -> str:
    lines = [f"[{candidate.family}] {candidate.prompt}"]
    if candidate.kind == QuestionKind.SINGLE_CHOICE:
        lines += [f"  {'*' if o.is_correct else '-'} {o.text}" for o in candidate.options]
    else:
        lines.append(f"  = {' / '.join(candidate.key)}")
    lines += [f"  “{span.quote}”" for span in candidate.evidence]
    lines += [f"  ! {warning.message}" for warning in candidate.warnings]
    return "\n".join(lines)


def _count(number: int, noun: str) -> str:
    return f"{number or 'No'} {noun}{'' if number == 1 else 's'}"
