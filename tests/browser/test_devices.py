"""Going on after a reload, on another device, and on two at once (R5, R6)."""

import pytest
from playwright.sync_api import expect

from quizzes.models import QuizMode, Response
from tests.browser import student
from tests.factories import UserFactory

TAKEN_ELSEWHERE = "This question was answered in another window or on another device."


def test_a_reload_keeps_answers_and_drafts(page_of):
    page = page_of(UserFactory())
    student.start_four(page, shuffle=False)
    page.get_by_role("radio", name="Lund").check()
    page.get_by_role("button", name="Answer").click()
    page.get_by_role("link", name="Next question").click()
    page.get_by_role("radio", name="False").check()
    expect(page.locator("#saved")).to_have_text("Saved")

    page.reload()

    expect(page.get_by_role("radio", name="False")).to_be_checked()
    expect(page.locator("#saved")).to_have_text("Saved")
    page.get_by_role("link", name="Previous").click()
    expect(page.locator(".feedback h3")).to_have_text("Right")


def test_what_is_typed_is_saved_without_a_press_of_the_button(page_of):
    page = page_of(UserFactory())
    student.start_four(page, shuffle=False)
    page.goto(page.url.replace("/1/", "/3/"))

    page.get_by_role("textbox").press_sequentially("Lund")

    expect(page.locator("#saved")).to_have_text("Saved")
    page.reload()
    expect(page.get_by_role("textbox")).to_have_value("Lund")


def test_another_device_goes_on_at_the_first_open_question(page_of):
    user = UserFactory()
    laptop, phone = page_of(user), page_of(user, viewport={"width": 360, "height": 720})
    quiz = student.start_four(laptop, shuffle=False)
    laptop.get_by_role("radio", name="Malmö").check()
    expect(laptop.locator("#saved")).to_have_text("Saved")

    phone.goto(quiz.get_absolute_url())
    phone.get_by_role("button", name="Continue").click()

    expect(phone.get_by_role("region", name="Question 2 of 4")).to_be_visible()
    phone.get_by_role("link", name="Previous").click()
    expect(phone.get_by_role("radio", name="Malmö")).to_be_checked()


@pytest.mark.parametrize("has_javascript", [True, False], ids=["htmx", "no JavaScript"])
@pytest.mark.parametrize("mode", QuizMode.values)
def test_the_second_of_two_answers_is_refused_in_plain_words(page_of, has_javascript, mode):
    user = UserFactory()
    laptop, phone = page_of(user), page_of(user, java_script_enabled=has_javascript)
    student.start_four(laptop, shuffle=False, mode=mode)
    phone.goto(laptop.url)
    laptop.get_by_role("radio", name="Malmö").check()
    laptop.get_by_role("button", name="Answer" if mode == "practice" else "Save").click()
    expect(laptop.locator(".feedback" if mode == "practice" else "#prompt")).to_be_visible()

    with phone.expect_response(lambda response: response.request.method == "POST") as answered:
        phone.get_by_role("radio", name="Lund").check()
        phone.get_by_role("button", name="Answer" if mode == "practice" else "Save").click()

    problem = phone.locator("#ask .problem")
    expect(problem).to_contain_text(TAKEN_ELSEWHERE)
    assert answered.value.status == 409
    if has_javascript:
        expect(problem).to_be_focused()
    if mode == "practice":
        expect(phone.locator(".option", has_text="Malmö")).to_contain_text("Your answer")
    else:
        expect(phone.get_by_role("radio", name="Malmö")).to_be_checked()
    assert list(Response.objects.values_list("answer", flat=True)) == [1]


def test_an_answer_from_a_stale_page_counts_once_it_has_seen_the_one_that_stands(page_of):
    user = UserFactory()
    laptop, phone = page_of(user), page_of(user)
    student.start_four(laptop, shuffle=False, mode=QuizMode.TEST)
    phone.goto(laptop.url)
    laptop.get_by_role("radio", name="Malmö").check()
    expect(laptop.locator("#saved")).to_have_text("Saved")

    phone.get_by_role("radio", name="Lund").check()
    expect(phone.locator("#saved")).to_contain_text("Not saved")
    phone.reload()
    phone.get_by_role("radio", name="Lund").check()
    expect(phone.locator("#saved")).to_have_text("Saved")

    assert list(Response.objects.values_list("answer", flat=True)) == [0]
