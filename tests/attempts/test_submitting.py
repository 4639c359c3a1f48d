"""Submitting an attempt, its score, and what others change in the meantime."""

from datetime import timedelta
from fractions import Fraction

import pytest

from quizzes import attempts, publishing
from quizzes.models import Question, Response
from tests import factories
from tests.factories import NOON
from tests.taking import LATER, asked, begin, four_kinds


@pytest.mark.django_db
def test_submitting_marks_every_answer_that_was_saved():
    first, second, third, fourth = four_kinds()
    attempt = begin(first, second, third, fourth)
    attempts.answer(asked(attempt, 1), 0, revision=0, now=NOON)
    attempts.save(asked(attempt, 2), True, revision=0, now=NOON)
    attempts.save(asked(attempt, 3), "Malmö", revision=0, now=NOON)

    done = attempts.submit(attempt, now=LATER)

    done.refresh_from_db()
    assert (done.submitted_at, done.score, done.max_score) == (LATER, 2, 4)
    credits = [response.credit for response in done.responses.all()]
    assert credits == [1, 1, 0]
    assert sum(credits) == done.score  # R15


@pytest.mark.django_db
def test_an_attempt_left_blank_scores_nothing():
    done = attempts.submit(begin(), now=LATER)

    assert (done.score, done.max_score) == (0, 1)


@pytest.mark.django_db
def test_submitting_twice_changes_nothing():  # R5
    attempt = begin()
    attempts.submit(attempt, now=LATER)

    again = attempts.submit(attempt, now=LATER + timedelta(days=1))

    assert (again.submitted_at, again.score) == (LATER, 0)


@pytest.mark.django_db
@pytest.mark.parametrize("how", [attempts.save, attempts.answer])
def test_nothing_can_be_answered_after_submitting(how):
    attempt = begin(*four_kinds())
    attempts.answer(asked(attempt, 1), 0, revision=0, now=NOON)
    seen = [asked(attempt, 1), asked(attempt, 2)]
    attempts.submit(attempt, now=NOON)

    with pytest.raises(attempts.AttemptClosed):
        how(seen[0], 1, revision=1, now=LATER)
    with pytest.raises(attempts.AttemptClosed):
        how(seen[1], True, revision=0, now=LATER)

    assert attempts.submit(attempt, now=LATER).score == 1
    assert Response.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("how", [attempts.save, attempts.answer])
def test_what_was_saved_before_submitting_is_a_replay_after_it(how):  # R5
    attempt = begin(mode="test")
    first = how(asked(attempt), 0, revision=0, now=NOON)
    item = asked(attempt)
    attempts.submit(attempt, now=NOON)

    again = how(item, 0, revision=0, now=LATER)

    assert (again, again.revision, again.saved_at) == (first, 1, NOON)


@pytest.mark.django_db
def test_points_weigh_and_parts_add_up_exactly(student):  # R15
    quiz = factories.QuizFactory(mode="test")
    for question, points in zip(four_kinds(), [1, 2, 4, 8], strict=True):
        factories.QuizQuestionFactory(quiz=quiz, question=question, points=points)
    publishing.publish(quiz, by=None, now=NOON)
    attempt = attempts.start(student, quiz, now=NOON)
    for position, answer in enumerate([0, True, "Malmö"], start=1):
        attempts.save(asked(attempt, position), answer, revision=0, now=NOON)
    partly = attempt.responses.filter(item=attempt.items[0]["item"])
    partly.update(credit_numerator=1, credit_denominator=3)

    done = attempts.submit(attempt, now=LATER)

    assert (done.score, done.max_score) == (Fraction(1, 3) + 2, 15)


@pytest.mark.django_db
def test_editing_the_question_or_its_article_changes_nothing_for_an_open_attempt():  # R12
    attempt = begin(factories.QuestionFactory())
    before = asked(attempt)
    question = Question.objects.get()
    question.options.filter(text="Lund").update(text="Ystad", is_correct=False)
    question.options.exclude(text="Ystad").delete()
    question.prompt, question.explanation = "Edited", "Edited"
    question.save()
    question.article.passages.update(text="Edited")

    after = asked(attempt)
    response = attempts.answer(after, 0, revision=0, now=LATER)

    assert (after.item, after.reading, after.order) == (before.item, before.reading, before.order)
    assert response.credit == 1
    assert attempts.submit(attempt, now=LATER).score == 1


@pytest.mark.django_db
def test_an_open_attempt_stays_at_its_version_when_the_quiz_is_published_again():  # R12
    attempt = begin(mode="test")
    quiz, version = attempt.quiz, attempt.version
    quiz.entries.update(points=5)
    quiz.mode = "practice"
    quiz.save()
    newer, _ = publishing.publish(quiz, by=None, now=LATER)

    going_on = attempts.start(attempt.user, quiz, now=LATER)
    attempts.answer(asked(going_on), 0, revision=0, now=LATER)
    done = attempts.submit(going_on, now=LATER)

    assert (done.version, done.mode, done.score, done.max_score) == (version, "test", 1, 1)
    fresh = attempts.start(attempt.user, quiz, now=LATER)
    assert (fresh.version, fresh.mode, fresh.max_score) == (newer, "practice", 5)
