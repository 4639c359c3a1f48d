"""From the raw text of a news page to an article: title, date, passages, and what was left out.

Nothing is lost on the way: all but white space is in the title, in a heading, in a passage, or
among what was dropped, each piece of which says why.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from quizzes.text import sentences
from quizzes.text.clean import Unreadable, readable
from quizzes.text.language import direction, guess
from quizzes.text.paragraphs import is_item
from quizzes.text.pieces import Piece, tell_apart

# What becomes the text of a passage.
KEPT = ("prose", "item")
# A title that had to be guessed, at most so many words and characters.
GUESS_WORDS, GUESS_LENGTH = 10, 120
_FAR_ENOUGH = 2_000
# Words that point to what was cut off after them.
_LOOSE_END = re.compile(
    r"(?:\s(?:an?|the|of|in|on|at|to|for|from|with|by|and|or|but|that|which|who|as|is|was|were|its"
    r"|his|her|their))+$"
)
# More would not fit into one form to be edited, and are no article.
MOST_PASSAGES = 900
# What is shorter may well be said twice.
DUPLICATE_WORDS = 6
# Lines below these, at the end of a page, are the links they announce.
LINKS = ("also-read link", "tags")
# So many short lines on end are a list, not headings.
LIST_LINES = 3


@dataclass(frozen=True)
class ScrapedPassage:
    """One paragraph, with the heading of the section it opens."""

    heading: str | None
    text: str


@dataclass(frozen=True)
class Dropped:
    """Words that are no part of the article, and why."""

    text: str
    reason: str


@dataclass(frozen=True)
class Scrape:
    """An article as it was read; ``title_is_guess`` when its first words had to serve."""

    title: str
    title_is_guess: bool
    published_on: date | None
    language: str
    passages: tuple[ScrapedPassage, ...]
    dropped: tuple[Dropped, ...]

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return direction(self.language)


def read(
    text: str,
    *,
    title: str | None = None,
    published_on: date | None = None,
    language: str | None = None,
) -> Scrape:
    """The article in a text; what the caller knows goes before what the text says.

    ``Unreadable`` when the text cannot be an article, or when none is left of it.
    """
    body = readable(text)
    language = language or guess(body)
    pieces = _with_title(tell_apart(body, language), title)
    found = title or next((piece.text for piece in pieces if piece.role == "title"), None)
    pieces = _with_headings(_without_repetition(pieces, found))
    passages = tuple(_passages(pieces))
    if len(passages) > MOST_PASSAGES:
        raise Unreadable(
            f"This text has {len(passages):,} paragraphs; an article has at most {MOST_PASSAGES}."
        )
    if not passages:
        raise Unreadable("No article is left of this text: all of it is links, credits or notices.")
    return Scrape(
        title=found or _first_words(passages[0].text, language),
        title_is_guess=found is None,
        published_on=published_on or next((piece.day for piece in pieces if piece.day), None),
        language=language,
        passages=passages,
        dropped=tuple(Dropped(p.text, p.reason) for p in pieces if p.role == "drop"),
    )


def _with_title(pieces: Sequence[Piece], given: str | None) -> list[Piece]:
    """The title line is dropped for one that the caller knows, and is prose if nothing else is."""
    roles = {piece.role for piece in pieces}
    if roles.isdisjoint(KEPT):
        pieces = [replace(p, role="prose") if p.role == "line" else p for p in pieces]
    if roles.isdisjoint({*KEPT, "line"}):
        return [replace(p, role="prose") if p.role == "title" else p for p in pieces]
    if given:
        return [_dropped(p, "title line") if p.role == "title" else p for p in pieces]
    return list(pieces)


def _without_repetition(pieces: Sequence[Piece], title: str | None) -> Iterator[Piece]:
    """Drop a paragraph that was there before, and one that is the title again."""
    title_key = _key(title or "")
    says_more = any(piece.role in KEPT and _key(piece.text) != title_key for piece in pieces)
    seen: set[str] = set()
    for piece in pieces:
        key = _key(piece.text)
        if piece.role in ("prose", "line") and key == title_key and says_more:
            yield _dropped(piece, "title again")
        elif piece.role == "prose" and key in seen:
            yield _dropped(piece, "duplicate paragraph")
        else:
            yield piece
        if key.count(" ") >= DUPLICATE_WORDS:
            seen.add(key)


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def _with_headings(pieces: Iterable[Piece]) -> list[Piece]:
    """Each line made a heading, an item, or dropped, by what stands before and after it."""
    runs = [list(run) for _, run in groupby(pieces, key=lambda piece: piece.role == "line")]
    settled: list[list[Piece]] = []
    follows = ""
    for index, run in reversed(list(enumerate(runs))):
        if run[0].role == "line":
            above = runs[index - 1][-1] if index else None
            run = _settled(run, above, heads=follows in KEPT)
        settled.append(run)
        follows = next((piece.role for piece in run if piece.role != "drop"), follows)
    return [piece for run in reversed(settled) for piece in run]


def _settled(run: list[Piece], above: Piece | None, *, heads: bool) -> list[Piece]:
    """A run of lines with nothing between them; ``heads``: prose comes next."""
    if above and not heads and above.reason in LINKS:
        return [_dropped(piece, above.reason) for piece in run]
    if _is_list(run, above):
        last_heads = heads and len(run) >= LIST_LINES and not _opens_list(above)
        items = run[:-1] if last_heads else run
        return [replace(item, role="item") for item in items] + (
            [replace(run[-1], role="heading")] if last_heads else []
        )
    if heads:
        return [Piece("heading", _joined_heading([piece.text for piece in run]))]
    return [_dropped(piece, "heading of nothing") for piece in run]


def _is_list(run: list[Piece], above: Piece | None) -> bool:
    numbered = len(run) > 1 and all(is_item(piece.text) for piece in run)
    return numbered or len(run) >= LIST_LINES or _opens_list(above)


def _opens_list(above: Piece | None) -> bool:
    return above is not None and above.role in KEPT and above.text.endswith(":")


def _joined_heading(lines: Sequence[str]) -> str:
    """A heading and the one right below it are one: ``Background: The early years``."""
    above, *below = lines
    glue = " " if above.endswith("?") else ": "
    return glue.join([above, *below])


def _passages(pieces: Iterable[Piece]) -> Iterator[ScrapedPassage]:
    """The paragraphs with their headings; the items of a list are one passage, line by line."""
    heading = None
    kept = (piece for piece in pieces if piece.role in ("heading", *KEPT))
    for role, run in groupby(kept, key=lambda piece: piece.role):
        texts = [piece.text for piece in run]
        if role == "heading":
            heading = texts[0]
            continue
        for text in ["\n".join(texts)] if role == "item" else texts:
            yield ScrapedPassage(heading, text)
            heading = None


def _dropped(piece: Piece, reason: str) -> Piece:
    return replace(piece, role="drop", reason=reason)


def _first_words(text: str, language: str) -> str:
    """The first sentence of a text, or as many whole words of it as a title may have."""
    start, end = sentences.bounds(text[:_FAR_ENOUGH], language)[0]
    words = text[start:end].split()
    short = " ".join(words[:GUESS_WORDS])
    if len(words) <= GUESS_WORDS and len(short) <= GUESS_LENGTH:
        return short.rstrip(".") or short
    if len(short) > GUESS_LENGTH:
        short = short[:GUESS_LENGTH].rsplit(" ", 1)[0]
    return f"{_LOOSE_END.sub('', short).rstrip(',;:—–-')}…"
