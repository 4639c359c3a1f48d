"""Compose words into numbers: two hundred and five, half a million, three lakh."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from quizzes.text.number_lexicon import Lexicon, alternatives, lexicon

HUNDRED = Decimal(100)
THOUSAND = Decimal(1000)


@cache
def word_pattern(language: str) -> re.Pattern[str] | None:
    """A pattern for a run of number words, lower case; None for a language without lists."""
    words = lexicon(language)
    numbers = [*words.units, *words.tens, *words.hundreds, *words.scales]
    if not numbers:
        return None
    one = f"(?:{alternatives(numbers)})"
    link = f"(?:[ \\-]|\\s+(?:{alternatives(tuple(words.joiners) or ('+',))})\\s+)"
    opener = f"(?:(?:{alternatives(tuple(words.articles))})\\s+)?" if words.articles else ""
    half = f"(?:{words.half}\\s+an?\\s+|an?\\s+{words.half}\\s+)?" if words.half else ""
    return re.compile(rf"(?<![\w’'.-]){half}{opener}{one}(?:{link}{one})*(?![\w’'])", re.IGNORECASE)


def word_value(run: str, language: str) -> Decimal | None:
    """The value of a whole run of number words; None when it is not one well-formed number."""
    words = lexicon(language)
    tokens = _tokens(run.lower(), words)
    if words.half and words.half in tokens:
        rest = [token for token in tokens if token != words.half and token not in words.articles]
        scale = words.scales.get(rest[0]) if len(rest) == 1 else None
        return Decimal(scale) / 2 if scale else None
    return _composed(tokens, words)


def _tokens(run: str, words: Lexicon) -> list[str]:
    """Cut a run into known words, keeping those that contain a space or hyphen whole."""
    known = [*words.units, *words.tens, *words.hundreds, *words.scales, *words.joiners]
    extra = [words.half] if words.half else []
    pattern = alternatives([*known, *words.articles, *extra])
    return [re.sub(r"\s+", " ", token) for token in re.findall(rf"(?:{pattern})(?!\w)", run)]


def _composed(tokens: Sequence[str], words: Lexicon) -> Decimal | None:
    """Add and multiply number words as speech does: [two hundred and five] thousand and one."""
    total, current, limit, previous = Decimal(0), Decimal(0), Decimal("Infinity"), ""
    for position, token in enumerate(tokens):
        if token in words.joiners and position and position + 1 < len(tokens):
            previous = token
            continue
        if token in words.scales:
            scale = Decimal(words.scales[token])
            factor = current or Decimal(1)
            bare = not current and previous and previous not in words.articles
            if scale >= limit or bare or (scale == HUNDRED and not 1 <= factor < HUNDRED):
                return None
            if scale == HUNDRED:
                current = factor * scale
            else:
                total, current, limit = total + factor * scale, Decimal(0), scale
        elif token in words.articles and not position:
            pass
        elif (added := _added(token, current, words)) is not None:
            current += added
        else:
            return None
        previous = token
    return total + current if tokens else None


def _added(token: str, current: Decimal, words: Lexicon) -> int | None:
    """What a word below a hundred, or a word for hundreds, adds; None when it cannot follow."""
    if token in words.hundreds:
        return words.hundreds[token] if not current else None
    rest = current % HUNDRED
    if token in words.tens:
        return words.tens[token] if not rest else None
    if token not in words.units:
        return None
    after_tens = rest >= 20 and rest % 10 == 0 and words.units[token] < 20
    return words.units[token] if not rest or after_tens else None
