"""A quiz as its teacher edits it, and as it was published."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.urls import reverse

from quizzes.models.keys import SlugManager
from quizzes.models.ownership import Owned, OwnedQuerySet
from quizzes.models.question import Question


class QuizMode(models.TextChoices):
    """When a student learns the right answer."""

    PRACTICE = "practice", "Practice: after each answer"
    TEST = "test", "Test: after submitting"


class QuizQuerySet(OwnedQuerySet):
    def published(self) -> Self:
        """Quizzes that can be taken, with ``latest``: the primary key of the version to take."""
        latest = QuizVersion.objects.filter(quiz=OuterRef("pk")).order_by("-number")
        return (
            self.filter(archived_at=None)
            .annotate(latest=Subquery(latest.values("pk")[:1]))
            .filter(latest__isnull=False)
        )

    def with_takers(self) -> Self:
        """Annotate ``takers`` (students), ``finished`` (attempts) and ``versions_made``."""
        return self.annotate(
            takers=Count("attempts__user", distinct=True),
            finished=Count(
                "attempts", filter=Q(attempts__submitted_at__isnull=False), distinct=True
            ),
            versions_made=Count("versions", distinct=True),
        )


class Quiz(Owned):
    """What a teacher puts together: questions in order, and how they are to be asked."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True, max_length=1000)
    mode = models.CharField(max_length=8, choices=QuizMode, default=QuizMode.PRACTICE)
    time_limit = models.PositiveSmallIntegerField(
        "time limit (minutes)", null=True, blank=True, help_text="No limit when empty."
    )
    shuffle = models.BooleanField(
        "shuffle options",
        default=True,
        help_text="Each student sees the options in an order of their own. "
        "Numbers, dates and true/false keep theirs.",
    )
    archived_at = models.DateTimeField(
        null=True, blank=True, help_text="Since when no new attempt can be started."
    )

    questions = models.ManyToManyField(Question, through="QuizQuestion", related_name="quizzes")

    objects = SlugManager.from_queryset(QuizQuerySet)()

    class Meta:
        ordering = ["title"]
        verbose_name_plural = "quizzes"
        constraints = [
            models.CheckConstraint(
                condition=Q(mode__in=QuizMode.values), name="quiz_mode_is_known"
            ),
            models.CheckConstraint(
                condition=Q(time_limit=None) | Q(time_limit__gt=0),
                name="time_limit_is_at_least_a_minute",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return reverse("quizzes:quiz", args=[self.slug])


class QuizQuestionManager(models.Manager["QuizQuestion"]):
    def get_by_natural_key(self, slug: str, uid: str) -> "QuizQuestion":
        return self.get(quiz__slug=slug, question__uid=uid)


class QuizQuestion(models.Model):
    """A question's place and worth in a quiz."""

    quiz = models.ForeignKey(Quiz, models.CASCADE, related_name="entries")
    question = models.ForeignKey(Question, models.PROTECT, related_name="entries")
    position = models.PositiveIntegerField(default=0)
    points = models.PositiveSmallIntegerField(default=1)

    objects = QuizQuestionManager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["quiz", "question"], name="a_quiz_asks_a_question_once"
            ),
            models.CheckConstraint(
                condition=Q(points__gt=0), name="a_question_is_worth_at_least_a_point"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.question}"

    def natural_key(self) -> tuple[str, str]:
        return (*self.quiz.natural_key(), *self.question.natural_key())

    natural_key.dependencies = ["quizzes.quiz", "quizzes.question"]  # type: ignore[attr-defined]


class VersionChanged(Exception):
    """A published version never changes: publish the quiz again instead."""


class QuizVersionManager(models.Manager["QuizVersion"]):
    def get_by_natural_key(self, slug: str, number: int) -> "QuizVersion":
        return self.get(quiz__slug=slug, number=number)


class QuizVersion(models.Model):
    """A quiz as it was published; ``quizzes.edition`` reads ``content``. Never changed."""

    quiz = models.ForeignKey(Quiz, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    content = models.JSONField()
    digest = models.CharField(max_length=64)

    objects = QuizVersionManager()

    class Meta:
        ordering = ["quiz", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["quiz", "number"], name="one_version_per_quiz_and_number"
            ),
            models.CheckConstraint(condition=Q(number__gt=0), name="versions_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.quiz}, version {self.number}"

    def save(self, **kwargs: Any) -> None:
        if not self._state.adding:
            raise VersionChanged
        super().save(**kwargs)

    def natural_key(self) -> tuple[str, int]:
        return (*self.quiz.natural_key(), self.number)

    natural_key.dependencies = ["quizzes.quiz"]  # type: ignore[attr-defined]


@receiver(pre_save, sender=QuizVersion)
def refuse_to_change(instance: QuizVersion, raw: bool, **kwargs: Any) -> None:
    """Hold for fixtures too, which are saved past ``save()``; the same again is no change."""
    stored = QuizVersion.objects.filter(pk=instance.pk).first() if raw else None
    if stored and (stored.digest, stored.content) != (instance.digest, instance.content):
        raise VersionChanged(
            f"Version {instance.number} of “{instance.quiz}” is published, and never changes."
        )
