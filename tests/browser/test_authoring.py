"""From a pasted article to a published quiz in the admin, with JavaScript and without (A18)."""

import subprocess

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from quizzes.models import Article, DraftRun, Quiz
from tests import factories
from tests.browser.looking import check
from tests.factories import TeacherFactory, UserFactory

TEXT = """Lund gets its bridge

By Ann Writer

The bridge at Lund opened in December 2019 after six years of work. It cost 40 million crowns.

How it was built

“We never doubted it,” said the mayor, Karin Holm, who cut the ribbon. Some 12,000 people came.
"""
QUESTIONS = {
    "Where did the bridge open?": ("Single choice", "The bridge at Lund opened"),
    "The bridge took six years.": ("True or false", "after six years of work"),
    "Who cut the ribbon?": ("Short text", '"We never doubted it," said the mayor, Karin Holm'),
    "How many people came?": ("Number", "Some 12,000 people came"),
}


@pytest.fixture(autouse=True)
def _no_child(monkeypatch):
    """The generator runs in this process: a child would look into another database."""

    class Child:
        def __init__(self, *args, **options):
            pass

        def wait(self):
            return 0

    monkeypatch.setattr(subprocess, "Popen", Child)


@pytest.mark.parametrize("has_javascript", [True, False], ids=["JavaScript", "no JavaScript"])
def test_from_a_paste_to_a_published_quiz(page_of, has_javascript):
    page = page_of(TeacherFactory(), java_script_enabled=has_javascript)
    look = check if has_javascript else lambda page: None  # axe is a script
    page.goto("/admin/")
    look(page)
    page.get_by_role("link", name="Import an article").click()
    look(page)
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_text("Paste the text of an article, or choose a file.")).to_be_visible()
    look(page)

    page.get_by_label("Text:").fill(TEXT)
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("heading", name="What will be kept: 2 passages")).to_be_visible()
    expect(page.get_by_role("cell", name="By Ann Writer")).to_be_visible()
    look(page)
    page.get_by_role("button", name="Import").click()
    expect(page.get_by_text("is imported: 2 passages.")).to_be_visible()
    look(page)

    draft(page, has_javascript)
    look(page)
    page.get_by_role("link", name="Back to the article").click()
    for prompt, (kind, quote) in QUESTIONS.items():
        page.get_by_role("link", name="Write a question").click()
        write(page, prompt, kind, quote, looks_right=has_javascript)
        look(page)
        page.get_by_role("button", name="Save and approve").click()
        expect(page.get_by_role("row", name=prompt)).to_contain_text("Approved")
    look(page)

    page.get_by_role("button", name="Make a quiz of the approved questions").click()
    expect(page.get_by_text("The quiz is made.")).to_be_visible()
    look(page)
    page.get_by_role("button", name="Save and publish").last.click()
    expect(page.get_by_text("Version 1 is published.")).to_be_visible()
    look(page)
    page.get_by_role("link", name="Look at it as students do").click()
    expect(page.get_by_role("button", name="Start")).to_be_visible()
    assert Quiz.objects.get().entries.count() == len(QUESTIONS)


def draft(page: Page, has_javascript: bool) -> None:
    """Press the button, let the generator run, and see what it found."""
    page.get_by_role("button", name="Draft questions").click()
    expect(page.get_by_text("The generator is reading the article.")).to_be_visible()
    call_command("draft_run", DraftRun.objects.get().uid, verbosity=0)
    if not has_javascript:
        page.get_by_role("link", name="See whether it is done").click()
    expect(page.get_by_text("They wait for your review.")).to_be_visible()


def write(page: Page, prompt: str, kind: str, quote: str, *, looks_right: bool) -> None:
    """Fill in the form for a new question."""
    page.get_by_label("Kind:").select_option(index=list(QUESTIONS).index(prompt))
    page.get_by_label("Prompt:").fill(prompt)
    if kind in ("Single choice", "Short text"):
        page.locator("#id_options-0-text").fill("Lund" if kind == "Single choice" else "Karin Holm")
        page.locator("#id_options-0-is_correct").check()
    if kind == "Single choice":
        page.locator("#id_options-1-text").fill("Malmö")
    if kind == "True or false":
        page.get_by_label("The statement is:").select_option("true")
    if kind == "Number":
        page.get_by_label("Right number:").fill("12 thousand")
    page.locator("#id_evidence-0-quote").fill(quote)
    if looks_right:
        expect(page.get_by_label("Right number:")).to_be_visible(visible=kind == "Number")
        expect(page.get_by_label("The statement is:")).to_be_visible(
            visible=kind == "True or false"
        )


def test_what_goes_wrong_is_shown_where_it_is(page_of):
    teacher = TeacherFactory()
    article = factories.PassageFactory(article__owner=teacher).article
    page = page_of(teacher)
    page.goto(f"/admin/quizzes/question/add/?article={article.pk}")

    page.get_by_label("Prompt:").fill("Where?")
    page.locator("#id_options-0-text").fill("Lund")
    page.locator("#id_evidence-0-quote").fill("no such words")
    page.get_by_role("button", name="Save and approve").click()

    expect(page.get_by_text("A single choice question needs 2 to 10 options.")).to_be_visible()
    expect(page.get_by_text("The article does not say this.")).to_be_visible()
    check(page)


def test_options_are_moved_by_buttons(page_of):
    question = factories.QuestionFactory(
        owner=TeacherFactory(), options=[("Lund", True), ("Malmö", False), ("Ystad", False)]
    )
    page = page_of(question.owner)
    page.goto(f"/admin/quizzes/question/{question.pk}/change/")

    up = page.locator("#options-2").get_by_role("button", name="Move up")
    up.click()
    up.press("Enter")
    expect(up).to_be_focused()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()

    assert [option.text for option in question.options.all()] == ["Ystad", "Lund", "Malmö"]


def test_a_question_is_found_and_added_by_some_of_its_words(page_of):
    teacher = TeacherFactory()
    quiz = factories.QuizFactory(owner=teacher)
    wanted = factories.QuestionFactory(owner=teacher, prompt="Who built the bridge?")
    page = page_of(teacher)
    page.goto(f"/admin/quizzes/quiz/{quiz.pk}/change/")

    page.get_by_role("combobox", name="Question:").click()
    page.keyboard.type("who built")
    page.get_by_role("option", name="Who built the bridge?").click()
    page.get_by_role("button", name="Save", exact=True).first.click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()

    assert list(quiz.questions.all()) == [wanted]


def test_an_arabic_article_is_read_from_right_to_left(page_of):
    teacher = TeacherFactory()
    article = factories.ArticleFactory(owner=teacher, language="ar", title="افتتاح الجسر")
    factories.PassageFactory(article=article, text="افتتح الجسر في لوند عام 1987.")
    question = factories.QuestionFactory(
        owner=teacher, article=article, prompt="أين افتتح الجسر؟", status="draft"
    )
    page = page_of(teacher)

    page.goto(f"/admin/quizzes/question/{question.pk}/change/")

    expect(page.locator(".reading")).to_have_css("direction", "rtl")
    expect(page.get_by_label("Prompt:")).to_have_css("direction", "rtl")
    check(page)


def test_the_other_pages_of_the_admin(page_of):
    teacher = TeacherFactory()
    quiz = factories.publish(factories.QuestionFactory(owner=teacher), owner=teacher)
    attempt = factories.AttemptFactory(version=quiz.versions.get())
    student = UserFactory()
    page = page_of(teacher)

    for path in [
        "article/",
        "question/",
        "quiz/",
        "quizversion/",
        "attempt/",
        "user/",
        "user/add/",
        f"user/{student.pk}/change/",
        f"user/{student.pk}/password/",
        f"quizversion/{quiz.versions.get().pk}/change/",
        f"attempt/{attempt.pk}/change/",
        f"quiz/{quiz.pk}/delete/",
        f"article/{Article.objects.get().pk}/delete/",
        f"question/{quiz.questions.get().pk}/history/",
    ]:
        page.goto(f"/admin/quizzes/{path}")
        check(page)
