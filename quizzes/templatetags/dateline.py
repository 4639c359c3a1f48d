"""Display only: icons, the evidence lit in a passage, a score as people write it."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from quizzes.edition import Span
from quizzes.text.language import direction

register = template.Library()

ICONS = {"right": "M5 13l4 4L19 7", "wrong": "M6 6l12 12M18 6L6 18"}


@register.simple_tag
def icon(name: str) -> SafeString:
    """A line drawing for the eye; the word beside it says the same to everyone."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>', ICONS[name]
    )


@register.simple_tag
def lit(text: str, spans: Sequence[Span], passage: int) -> SafeString:
    """A passage with its evidence marked; the first mark of an article is ``#evidence``."""
    here = _disjoint(sorted((s.start, s.end) for s in spans if s.passage == passage))
    first = min((span.passage for span in spans), default=None) == passage
    pieces, done = [], 0
    for number, (start, end) in enumerate(here):
        anchor = mark_safe(' id="evidence"') if first and number == 0 else ""
        pieces.append((text[done:start], anchor, text[start:end]))
        done = end
    marked = format_html_join("", "{}<mark{}>{}</mark>", pieces)
    return marked + conditional_escape(text[done:])


def _disjoint(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted spans, with those that overlap joined."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


@register.filter
def points(score: Fraction | None) -> str:
    """A score with at most one decimal, rounded down: what is shown is never more than earned."""
    if score is None:
        return "–"
    tenths = int(score * 10)
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}"


@register.filter
def from_iso(text: str) -> date | None:
    """The date that a version's content holds as text."""
    return date.fromisoformat(text) if text else None


@register.filter
def reading_direction(language: str) -> str:
    """``ltr`` or ``rtl``."""
    return direction(language)
