"""Readable addresses that are not taken."""

from itertools import count

from django.utils.text import slugify

from quizzes.models import Article, Quiz

LONGEST_STEM = 70


def free_slug(model: type[Article] | type[Quiz], title: str) -> str:
    """A slug for the title that no other row has: ``title``, ``title-2``, ``title-3`` …

    A title without Latin letters gives the model's name.
    """
    stem = slugify(title)[:LONGEST_STEM].strip("-") or str(model._meta.model_name)
    taken = set(model.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    candidates = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(slug for slug in candidates if slug not in taken)
