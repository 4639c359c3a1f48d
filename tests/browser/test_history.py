"""Back shows what is true now, one step for each page (R11)."""

from django.utils import timezone
from playwright.sync_api import Page, expect

from quizzes import attempts
from quizzes.models import Attempt
from tests.browser import student
from tests.factories import UserFactory


def answer_first(page: Page) -> None:
    page.get_by_role("radio", name="Lund").check()
    page.get_by_role("button", name="Answer").click()
    expect(page.locator(".feedback")).to_be_visible()


def back(page: Page) -> None:
    page.evaluate("history.back()")


def test_back_goes_from_question_to_question(page_of):
    page = page_of(UserFactory(), viewport={"width": 360, "height": 720})
    student.start_four(page)
    answer_first(page)
    page.get_by_role("link", name="Next question").click()
    expect(page.get_by_role("region", name="Question 2 of 4")).to_be_visible()

    back(page)

    expect(page.locator(".feedback h3")).to_have_text("Right")
    expect(page.locator(".fold")).not_to_have_attribute("open", "")
    page.evaluate("history.forward()")
    expect(page.get_by_role("radio", name="True")).to_be_visible()
    back(page)
    expect(page.locator(".feedback h3")).to_have_text("Right")
    back(page)
    expect(page.get_by_role("button", name="Continue")).to_be_visible()


def test_trouble_is_told_after_back_too(page_of):
    page = page_of(UserFactory())
    student.start_four(page)
    page.get_by_role("link", name="Skip", exact=True).click()
    expect(page.get_by_role("region", name="Question 2 of 4")).to_be_visible()
    back(page)
    expect(page.get_by_role("region", name="Question 1 of 4")).to_be_visible()
    page.wait_for_load_state()
    page.context.set_offline(True)

    page.get_by_role("radio", name="Lund").check()

    expect(page.get_by_role("alert")).to_contain_text("Not saved")


def test_back_after_submitting_shows_the_result(page_of):
    page = page_of(UserFactory())
    student.start_four(page)
    answer_first(page)
    page.get_by_role("link", name="All questions").click()
    page.get_by_role("button", name="Submit").click()
    score = page.get_by_role("heading", name="1 of 4")
    expect(score).to_be_visible()

    for _ in range(2):
        back(page)

        expect(score).to_be_visible()
        expect(page.get_by_role("button", name="Submit")).to_have_count(0)
        expect(page.get_by_role("button", name="Answer")).to_have_count(0)


def test_back_after_signing_out_shows_nothing(page_of):
    page = page_of(UserFactory())
    student.start_four(page)
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()

    back(page)

    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(page.locator("#ask")).to_have_count(0)


def test_a_page_shown_from_memory_asks_how_things_stand(page_of):
    page = page_of(UserFactory())
    student.start_four(page)
    attempts.submit(Attempt.objects.get(), now=timezone.now())

    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")

    expect(page.get_by_role("heading", name="0 of 4")).to_be_visible()
