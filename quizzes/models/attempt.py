"""A student's run through a published quiz, and the answers given on the way."""

import uuid
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, Lower, NullIf
from django.urls import reverse

from quizzes.models.quiz import Quiz, QuizMode, QuizVersion
from quizzes.models.user import User

# A packet that left in time may arrive this much after the bell.
GRACE = timedelta(seconds=10)


class AttemptQuerySet(models.QuerySet):
    def taken_by(self, user: User) -> Self:
        return self.filter(user=user)

    def visible_to(self, user: User) -> Self:
        """The user's own, and for a teacher those at the quizzes they may edit."""
        if not user.is_staff:
            return self.taken_by(user)
        return self.filter(Q(user=user) | Q(quiz__in=Quiz.objects.editable_by(user)))

    def by_student(self) -> Self:
        """Students by name, each one's attempts in the order they were made."""
        name = Coalesce(NullIf("user__display_name", Value("")), "user__username")
        return self.order_by(Lower(name), "user_id", "started_at", "pk")

    def unfinished(self) -> Self:
        return self.filter(submitted_at=None)

    def overdue(self, now: datetime) -> Self:
        """Open attempts whose time, and the grace after it, has passed."""
        return self.unfinished().filter(due_at__lte=now - GRACE)


class Attempt(models.Model):
    """One student's run through one version of a quiz, open until ``submitted_at`` is set."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="attempts")
    quiz = models.ForeignKey(Quiz, models.PROTECT, related_name="attempts")
    version = models.ForeignKey(QuizVersion, models.PROTECT, related_name="attempts")
    mode = models.CharField(max_length=8, choices=QuizMode)
    items = models.JSONField(help_text="Item uids and the order of their options, as asked.")
    started_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    score_numerator = models.PositiveBigIntegerField(null=True, blank=True)
    score_denominator = models.PositiveBigIntegerField(null=True, blank=True)
    max_score = models.PositiveIntegerField()

    objects = AttemptQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "quiz"],
                condition=Q(submitted_at=None),
                name="one_open_attempt_per_user_and_quiz",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at=None) | Q(submitted_at__gte=F("started_at")),
                name="attempt_submitted_after_start",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at=None, score_numerator=None, score_denominator=None)
                | Q(
                    submitted_at__isnull=False,
                    score_numerator__isnull=False,
                    score_denominator__isnull=False,
                    score_denominator__gt=0,
                    score_numerator__lte=F("max_score") * F("score_denominator"),
                ),
                name="a_submitted_attempt_has_a_score_up_to_its_maximum",
            ),
            models.CheckConstraint(
                condition=Q(mode__in=QuizMode.values), name="attempt_mode_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.quiz}"

    def get_absolute_url(self) -> str:
        """The next thing to see: the overview while it is open, the result after."""
        name = "quizzes:result" if self.submitted_at else "quizzes:attempt"
        return reverse(name, args=[self.public_id])

    def is_overdue(self, now: datetime) -> bool:
        """Whether its time, and the grace after it, has passed."""
        return self.due_at is not None and now >= self.due_at + GRACE

    def is_open(self, now: datetime) -> bool:
        return self.submitted_at is None and not self.is_overdue(now)

    @property
    def score(self) -> Fraction | None:
        """The points earned, exactly; ``None`` until it is submitted."""
        if self.score_numerator is None or self.score_denominator is None:
            return None
        return Fraction(self.score_numerator, self.score_denominator)


class Response(models.Model):
    """The answer to one item of an attempt: a draft until it is checked or submitted."""

    attempt = models.ForeignKey(Attempt, models.PROTECT, related_name="responses")
    item = models.CharField(max_length=40, help_text="The uid of the question asked.")
    answer = models.JSONField()
    revision = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True, blank=True)
    credit_numerator = models.PositiveIntegerField(null=True, blank=True)
    credit_denominator = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["attempt", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["attempt", "item"], name="one_response_per_attempt_and_item"
            ),
            models.CheckConstraint(
                condition=Q(credit_numerator=None, credit_denominator=None)
                | Q(
                    credit_numerator__isnull=False,
                    credit_denominator__isnull=False,
                    credit_denominator__gt=0,
                    credit_numerator__lte=F("credit_denominator"),
                ),
                name="credit_is_a_fraction_up_to_one",
            ),
            models.CheckConstraint(
                condition=Q(checked_at=None) | Q(credit_numerator__isnull=False),
                name="a_checked_response_has_its_credit",
            ),
            models.CheckConstraint(condition=Q(revision__gt=0), name="revisions_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.attempt}, {self.item}"

    @property
    def credit(self) -> Fraction | None:
        """The share of the item's points earned; ``None`` until it is marked."""
        if self.credit_numerator is None or self.credit_denominator is None:
            return None
        return Fraction(self.credit_numerator, self.credit_denominator)
