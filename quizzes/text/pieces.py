"""The paragraphs of a page, told apart: what is the article's own, and what is dropped and why.

A paragraph is judged by itself and by its place; a heading is only known once it is seen what
follows it, so that here it is a ``line``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from quizzes.text import boilerplate, dates, front_matter, paragraphs

_TWEET = re.compile(r"[—–-]\s?[^()]{1,80}\(@\w{1,30}\)(?:\s.{0,40})?$")
_SIGNATURE = re.compile(r"[—–-]\s?[^.]{2,120}")
_QUOTED = re.compile(r"[\"”’»]$")


Role = Literal["title", "line", "heading", "prose", "item", "drop"]


@dataclass(frozen=True)
class Piece:
    """A paragraph, or a part of one; a dropped one has a reason, and the day it names, if any."""

    role: Role
    text: str
    reason: str = ""
    day: date | None = None


def tell_apart(text: str, language: str) -> list[Piece]:
    """The pieces of a text in order; together they hold all of it but white space."""
    parts = _with_signatures(paragraphs.split(text))
    reasons = _reasons(parts)
    pieces: list[Piece] = []
    in_front, titled = True, False
    for index, part in enumerate(parts):
        if in_front:
            new = list(_in_front(parts, reasons, index, language, titled=titled))
        else:
            new = list(_in_body(part, reasons[index], language))
        in_front = in_front and all(piece.role not in ("prose", "item") for piece in new)
        titled = titled or any(piece.role == "title" for piece in new)
        pieces += new
    return pieces


def _in_front(
    parts: Sequence[str], reasons: Sequence[str | None], index: int, language: str, *, titled: bool
) -> Iterator[Piece]:
    """A paragraph that no prose has come before."""
    part, reason = parts[index], reasons[index]
    if opening := dates.opening(part, language):
        end, opened_on = opening
        yield Piece("drop", part[:end].strip(), "date line", opened_on)
        part = part[end:].strip()
        reason = boilerplate.reason(part)
        if not part:
            return
    byline = front_matter.is_byline(part, language)
    if day := front_matter.day(part, language):
        yield Piece("drop", part, "byline" if byline else "date line", day)
    elif byline or (titled and not reason and _is_by_its_place(parts, index, language)):
        yield Piece("drop", part, "byline")
    elif not titled and _is_section(parts, index):
        yield Piece("drop", part, "section name")
    elif not titled and not reason and not _is_tweet(part) and paragraphs.may_be_title(part):
        yield Piece("title", part)
    elif end := front_matter.dateline_end(part):
        dateline = part[:end].strip()
        day = front_matter.dateline_day(dateline, language)
        yield Piece("drop", dateline, "dateline", day)
        yield from _in_body(part[end:], boilerplate.reason(part[end:]), language)
    else:
        yield from _in_body(part, reason, language)


def _in_body(part: str, reason: str | None, language: str) -> Iterator[Piece]:
    if _is_tweet(part):
        yield Piece("prose", part)
    elif reason:
        yield Piece("drop", part, reason)
    elif (opening := dates.opening(part, language)) and opening[0] == len(part):
        yield Piece("drop", part, "date line", opening[1])
    elif (start := boilerplate.credit_start(part)) is not None:
        if kept := part[:start].strip():
            yield Piece(_role(kept), kept)
        yield Piece("drop", part[start:].strip(), "image credit")
    else:
        yield Piece(_role(part), part)


def _role(part: str) -> Role:
    if paragraphs.may_be_heading(part):
        return "line"
    return "item" if paragraphs.is_item(part) else "prose"


def _is_section(parts: Sequence[str], index: int) -> bool:
    """Whether a line is the name of a part of the paper, with the title still to come."""
    below = parts[index + 1 : index + 2]
    return boilerplate.is_section(parts[index]) and any(map(paragraphs.may_be_title, below))


def _is_tweet(part: str) -> bool:
    """Whether a paragraph ends as an embedded tweet does: with a name, a handle and a date."""
    return bool(_TWEET.search(part, max(0, len(part) - 200)))


def _is_by_its_place(parts: Sequence[str], index: int, language: str) -> bool:
    """Whether a line is a name next to a date or a byline, or the role below a byline."""
    above, below = parts[index - 1 : index] if index else [], parts[index + 1 : index + 2]
    if front_matter.is_role(parts[index]):
        return any(front_matter.is_byline(part, language) for part in above)
    return front_matter.may_be_writer(parts[index]) and any(
        front_matter.day(part, language) or front_matter.is_byline(part, language)
        for part in [*above, *below]
    )


def _reasons(parts: Sequence[str]) -> list[str | None]:
    """Why each paragraph is to be dropped, from its words and from those beside it."""
    buttons = [False, *map(boilerplate.is_button, parts), False]
    reasons: list[str | None] = []
    in_sources = False
    for index, part in enumerate(parts):
        cites = in_sources and boilerplate.is_citation(part)
        in_sources = cites or boilerplate.opens_sources(part)
        if cites:
            reasons.append("source line")
        elif buttons[index + 1] and (buttons[index] or buttons[index + 2]):
            reasons.append("share buttons")
        elif index and boilerplate.counts_links(parts[index - 1]):
            reasons.append("also-read link")
        elif _is_in_caption(part, parts[index + 1 : index + 2]):
            reasons.append("image caption")
        else:
            reasons.append(boilerplate.reason(part))
    return reasons


def _is_in_caption(part: str, below: Sequence[str]) -> bool:
    """Whether the caption below says it all again, with the credit."""
    return any(line.startswith(f"{part} ") and boilerplate.is_caption(line) for line in below)


def _with_signatures(parts: Sequence[str]) -> list[str]:
    """The paragraphs, with a line that signs a quotation or a tweet joined to it."""
    joined: list[str] = []
    for part in parts:
        signs = _SIGNATURE.fullmatch(part) and joined and _QUOTED.search(joined[-1])
        if signs or (part[0] in "—–-" and _is_tweet(part) and joined):
            joined[-1] += f" {part}"
        else:
            joined.append(part)
    return joined
