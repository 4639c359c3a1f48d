"""Double clicks, slow and broken networks, a failing server, a session that ended (R5, R9, R10)."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, Route, expect

from quizzes.models import Response
from tests.browser import student
from tests.factories import UserFactory

ITEM = "**/attempts/*/*/"
SAVE = "**/attempts/*/*/save/"


def start(page: Page, position: int = 1) -> None:
    student.start_four(page, shuffle=False)
    if position > 1:
        page.goto(page.url.replace("/1/", f"/{position}/"))


def answer_button(page: Page):
    return page.get_by_role("button", name="Answer")


def test_a_double_click_records_one_answer(page_of):
    page = page_of(UserFactory())
    start(page, 3)
    sent = []
    page.on("request", lambda request: sent.append(request.method))

    page.get_by_role("textbox").fill("Lund")
    answer_button(page).dblclick()

    expect(page.locator(".feedback h3")).to_be_focused()
    expect(page.locator(".feedback")).to_have_count(1)
    page.get_by_role("link", name="Next question").click()
    expect(page.get_by_role("region", name="Question 4 of 4")).to_be_visible()
    assert sent.count("POST") == 1
    assert [(r.answer, r.revision) for r in Response.objects.all()] == [("Lund", 1)]


def test_an_answer_waits_for_the_save_before_it(page_of):
    page = page_of(UserFactory())
    start(page)
    held: list[Route] = []
    page.route(SAVE, lambda route: held.append(route), times=1)

    with page.expect_request(SAVE):
        page.get_by_role("radio", name="Lund").check()
    answer_button(page).click()
    expect(answer_button(page)).to_be_focused()
    expect(page.locator("#saved")).to_have_text("Saving…")
    expect(page.locator(".feedback")).to_have_count(0)
    held.pop().continue_()

    expect(page.locator(".feedback h3")).to_have_text("Right")
    answer = Response.objects.get()
    assert (answer.answer, answer.revision, answer.checked_at is None) == (0, 2, False)


def test_the_last_of_several_choices_is_the_one_saved(page_of):
    page = page_of(UserFactory())
    start(page)
    held: list[Route] = []
    page.route(SAVE, lambda route: held.append(route), times=1)

    with page.expect_request(SAVE):
        page.get_by_role("radio", name="Lund").check()
    page.get_by_role("radio", name="Malmö").check()
    held.pop().continue_()

    expect(page.locator("#saved")).to_have_text("Saved")
    page.reload()
    expect(page.get_by_role("radio", name="Malmö")).to_be_checked()


def test_what_is_typed_and_skipped_at_once_is_offered_again(page_of):
    page = page_of(UserFactory())
    start(page, 3)

    page.get_by_role("textbox").fill("Lund")
    page.get_by_role("link", name="Skip", exact=True).click()
    expect(page.get_by_role("region", name="Question 4 of 4")).to_be_visible()
    page.get_by_role("link", name="Previous").click()

    expect(page.get_by_role("textbox")).to_have_value("Lund")


def test_offline_keeps_the_choice_and_says_so(page_of):
    page = page_of(UserFactory())
    start(page)
    page.get_by_role("radio", name="Malmö").check()
    expect(page.locator("#saved")).to_have_text("Saved")
    page.context.set_offline(True)

    page.get_by_role("radio", name="Lund").check()

    expect(page.get_by_role("alert").filter(has_text="Not saved")).to_be_visible()
    expect(page.locator("#saved")).to_have_text("Not saved yet")
    answer_button(page).click()
    expect(page.get_by_role("radio", name="Lund")).to_be_checked()

    page.context.set_offline(False)
    expect(page.locator("#saved")).to_have_text("Saved")
    expect(page.locator("#trouble")).to_be_empty()
    answer_button(page).click()
    expect(page.locator(".feedback h3")).to_have_text("Right")


def test_a_server_that_never_answers_is_not_waited_for(page_of):
    page = page_of(UserFactory())
    start(page)
    assert 0 < page.evaluate("htmx.config.timeout") <= 20_000
    page.evaluate("htmx.config.timeout = 100")
    page.route(SAVE, lambda route: None)

    page.get_by_role("radio", name="Lund").check()

    expect(page.get_by_role("alert")).to_contain_text("Not saved: the connection failed.")


def test_offline_says_that_a_page_did_not_come(page_of):
    page = page_of(UserFactory())
    start(page)
    page.context.set_offline(True)

    page.get_by_role("link", name="Skip", exact=True).click()

    expect(page.get_by_role("alert")).to_contain_text("Not loaded")


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (500, "Not saved: something went wrong on our side"),
        (403, "Not saved: this page is too old"),
    ],
)
def test_a_refusal_of_the_server_is_put_in_words(page_of, status, words):
    page = page_of(UserFactory())
    start(page, 3)
    page.route(ITEM, lambda route: route.fulfill(status=status, body="<h1>Sorry</h1>"))

    page.get_by_role("textbox").fill("Lund")
    answer_button(page).click()

    expect(page.get_by_role("alert")).to_contain_text(words)
    expect(page.get_by_role("textbox")).to_have_value("Lund")
    page.unroute(ITEM)
    answer_button(page).click()
    expect(page.locator(".feedback h3")).to_have_text("Right")
    expect(page.locator("#trouble")).to_be_empty()


def test_a_save_that_failed_is_tried_again(page_of):
    page = page_of(UserFactory())
    start(page)
    page.clock.install()
    page.route(SAVE, lambda route: route.fulfill(status=503))
    page.get_by_role("radio", name="Lund").check()
    expect(page.locator("#saved")).to_have_text("Not saved yet")
    page.unroute(SAVE)

    page.clock.fast_forward("01:00")

    expect(page.locator("#saved")).to_have_text("Saved")
    expect(page.locator("#trouble")).to_be_empty()


def test_an_answer_whose_reply_was_lost_can_be_sent_again(page_of):
    page = page_of(UserFactory())
    start(page, 3)

    def lose_the_reply(route: Route) -> None:
        route.fetch(max_redirects=0)
        route.abort()

    page.route(ITEM, lose_the_reply)
    page.get_by_role("textbox").fill("Lund")
    answer_button(page).click()
    expect(page.get_by_role("alert")).to_contain_text("Not saved")
    page.unroute(ITEM)
    answer_button(page).click()

    expect(page.locator(".feedback h3")).to_have_text("Right")
    assert Response.objects.get().revision == 1


def test_an_ended_session_leads_through_the_sign_in_back_to_the_question(page_of):
    user = UserFactory()
    page = page_of(user)
    start(page, 3)
    question = page.url
    page.get_by_role("textbox").fill("Lund")
    Session.objects.all().delete()

    answer_button(page).click()

    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(page.locator("#ask")).to_have_count(0)
    student.sign_in(page, user)
    expect(page).to_have_url(question)
    expect(page.get_by_role("textbox")).to_have_value("Lund")
    expect(page.locator("#saved")).to_have_text("Not saved yet")
    answer_button(page).click()
    expect(page.locator(".feedback h3")).to_have_text("Right")


def test_signing_out_forgets_what_was_kept(page_of):
    user = UserFactory()
    page = page_of(user)
    start(page, 3)
    page.get_by_role("textbox").fill("Lund")
    assert "Lund" in page.evaluate("Object.values(sessionStorage)")

    page.get_by_role("button", name="Sign out").click()

    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.wait_for_load_state()
    assert page.evaluate("sessionStorage.length") == 0
