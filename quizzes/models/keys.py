"""Names that rows keep wherever they are loaded."""

import secrets
from typing import Any

from django.db import models

UID_LENGTH = 40


def make_uid() -> str:
    """A short random name, unlikely to be made twice."""
    return secrets.token_hex(8)


class UidField(models.CharField):
    """The natural key of a row: random when made here, readable in fixtures."""

    def __init__(self, **kwargs: Any) -> None:
        defaults: dict[str, Any] = {
            "max_length": UID_LENGTH,
            "unique": True,
            "default": make_uid,
            "editable": False,
        }
        super().__init__(**defaults | kwargs)


class UidManager(models.Manager):
    """Find rows as fixtures name them."""

    def get_by_natural_key(self, uid: str) -> Any:
        return self.get(uid=uid)


class SlugManager(models.Manager):
    """Find rows as fixtures name them."""

    def get_by_natural_key(self, slug: str) -> Any:
        return self.get(slug=slug)
