"""S1: nothing that reveals the key leaves the server before the feedback moment."""

import copy
import re
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from quizzes.models import Attempt, Question, QuizVersion
from tests import factories
from tests.taking import begin_now, item

CANARIES = ["EXPLAINEDCANARY", "FEEDBACKCANARY", "ACCEPTEDCANARY", "47110815"]
POSITIONS = (1, 2, 3, 4)
# Right, wrong, and bad for each kind.
ANSWERS = {
    1: ("0", "1", "99"),
    2: ("true", "false", "maybe"),
    3: ("acceptedcanary", "Malmö", "?"),
    4: ("47,110,815", "12", "many"),
}


def four_with_canaries() -> list[Question]:
    article = factories.ArticleFactory()
    common = {"article": article, "explanation": "EXPLAINEDCANARY"}
    questions = [
        factories.QuestionFactory(**common),
        factories.TrueFalseFactory(**common),
        factories.ShortTextFactory(**common, options=[("ACCEPTEDCANARY", True)]),
        factories.NumberFactory(**common, value=47110815, unit="crowns"),
    ]
    for question in questions:
        question.options.update(feedback="FEEDBACKCANARY")
    return list(Question.objects.all())


def begin(student, mode: str) -> Attempt:
    return begin_now(student, *four_with_canaries(), mode=mode, shuffle=False)


def in_every_state(client: Client, attempt: Attempt, which: int) -> Iterator[HttpResponse]:
    """What a student can get before the feedback moment, saving right or wrong answers."""
    overview = f"/attempts/{attempt.public_id}/"
    for url in ("/", attempt.quiz.get_absolute_url(), overview, "/scores/"):
        yield client.get(url)
    for position in POSITIONS:
        url, form = item(attempt, position), {"answer": ANSWERS[position][which], "revision": "0"}
        yield client.get(url)
        yield client.post(url, {"answer": ANSWERS[position][2], "revision": "0"})  # 422
        yield client.post(url, {"revision": "0"})  # 422
        yield client.post(f"{url}save/", {"revision": "0"})  # 422
        yield client.post(f"{url}save/", form)
        yield client.post(f"{url}save/", form)  # a replay
        yield client.get(url)
        other = {"answer": ANSWERS[position][1 - which], "revision": "0"}
        yield client.post(f"{url}save/", other)  # 409
        yield client.post(url, other)  # 409
        if attempt.mode == "test":
            yield client.post(url, form)
            yield client.get(url)
    yield client.get(overview)
    yield client.get(f"{overview}resume/")
    yield client.get(f"{overview}result/")


@pytest.mark.django_db
@pytest.mark.parametrize("mode", ["practice", "test"])
@pytest.mark.parametrize("which", [0, 1], ids=["right answers", "wrong answers"])
def test_no_canary_sings_before_the_feedback_moment(as_student, student, mode, which):
    attempt = begin(student, mode)

    statuses = set()
    for response in in_every_state(as_student, attempt, which):
        statuses.add(response.status_code)
        text = f"{response.headers}\n{response.content.decode()}"
        assert not [canary for canary in CANARIES if canary in text]
        assert "<mark" not in text
        assert 'id="evidence"' not in text
        assert not re.search(r"is.correct|is.key|\bkey\b", text)
    assert statuses == {200, 302, 409, 422}


@pytest.mark.django_db
def test_the_canaries_sing_at_the_feedback_moment(as_student, student):
    attempt = begin(student, "practice")

    for position in POSITIONS:
        url = item(attempt, position)
        form = {"answer": ANSWERS[position][1], "revision": "0"}
        page = as_student.post(url, form, follow=True).content.decode()
        assert "EXPLAINEDCANARY" in page
        assert "<mark" in page
        assert ("FEEDBACKCANARY" in page) is (position == 1)
    assert "ACCEPTEDCANARY" in as_student.get(item(attempt, 3)).content.decode()
    assert "47,110,815 crowns" in as_student.get(item(attempt, 4)).content.decode()


@pytest.mark.django_db
def test_feedback_on_one_question_tells_nothing_of_the_others(as_student, student):
    attempt = begin(student, "practice")
    as_student.post(item(attempt), {"answer": "0", "revision": "0"})

    for position in (2, 3, 4):
        page = as_student.get(item(attempt, position)).content.decode()
        assert not [canary for canary in CANARIES if canary in page]
        assert "<mark" not in page


def with_another_key(content: dict) -> dict:
    """The same questions, with every key, explanation, feedback and evidence another."""
    content = copy.deepcopy(content)
    choice, statement, text, number = (each["spec"] for each in content["items"])
    for option in choice["options"]:
        option["is_correct"] = not option["is_correct"]
    statement["truth"] = not statement["truth"]
    text["options"] = [{"text": "Somewhere else", "is_correct": True}] * 2
    number["value"], number["tolerance"] = "3", "1"
    for each in content["items"]:
        each["explanation"] = "Another explanation, and a longer one."
        each["feedback"] = ["Another feedback"] * len(each["feedback"])
        each["evidence"][0] |= {"start": 35, "end": 61, "quote": "It cost 40 million crowns."}
    return content


def masked(response: HttpResponse) -> tuple[int, dict[str, str], str]:
    """All that left the server, without the CSRF token and the clock."""
    body = re.sub(
        r'(csrfmiddlewaretoken" value="|X-CSRFToken": ")\w+', r"\1", response.content.decode()
    )
    headers = {name: value for name, value in response.headers.items() if name != "Expires"}
    return response.status_code, headers, body


@pytest.mark.django_db
@pytest.mark.parametrize("mode", ["practice", "test"])
@pytest.mark.parametrize("which", [0, 1], ids=["one answer", "the other"])
def test_with_another_key_every_page_is_the_same_to_the_byte(as_student, student, mode, which):
    attempt = begin(student, mode)
    as_student.get("/")  # sets the cookie of the token

    def replayed():
        with transaction.atomic():
            pages = [masked(page) for page in in_every_state(as_student, attempt, which)]
            transaction.set_rollback(True)
        return pages

    before = replayed()
    version = QuizVersion.objects.filter(pk=attempt.version_id)
    version.update(content=with_another_key(attempt.version.content))
    after = replayed()

    assert len(before) > 40
    assert after == before
