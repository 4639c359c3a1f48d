"""Every page of ours in every state it has (A1 to A10)."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from quizzes import attempts
from quizzes.asking import all_asked
from quizzes.models import Attempt
from tests import factories
from tests.browser import student
from tests.browser.looking import check
from tests.factories import NOON, PASSWORD, TeacherFactory, UserFactory

BIG_FORM = """() => {
  const form = document.querySelector("main form");
  for (let i = 0; i <= 6000; i++) {
    const input = document.createElement("input");
    input.name = `field${i}`;
    form.append(input);
  }
  form.submit();
}"""


def test_signing_in(page: Page):
    page.goto("/accounts/sign-in/")
    check(page)

    page.get_by_label("Username").fill("nobody")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Sign in").click()

    expect(page.get_by_role("alert").filter(has_text="Error")).to_be_visible()
    check(page)


def test_changing_the_password(page_of):
    page = page_of(UserFactory())
    page.goto("/accounts/password/")
    check(page)
    page.get_by_role("button", name="Change password").click()
    expect(page.get_by_text("Error:").first).to_be_visible()
    check(page)

    page.get_by_label("Old password").fill(PASSWORD)
    page.get_by_label("New password", exact=True).fill("a louder harbour")
    page.get_by_label("New password confirmation").fill("a louder harbour")
    page.get_by_role("button", name="Change password").click()

    expect(page.get_by_role("heading", name="Your password is changed")).to_be_visible()
    check(page)


@pytest.mark.parametrize("make", [UserFactory, TeacherFactory], ids=["student", "teacher"])
def test_pages_with_nothing_on_them_yet(page_of, make):
    page = page_of(make())
    for address in ("/", "/scores/"):
        page.goto(address)
        check(page)


def test_lists_of_quizzes_and_scores(page_of, ever_given, hope_probe):
    user = UserFactory()
    page = page_of(user)
    for address in (f"/quizzes/{ever_given}/", f"/quizzes/{hope_probe}/"):
        page.goto(address)
        check(page)
    finish(user, ever_given)
    finish(user, hope_probe)

    for address in ("/", "/scores/", f"/quizzes/{ever_given}/", f"/quizzes/{hope_probe}/"):
        page.goto(address)
        check(page)


def test_what_a_teacher_sees(page_of, ever_given):
    page = page_of(TeacherFactory(is_superuser=True))
    page.goto(f"/teaching/{ever_given}/")
    check(page)
    finish(UserFactory(display_name="Amina Haddad"), ever_given)

    for address in ("/teaching/", f"/teaching/{ever_given}/"):
        page.goto(address)
        check(page)
    page.get_by_role("link", name="Review").click()
    expect(page.get_by_role("heading", name="0 of 8")).to_be_visible()
    check(page)


def test_a_teacher_without_quizzes(page_of):
    page = page_of(TeacherFactory())
    page.goto("/teaching/")
    check(page)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_taking_a_quiz(page_of, request, language):
    slug = request.getfixturevalue({"en": "ever_given", "ar": "hope_probe"}[language])
    items = student.items_of(slug)
    page = page_of(UserFactory())
    student.start(page, f"/quizzes/{slug}/")
    first = page.url
    place = {item.spec["kind"]: position for position, item in reversed(list(enumerate(items, 1)))}

    for kind, position in place.items():
        page.goto(first.replace("/1/", f"/{position}/"))
        check(page)
        if kind in ("true_false", "short_text"):
            send(page)
            expect(page.locator("#ask .error")).to_be_focused()
            check(page)
        is_right = kind in ("single_choice", "number")
        answer = student.right_answer if is_right else student.wrong_answer
        student.give(page, answer(items[position - 1]))
        expect(page.locator(".feedback h3")).to_have_text("Right" if is_right else "Not quite")
        check(page)
    page.get_by_role("link", name="All questions").click()
    expect(page.get_by_role("heading", name="4 questions still open")).to_be_visible()
    check(page)
    answer_the_rest()
    page.reload()
    expect(page.get_by_role("heading", name="All questions answered")).to_be_visible()
    check(page)
    page.get_by_role("button", name="Submit").click()
    expect(page.locator("h1.score")).to_be_visible()
    check(page)


def test_an_answer_given_elsewhere(page_of, ever_given):
    page = page_of(UserFactory())
    student.start(page, f"/quizzes/{ever_given}/")
    answer_the_rest()

    page.get_by_role("radio", name="True").check()
    send(page)

    expect(page.locator("#ask .problem")).to_be_focused()
    check(page)


def test_time_that_is_up(page_of):
    user = UserFactory()
    quiz = factories.publish(time_limit=5, mode="test")
    attempt = attempts.start(user, quiz, now=NOON)
    page = page_of(user)

    page.goto(attempt.get_absolute_url())

    expect(page.get_by_role("heading", name="Time is up")).to_be_visible()
    check(page)


def test_an_offline_moment(page_of):
    page = page_of(UserFactory())
    student.start(page, factories.publish().get_absolute_url())
    page.context.set_offline(True)

    page.get_by_role("radio", name="Lund").check()

    expect(page.get_by_role("alert")).to_contain_text("Not saved")
    check(page)


def test_pages_for_requests_that_fail(page_of):
    page = page_of(UserFactory())

    page.goto("/accounts/password/")
    failed(page, 400, "That request could not be read", lambda: page.evaluate(BIG_FORM))
    failed(page, 403, "This page is not for you", lambda: page.goto("/teaching/"))
    page.goto("/accounts/password/")
    page.context.clear_cookies(name="csrftoken")
    failed(page, 403, "That form has grown old", lambda: send(page, "Change password"))
    failed(page, 404, "There is nothing here", lambda: page.goto("/nowhere/"))
    factories.QuizVersionFactory(content={"broken": True})
    failed(page, 500, "Something went wrong on our side", lambda: page.goto("/"))


def failed(page: Page, status: int, heading: str, act) -> None:
    with page.expect_response(lambda response: response.status == status):
        act()
    expect(page.get_by_role("heading", name=heading)).to_be_visible()
    check(page)


def send(page: Page, name: str = "Answer") -> None:
    page.get_by_role("button", name=name).click()


def answer_the_rest() -> None:
    """Answer whatever is open in the only attempt there is, on another device as it were."""
    for asked in all_asked(Attempt.objects.get()):
        if asked.response is None:
            kind = asked.kind
            answer = False if kind == "true_false" else 0 if kind == "single_choice" else "7"
            attempts.answer(asked, answer, revision=0, now=timezone.now())


def finish(user, slug: str) -> None:
    """One submitted and one open attempt."""
    quiz = factories.models.Quiz.objects.get(slug=slug)
    attempts.submit(attempts.start(user, quiz, now=NOON), now=NOON)
    attempts.start(user, quiz, now=NOON)
