"""Readable addresses that are not taken."""

from itertools import count

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from quizzes.models import Article, Quiz

LONGEST_STEM = 70
TRIES = 5


def free_slug(model: type[Article] | type[Quiz], title: str) -> str:
    """A slug for the title that no other row has: ``title``, ``title-2``, ``title-3`` …

    A title without Latin letters gives the model's name.
    """
    stem = slugify(title)[:LONGEST_STEM].strip("-") or str(model._meta.model_name)
    taken = set(model.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    candidates = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(slug for slug in candidates if slug not in taken)


def insert_with_free_slug(row: Article | Quiz) -> None:
    """Save a new row under a slug made of its title, whatever else is being saved just now."""
    for tries_left in reversed(range(TRIES)):
        row.slug = free_slug(type(row), row.title)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
            return
        except IntegrityError:
            if not tries_left:
                raise
