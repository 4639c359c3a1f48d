"""The dates a text mentions, and what a typed date or the date line of an article says."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizzes.text.date_grammar import NEVER, running, written
from quizzes.text.date_lexicon import lexicon
from quizzes.text.date_reading import Context, Precision, Reading, read

_NOON = r"\s?[ap]\.?m\b\.?"
_ZONE = (
    r"(?-i:\(?(?:GMT|UTC|[ECMP][SD]T|[ECMP]T|BST|IST|CES?T|EES?T|WES?T|SAST|PKT|MSK|JST|KST|SGT|HKT"
    r"|AE[SD]T|NZ[SD]T)(?:[+-]\d{1,2})?\b\)?)"
)
# Only what cannot be the first word of a sentence: a date may be glued to one.
_TIME = (
    rf"\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d{{1,6}})?)?(?:{_NOON})?|\d{{1,2}}{_NOON}"
    rf"|\d{{1,2}}\.\d{{2}}(?:{_NOON}|(?=\s(?:{_ZONE}|Uhr)))|\d{{1,2}}h\d{{2}}\b|{_ZONE}"
    r"|(?<=\d)(?:[+-]\d{2}:?\d{2}|Z)\b|(?<=\d)T(?=\d)|(?<=\d\s)Uhr\b"
    r"|(?:at|um|à|الساعة)(?=\s\d)"
)
_AFTER = re.compile(rf"(?:[\s,|•·@–—-]{{0,4}}(?:{_TIME})){{0,8}}[\s.|•·–—-]{{0,4}}", re.IGNORECASE)
_BEFORE = re.compile(rf"(?:(?:{_TIME})[\s,|•·@–—-]{{1,4}}){{0,5}}", re.IGNORECASE)


@dataclass(frozen=True)
class DateMention:
    """A date in a text: ``text[start:end]`` names it, ``date`` is the first day of its period.

    ``relative``: the words say nothing without the day of publication, as in "last year".
    """

    start: int
    end: int
    date: datetime.date
    precision: Precision
    relative: bool
    text: str


def find(text: str, published_on: datetime.date | None, language: str) -> list[DateMention]:
    """The dates in running text, in order, none overlapping.

    Without ``published_on`` there are only dates that name their year. Ranges, decades, and
    numbers that merely look like years are left out.
    """
    context = Context(language, published_on)
    mentions = []
    for start, end, kind, match in _apart(text, language):
        if reading := read(kind, match, context):
            mentions.append(_mention(text, start, end, reading))
    return mentions


def parse(
    text: str, language: str, default_year: int | None = None
) -> tuple[datetime.date, Precision] | None:
    """What one typed date says, or a line of nothing but a date with its label and time.

    None when it is no date, or could be two: 5/6/2021 is in May and in June. Where the language
    has no such date, it is read as English.
    """
    line = text.strip()
    for tongue in dict.fromkeys([language, "en"]):
        found = _at_start(line, _label(tongue), Context(tongue, default_year=default_year))
        if found and found[0] == len(line):
            return found[1].date, found[1].precision
    return None


def opening(text: str, language: str) -> tuple[int, datetime.date] | None:
    """The day a text opens with after a label such as ``Published:``, and where that ends.

    A date without a label is not taken for one: it may begin the first sentence.
    """
    for tongue in dict.fromkeys([language, "en"]):
        label = _label(tongue)
        found = label.match(text) and _at_start(text, label, Context(tongue))
        if found and found[1].precision == "day" and not _goes_on(text[found[0] :]):
            return found[0], found[1].date
    return None


def _goes_on(rest: str) -> bool:
    """Whether a date that opens a text is part of its first sentence."""
    return rest[:1].islower() or rest[:1] in set(",;")


def _apart(text: str, language: str) -> Iterator[tuple[int, int, str, re.Match[str]]]:
    """The matches of the grammar; where two overlap, the earlier and then the longer one."""
    spans = [
        (*_span(match), pattern.kind, match)
        for pattern in running(language)
        for match in pattern.regex.finditer(text)
    ]
    reached = 0
    for start, end, kind, match in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= reached:
            yield start, end, kind, match
            reached = end


def _span(match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span("when")
    if "turn" in match.re.groupindex and match["turn"]:
        start = match.start("turn")
    return start, end


def _mention(text: str, start: int, end: int, reading: Reading) -> DateMention:
    return DateMention(
        start, end, reading.date, reading.precision, reading.relative, text[start:end]
    )


def _at_start(text: str, label: re.Pattern[str], context: Context) -> tuple[int, Reading] | None:
    """The date that a text begins with, and where it ends with its time of day."""
    start = 0
    for introduction in (label, _BEFORE):
        if found := introduction.match(text, start):
            start = found.end()
    for pattern in written(context.language):
        match = pattern.regex.match(text, start)
        if match and (reading := read(pattern.kind, match, context)):
            return _after(text, match.end()), reading
    return None


def _after(text: str, end: int) -> int:
    time = _AFTER.match(text, end)
    return time.end() if time else end


@lru_cache(maxsize=32)
def _label(language: str) -> re.Pattern[str]:
    words = lexicon(language).label or NEVER
    return re.compile(rf"\s{{0,9}}(?:{words})\b\s?[:–—-]?\s{{0,3}}", re.IGNORECASE)
