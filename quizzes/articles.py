"""Importing an article: raw text becomes an Article and its passages, once."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from quizzes.models import Article, Passage, User
from quizzes.slugs import free_slug
from quizzes.text.clean import clean
from quizzes.text.scrape import Scrape


@dataclass(frozen=True)
class Source:
    """Where a text comes from, as far as the teacher knows."""

    name: str = ""
    url: str = ""
    rights: str = ""


class ImportRefused(Exception):
    """The article cannot be stored as described; the message says why, in a sentence."""


def store(
    scrape: Scrape, original: str, *, owner: User | None, source: Source | None = None
) -> tuple[Article, bool]:
    """The article of this text, and whether it is new.

    The same text again, for the same owner, is the article there is, unchanged.
    Raises ``ImportRefused`` when a field is too long or the address is none.
    """
    try:
        return _store(scrape, original, owner, source or Source())
    except IntegrityError:  # the other half of a double click was faster
        return _store(scrape, original, owner, source or Source())


@transaction.atomic
def _store(
    scrape: Scrape, original: str, owner: User | None, source: Source
) -> tuple[Article, bool]:
    digest = digest_of(original)
    known = Article.objects.filter(owner=owner, original_digest=digest).first()
    if known:
        return known, False
    article = Article(
        slug=free_slug(Article, scrape.title),
        title=scrape.title,
        source_name=source.name,
        source_url=source.url,
        rights=source.rights,
        published_on=scrape.published_on,
        language=scrape.language,
        owner=owner,
        original=original,
        original_digest=digest,
    )
    _check(article)
    article.save(force_insert=True)
    Passage.objects.bulk_create(
        Passage(article=article, position=position, heading=p.heading or "", text=p.text)
        for position, p in enumerate(scrape.passages)
    )
    return article, True


def digest_of(original: str) -> str:
    """A fingerprint of the text, whatever its line ends and invisible characters."""
    return hashlib.sha256(" ".join(clean(original).split()).encode()).hexdigest()


def as_json(
    *,
    title: str,
    title_is_guess: bool,
    published_on: date | None,
    language: str,
    dropped: Sequence[str],
    passages: Sequence[tuple[str | None, str]],
) -> dict:
    """The "article" part of the JSON that the commands print."""
    return {
        "title": title,
        "title_is_guess": title_is_guess,
        "published_on": published_on.isoformat() if published_on else None,
        "language": language,
        "dropped": list(dropped),
        "passages": [
            {"position": position, "heading": heading or None, "text": text}
            for position, (heading, text) in enumerate(passages)
        ],
    }


def _check(article: Article) -> None:
    try:
        article.full_clean(validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        sentences = [
            f"{field.replace('_', ' ')}: {' '.join(messages)}"
            for field, messages in error.message_dict.items()
        ]
        raise ImportRefused(" ".join(sentences)) from error
