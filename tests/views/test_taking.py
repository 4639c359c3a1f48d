"""One question a page: asking it, taking the answer, showing what was right."""

import pytest
from django.utils import timezone

from quizzes import attempts
from quizzes.models import Attempt, Response
from tests import factories
from tests.pages import words
from tests.taking import begin_four, begin_now, expire, item

NAMES = ["single choice", "true or false", "short text", "number"]
RIGHT = ["0", "true", "lund", "forty"]
WRONG = ["1", "false", "Malmö", "41"]


def test_a_question_stands_beside_its_article(as_student, student):
    attempt = begin_four(student)

    response = as_student.get(item(attempt))

    page = words(response, part="ask")
    assert "Question 1 of 4 Where did the bridge open? Lund Malmö" in page
    assert factories.TEXT in words(response, part="article")
    assert "checked" not in response.content.decode().split('id="ask"')[1]


@pytest.mark.parametrize("position", [1, 2, 3, 4], ids=NAMES)
@pytest.mark.parametrize(
    ("answers", "verdict", "credit"), [(RIGHT, "Right", 1), (WRONG, "Not quite", 0)]
)
def test_in_practice_an_answer_is_marked_and_its_feedback_shown(
    as_student, student, position, answers, verdict, credit
):
    attempt = begin_four(student)

    form = {"answer": answers[position - 1], "revision": "0"}
    response = as_student.post(item(attempt, position), form)

    assert (response.status_code, response.url) == (302, item(attempt, position))
    shown = as_student.get(response.url)
    page, markup = words(shown, part="ask"), shown.content.decode()
    assert f" {verdict} " in page
    assert "Lund is the only town named." in page
    assert '<mark id="evidence">The bridge at Lund opened in 1987.</mark>' in markup
    assert "<form" not in markup.split('id="ask"')[1]
    assert Response.objects.get().credit == credit


@pytest.mark.parametrize("position", [1, 2, 3, 4], ids=NAMES)
def test_in_a_test_an_answer_is_saved_and_leads_on(as_student, student, position):
    attempt = begin_four(student, mode="test")

    form = {"answer": WRONG[position - 1], "revision": "0"}
    response = as_student.post(item(attempt, position), form)

    overview = f"/attempts/{attempt.public_id}/"
    assert response.url == (item(attempt, position + 1) if position < 4 else overview)
    assert Response.objects.get().credit is None
    shown = as_student.get(item(attempt, position))
    assert words(shown, part="ask").count(" Saved ") == 1
    assert 'name="revision" value="1"' in shown.content.decode()


def test_an_answer_may_be_changed_in_a_test(as_student, student):
    attempt = begin_four(student, mode="test")

    for revision, answer in enumerate(["1", "0", "1"]):
        as_student.post(item(attempt), {"answer": answer, "revision": revision})

    assert Response.objects.get().answer == 1


def test_the_same_answer_again_is_the_same_redirect(as_student, student):  # R5
    attempt = begin_four(student)
    form = {"answer": "0", "revision": "0"}

    first, again = (as_student.post(item(attempt), form) for _ in range(2))

    assert (first.status_code, first.url) == (again.status_code, again.url)
    assert Response.objects.get().revision == 1


@pytest.mark.parametrize("mode", ["practice", "test"])
def test_another_answer_on_a_stale_page_is_refused_in_words(as_student, student, mode):  # R6, R18
    attempt = begin_four(student, mode=mode)
    as_student.post(item(attempt), {"answer": "0", "revision": "0"})

    response = as_student.post(item(attempt), {"answer": "1", "revision": "0"})

    page = response.content.decode()
    assert response.status_code == 409
    assert "This question was answered in another window" in page
    assert "<title>Error: Question 1 of 4" in page
    assert "Where did the bridge open?" in page
    assert ("Right answer" in page or "Your answer, right" in page) is (mode == "practice")
    assert Response.objects.get().answer == 0


def test_a_refused_page_shows_the_answer_that_stands(as_student, student):  # R6
    attempt = begin_four(student, mode="test")
    as_student.post(item(attempt, 3), {"answer": "Lund", "revision": "0"})

    page = as_student.post(item(attempt, 3), {"answer": "Ystad", "revision": "0"}).content.decode()

    assert 'value="Lund"' in page
    assert "Ystad" not in page
    assert 'name="revision" value="1"' in page


def test_a_bad_answer_to_a_question_that_is_answered_is_explained_too(as_student, student):  # R18
    attempt = begin_four(student)
    as_student.post(item(attempt), {"answer": "0", "revision": 0})

    response = as_student.post(item(attempt), {"answer": "99", "revision": 0})

    assert response.status_code == 422
    assert "The answer below is the one that is saved" in words(response)


def test_a_bad_answer_is_explained_and_kept(as_student, student):  # R18, R19
    attempt = begin_four(student)

    response = as_student.post(item(attempt, 4), {"answer": "about so many", "revision": "0"})

    page = response.content.decode()
    assert response.status_code == 422
    assert "Error: Write a number, such as 1,200 or 2.5." in page
    assert 'value="about so many"' in page
    assert "<title>Error: " in page
    assert not Response.objects.exists()


@pytest.mark.parametrize("position", [0, 5, 999, 10**30])
@pytest.mark.parametrize("method", ["get", "post"])
def test_there_is_no_question_beyond_the_last(as_student, student, position, method):
    attempt = begin_four(student)

    response = getattr(as_student, method)(item(attempt, position), {"answer": "0", "revision": 0})

    assert response.status_code == 404


def test_after_submitting_a_question_leads_to_the_result(as_student, student):
    attempt = begin_four(student)
    attempts.submit(attempt, now=timezone.now())

    for response in (
        as_student.get(item(attempt)),
        as_student.post(item(attempt), {"answer": "0", "revision": "0"}),
    ):
        assert response.url == f"/attempts/{attempt.public_id}/result/"
    page = as_student.get(response.url).content.decode()
    assert "submitted already, so that answer was not counted" in page
    assert not Response.objects.exists()


def test_when_time_is_up_a_question_leads_to_the_overview_and_nothing_is_stored(
    as_student, student
):  # R7
    attempt = begin_four(student, time_limit=1)
    expire(attempt)

    response = as_student.get(item(attempt))

    assert response.url == f"/attempts/{attempt.public_id}/"
    assert Attempt.objects.get().submitted_at is None


def test_an_answer_after_the_time_is_refused_in_words(as_student, student):  # R7, R18
    attempt = begin_four(student, time_limit=1)
    expire(attempt)

    response = as_student.post(item(attempt), {"answer": "0", "revision": "0"}, follow=True)

    attempt.refresh_from_db()
    assert response.redirect_chain[-1][0] == f"/attempts/{attempt.public_id}/result/"
    assert "Time is up, so that answer was not counted." in response.content.decode()
    assert attempt.submitted_at == attempt.due_at
    assert not Response.objects.exists()


def test_a_bad_answer_after_the_time_does_not_get_the_question_again(as_student, student):  # R7
    attempt = begin_four(student, time_limit=1)
    expire(attempt)

    response = as_student.post(item(attempt), {"answer": "99", "revision": "0"})

    assert response.status_code == 302
    assert response.url == f"/attempts/{attempt.public_id}/"


def test_a_late_replay_is_not_called_late(as_student, student):  # R5
    attempt = begin_four(student, time_limit=1)
    form = {"answer": "0", "revision": "0"}
    as_student.post(item(attempt), form)
    expire(attempt)

    page = as_student.post(item(attempt), form, follow=True).content.decode()

    assert "not counted" not in page
    assert "1 of 4" in page


@pytest.fixture(params=[3, 30])
def many(request, student):
    article = factories.ArticleFactory()
    questions = factories.QuestionFactory.create_batch(request.param, article=article)
    return begin_now(student, *questions, mode="test")


def test_a_question_takes_four_queries_for_any_number(many, as_student, django_assert_num_queries):
    with django_assert_num_queries(4):  # session, user, attempt, responses
        as_student.get(item(many))


def test_an_answer_takes_nine_queries_for_any_number(many, as_student, django_assert_num_queries):
    # session, user, attempt, responses; begin, lock, response, insert, commit
    with django_assert_num_queries(9) as queries:
        as_student.post(item(many), {"answer": "0", "revision": "0"})

    writes = [q for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert len(writes) == 1


def test_feedback_takes_four_queries(as_student, student, django_assert_num_queries):
    attempt = begin_four(student)
    as_student.post(item(attempt), {"answer": "0", "revision": "0"})

    with django_assert_num_queries(4):
        as_student.get(item(attempt))


def test_a_text_of_another_direction_runs_its_own_way(as_student, student):
    article = factories.ArticleFactory(language="ar")
    attempt = begin_now(student, factories.QuestionFactory(article=article))

    page = as_student.get(item(attempt)).content.decode()

    assert '<html lang="en" dir="ltr">' in page
    assert '<article id="article" class="article" lang="ar" dir="rtl"' in page
