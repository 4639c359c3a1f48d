"""Authoring: mend passages, draft and review questions, put together a quiz and put it away."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Max, QuerySet

from quizzes import publishing
from quizzes.models import (
    Article,
    DraftRun,
    Event,
    Evidence,
    Passage,
    Question,
    QuestionStatus,
    Quiz,
    QuizQuestion,
    User,
)
from quizzes.slugs import insert_with_free_slug
from quizzes.text import anchors

Spanned = TypeVar("Spanned", Evidence, Event)

GIVEN_UP = "It was silent for too long and was given up."


class NotApproved(Exception):
    """A question that cannot be asked was not approved; the message says why."""


class NothingApproved(Exception):
    """An article without approved questions makes no quiz."""


class EvidenceLost(Exception):
    """A passage's new words do not hold, once and only once, what questions quote."""


def lost_evidence(passage: Passage, before: str, after: str) -> list[Evidence]:
    """The evidence in ``passage`` that would have no place if its text became ``after``."""
    moves = _moves(passage.evidence.all(), before, after)
    return [span for span, place in moves if place is None]


@transaction.atomic
def rewrite(passage: Passage, text: str) -> None:
    """Give the passage new words; evidence and events move with the words they point at.

    An event whose words are gone goes with them. Raises ``EvidenceLost`` and changes nothing when
    evidence has no place in the new text.
    """
    before = Passage.objects.values_list("text", flat=True).get(pk=passage.pk)
    if lost_evidence(passage, before, text):
        raise EvidenceLost
    passage.text = text
    passage.save(update_fields=["text"])
    spans = _moved(passage.evidence.all(), before, text)
    for span in spans:
        span.quote = text[span.start : span.end]
    Evidence.objects.bulk_update(spans, ["start", "end", "quote"])
    events = _moved(passage.events.all(), before, text)
    Event.objects.bulk_update(events, ["start", "end"])
    passage.events.exclude(pk__in=[event.pk for event in events]).delete()


@transaction.atomic
def start_drafting(article: Article, *, now: datetime) -> tuple[DraftRun, bool]:
    """The article's run of the generator, and whether it is new: one runs at a time."""
    Article.objects.select_for_update().get(pk=article.pk)
    unfinished = article.draft_runs.filter(finished_at=None).first()
    if unfinished and not unfinished.is_overdue(now):
        return unfinished, False
    if unfinished:
        finish_drafting(unfinished, error=GIVEN_UP, now=now)
    return DraftRun.objects.create(article=article, started_at=now), True


def finish_drafting(
    run: DraftRun,
    *,
    added: int = 0,
    abstained: Mapping[str, int] | None = None,
    error: str = "",
    now: datetime,
) -> None:
    """Say how the run ended. The first word stands: a run that was given up stays so."""
    DraftRun.objects.filter(pk=run.pk, finished_at=None).update(
        finished_at=now, added=added, abstained=dict(abstained or {}), error=error
    )


@transaction.atomic
def approve(question: Question, *, by: User, now: datetime) -> None:
    """Let the question be published. Raises ``NotApproved`` when it could not be asked."""
    if flaw := publishing.flaw_of(question):
        raise NotApproved(f"“{question}” was not approved: {flaw}")
    _review(question, QuestionStatus.APPROVED, by=by, now=now)


def reject(question: Question, *, by: User, now: datetime) -> None:
    """Put the question aside; the generator will not draft it again."""
    _review(question, QuestionStatus.REJECTED, by=by, now=now)


def retire(question: Question, *, by: User, now: datetime) -> None:
    """Take the question out of use; quizzes published with it keep it."""
    _review(question, QuestionStatus.RETIRED, by=by, now=now)


@transaction.atomic
def make_quiz(article: Article, *, owner: User) -> Quiz:
    """A new, unpublished quiz of the article's approved questions, in the order of the article.

    Questions that other teachers keep to themselves are left out. Raises ``NothingApproved``.
    """
    questions = article.questions.usable_by(owner).approved().in_full()
    if not questions:
        raise NothingApproved
    quiz = Quiz(title=article.title, owner=owner)
    insert_with_free_slug(quiz)
    add_questions(quiz, questions)
    return quiz


@transaction.atomic
def add_questions(quiz: Quiz, questions: Iterable[Question]) -> int:
    """Put the questions that ``quiz`` lacks at its end, in the order of their articles.

    Returns how many there were.
    """
    Quiz.objects.select_for_update().get(pk=quiz.pk)
    asked = set(quiz.entries.values_list("question", flat=True))
    new = sorted((each for each in questions if each.pk not in asked), key=_place)
    QuizQuestion.objects.bulk_create(
        QuizQuestion(quiz=quiz, question=question, position=position)
        for position, question in enumerate(new, start=next_position(quiz.entries.all()))
    )
    return len(new)


def archive(quiz: Quiz, *, now: datetime) -> None:
    """Nobody can start the quiz any more; what was answered stays."""
    quiz.archived_at = now
    quiz.save(update_fields=["archived_at"])


def restore(quiz: Quiz) -> None:
    """Bring an archived quiz back."""
    quiz.archived_at = None
    quiz.save(update_fields=["archived_at"])


def next_position(rows: QuerySet[Any]) -> int:
    """The position after the last of these rows."""
    return (rows.aggregate(last=Max("position"))["last"] or 0) + 1


def _moves(
    spans: Iterable[Spanned], before: str, after: str
) -> list[tuple[Spanned, anchors.Place | None]]:
    """Each span, and where the words it points at stand in the new text."""
    return [(span, anchors.moved(before, after, (span.start, span.end))) for span in spans]


def _moved(spans: Iterable[Spanned], before: str, after: str) -> list[Spanned]:
    """The spans that have a place in the new text, moved there but not saved."""
    kept = []
    for span, place in _moves(spans, before, after):
        if place is not None:
            span.start, span.end = place
            kept.append(span)
    return kept


def _place(question: Question) -> tuple[int, int, int, int]:
    """Where the question's evidence begins: article, passage and character."""
    first = min(((e.passage.position, e.start) for e in question.evidence.all()), default=(0, 0))
    return (question.article_id, *first, question.pk)


def _review(question: Question, status: QuestionStatus, *, by: User, now: datetime) -> None:
    question.status = status
    question.reviewed_by = by
    question.reviewed_at = now
    question.save(update_fields=["status", "reviewed_by", "reviewed_at"])
