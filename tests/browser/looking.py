"""What any page must pass, looked at wide and narrow, by day and by night (A7, A8, A9)."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

STANDARD = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
# By night a page differs in nothing but its colours.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
WIDTHS = (1280, 360)
NARROWEST = 320
SMALLEST_TARGET = 24
AXE = Axe().axe_script

SMALL_TARGETS = """smallest => [...document.querySelectorAll(
  ".masthead :is(a, button), .actions :is(a, button), .ways a, .tiles a, td a, .option, summary"
)].filter(e => e.checkVisibility() && e.getClientRects().length)
  .map(e => [e.textContent.trim(), e.getBoundingClientRect()])
  .filter(([, box]) => box.width < smallest || box.height < smallest)
  .map(([text, box]) => `${text}: ${box.width} by ${box.height}`)"""


def check(page: Page) -> None:
    """Fail when the page, in its present state, breaks a rule in any of the ways to look at it."""
    page.emulate_media(reduced_motion="reduce")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        _run_axe(page, STANDARD)
        assert page.evaluate(SMALL_TARGETS, SMALLEST_TARGET) == []
    page.emulate_media(color_scheme="dark")
    _run_axe(page, COLOURS)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": NARROWEST, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST, page.title()


def _run_axe(page: Page, rules: dict) -> None:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    assert not found, f"{page.title()}, {page.viewport_size['width']} px:\n{_told(found)}"


def _told(violations: list[dict]) -> str:
    return "\n".join(
        f"{violation['id']}: {node['html'][:200]} {node['failureSummary']}"
        for violation in violations
        for node in violation["nodes"]
    )
