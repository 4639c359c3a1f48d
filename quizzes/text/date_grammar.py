"""The patterns of dates, built once for each language.

``running`` finds dates in prose, guarded on both sides against numbers and names that only look
like dates; ``written`` reads one date that stands alone. Every repetition is bounded, so that
time grows with the length of the text only.

In each match the group ``when`` is the date; ``turn`` and ``week`` extend it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizzes.text.date_lexicon import Lexicon, Names, lexicon, months, weekdays

NEVER = "(?!)"
SPACE = r"\s{1,2}"
_YEAR_ENDS = r"(?!\d|[.,]\d)"


@dataclass(frozen=True)
class Pattern:
    """``kind`` says how the groups of a match are to be read."""

    kind: str
    regex: re.Pattern[str]


@lru_cache(maxsize=32)
def running(language: str) -> tuple[Pattern, ...]:
    """Dates in prose. A match of the kind ``range`` is several dates, none of them alone."""
    parts = _Parts(language, gap=SPACE, abbreviated=False)
    return tuple(_compiled(_running(parts), re.NOFLAG))


@lru_cache(maxsize=32)
def written(language: str) -> tuple[Pattern, ...]:
    """One date, in any case of letters, at the place where it is asked for."""
    parts = _Parts(language, gap=r"[\s/-]{1,2}", abbreviated=True)
    return tuple(_compiled(_written(parts), re.IGNORECASE))


def _compiled(patterns: Iterable[tuple[str, str]], flags: re.RegexFlag) -> Iterator[Pattern]:
    return (Pattern(kind, re.compile(regex, flags)) for kind, regex in patterns)


class _Parts:
    """The pieces the patterns of one language are put together from."""

    def __init__(self, language: str, gap: str, *, abbreviated: bool) -> None:
        self.words: Lexicon = lexicon(language)
        self.gap = gap
        self.month = _alternation(months(language), self.words)
        self.full_month = _alternation(months(language), self.words, abbreviated=False)
        # A newspaper called the Sun is no weekday before its date.
        self.weekday = _alternation(weekdays(language), self.words, abbreviated=abbreviated)
        self.day = rf"(?P<day>\d{{1,2}})(?:{self.words.ordinal or NEVER})?"
        self.link = rf"(?:(?:{self.words.link or NEVER}){SPACE})?"
        near = (phrase for phrase, (unit, _) in self.words.near.items() if unit == "year")
        self.near_year = rf"{SPACE}(?P<near>{_phrases(near)})(?!\w)"
        self.year = rf"(?:,?{gap}{self.link}|,)(?P<year>\d{{4}}){_YEAR_ENDS}"
        self.opening = rf"(?:(?:{self.weekday}),?{SPACE}(?:the{SPACE})?)?"
        # Newspapers of the Levant write both names of a month: كانون الأول/ديسمبر.
        self.alias = rf"(?:\s?[/(]\s?(?:{self.full_month})\)?)?"


def _alternation(names: Names, words: Lexicon, *, abbreviated: bool = True) -> str:
    """A group for any of the names, longest first; where case counts, they are capitalised."""
    options = []
    for name in sorted(names.numbers, key=lambda name: (-len(name), name)):
        if name in names.full:
            options.append(_cased(name, words))
        elif abbreviated:
            options.append(rf"{_cased(name, words)}\.?")
    return "|".join(options)


def _cased(name: str, words: Lexicon) -> str:
    spaced = re.escape(name).replace(r"\ ", r"\s")
    if not words.cased:
        return rf"(?i:{spaced})"
    return rf"(?:{spaced.capitalize()}|{spaced.upper()})"


def _phrases(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in longest_first) or NEVER


def _written(parts: _Parts) -> Iterator[tuple[str, str]]:
    year = parts.year
    day_first = rf"{parts.day}{parts.gap}{parts.link}(?P<month>{parts.month}){parts.alias}"
    month_first = rf"(?P<month>{parts.month})(?:(?<=\.)|{parts.gap})(?:the{SPACE})?{parts.day}"
    yield "day", rf"(?P<when>{parts.opening}{day_first}(?:{year}|(?!\w)))"
    if parts.words.month_first:
        yield "day", rf"(?P<when>{parts.opening}{month_first}(?:{year}|(?!\w|[.:]\d)))"
    yield "iso", rf"(?P<when>{parts.opening}{_ISO})"
    yield "numeric", rf"(?P<when>{parts.opening}{_NUMERIC})"
    yield "month", rf"(?P<when>(?P<month>{parts.month}){parts.alias}{year})"
    yield "month", r"(?P<when>(?P<year>\d{4})-(?P<number>\d{2}))(?![\w-])"
    yield "month", rf"(?P<when>(?P<month>{parts.full_month}))(?!\w)"
    yield "year", r"(?P<when>(?P<year>\d{4}))(?![\w/-]|[.,]\d)"


_ISO = (
    r"(?P<year>\d{4})(?P<sep>[-/.])(?P<number>\d{1,2})(?P=sep)(?P<day>\d{1,2})"
    r"(?=T\d|(?![\w/-]|\.\d))"
)
_NUMERIC = (
    r"(?P<first>\d{1,2})(?P<sep>[-/.])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4})(?![\w/-]|\.\d)"
)


def _running(parts: _Parts) -> Iterator[tuple[str, str]]:
    yield from _ranges(parts)
    yield from _days(parts)
    yield from _months(parts)
    yield from _years(parts)
    yield from _around(parts)


def _ranges(parts: _Parts) -> Iterator[tuple[str, str]]:
    """``29-31 December``, ``December 29 and 30``, ``July and August 2021``."""
    joint = rf"\s?(?:[-–—/]|(?<=\s)(?:{parts.words.to_year or NEVER})(?=\s))\s?"
    day = rf"\d{{1,2}}(?:{parts.words.ordinal or NEVER})?"
    year = rf"(?:,?{SPACE}{parts.link}\d{{4}})?"
    yield "range", rf"(?<!\w)(?P<when>{day}{joint}{day}{SPACE}{parts.link}(?:{parts.month}){year})"
    yield (
        "range",
        rf"(?<!\w)(?P<when>(?:{parts.month}){joint}(?:{parts.month})(?!\w|\s\d\d?\b){year})",
    )
    if parts.words.month_first:
        last = rf"{day}(?![\w:]|{SPACE}(?:{parts.month}))"
        yield "range", rf"(?<!\w)(?P<when>(?:{parts.month}){SPACE}{day}{joint}{last}{year})"


def _days(parts: _Parts) -> Iterator[tuple[str, str]]:
    tail = rf"(?:{parts.year}|{parts.near_year}"
    month = rf"(?P<month>{parts.month})"
    day_first = rf"{parts.day}{SPACE}{parts.link}{month}{parts.alias}"
    yield "day", rf"(?<![\w/:.,£$€–-])(?P<when>{parts.opening}{day_first}{tail}|(?!\w)))"
    if parts.words.month_first:
        month_first = rf"{month}(?:(?<=\.)\s?|{SPACE})(?:the{SPACE})?{parts.day}"
        # “In May 20 people” is no day: those are on, not in.
        alone = r"(?<!\b[Ii]n\s)"
        ends = r"(?![\w%]|[.,:]\d|[-–—/]\w)"
        yield "day", rf"(?<!\w)(?P<when>{parts.opening}{month_first}{tail}))"
        yield "day", rf"(?<!\w){alone}(?P<when>{parts.opening}{month_first}{ends})"
    yield "iso", rf"(?<![\w./-])(?P<when>{parts.opening}{_ISO})"
    yield "numeric", rf"(?<![\w./-])(?P<when>{parts.opening}{_NUMERIC})"


def _months(parts: _Parts) -> Iterator[tuple[str, str]]:
    words = parts.words
    free = r"(?:(?<=[Mm]id-)|(?<![\w–/-]))"
    month = rf"(?P<month>{parts.month}){parts.alias}"
    year = rf"(?:{parts.year}(?![-–/]\d|s\b)|{parts.near_year})"
    yield "month", rf"{free}(?P<when>{month}{year})"
    cue = rf"(?<![\w-])(?:(?i:{words.before_month or NEVER})[\s-]|(?=(?:{_turns(words)})\s))"
    name = rf"{_name_guard(parts)}(?P<month>{parts.full_month})"
    ends = rf"(?!\w|['’]s|[-–—/]\w|,?{SPACE}{parts.link}\d{{3}})"
    yield "month", rf"{cue}{_turn(words)}(?P<when>{name}){ends}"


def _name_guard(parts: _Parts) -> str:
    """Nothing where a month that is also a name is followed by what may be its surname."""
    names = "|".join(_cased(name, parts.words) for name in sorted(parts.words.names))
    return rf"(?!(?:{names}){SPACE}[A-Z][a-z])" if names else ""


def _turns(words: Lexicon) -> str:
    options = [option for option in (words.last, words.next, words.this) if option]
    return rf"(?i:{'|'.join(options)})" if options else NEVER


def _turn(words: Lexicon) -> str:
    return rf"(?:(?P<turn>{_turns(words)})\s)?"


def _years(parts: _Parts) -> Iterator[tuple[str, str]]:
    words = parts.words
    cue = rf"(?<![\w-])(?i:{words.before_year or NEVER})[\s-]"
    pair = rf"(?<![\w-])(?i:{words.before_year or NEVER}|{words.before_years or NEVER})\s"
    year = r"(?P<when>(?P<year>\d{4}))"
    things = rf"{SPACE}(?:{words.not_after_year or NEVER})\b"
    ends = rf"(?!\w|[.,]\d|[-–—/]\w|\s[-–—/]\s\d|['’]s|\s?%|{things})"
    joint = rf"\s(?:{words.to_year or NEVER})\s"
    yield "year", rf"{cue}{year}{ends}"
    yield "year", rf"{pair}{year}(?={joint}\d{{4}}{ends})"
    yield "year", rf"{pair}\d{{4}}{joint}{year}{ends}"


def _around(parts: _Parts) -> Iterator[tuple[str, str]]:
    """What only the day of publication makes a date: ``on Wednesday``, ``last year``."""
    words = parts.words
    before = words.before_weekday
    start = r"(?<![\w-])"
    cue = rf"{start}(?:(?i:{before})\s|(?<!\bthe\s)(?=(?:{_turns(words)})\s))" if before else start
    week = rf"(?:\s(?P<week>{_turns(words)})\sweek)?"
    day = rf"(?P<when>(?P<weekday>{parts.weekday}){week})(?!\w|['’]s)"
    yield "weekday", rf"{cue}{_turn(words)}{day}"
    phrase = rf"(?P<when>(?i:{_phrases(words.near)}))(?![\w-]|['’]s)"
    yield "near", rf"(?<![\w'’-])(?<!\bthe\s)(?<!\bpast\s){phrase}"
