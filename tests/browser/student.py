"""What a student does, with the keyboard alone."""

from playwright.sync_api import Locator, Page, expect

from quizzes.edition import Edition, Item
from quizzes.models import Quiz, QuizVersion, User
from tests.factories import PASSWORD, publish
from tests.taking import four_kinds

MOST_TABS = 40


def items_of(slug: str) -> list[Item]:
    """What the quiz asks, in order."""
    return list(Edition.from_json(QuizVersion.objects.get(quiz__slug=slug).content).items)


def right_answer(item: Item) -> str:
    """What to choose or to type to be right."""
    return item.spec["value"] if item.spec["kind"] == "number" else item.kind.key_texts()[0]


def wrong_answer(item: Item) -> str:
    """What to choose or to type to be wrong."""
    match item.spec["kind"]:
        case "single_choice":
            return next(o["text"] for o in item.spec["options"] if not o["is_correct"])
        case "true_false":
            return item.kind.show(not item.spec["truth"])
        case "number":
            return "3"
        case _:
            return "لا أدري" if item.spec["language"] == "ar" else "No idea"


def has_focus(element: Locator) -> bool:
    return element.evaluate("element => element === document.activeElement")


def tab_to(page: Page, element: Locator) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if has_focus(element):
            return
    raise AssertionError(f"Tab never reaches {element}.")


def press(page: Page, element: Locator) -> None:
    """Go to a link or a button with Tab, and press Enter."""
    tab_to(page, element)
    page.keyboard.press("Enter")


def sign_in(page: Page, user: User) -> None:
    """Fill in the form on the page."""
    expect(page.get_by_label("Username")).to_be_focused()
    page.keyboard.type(user.username)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")


def start(page: Page, address: str) -> None:
    """From a quiz's own page to its first question, with the scripts at work."""
    page.goto(address)
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("region", name="Question 1 of")).to_be_visible()
    page.wait_for_load_state()


def start_four(page: Page, **quiz: object) -> Quiz:
    """To the first question of a new quiz: right are "Lund", "True", "Lund" and "40"."""
    made = publish(*four_kinds(), **quiz)
    start(page, made.get_absolute_url())
    return made


def give(page: Page, answer: str) -> None:
    """Choose or type the answer to the question on the page, and press Answer."""
    if page.get_by_role("radio").count():
        choose(page, answer)
        press(page, page.get_by_role("button", name="Answer"))
    else:
        tab_to(page, page.get_by_role("textbox"))
        page.keyboard.type(answer)
        page.keyboard.press("Enter")


def choose(page: Page, answer: str) -> None:
    """Go to the options with Tab, and through them with the arrow until the answer is chosen."""
    options = page.get_by_role("radio")
    tab_to(page, options.first)
    page.keyboard.press("Space")
    wanted = page.get_by_role("radio", name=answer, exact=True)
    for _ in range(options.count()):
        if wanted.is_checked():
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"The arrow never reaches {answer}.")
