"""From the lines of a paste to its paragraphs.

A blank line always ends a paragraph. Without one, a line break is either the end of a paragraph
or put there by a program that wraps lines at a fixed width; a whole text does one or the other.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

# Programs wrap at 72 to 80 characters; lines longer than this are whole paragraphs.
WIDEST = 100
NARROWEST = 50
# A line may have lost so much since it was wrapped: soft hyphens, for one.
_SLACK = 3
_ENDED = re.compile(r"[.!?…:؟۔。][\"'”’»)\]]{0,3}$")
_STOPPED = re.compile(r"[.!…:;,؛،۔。][\"'”’»)\]]{0,3}$")
_CLOSED = re.compile(r"[.…:;,؛،۔。][\"'”’»)\]]{0,3}$")
_LETTER = re.compile(r"[^\W\d_]")
_TWO_SENTENCES = re.compile(r"[^\W\d_A-Z]{3}[.!?]\s")
_HEADING_IN_QUOTES = re.compile(r"[\"'“‘«][^.!?,;:]{3,60}[\"'”’»]")
_OPENS_SPEECH = re.compile(r"[\"'“‘«„(\[—–-]")
_BULLET = re.compile(r"[•*‣▪◦·–—-]\s")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s")
_BROKEN_WORD = re.compile(r"[^\W\d_]-$")


def split(text: str) -> list[str]:
    """The paragraphs, each on one line with single spaces; every other character is kept."""
    blocks = list(_blocks(text))
    width = _wrap_width(blocks)
    if width is None:
        return [line for block in blocks for line in block]
    return [paragraph for block in blocks for paragraph in _unwrapped(block, width)]


def may_be_title(paragraph: str) -> bool:
    """Whether a paragraph could be a headline: not long, and no full stop."""
    return (
        len(paragraph) <= 180
        and len(paragraph.split()) <= 25
        and bool(_LETTER.search(paragraph))
        and not _CLOSED.search(paragraph)
        and not _TWO_SENTENCES.search(paragraph)
        and not is_item(paragraph)
    )


def may_be_heading(paragraph: str) -> bool:
    """Whether a paragraph could head the next: short, and neither a sentence nor speech."""
    return (
        len(paragraph) <= 90
        and len(paragraph.split()) <= 12
        and bool(_LETTER.search(paragraph))
        and not paragraph[0].islower()
        and not _STOPPED.search(paragraph)
        and not _TWO_SENTENCES.search(paragraph)
        and not _BULLET.match(paragraph)
        and bool(_HEADING_IN_QUOTES.fullmatch(paragraph) or not _OPENS_SPEECH.match(paragraph))
    )


def is_item(paragraph: str) -> bool:
    """Whether a paragraph is an item of a list; a numbered one may be a heading as well."""
    return bool(_BULLET.match(paragraph) or _NUMBERED.match(paragraph))


def _blocks(text: str) -> Iterator[list[str]]:
    """Runs of lines without a blank line between them."""
    block: list[str] = []
    for line in text.split("\n"):
        if words := line.split():
            block.append(" ".join(words))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _wrap_width(blocks: list[list[str]]) -> int | None:
    """The width lines were wrapped at, or None when each line is a paragraph of its own.

    In wrapped text most lines are full, and most of these break off in the middle of a sentence.
    """
    lines = [line for block in blocks if len(block) > 1 for line in block if " " in line]
    width = max((len(line) for line in lines), default=0)
    if not NARROWEST <= width <= WIDEST:
        return None
    pairs = [pair for block in blocks for pair in pairwise(block)]
    full = [line for line, below in pairs if _is_full(line, below, width)]
    broken = [line for line in full if not _ENDED.search(line)]
    wrapped = 2 * len(full) >= len(pairs) and 2 * len(broken) > len(full)
    return width if wrapped else None


def _is_full(line: str, below: str, width: int) -> bool:
    """Whether the first word of the line below had no room left."""
    return len(line) + 1 + len(below.split()[0]) > width - _SLACK


def _unwrapped(block: list[str], width: int) -> Iterator[str]:
    paragraph, above = block[0], block[0]
    for line in block[1:]:
        if _is_full(above, line, width) and not is_item(line):
            glue = "" if _BROKEN_WORD.search(above) and line[0].islower() else " "
            paragraph += glue + line
        else:
            yield paragraph
            paragraph = line
        above = line
    yield paragraph
