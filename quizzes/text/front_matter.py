"""What stands before the first words of an article: its date, its writers, its place."""

import datetime
import re

from quizzes.text import dates
from quizzes.text.boilerplate import PEOPLE, reason
from quizzes.text.words import word_set

_LONGEST_LINE = 120
_SEPARATOR = re.compile(r"\s?[|•·]\s?")
_ROLE = (
    r"(?:[\w'’-]{1,20} ){0,3}"
    r"(?:editor|correspondent|reporter|writer|staff|news|analyst|journalist|desk|agencies)"
)
_BY = re.compile(r"(?:[Bb]y|BY|Von|Par|Por|بقلم):? ")
_BYLINE = re.compile(
    rf"{_BY.pattern}(?:{PEOPLE}|(?i:{_ROLE})|[\u0600-\u06ff ]{{3,40}})"
    rf"(?:(?:,| [|•–—-]| in| for) (?:{PEOPLE}|(?i:{_ROLE}))){{0,2}}"
)
_PEOPLE = re.compile(rf"{PEOPLE}(?:,? (?:in {PEOPLE}|(?i:{_ROLE})))?")

_ROLE_LINE = re.compile(rf"(?i:{_ROLE})(?:(?:,| in) .{{1,40}})?")
_WORD = r"[A-ZÀ-Þ][\w.'’-]{1,20}"
_PLACE = rf"{_WORD}(?: {_WORD}){{0,3}}"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,20}(?: [A-ZÀ-Þ.'’-]{2,20}){0,3}"
_WIDER = rf"(?:, {_PLACE}){{1,2}}"
_BARE_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_DAY = rf"(?:,? {_BARE_DAY}|,? \({_BARE_DAY}\))"
_AGENCY = r"\s?\((?:[A-Z]|dpa|apa|sda|epd|kna)[\w./ &’'-]{0,30}\)"
_ARABIC = r"[\u0600-\u06ff]{2,20}(?: [\u0600-\u06ff]{2,20}){0,2}"
_ARABIC_AGENCY = r"\((?:رويترز|[أا] ?ف ?ب|د ?ب ?أ|الأناضول|فرانس برس|أسوشيتد برس)\)"
_DASH = r"(?:\s?[—–]\s?|\s--?\s)"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}(?:{_WIDER})?{_DAY}?(?:{_AGENCY})?{_DASH}"
    rf"|{_PLACE}(?:{_WIDER}{_DAY}?(?:{_AGENCY})?|{_DAY}(?:{_AGENCY})?|{_AGENCY}){_DASH}"
    rf"|{_CAPITALS}(?:{_WIDER})?{_DAY}?(?:{_AGENCY})?:\s|{_PLACE}(?:{_WIDER})?{_DAY}(?:{_AGENCY})?:\s"
    rf"|\((?:AP|AFP|CNN|Reuters|REUTERS|UPI|PTI|IANS|Xinhua|Bloomberg)\){_DASH})"
    r"(?=[\"“‘'(A-ZÀ-Þ\d])"
    rf"|{_ARABIC}\s?{_ARABIC_AGENCY}{_DASH}(?=\S)"
)
# Capitals before a dash that are no place.
_NO_PLACE = word_set(
    "NATO UNICEF UNESCO OPEC ASEAN NASA FIFA UEFA UNHCR BREAKING UPDATE UPDATED EXCLUSIVE WATCH"
    " LIVE ANALYSIS OPINION COMMENT EXPLAINER EXPLAINED NOTE CORRECTION"
)


def day(paragraph: str, language: str) -> datetime.date | None:
    """The first day in a paragraph of nothing but dates, writers and the like."""
    if len(paragraph) > _LONGEST_LINE:
        return None
    parts = [paragraph, *_SEPARATOR.split(paragraph)]
    days = (_day_of(part, language) or _byline(part, language)[1] for part in parts)
    found = next((date for date in days if date), None)
    return found if found and _is_all_front(parts[1:], language) else None


def is_byline(paragraph: str, language: str) -> bool:
    """Whether a paragraph says who wrote the article, perhaps with the date."""
    if len(paragraph) > _LONGEST_LINE:
        return False
    parts = _SEPARATOR.split(paragraph)
    named = any(_byline(part, language)[0] for part in parts)
    return named and _is_all_front(parts, language)


def may_be_writer(paragraph: str) -> bool:
    """Whether a line could be a name: it is the writer's when a date or byline is beside it."""
    return len(paragraph) <= _LONGEST_LINE and bool(_PEOPLE.fullmatch(paragraph))


def is_role(paragraph: str) -> bool:
    """Whether a line may say what the writer named above it is: ``Harbour News, Newland``."""
    return bool(_ROLE_LINE.fullmatch(paragraph))


def dateline_end(paragraph: str) -> int:
    """Where the place and agency that open a report end, ``LONDON (Reuters) —``; 0 for none."""
    found = _DATELINE.match(paragraph)
    if found is None or re.split(r"\W", paragraph, maxsplit=1)[0] in _NO_PLACE:
        return 0
    return found.end()


def dateline_day(dateline: str, language: str) -> datetime.date | None:
    """The day a dateline names, when it says which year: ``LUND, 3 Dec. 2019 –``."""
    days = [found for found in dates.find(dateline, None, language) if found.precision == "day"]
    return days[0].date if len(days) == 1 else None


def _is_all_front(parts: list[str], language: str) -> bool:
    return all(
        _day_of(part, language)
        or _byline(part, language)[0]
        or reason(part)
        or (len(parts) > 1 and may_be_writer(part))
        for part in parts
    )


def _day_of(part: str, language: str) -> datetime.date | None:
    found = dates.parse(part, language)
    return found[0] if found and found[1] == "day" else None


def _byline(part: str, language: str) -> tuple[bool, datetime.date | None]:
    """Whether the part names the writers, and the day it ends with: ``By Jo Doe, 3 May 2021``."""
    if _BYLINE.fullmatch(part):
        return True, None
    if not _BY.match(part):
        return False, None
    for gap in re.finditer(r"[\s,–—-]+(?:on\s)?", part):
        date = _day_of(part[gap.end() :], language)
        if date and _BYLINE.fullmatch(part[: gap.start()]):
            return True, date
    return False, None
