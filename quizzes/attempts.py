"""Taking a quiz: start an attempt, save and check answers, submit it.

Each function is told the time, so that one request sees one clock. Each that writes is one
transaction, and locks the attempt first, so that nothing slips in between.
"""

from datetime import datetime, timedelta
from fractions import Fraction
from random import Random, SystemRandom
from typing import Any

from django.db import IntegrityError, transaction

from quizzes.asking import Asked
from quizzes.edition import Edition, Item
from quizzes.models import Attempt, QuestionKind, Quiz, QuizMode, QuizVersion, Response, User

ANSWER_FIELDS = [
    "answer",
    "revision",
    "saved_at",
    "checked_at",
    "credit_numerator",
    "credit_denominator",
]


class QuizNotOpen(Exception):
    """The quiz is not published, or has been put away."""


class AttemptClosed(Exception):
    """The attempt was submitted, or its time ran out, before this change arrived."""


class StaleAnswer(Exception):
    """Another answer was saved meanwhile, or the one that stands is final."""


@transaction.atomic
def start(user: User, quiz: Quiz, *, now: datetime) -> Attempt:
    """The user's open attempt at the quiz, or a new one at its latest version.

    An attempt whose time ran out meanwhile is closed and returned: its student has not seen its
    result, and did not ask for another. Raises ``QuizNotOpen``.
    """
    mine = Attempt.objects.taken_by(user).filter(quiz=quiz).unfinished()
    unfinished = mine.select_for_update().first()
    if unfinished:
        if unfinished.is_overdue(now):
            _close(unfinished, now=now)
        return unfinished
    version = QuizVersion.objects.filter(quiz=quiz, quiz__archived_at=None).first()
    if version is None:
        raise QuizNotOpen
    try:
        with transaction.atomic():
            return _begin(user, version, now)
    except IntegrityError:  # the other half of a double click was faster
        return mine.get()


def save(asked: Asked, answer: Any, *, revision: int, now: datetime) -> Response:
    """Keep an answer as a draft, replacing an earlier one that ``revision`` has seen.

    The answer that stands already is a replay and writes nothing.
    Raises ``AttemptClosed`` and ``StaleAnswer``; then the answer that stands is unchanged.
    """
    return _record(asked, answer, revision=revision, now=now, final=False)


def answer(asked: Asked, answer: Any, *, revision: int, now: datetime) -> Response:
    """Take the answer the student stands by: marked and final in practice, saved in a test.

    Otherwise as ``save``.
    """
    final = asked.attempt.mode == QuizMode.PRACTICE
    return _record(asked, answer, revision=revision, now=now, final=final)


def submit(attempt: Attempt, *, now: datetime) -> Attempt:
    """Mark every saved answer and close the attempt; a second time changes nothing."""
    with transaction.atomic():
        locked = _lock(attempt)
        if locked.submitted_at is None:
            _close(locked, now=now)
    return locked


def close_overdue(*, now: datetime) -> int:
    """Submit every attempt whose time has run out, as of the moment it did; returns how many."""
    closed = 0
    for attempt in Attempt.objects.overdue(now).order_by("pk"):
        closed += _close_if_overdue(attempt, now)
    return closed


def _begin(user: User, version: QuizVersion, now: datetime) -> Attempt:
    edition = Edition.from_json(version.content)
    limit = edition.time_limit
    attempt = Attempt(
        user=user,
        quiz_id=version.quiz_id,
        version=version,
        mode=edition.mode,
        started_at=now,
        due_at=now + timedelta(minutes=limit) if limit else None,
        max_score=edition.max_score,
    )
    attempt.items = _draw(edition, SystemRandom())
    attempt.save(force_insert=True)
    return attempt


def _draw(edition: Edition, random: Random) -> list[dict[str, Any]]:
    """Which items are asked, with the order of their options for this student."""
    rows = []
    for item in edition.items:
        options = _places(item)
        if edition.shuffle and not item.keeps_order:
            random.shuffle(options)
        rows.append({"item": item.uid, "options": options})
    return rows


def _places(item: Item) -> list[int]:
    """Only a choice offers its options; those of a short text are its key."""
    offered = item.spec["kind"] == QuestionKind.SINGLE_CHOICE
    return list(range(len(item.spec["options"]))) if offered else []


def _record(asked: Asked, answer: Any, *, revision: int, now: datetime, final: bool) -> Response:
    with transaction.atomic():
        attempt = _lock(asked.attempt)
        standing = attempt.responses.filter(item=asked.item.uid).first()
        if attempt.is_open(now):
            return _write(asked, standing, answer, revision=revision, now=now, final=final)
        if attempt.submitted_at is None:
            _close(attempt, now=now)
    if standing is not None and standing.answer == answer:
        return standing
    raise AttemptClosed


def _write(
    asked: Asked,
    standing: Response | None,
    answer: Any,
    *,
    revision: int,
    now: datetime,
    final: bool,
) -> Response:
    if standing is None:
        standing = Response(attempt=asked.attempt, item=asked.item.uid, revision=0)
    elif standing.answer == answer and (standing.checked_at or not final):
        return standing
    elif standing.checked_at or (standing.answer != answer and standing.revision != revision):
        raise StaleAnswer
    standing.answer = answer
    standing.revision += 1
    standing.saved_at = now
    if final:
        standing.checked_at = now
        _mark(standing, asked.item)
    return _store(standing)


def _mark(response: Response, item: Item) -> Fraction:
    credit = item.kind.grade(response.answer).credit
    response.credit_numerator, response.credit_denominator = credit.as_integer_ratio()
    return credit


def _store(response: Response) -> Response:
    if response.pk is None:
        response.save(force_insert=True)
    else:
        response.save(update_fields=ANSWER_FIELDS)
    return response


def _lock(attempt: Attempt) -> Attempt:
    """The attempt as it is now, kept from others until the transaction ends."""
    return Attempt.objects.select_for_update().get(pk=attempt.pk)


def _close_if_overdue(attempt: Attempt, now: datetime) -> bool:
    with transaction.atomic():
        locked = _lock(attempt)
        if locked.is_open(now) or locked.submitted_at is not None:
            return False
        _close(locked, now=now)
    return True


def _close(attempt: Attempt, *, now: datetime) -> None:
    """Mark what is unmarked, add up, and close, as of the bell if it rang. The caller locks."""
    edition = Edition.from_json(attempt.version.content)
    score = Fraction(0)
    for response in attempt.responses.all():
        item = edition.item(response.item)
        credit = response.credit
        if credit is None:
            credit = _mark(response, item)
            response.save(update_fields=["credit_numerator", "credit_denominator"])
        score += item.points * credit
    attempt.submitted_at = min(now, attempt.due_at) if attempt.due_at else now
    attempt.score_numerator, attempt.score_denominator = score.as_integer_ratio()
    attempt.save(update_fields=["submitted_at", "score_numerator", "score_denominator"])
