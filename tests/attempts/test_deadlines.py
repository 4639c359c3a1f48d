"""R7: what counts around the bell. Only the server's clock, told to each function, does."""

from datetime import timedelta

import pytest

from quizzes import attempts
from quizzes.models import Attempt
from quizzes.models.attempt import GRACE
from tests import factories
from tests.factories import NOON
from tests.taking import asked, begin, four_kinds

MINUTES = 20
END = NOON + timedelta(minutes=MINUTES)
SECOND = timedelta(seconds=1)
IN_TIME = {"a second before": END - SECOND, "at the end": END, "in the grace": END + GRACE - SECOND}
TOO_LATE = {"grace over": END + GRACE, "a second after": END + GRACE + SECOND}


def moments(named):
    return pytest.mark.parametrize("now", named.values(), ids=named)


@pytest.fixture
def attempt(db):
    """A test of four questions with a limit; the first is answered, rightly, in time."""
    attempt = begin(*four_kinds(), mode="test", time_limit=MINUTES)
    attempts.save(asked(attempt), 0, revision=0, now=NOON)
    return attempt


@moments(IN_TIME)
@pytest.mark.parametrize("how", [attempts.save, attempts.answer])
def test_an_answer_that_left_in_time_counts(attempt, how, now):
    response = how(asked(attempt, 2), True, revision=0, now=now)

    assert response.saved_at == now
    attempt.refresh_from_db()
    assert attempt.submitted_at is None
    assert attempts.submit(attempt, now=now).score == 2


@moments(TOO_LATE)
@pytest.mark.parametrize("how", [attempts.save, attempts.answer])
def test_a_late_answer_is_refused_and_the_attempt_closed_as_of_its_end(attempt, how, now):
    with pytest.raises(attempts.AttemptClosed):
        how(asked(attempt, 2), True, revision=0, now=now)

    attempt.refresh_from_db()
    assert (attempt.submitted_at, attempt.score) == (END, 1)
    assert attempt.responses.count() == 1


@moments(TOO_LATE)
def test_a_late_replay_of_a_saved_answer_is_not_called_late(attempt, now):  # R5
    response = attempts.save(asked(attempt), 0, revision=0, now=now)

    assert (response.revision, response.saved_at) == (1, NOON)
    attempt.refresh_from_db()
    assert (attempt.submitted_at, attempt.score) == (END, 1)


@moments(IN_TIME | TOO_LATE)
def test_submitting_is_stamped_no_later_than_the_end(attempt, now):
    done = attempts.submit(attempt, now=now)

    assert (done.submitted_at, done.score) == (min(now, END), 1)


@moments(IN_TIME)
def test_nothing_is_closed_before_the_grace_is_over(attempt, now):
    assert attempts.close_overdue(now=now) == 0

    attempt.refresh_from_db()
    assert attempt.submitted_at is None


@moments(TOO_LATE)
def test_what_is_overdue_is_closed_as_of_its_end(attempt, now):
    begin()  # without a limit

    assert attempts.close_overdue(now=now) == 1
    assert attempts.close_overdue(now=now) == 0

    attempt.refresh_from_db()
    assert (attempt.submitted_at, attempt.score) == (END, 1)
    assert Attempt.objects.unfinished().count() == 1


@moments(IN_TIME)
def test_starting_in_time_goes_on_with_the_attempt(attempt, now):
    assert attempts.start(attempt.user, attempt.quiz, now=now) == attempt


@moments(TOO_LATE)
def test_starting_too_late_closes_the_attempt_and_only_then_begins_anew(attempt, now):
    closed = attempts.start(attempt.user, attempt.quiz, now=now)

    again = attempts.start(attempt.user, attempt.quiz, now=now)

    assert closed == attempt
    assert closed.submitted_at == END
    assert again != attempt
    assert again.due_at == now + timedelta(minutes=MINUTES)


@pytest.mark.django_db
def test_in_practice_what_was_only_saved_counts_at_the_end_too():
    attempt = begin(factories.QuestionFactory(), time_limit=MINUTES)
    attempts.save(asked(attempt), 0, revision=0, now=END)

    attempts.close_overdue(now=END + GRACE)

    attempt.refresh_from_db()
    assert attempt.score == 1
    assert attempt.responses.get().checked_at is None
