"""The same quizzes with JavaScript off, and a test that keeps its key until the end (A17)."""

import pytest
from playwright.sync_api import Page, expect

from quizzes.models import Attempt, QuizMode, Response
from tests.browser import student
from tests.factories import UserFactory

FIRST_THOUGHTS = ["Malmö", "True", "Lund", "3"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_whole_quiz_without_javascript(page_of, request, language):
    slug = request.getfixturevalue({"en": "ever_given", "ar": "hope_probe"}[language])
    items = student.items_of(slug)
    page = page_of(UserFactory(), java_script_enabled=False)
    student.start(page, f"/quizzes/{slug}/")

    for position, item in enumerate(items, start=1):
        expect(page.locator("#prompt")).to_have_text(item.prompt)
        expect(page.locator("mark")).to_have_count(0)
        fill(page, student.right_answer(item))
        page.get_by_role("button", name="Answer").dblclick()
        expect(page.locator("#ask .feedback h3")).to_have_text("Right")
        expect(page.locator("#ask .feedback h3")).to_be_in_viewport()
        lit = page.locator("#article mark").all_text_contents()
        assert lit == [span.quote for span in item.evidence]
        is_last = position == len(items)
        page.get_by_role("link", name="Finish" if is_last else "Next question").click()
    expect(page.get_by_role("heading", name="All questions answered")).to_be_visible()
    page.get_by_role("button", name="Submit").click()

    earned = f"{len(items)} of {len(items)}"
    expect(page.get_by_role("heading", name=earned)).to_be_visible()
    assert Attempt.objects.get().score == len(items)
    assert Response.objects.filter(revision=1).count() == len(items)


@pytest.mark.parametrize("has_javascript", [True, False], ids=["htmx", "no JavaScript"])
def test_a_test_tells_nothing_before_it_is_submitted(page_of, has_javascript):
    page = page_of(UserFactory(), java_script_enabled=has_javascript)
    student.start_four(page, mode=QuizMode.TEST)

    for position, answer in enumerate(FIRST_THOUGHTS, start=1):
        expect(page.get_by_role("region", name=f"Question {position} of 4")).to_be_visible()
        if position == 3:
            page.get_by_role("link", name="Skip", exact=True).click()
            continue
        fill(page, answer)
        page.get_by_role("button", name="Save and").click()
        expect(page.locator(".feedback")).to_have_count(0)
        expect(page.locator("mark")).to_have_count(0)
    expect(page.get_by_role("heading", name="1 question still open")).to_be_visible()
    assert page.locator(".overview .state").all_text_contents() == [
        "Saved",
        "Saved",
        "Open",
        "Saved",
    ]

    change_the_first_answer(page)
    page.get_by_role("link", name="All questions").click()
    page.get_by_role("button", name="Submit").click()

    expect(page.get_by_role("heading", name="2 of 4")).to_be_visible()
    expect(page.locator("#q1 .feedback h4")).to_have_text("Right")
    expect(page.locator("#q3 .feedback h4")).to_have_text("No answer")
    assert Attempt.objects.get().score == 2


def change_the_first_answer(page: Page) -> None:
    page.locator(".overview").get_by_role("link").first.click()
    expect(page.get_by_role("radio", name="Malmö")).to_be_checked()
    fill(page, "Lund")
    page.get_by_role("button", name="Save and go on").click()
    expect(page.get_by_role("region", name="Question 2 of 4")).to_be_visible()


def fill(page: Page, answer: str) -> None:
    if page.get_by_role("radio").count():
        page.get_by_role("radio", name=answer, exact=True).check()
    else:
        page.get_by_role("textbox").fill(answer)
