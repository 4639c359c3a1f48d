"""Changes that arrive at once, each over a connection of its own (R4, R5, R7)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connections

from quizzes import attempts, publishing
from quizzes.models import Attempt, Response
from tests import factories
from tests.conftest import signed_in
from tests.factories import NOON
from tests.taking import LATER, asked, begin

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = range(3)


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """What each call returned or raised, all having begun together."""
    ready = Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        try:
            ready.wait()
            return call()
        except (attempts.AttemptClosed, attempts.StaleAnswer) as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def answering(attempt: Attempt, answer: Any) -> Callable[[], Response]:
    item = asked(attempt)
    return lambda: attempts.answer(item, answer, revision=0, now=LATER)


@pytest.mark.parametrize("round_", ROUNDS)
@pytest.mark.parametrize("mode", ["practice", "test"])
def test_the_same_answer_four_times_is_kept_once(mode, round_):
    attempt = begin(mode=mode)

    results = at_once(*[answering(attempt, 0)] * 4)

    response = Response.objects.get()
    assert results == [response] * 4
    assert (response.answer, response.revision) == (0, 1)


@pytest.mark.parametrize("round_", ROUNDS)
@pytest.mark.parametrize("mode", ["practice", "test"])
def test_of_four_different_answers_one_is_kept_and_the_others_are_told(mode, round_):
    attempt = begin(factories.ShortTextFactory(), mode=mode)
    towns = ["Lund", "Malmö", "Ystad", "Kiruna"]

    results = at_once(*[answering(attempt, town) for town in towns])

    [kept] = [result for result in results if isinstance(result, Response)]
    response = Response.objects.get()
    assert (response.answer, response.revision) == (kept.answer, 1)
    assert sum(isinstance(result, attempts.StaleAnswer) for result in results) == 3


@pytest.mark.parametrize("round_", ROUNDS)
def test_starting_twice_begins_one_attempt(round_):
    quiz, student = factories.publish(), factories.UserFactory()

    results = at_once(*[lambda: attempts.start(student, quiz, now=NOON)] * 4)

    assert results == [Attempt.objects.get()] * 4


@pytest.mark.parametrize("round_", ROUNDS)
def test_publishing_twice_makes_one_version(round_):
    quiz = factories.QuizQuestionFactory().quiz

    results = at_once(*[lambda: publishing.publish(quiz, by=None, now=NOON)] * 3)

    version = quiz.versions.get()
    assert [made for made, _ in results] == [version] * 3
    assert sum(is_new for _, is_new in results) == 1


@pytest.mark.parametrize("round_", ROUNDS)
def test_an_answer_beside_submitting_is_counted_or_refused(round_):
    attempt = begin()

    result, done = at_once(answering(attempt, 0), lambda: attempts.submit(attempt, now=LATER))

    counted = Response.objects.filter(credit_numerator=1).count()
    assert done.score == counted
    assert isinstance(result, Response if counted else attempts.AttemptClosed)
    assert Response.objects.count() == counted


@pytest.mark.parametrize("round_", ROUNDS)
def test_an_attempt_is_closed_once_whoever_closes_it(round_):
    attempt = begin(time_limit=1)
    late = attempt.due_at + 10 * (LATER - NOON)

    done, closed, again = at_once(
        lambda: attempts.submit(attempt, now=late),
        lambda: attempts.close_overdue(now=late),
        lambda: attempts.start(attempt.user, attempt.quiz, now=late),
    )

    attempt.refresh_from_db()
    assert attempt.submitted_at == done.submitted_at == attempt.due_at
    assert closed in (0, 1)
    assert again == attempt or Attempt.objects.unfinished().get() == again


@pytest.mark.parametrize("round_", ROUNDS)
def test_four_posts_at_once_get_one_redirect_and_three_pages_that_say_why(round_):
    attempt = begin(factories.ShortTextFactory())
    url = asked(attempt).get_absolute_url()
    clients = [signed_in(attempt.user) for _ in range(4)]

    def posting(client, town):
        return lambda: client.post(url, {"answer": town, "revision": 0}).status_code

    towns = ["Lund", "Malmö", "Ystad", "Kiruna"]
    statuses = at_once(*map(posting, clients, towns))

    assert sorted(statuses) == [302, 409, 409, 409]
    assert Response.objects.get().revision == 1
