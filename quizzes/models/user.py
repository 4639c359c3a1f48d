"""Who uses Dateline."""

import zoneinfo

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models

TEACHERS = "Teachers"


def validate_time_zone(name: str) -> None:
    """Refuse a name that the time zone database does not know."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(
            "“%(name)s” is no time zone; try Europe/Paris.", params={"name": name}
        )


class User(AbstractUser):
    """Someone with an account: a student, a teacher or an administrator."""

    display_name = models.CharField(
        max_length=150,
        blank=True,
        help_text="How others see this person; the user name when empty.",
    )
    time_zone = models.CharField(
        max_length=64,
        blank=True,
        validators=[validate_time_zone],
        help_text="Such as Europe/Paris; the school's own when empty.",
    )

    # One name, ``display_name``, as its bearer writes it: Django's two fit few of the world's.
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]

    def __str__(self) -> str:
        return self.get_full_name()

    def get_full_name(self) -> str:
        return self.display_name or self.username

    def get_short_name(self) -> str:
        return self.get_full_name()
