"""Runs of capitalised words, with titles, sentence openers and possessives taken off."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.text.name_lists import (
    CALENDAR,
    FUNCTION_WORDS,
    GIVEN_NAMES,
    OFFICES,
    ORGANISATION_WORDS,
    PARTICLES,
    ROLES,
    TITLES,
)
from quizzes.text.words import word_set

# Longer runs of capitals are headings and hold no name for us.
LONGEST_RUN = 12
_TOKEN = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]+(?:[’'‑-][^\W\d_]+)*")
_CAPITAL_AFTER_PARTICLE = re.compile(r"[a-z]{1,4}[’'‑-](?=[^\W\d_])")
_POSSESSIVE = re.compile(r"[’']s$")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:;…]|[“”\"«»‘(\[—–]\s?)\s*$|\n\s*$")
_LINK = re.compile(r"[ \u00a0](?:of|for|on)(?:[ \u00a0](?:the|a))?[ \u00a0]")
_ABBREVIATIONS = word_set("dr mr mrs ms prof st gen sen rep gov lt col capt sgt rev hon jr")


@dataclass(frozen=True)
class Run:
    """Capitalised words that stand together; titles in front are counted, not kept."""

    start: int
    end: int
    words: tuple[str, ...]
    titled: bool
    opens: bool

    @property
    def name(self) -> str:
        return " ".join(self.words)


def runs(text: str, common: frozenset[str] = frozenset()) -> list[Run]:
    """Runs of capitalised words; ``common`` words lose a capital that only opens a sentence."""
    groups: list[list[re.Match[str]]] = []
    for token in _TOKEN.finditer(text):
        joined = groups and _continues(text, groups[-1][-1], token)
        if joined and (_is_capital(token[0]) or token[0] in PARTICLES):
            groups[-1].append(token)
        elif _is_capital(token[0]):
            groups.append([token])
    trimmed = (_trimmed(text, group, common) for group in groups)
    return _linked(text, [run for run in trimmed if run])


def _continues(text: str, last: re.Match[str], token: re.Match[str]) -> bool:
    gap = text[last.end() : token.start()]
    if _POSSESSIVE.search(last[0]) or last[0].lower() in CALENDAR or token[0].lower() in CALENDAR:
        return False
    return gap in (" ", "\u00a0") or (gap[:1] == "." and last[0].lower() in _ABBREVIATIONS)


def _is_capital(word: str) -> bool:
    return _CAPITAL_AFTER_PARTICLE.sub("", word, count=1)[:1].isupper()


def _trimmed(text: str, group: list[re.Match[str]], common: frozenset[str]) -> Run | None:
    """Drop what belongs to the sentence, not to the name: openers, trailing particles, titles."""
    opens = bool(_OPENS_SENTENCE.search(text[max(0, group[0].start() - 4) : group[0].start()]))
    while group and (group[-1][0] in PARTICLES or group[-1][0].lower() in OFFICES):
        group = group[:-1]
    while group and _is_no_name(group[0][0], opens, common):
        group, opens = group[1:], False
    while group and group[0][0] in PARTICLES:
        group = group[1:]
    start = _name_start([token[0].lower() for token in group])
    kept = group[start:]
    if not kept:
        return None
    words = tuple(_POSSESSIVE.sub("", token[0]) for token in kept)
    end = kept[-1].end() - len(kept[-1][0]) + len(words[-1])
    return Run(kept[0].start(), end, words, start > 0, opens)


def _name_start(lower: Sequence[str]) -> int:
    """Where the name begins behind a title, or a person's behind the organisation's."""
    start = 0
    for i, word in enumerate(lower[:-1] if len(lower) <= LONGEST_RUN else ()):
        rest = lower[i + 1 :]
        role = not i and word in ROLES and len(rest) > 1
        title = (word in TITLES or role) and not any(
            token in GIVEN_NAMES for token in lower[start:i]
        )
        office = word in ORGANISATION_WORDS and len(rest) in (2, 3) and _looks_personal(rest)
        if title or office:
            start = i + 1
    return start


def _looks_personal(lower: Sequence[str]) -> bool:
    return lower[0] in GIVEN_NAMES or bool(_CAPITAL_AFTER_PARTICLE.match(lower[-1]))


def _is_no_name(word: str, opens: bool, common: frozenset[str]) -> bool:
    lower = _POSSESSIVE.sub("", word).lower()
    if (
        lower.endswith("-based")
        or lower in CALENDAR
        or (lower in FUNCTION_WORDS and not (word.isupper() and len(word) > 1))
    ):
        return True
    return opens and lower in common and lower not in TITLES and lower not in GIVEN_NAMES


def _linked(text: str, found: list[Run]) -> list[Run]:
    """Join "Ministry" and "Health" across "of", where the first run is an organisation's."""
    joined: list[Run] = []
    for run in found:
        last = joined[-1] if joined else None
        gap = text[last.end : run.start] if last else ""
        if last and _LINK.fullmatch(gap) and last.words[-1].lower() in ORGANISATION_WORDS:
            words = (*last.words, *gap.split(), *run.words)
            joined[-1] = Run(last.start, run.end, words, last.titled, last.opens)
        else:
            joined.append(run)
    return joined
