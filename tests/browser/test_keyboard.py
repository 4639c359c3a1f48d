"""Two whole quizzes by keyboard alone: focus, evidence, announcements, score (A2, A10, A13)."""

from fractions import Fraction

import pytest
from playwright.sync_api import Page, expect

from quizzes.edition import Item
from quizzes.models import Attempt
from tests.browser import student
from tests.factories import UserFactory

MISSED = {2, 5}
ARABIC_FIGURES = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

# The texts on the page whose nearest `lang` is of another script than their letters.
MISNAMED_TEXTS = """() => {
  const wrong = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (parentElement.closest("script, style") || !/\\p{L}/u.test(data)) continue;
    const isArabic = /\\p{Script=Arabic}/u.test(data);
    const language = parentElement.closest("[lang]").lang;
    if (language && isArabic !== (language === "ar")) wrong.push(`${language}: ${data.trim()}`);
  }
  return wrong;
}"""


def typed(item: Item, position: int) -> str:
    answer = student.wrong_answer(item) if position in MISSED else student.right_answer(item)
    is_figure = item.spec["kind"] == "number" and item.spec["language"] == "ar"
    return answer.translate(ARABIC_FIGURES) if is_figure else answer


def walk_in(page: Page, user, slug: str) -> None:
    """From the sign-in form to the first question."""
    page.goto("/")
    student.sign_in(page, user)
    student.press(page, page.locator(f"a[href='/quizzes/{slug}/']"))
    student.press(page, page.get_by_role("button", name="Start"))
    expect(page.get_by_role("region", name="Question 1 of")).to_be_visible()
    page.wait_for_load_state()


def answer_and_read_on(page: Page, item: Item, position: int) -> None:
    """Answer one question, and check all that the page does about it."""
    live = page.locator("#live")
    expect(page.locator("#prompt")).to_have_text(item.prompt)
    expect(page.locator("mark")).to_have_count(0)
    assert item.explanation not in page.content()
    assert live.get_attribute("role") == "status"

    student.give(page, typed(item, position))

    verdict = page.locator("#ask .feedback h3")
    word = "Not quite" if position in MISSED else "Right"
    expect(verdict).to_be_focused()
    expect(verdict).to_have_text(word)
    expect(verdict.locator("svg.icon")).to_be_visible()
    expect(live).to_have_text(word)
    lit = page.locator("#article mark").all_text_contents()
    assert lit == [span.quote for span in item.evidence]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_whole_quiz_by_keyboard(page: Page, request, language):
    slug = request.getfixturevalue({"en": "ever_given", "ar": "hope_probe"}[language])
    items = student.items_of(slug)
    walk_in(page, UserFactory(), slug)

    for position, item in enumerate(items, start=1):
        if position > 1:
            expect(page.locator("#prompt")).to_be_focused()
        answer_and_read_on(page, item, position)
        assert page.evaluate(MISNAMED_TEXTS) == []
        is_last = position == len(items)
        student.press(page, page.get_by_role("link", name="Finish" if is_last else "Next question"))
    expect(page.get_by_role("heading", name="All questions answered")).to_be_focused()
    assert page.evaluate(MISNAMED_TEXTS) == []
    student.press(page, page.get_by_role("button", name="Submit"))

    earned = f"{len(items) - len(MISSED)} of {len(items)}"
    expect(page.get_by_role("heading", name=earned)).to_be_visible()
    assert page.evaluate(MISNAMED_TEXTS) == []
    assert Attempt.objects.get().score == Fraction(len(items) - len(MISSED))
    student.press(page, page.get_by_role("link", name="My scores"))
    expect(page.get_by_role("row").filter(has_text=earned)).to_have_count(1)
    assert page.evaluate(MISNAMED_TEXTS) == []


def test_the_first_tab_leads_past_the_masthead(page_of, ever_given):
    page = page_of(UserFactory())
    page.goto("/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.locator("main a").first).to_be_focused()


def test_the_four_kinds_are_all_asked(ever_given):
    kinds = {item.spec["kind"] for item in student.items_of(ever_given)}

    assert kinds == {"single_choice", "true_false", "short_text", "number"}


def test_an_arabic_quiz_runs_from_right_to_left(page_of, hope_probe):
    page = page_of(UserFactory())

    student.start(page, f"/quizzes/{hope_probe}/")
    page.get_by_role("link", name="Skip", exact=True).click()

    for part in ("#article", "#prompt", "#ask .options"):
        expect(page.locator(part)).to_have_attribute("lang", "ar")
        expect(page.locator(part)).to_have_attribute("dir", "rtl")
    article, question = page.locator("#article").bounding_box(), page.locator("#ask").bounding_box()
    assert question["x"] < article["x"]
