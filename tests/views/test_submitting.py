"""The overview before submitting, going on, and handing in."""

import pytest
from django.utils import timezone

from quizzes import attempts
from quizzes.models import Attempt
from tests import factories
from tests.pages import words
from tests.taking import begin_four, begin_now, expire, item


def overview(attempt):
    return f"/attempts/{attempt.public_id}/"


def resume(attempt):
    return f"{overview(attempt)}resume/"


def submit(attempt):
    return f"{overview(attempt)}submit/"


def result(attempt):
    return f"{overview(attempt)}result/"


def answer(client, attempt, *answers):
    for position, each in enumerate(answers, start=1):
        client.post(item(attempt, position), {"answer": each, "revision": "0"})


def test_the_overview_tells_what_is_still_open(as_student, student):
    attempt = begin_four(student, mode="test")
    answer(as_student, attempt, "0", "true")

    response = as_student.get(overview(attempt))

    page = words(response, part="ask")
    assert "2 questions still open" in page
    assert page.count(" Saved ") == 2
    assert page.count(" Open") == 2
    assert item(attempt, 3) in response.content.decode()


def test_in_practice_the_overview_tells_what_was_right(as_student, student):
    attempt = begin_four(student)
    answer(as_student, attempt, "0", "false")

    page = words(as_student.get(overview(attempt)), part="ask")

    assert page.count(" Right ") == 1
    assert page.count(" Not quite ") == 1


def test_when_all_is_answered_the_overview_says_so(as_student, student):
    attempt = begin_four(student)
    answer(as_student, attempt, "0", "true", "Lund", "40")

    assert "All questions answered" in words(as_student.get(overview(attempt)))


def test_when_time_is_up_the_overview_says_so_and_stores_nothing(as_student, student):  # R7
    attempt = begin_four(student, time_limit=1)
    expire(attempt)

    response = as_student.get(overview(attempt))

    page = words(response, part="ask")
    assert "What was saved in time counts." in page
    assert "See your result" in page
    assert item(attempt) not in response.content.decode()
    assert Attempt.objects.get().submitted_at is None


@pytest.mark.parametrize("count", [3, 30])
def test_the_overview_takes_four_queries_for_any_number(
    count, as_student, student, django_assert_num_queries
):
    article = factories.ArticleFactory()
    questions = factories.QuestionFactory.create_batch(count, article=article)
    attempt = begin_now(student, *questions)

    with django_assert_num_queries(4):
        as_student.get(overview(attempt))


@pytest.mark.parametrize(("answers", "position"), [([], 1), (["0"], 2), (["0", "true", "Lund"], 4)])
def test_going_on_leads_to_the_first_question_without_an_answer(
    as_student, student, answers, position
):
    attempt = begin_four(student)
    answer(as_student, attempt, *answers)

    assert as_student.get(resume(attempt)).url == item(attempt, position)


def test_going_on_leads_to_the_overview_when_all_is_answered(as_student, student):
    attempt = begin_four(student)
    answer(as_student, attempt, "0", "true", "Lund", "40")

    assert as_student.get(resume(attempt)).url == overview(attempt)


def test_going_on_after_the_end_leads_to_what_there_is(as_student, student):
    late, done = begin_four(student, time_limit=1), begin_four(student)
    expire(late)
    attempts.submit(done, now=timezone.now())

    assert as_student.get(resume(late)).url == overview(late)
    assert as_student.get(resume(done)).url == result(done)
    assert as_student.get(overview(done)).url == result(done)


def test_submitting_leads_to_the_score(as_student, student):
    attempt = begin_four(student)
    answer(as_student, attempt, "0", "false")

    response = as_student.post(submit(attempt), follow=True)

    attempt.refresh_from_db()
    assert response.redirect_chain == [(result(attempt), 302)]
    assert " 1 of 4 " in words(response)
    assert attempt.score == 1


def test_submitting_twice_is_the_same_redirect(as_student, student):  # R5
    attempt = begin_four(student)

    first, again = (as_student.post(submit(attempt)) for _ in range(2))

    assert first.url == again.url == result(attempt)


def test_submitting_after_the_time_is_stamped_with_its_end(as_student, student):  # R7
    attempt = begin_four(student, time_limit=1)
    answer(as_student, attempt, "0")
    expire(attempt)

    as_student.post(submit(attempt))

    attempt.refresh_from_db()
    assert (attempt.submitted_at, attempt.score) == (attempt.due_at, 1)


@pytest.mark.parametrize("count", [3, 30])
def test_submitting_takes_as_many_queries_for_any_number_of_questions(
    count, as_student, student, django_assert_num_queries
):
    article = factories.ArticleFactory()
    questions = factories.QuestionFactory.create_batch(count, article=article)
    attempt = begin_now(student, *questions, shuffle=False)
    for position in range(1, count + 1):
        as_student.post(item(attempt, position), {"answer": "0", "revision": "0"})

    # session, user, attempt; begin, lock, version, responses, update, commit
    with django_assert_num_queries(9):
        as_student.post(submit(attempt))
