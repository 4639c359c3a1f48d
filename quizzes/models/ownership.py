"""What belongs to a teacher, and what every teacher may use."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from quizzes.models.user import User


class OwnedQuerySet(models.QuerySet):
    """Rows with an owner: without one they are the school's, and any teacher may edit them."""

    def editable_by(self, user: User) -> Self:
        if user.is_superuser:
            return self.all()
        return self.filter(Q(owner=user) | Q(owner=None))


class SharedQuerySet(OwnedQuerySet):
    """Rows with an owner who may let other teachers read them and build on them."""

    def usable_by(self, user: User) -> Self:
        """What ``user`` may read and build on: what they may edit, and what others share."""
        if user.is_superuser:
            return self.all()
        return self.filter(Q(owner=user) | Q(owner=None) | Q(shared=True))


class Owned(models.Model):
    """A row that a teacher owns."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Empty: the school's, so that any teacher may edit it.",
    )

    class Meta:
        abstract = True

    def is_editable_by(self, user: User) -> bool:
        """Whether it is among ``editable_by(user)``, without asking the database."""
        return user.is_superuser or self.owner_id in (None, user.pk)


class Shared(Owned):
    """A row that a teacher owns, and may share with other teachers."""

    shared = models.BooleanField(
        default=False, help_text="Other teachers may read it and build on it."
    )

    class Meta:
        abstract = True
