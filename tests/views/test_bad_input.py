"""S23: whatever is sent, nothing changes, a sentence says why, and nothing breaks."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzes.models import Response
from tests.pages import words
from tests.taking import begin_four, item

FORM = "application/x-www-form-urlencoded"
CHOICES, TEXTS = (1, 2), (3, 4)
BAD_ANYWHERE = {
    "nothing at all": "",
    "no answer": "revision=0",
    "a blank answer": "answer=+&revision=0",
    "a NUL": "answer=0%00&revision=0",
    "10,000 characters": f"answer={'x' * 10_000}&revision=0",
    "a lone surrogate": "answer=%ED%A0%80&revision=0",
    "no Unicode": "answer=%FF%FE&revision=0",
    "no revision": "answer=0",
    "a revision that is a word": "answer=0&revision=abc",
    "a revision below zero": "answer=0&revision=-1",
    "a revision that is a power": "answer=0&revision=1e100",
    "a revision of many digits": f"answer=0&revision={'9' * 5000}",
    "another field": "score=100&state=finished&user=2&is_staff=1&revision=0",  # S5
}
BAD_CHOICES = {
    "a place there is not": "answer=99&revision=0",
    "a place before the first": "answer=-1&revision=0",
    "a power": "answer=1e100&revision=0",
    "all of them, the last blank": "answer=0&answer=1&answer=&revision=0",  # R19
}
CASES = [
    (position, label, body)
    for position in (*CHOICES, *TEXTS)
    for label, body in (BAD_ANYWHERE | (BAD_CHOICES if position in CHOICES else {})).items()
]


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["", "save/"], ids=["answer", "save"])
@pytest.mark.parametrize(
    ("position", "label", "body"),
    CASES,
    ids=[f"{position}, {label}" for position, label, _ in CASES],
)
def test_a_bad_answer_changes_nothing(as_student, student, part, position, label, body):
    attempt = begin_four(student)

    response = as_student.post(f"{item(attempt, position)}{part}", body, content_type=FORM)

    assert response.status_code == 422
    assert ("Error: " if not part else "Not saved yet") in words(response)
    assert not Response.objects.exists()
    attempt.refresh_from_db()
    assert (attempt.submitted_at, attempt.score) == (None, None)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b'{"answer": "0", "revision": 0}', "application/json", 422),
        (b"answer=0&revision=0", "text/plain", 422),
        (b"--no such boundary", "multipart/form-data; boundary=x", 422),
        (b"answer=0", "multipart/form-data", 400),
        (b"\xff\xfe", f"{FORM}; charset=utf-16", 400),
    ],
    ids=["JSON", "plain text", "no part", "no boundary", "another encoding"],
)
def test_a_body_that_is_no_form_changes_nothing(as_student, student, body, content_type, status):
    attempt = begin_four(student)

    response = as_student.generic("POST", item(attempt), body, content_type)

    assert response.status_code == status
    assert not Response.objects.exists()


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(answer=st.binary(max_size=60), revision=st.binary(max_size=12), position=st.integers(1, 4))
def test_no_bytes_break_a_page(as_student, student, answer, revision, position):
    attempt = begin_four(student, mode="test")
    body = f"answer={_quoted(answer)}&revision={_quoted(revision)}"

    response = as_student.post(item(attempt, position), body, content_type=FORM)

    assert response.status_code in (302, 422)
    assert attempt.responses.exists() is (response.status_code == 302)
    assert as_student.get(item(attempt, position)).status_code == 200


def _quoted(raw: bytes) -> str:
    return "".join(f"%{byte:02X}" for byte in raw)
