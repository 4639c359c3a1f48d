"""What day, month or year a match of the date grammar stands for."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from quizzes.text.date_grammar import NEVER
from quizzes.text.date_lexicon import lexicon, months, plain, weekdays

Precision = Literal["year", "month", "day"]

# A day without a year lies ahead when it comes this soon; with a word such as "until", this late.
SOON = datetime.timedelta(days=31)
AHEAD = datetime.timedelta(days=183)
FIRST_YEAR, LAST_YEAR = 1000, 2199
# How far before a date the words are looked for that put it in the future.
_REACH = 100
# What may follow a round number that is a year after all: "in 2000 the bridge opened".
_AFTER_A_YEAR = re.compile(
    r"\s(?:the|a|an|and|but|or|when|where|while|as|at|by|for|from|in|of|on|to|with|after|before"
    r"|he|she|it|they|we|i|his|her|its|their|there|this|that|who|which|is|was|were|had|has|have)\b"
)
_TO_A_DAY = re.compile(
    r"\s?(?:[-–—]|\b\w{1,7}\b)\s?"
    r"(?:\d{1,2}\w{0,3}\.?\s[^\W\d_]{3,12}|[^\W\d_]{3,12}\.?\s\d{1,2}),?\s(?P<year>\d{4})(?!\d)"
)
_LOWER_CASE_WORD = re.compile(r"\s[^\W\d_A-Z]")


@dataclass(frozen=True)
class Reading:
    """The first day of the period, and how long it is."""

    date: datetime.date
    precision: Precision
    relative: bool = False


@dataclass(frozen=True)
class Context:
    """What the words of a match are read against."""

    language: str
    published_on: datetime.date | None = None
    default_year: int | None = None


def read(kind: str, match: re.Match[str], context: Context) -> Reading | None:
    """None where the match is no date, or where the text does not say which."""
    return _READERS[kind](match, context)


def _range(match: re.Match[str], context: Context) -> None:
    """Several dates: neither of them is when it happened."""


def _iso(match: re.Match[str], context: Context) -> Reading | None:
    return _on(int(match["year"]), int(match["number"]), int(match["day"]))


def _numeric(match: re.Match[str], context: Context) -> Reading | None:
    """Day first everywhere but in English, where only a number over twelve tells."""
    first, second = int(match["first"]), int(match["second"])
    day_first = _on(int(match["year"]), second, first)
    month_first = _on(int(match["year"]), first, second)
    if match["sep"] == "." or not lexicon(context.language).month_first:
        return day_first
    if day_first and month_first and first != second:
        return None
    return day_first or month_first


def _day(match: re.Match[str], context: Context) -> Reading | None:
    month, day = _month_number(match, context), int(match["day"])
    if _has_year(match):
        return _on(_year_of(match, context), month, day, relative=bool(_group(match, "near")))
    if year := context.default_year or _year_of_range(match):
        return _on(year, month, day)
    return _nearest_day(match, month, day, context)


def _year_of_range(match: re.Match[str]) -> int | None:
    """The year that a day shares with the one after it: "from 5 May to 9 June 2014"."""
    found = _TO_A_DAY.match(match.string, match.end("when"))
    return int(found["year"]) if found else None


def _nearest_day(match: re.Match[str], month: int, day: int, context: Context) -> Reading | None:
    """The latest such day, unless the next is close or the words before it look ahead."""
    published = context.published_on
    if published is None:
        return None
    days = (_on(published.year + offset, month, day) for offset in (1, 0, -1))
    limit = AHEAD if _looks_ahead(match, context) else SOON
    return next((found for found in days if found and found.date - published <= limit), None)


def _month(match: re.Match[str], context: Context) -> Reading | None:
    month = _month_number(match, context)
    if _has_year(match):
        relative = bool(_group(match, "near"))
        return _on(_year_of(match, context), month, 1, "month", relative=relative)
    if context.default_year:
        return _on(context.default_year, month, 1, "month")
    return _nearest_month(match, month, context)


def _nearest_month(match: re.Match[str], month: int, context: Context) -> Reading | None:
    """The latest such month, unless it is called the next, or the words before it look ahead."""
    published, turn = context.published_on, _turn(_group(match, "turn"), context)
    if published is None:
        return None
    months_ahead = (month - published.month) % 12
    if turn is None and months_ahead <= 6 and _looks_ahead(match, context):
        turn = 1 if months_ahead else 0
    year = {
        None: published.year - (month > published.month),
        -1: published.year - (month >= published.month),
        0: published.year,
        1: published.year + (month <= published.month),
    }[turn]
    return _on(year, month, 1, "month", relative=bool(_group(match, "turn")))


def _year(match: re.Match[str], context: Context) -> Reading | None:
    year, after = int(match["year"]), match.string[match.end("year") : match.end("year") + 20]
    if year % 100 == 0 and _LOWER_CASE_WORD.match(after) and not _AFTER_A_YEAR.match(after):
        return None  # as likely a number of things: "in 1500 homes"
    return _on(year, 1, 1, "year")


def _weekday(match: re.Match[str], context: Context) -> Reading | None:
    """The latest such day not after publication, unless the words point elsewhere."""
    if context.published_on is None:
        return None
    turn, week = _turn(match["turn"], context), _turn(match["week"], context)
    weekday = weekdays(context.language).numbers[plain(match["weekday"])]
    in_this_week = weekday - context.published_on.weekday()
    if week is not None:
        days = in_this_week + 7 * week
    elif turn is None:
        days = in_this_week % 7 if _looks_ahead(match, context) else -(-in_this_week % 7)
    else:
        days = {-1: -(-in_this_week % 7) or -7, 0: in_this_week, 1: in_this_week % 7 or 7}[turn]
    return _shifted(context.published_on, days)


def _near(match: re.Match[str], context: Context) -> Reading | None:
    published = context.published_on
    if published is None:
        return None
    unit, offset = _near_phrase(match["when"], context)
    if unit == "day":
        return _shifted(published, offset)
    if unit == "year":
        return _on(published.year + offset, 1, 1, "year", relative=True)
    year, month = divmod(published.year * 12 + published.month - 1 + offset, 12)
    return _on(year, month + 1, 1, "month", relative=True)


def _on(
    year: int | None, month: int, day: int, precision: Precision = "day", *, relative: bool = False
) -> Reading | None:
    """None for a day that is in no calendar, or so far off that it was never meant as a date."""
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return Reading(datetime.date(year, month, day), precision, relative)
    except ValueError:
        return None


def _shifted(published: datetime.date, days: int) -> Reading | None:
    day = published.toordinal() + days
    if not datetime.date.min.toordinal() <= day <= datetime.date.max.toordinal():
        return None
    return Reading(datetime.date.fromordinal(day), "day", relative=True)


def _month_number(match: re.Match[str], context: Context) -> int:
    if number := _group(match, "number"):
        return int(number)
    return months(context.language).numbers[plain(match["month"])]


def _has_year(match: re.Match[str]) -> bool:
    return bool(_group(match, "year") or _group(match, "near"))


def _year_of(match: re.Match[str], context: Context) -> int | None:
    if year := _group(match, "year"):
        return int(year)
    if context.published_on is None:
        return None
    return context.published_on.year + _near_phrase(match["near"], context)[1]


def _near_phrase(phrase: str, context: Context) -> tuple[str, int]:
    return lexicon(context.language).near[" ".join(phrase.split()).lower()]


def _turn(word: str | None, context: Context) -> int | None:
    """-1 for last, 0 for this, 1 for next."""
    words = lexicon(context.language)
    options = {-1: words.last, 0: words.this, 1: words.next}
    return next(
        (turn for turn, option in options.items() if word and _is_one_of(option, word)), None
    )


def _is_one_of(option: str, word: str) -> bool:
    return bool(re.fullmatch(option, word, re.IGNORECASE))


def _looks_ahead(match: re.Match[str], context: Context) -> bool:
    """Whether the clause before a date is about what is still to come."""
    ahead, told = _outlook(context.language)
    start = match.start("when")
    clause = re.split(r"[.!?;:]\s", match.string[max(0, start - _REACH) : start])[-1]
    last = max((found.end() for found in ahead.finditer(clause)), default=0)
    return last > 0 and not told.search(clause, last)


@lru_cache(maxsize=32)
def _outlook(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon(language)
    return (
        re.compile(rf"\b(?:{words.ahead or NEVER})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{words.told or NEVER})\b", re.IGNORECASE),
    )


def _group(match: re.Match[str], name: str) -> str | None:
    return match[name] if name in match.re.groupindex else None


_READERS: dict[str, Callable[[re.Match[str], Context], Reading | None]] = {
    "range": _range,
    "iso": _iso,
    "numeric": _numeric,
    "day": _day,
    "month": _month,
    "year": _year,
    "weekday": _weekday,
    "near": _near,
}
