"""Autosave: its own address, a fragment that says whether the answer is saved."""

import pytest
from django.utils import timezone

from quizzes import attempts
from quizzes.models import Response
from tests.taking import begin_four, expire, item

NAMES = ["single choice", "true or false", "short text", "number"]
ANSWERS = ["1", "false", "Malmö", "41"]


def save(attempt, position=1):
    return f"{item(attempt, position)}save/"


@pytest.mark.parametrize("position", [1, 2, 3, 4], ids=NAMES)
@pytest.mark.parametrize("mode", ["practice", "test"])
def test_a_draft_is_saved_and_shown_again_but_not_marked(as_student, student, position, mode):
    attempt = begin_four(student, mode=mode)

    form = {"answer": ANSWERS[position - 1], "revision": "0"}
    response = as_student.post(save(attempt, position), form)

    fragment = response.content.decode()
    assert response.status_code == 200
    assert fragment.strip().startswith('<p id="saved"')
    assert "Saved</span>" in fragment
    assert 'name="revision" value="1"' in fragment
    draft = Response.objects.get()
    assert (draft.checked_at, draft.credit) == (None, None)
    page = as_student.get(item(attempt, position)).content.decode()
    assert 'name="revision" value="1"' in page
    assert "checked" in page or f'value="{ANSWERS[position - 1]}"' in page


def test_a_fragment_is_no_page(as_student, student):
    attempt = begin_four(student)

    fragment = as_student.post(save(attempt), {"answer": "0", "revision": "0"}).content.decode()

    assert "<html" not in fragment
    assert "<script" not in fragment


def test_saving_goes_on_from_revision_to_revision(as_student, student):
    attempt = begin_four(student)

    for revision, answer in enumerate(["0", "1", "1", "0"]):
        form = {"answer": answer, "revision": str(min(revision, 2))}
        assert as_student.post(save(attempt), form).status_code == 200

    assert Response.objects.get().revision == 3


@pytest.mark.parametrize("answer", ["", "99"])
def test_a_bad_answer_is_not_saved_and_said_so(as_student, student, answer):  # R18
    attempt = begin_four(student)

    response = as_student.post(save(attempt), {"answer": answer, "revision": "0"})

    assert response.status_code == 422
    assert "Not saved yet" in response.content.decode()
    assert not Response.objects.exists()


def test_a_stale_answer_is_not_saved_and_said_so(as_student, student):  # R6, R18
    attempt = begin_four(student)
    as_student.post(save(attempt), {"answer": "0", "revision": "0"})

    response = as_student.post(save(attempt), {"answer": "1", "revision": "0"})

    fragment = response.content.decode()
    assert response.status_code == 409
    assert "answered in another window" in fragment
    assert 'name="revision" value="0"' in fragment  # the next one is stale as well
    assert Response.objects.get().answer == attempt.items[0]["options"][0]


def test_a_checked_answer_is_not_replaced_by_a_draft(as_student, student):
    attempt = begin_four(student)
    as_student.post(item(attempt), {"answer": "0", "revision": "0"})

    response = as_student.post(save(attempt), {"answer": "1", "revision": "1"})

    assert response.status_code == 409
    assert Response.objects.get().revision == 1


def test_nothing_is_saved_after_submitting(as_student, student):
    attempt = begin_four(student)
    attempts.submit(attempt, now=timezone.now())

    response = as_student.post(save(attempt), {"answer": "0", "revision": "0"})

    assert response.status_code == 409
    assert "Not saved: the time is up or the quiz was submitted" in response.content.decode()
    assert not Response.objects.exists()


def test_nothing_is_saved_after_the_time(as_student, student):  # R7
    attempt = begin_four(student, time_limit=1)
    expire(attempt)

    response = as_student.post(save(attempt), {"answer": "0", "revision": "0"})

    attempt.refresh_from_db()
    assert response.status_code == 409
    assert attempt.submitted_at == attempt.due_at


@pytest.mark.parametrize("position", [0, 5, 999])
def test_there_is_nothing_to_save_beyond_the_last_question(as_student, student, position):
    attempt = begin_four(student)

    assert as_student.post(save(attempt, position), {"answer": "0"}).status_code == 404


def test_saving_takes_nine_queries(as_student, student, django_assert_num_queries):
    attempt = begin_four(student)

    with django_assert_num_queries(9):
        as_student.post(save(attempt), {"answer": "0", "revision": "0"})
    with django_assert_num_queries(9):
        as_student.post(save(attempt), {"answer": "1", "revision": "1"})
    with django_assert_num_queries(8):  # a replay writes nothing
        as_student.post(save(attempt), {"answer": "1", "revision": "1"})
