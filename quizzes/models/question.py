"""A question, the evidence that proves its key, and its options."""

from decimal import Decimal
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from quizzes import kinds
from quizzes.models.article import Article, Passage
from quizzes.models.keys import UidField, UidManager
from quizzes.models.ownership import Shared, SharedQuerySet
from quizzes.models.user import User


class QuestionKind(models.TextChoices):
    """How a question is answered; ``quizzes.kinds`` marks each."""

    SINGLE_CHOICE = "single_choice", "Single choice"
    TRUE_FALSE = "true_false", "True or false"
    SHORT_TEXT = "short_text", "Short text"
    NUMBER = "number"


class QuestionStatus(models.TextChoices):
    """How far a question has come; only approved ones are published."""

    DRAFT = "draft"
    APPROVED = "approved"
    REJECTED = "rejected"
    RETIRED = "retired"


class Origin(models.TextChoices):
    """Who wrote a question first."""

    AUTHOR = "author"
    RULES = "rules", "Drafted by rules"


class QuestionQuerySet(SharedQuerySet):
    def usable_by(self, user: User) -> Self:
        """As of anything shared; but what is another's comes with its article, or not at all."""
        articles = Article.objects.usable_by(user)
        return super().usable_by(user).filter(Q(owner=user) | Q(article__in=articles))

    def approved(self) -> "QuestionQuerySet":
        return self.filter(status=QuestionStatus.APPROVED)

    def in_full(self) -> "QuestionQuerySet":
        """With everything that ``spec()`` and its evidence need, in three queries."""
        return self.select_related("article").prefetch_related("options", "evidence__passage")


class Question(Shared):
    """One question about an article. Its kind says which of the columns below it uses."""

    uid = UidField()
    article = models.ForeignKey(Article, models.PROTECT, related_name="questions")
    kind = models.CharField(max_length=20, choices=QuestionKind, default=QuestionKind.SINGLE_CHOICE)
    prompt = models.TextField(max_length=1000, help_text="The question as students read it.")
    explanation = models.TextField(
        blank=True,
        max_length=2000,
        help_text="Why the right answer is right, in other words than the passage. "
        "Students read it after answering.",
    )
    truth = models.BooleanField("the statement is", null=True, blank=True)
    value = models.DecimalField(
        "right number", max_digits=30, decimal_places=10, null=True, blank=True
    )
    tolerance = models.DecimalField(
        max_digits=30,
        decimal_places=10,
        default=Decimal(0),
        help_text="How far off an answer may be; 0 asks for the exact number.",
    )
    unit = models.CharField(
        max_length=40, blank=True, help_text="Shown beside the answer: metres, %, dollars."
    )
    status = models.CharField(max_length=10, choices=QuestionStatus, default=QuestionStatus.DRAFT)
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.AUTHOR, editable=False)
    family = models.CharField(max_length=30, blank=True, editable=False)
    generator_version = models.CharField(max_length=20, blank=True, editable=False)
    draft_id = models.CharField(
        max_length=64, blank=True, editable=False, help_text="What the generator calls this draft."
    )
    score = models.FloatField(null=True, blank=True, editable=False)
    warnings = models.JSONField(default=list, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    reviewed_at = models.DateTimeField(null=True, blank=True, editable=False)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    objects = UidManager.from_queryset(QuestionQuerySet)()

    class Meta:
        ordering = ["article", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "draft_id"],
                condition=~Q(draft_id=""),
                name="one_question_per_article_and_draft",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=QuestionKind.values), name="question_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(status__in=QuestionStatus.values), name="question_status_is_known"
            ),
            models.CheckConstraint(
                condition=Q(kind=QuestionKind.TRUE_FALSE, truth__isnull=False)
                | ~Q(kind=QuestionKind.TRUE_FALSE) & Q(truth=None),
                name="only_true_or_false_has_a_truth",
            ),
            models.CheckConstraint(
                condition=Q(kind=QuestionKind.NUMBER, value__isnull=False)
                | ~Q(kind=QuestionKind.NUMBER) & Q(value=None),
                name="only_a_number_has_a_value",
            ),
            models.CheckConstraint(condition=Q(tolerance__gte=0), name="tolerance_is_not_negative"),
        ]

    def __str__(self) -> str:
        return self.prompt

    def natural_key(self) -> tuple[str]:
        return (self.uid,)

    natural_key.dependencies = ["quizzes.article"]  # type: ignore[attr-defined]

    def spec(self) -> dict[str, Any]:
        """The plain dict that ``kinds.parse`` checks; reads ``article`` and ``options``."""
        return make_spec(
            kind=self.kind,
            language=self.article.language,
            options=[(option.text, option.is_correct) for option in self.options.all()],
            truth=self.truth,
            value=self.value,
            tolerance=self.tolerance,
            unit=self.unit,
        )

    def answer_in_words(self) -> str:
        """The key as a teacher reads it; empty when the question cannot be asked yet."""
        try:
            return " / ".join(kinds.parse(self.spec()).key_texts())
        except kinds.InvalidSpec:
            return ""


def make_spec(
    *,
    kind: str,
    language: str,
    options: list[tuple[str, bool]],
    truth: bool | None,
    value: Decimal | None,
    tolerance: Decimal | None,
    unit: str,
) -> dict[str, Any]:
    """What a question of this kind is, in plain JSON: author form and publishing share the door."""
    return {
        "kind": kind,
        "language": language,
        "options": [{"text": text, "is_correct": is_correct} for text, is_correct in options],
        "truth": truth,
        "value": plain(value),
        "tolerance": plain(tolerance),
        "unit": unit,
    }


def plain(number: Decimal | None) -> str | None:
    """A decimal as people write it: no exponent, no zeros at its end."""
    return None if number is None else f"{number.normalize():f}"


class Evidence(models.Model):
    """A span of a passage that proves a question's key; ``quote`` is the span's very text."""

    uid = UidField()
    question = models.ForeignKey(Question, models.CASCADE, related_name="evidence")
    passage = models.ForeignKey(Passage, models.PROTECT, related_name="evidence")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()

    objects = UidManager()

    class Meta:
        ordering = ["passage__position", "start", "pk"]
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                condition=Q(start__lt=F("end")), name="evidence_span_is_not_empty"
            ),
        ]

    def __str__(self) -> str:
        return self.quote

    def natural_key(self) -> tuple[str]:
        return (self.uid,)

    def holds(self) -> bool:
        """Whether the passage still says, at this span, what was quoted."""
        return self.passage.text[self.start : self.end] == self.quote


class Option(models.Model):
    """One answer offered (single choice) or accepted (short text)."""

    uid = UidField()
    question = models.ForeignKey(Question, models.CASCADE, related_name="options")
    position = models.PositiveIntegerField(default=0)
    text = models.CharField(max_length=300)
    is_correct = models.BooleanField("right", default=False)
    feedback = models.CharField(
        max_length=500, blank=True, help_text="Read by a student who chose this option."
    )

    objects = UidManager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text

    def natural_key(self) -> tuple[str]:
        return (self.uid,)
