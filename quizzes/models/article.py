"""A news article, the passages it is made of, and the dated events in them."""

import datetime

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from quizzes.models.keys import SlugManager, UidField, UidManager
from quizzes.models.ownership import Shared, SharedQuerySet
from quizzes.text.language import direction

# The longest article is drafted in well under this.
PATIENCE = datetime.timedelta(minutes=2)


validate_language = RegexValidator(
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z", "Write a language code, such as en, ar or pt-br."
)


class Article(Shared):
    """One article as it was read in: where it comes from, and its words in passages."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    source_name = models.CharField(max_length=120, blank=True)
    source_url = models.URLField("source URL", max_length=500, blank=True)
    published_on = models.DateField(null=True, blank=True)
    language = models.CharField(
        max_length=12,
        default="en",
        validators=[validate_language],
        help_text="A language code, such as en, ar or pt-br.",
    )
    rights = models.CharField(
        max_length=200, blank=True, help_text="Who holds the rights, and what they allow."
    )
    original = models.TextField(
        blank=True, editable=False, help_text="The text as it was given, nothing dropped."
    )
    original_digest = models.CharField(max_length=64, blank=True, editable=False)

    objects = SlugManager.from_queryset(SharedQuerySet)()

    class Meta:
        ordering = ["-published_on", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "original_digest"],
                condition=~Q(original_digest=""),
                name="one_article_per_owner_and_text",
            ),
            models.UniqueConstraint(
                fields=["original_digest"],
                condition=Q(owner=None) & ~Q(original_digest=""),
                name="one_article_without_owner_per_text",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("admin:quizzes_article_change", args=[self.pk])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    @property
    def direction(self) -> str:
        return direction(self.language)


class Passage(models.Model):
    """One paragraph of an article; ``heading`` is that of the section it opens, if it opens one."""

    uid = UidField()
    article = models.ForeignKey(Article, models.CASCADE, related_name="passages")
    position = models.PositiveIntegerField(default=0)
    heading = models.CharField(max_length=200, blank=True)
    text = models.TextField()

    objects = UidManager()

    class Meta:
        ordering = ["article", "position", "pk"]

    def __str__(self) -> str:
        return f"{self.text[:60]}…" if len(self.text) > 60 else self.text

    def natural_key(self) -> tuple[str]:
        return (self.uid,)


class DraftRun(models.Model):
    """One run of the generator over an article, unfinished until ``finished_at`` is set."""

    uid = UidField()
    article = models.ForeignKey(Article, models.CASCADE, related_name="draft_runs")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    added = models.PositiveIntegerField(default=0, help_text="How many drafts were new.")
    abstained = models.JSONField(
        default=dict, blank=True, help_text="How often the generator held back, by reason."
    )
    error = models.TextField(blank=True, help_text="Why it failed, in a sentence.")

    class Meta:
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(finished_at=None),
                name="one_unfinished_draft_run_per_article",
            ),
            models.CheckConstraint(
                condition=Q(finished_at=None) | Q(finished_at__gte=F("started_at")),
                name="draft_run_finished_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article}, {self.started_at:%Y-%m-%d %H:%M}"

    def is_overdue(self, now: datetime.datetime) -> bool:
        """Whether it has been silent for so long that it must have died."""
        return self.finished_at is None and now >= self.started_at + PATIENCE


class Precision(models.TextChoices):
    """How exactly a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class Event(models.Model):
    """Something an article says happened, with the span of a passage that says so."""

    uid = UidField()
    passage = models.ForeignKey(Passage, models.CASCADE, related_name="events")
    date = models.DateField(help_text="The first day of the year, month or day it happened in.")
    precision = models.CharField(max_length=5, choices=Precision, default=Precision.DAY)
    summary = models.CharField(max_length=300)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    objects = UidManager()

    class Meta:
        ordering = ["date", "passage", "start"]
        constraints = [
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="event_span_is_not_empty"),
            models.CheckConstraint(
                condition=Q(precision__in=Precision.values), name="event_precision_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.when}: {self.summary}"

    def natural_key(self) -> tuple[str]:
        return (self.uid,)

    @property
    def when(self) -> str:
        """The date as precisely as it is known: ``2021``, ``2021-12`` or ``2021-12-30``."""
        return iso(self.date, self.precision)


def first_day(when: str) -> datetime.date:
    """The first day of the year, month or day that ISO 8601 text names; the inverse of ``iso``."""
    return datetime.date.fromisoformat(when + "-01" * (2 - when.count("-")))


def iso(date: datetime.date, precision: str) -> str:
    """A date as ISO 8601 writes it at this precision."""
    length = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}[Precision(precision)]
    return date.isoformat()[:length]
