"""What surrounds a number: bounds that soften it, and company in which it is no quantity."""

import re
from functools import cache

from babel import Locale, UnknownLocaleError

from quizzes.text.number_lexicon import alternatives, lexicon
from quizzes.text.words import word_set

REACH = 48
# Words after which a number names something: Section 377, flight 370, page 3.
NAMING = word_set(
    "section article chapter page pages room route number no no. nos flight channel platform gate "
    "highway interstate grade level phase stage day week season episode verse figure table "
    "question category type tier division act unit order resolution rule clause floor class year "
    "years line lines part element elements point group form volume vol vol. issue paragraph item "
    "version formula studio area block sector zone schedule bus train ward district lot model "
    "artikel seite kapitel paragraf nummer artículo página capítulo número chapitre numéro "
    "المادة رقم الصفحة"
)
# Capitalised words that may stand before a quantity because they open a sentence.
OPENERS = word_set(
    "a about after all almost although an and another approximately around as at because before "
    "being between both but by during each either estimated even every exactly except for from "
    "had has have he her him his how however i if in including into is it its just last least "
    "less like many meanwhile more most nearly no not now of on only or other our out over past "
    "per roughly she since so some still than that the their then there these they this those "
    "though through to today together under until up upon was we were what when where which "
    "while who with within without yesterday you your"
)
COUNTED = re.compile(
    r"\s(?:[a-z-]+\s)?(?:people|persons|men|women|children|soldiers|troops|workers|employees"
    r"|students|homes|houses|families|jobs|officers|members|civilians|voters|votes|patients|cases"
    r"|deaths|visitors|miles|kilometres|kilometers|metres|meters|feet|tonnes|tons|acres|hectares"
    r"|litres|liters|dollars|rupees|times|hours|barrels|megawatts|refugees|migrants|animals|trees"
    r"|vehicles|cars|schools|companies|villages|residents)\b"
)
_YEAR_BEFORE = re.compile(
    r"(?:(?<!\w)(?:in|since|by|until|till|from|before|after|during|of|early|late|mid|spring"
    r"|summer|autumn|fall|winter|the|and|to|between|en|depuis|dès|seit|ab|bis|im|desde|hasta|año"
    r"|عام|سنة|منذ|في)|[,(/–-])\s?$",
    re.IGNORECASE,
)
_TIME_AFTER = r"\s?(?:am|pm|a\.m|p\.m|o[’']clock|gmt|hrs?|uhr|ist|bst)(?!\w)"
_AGE_AFTER = r"[-\s](?:years?|months?|weeks?|days?)[-\s](?:olds?|of\sage)\b|\s(?:ans|Jahre\salt)\b"
_FRACTION_AFTER = (
    r"[-\s](?:thirds?|quarters?|halves|fifths?|tenths?)\b|\s(?:and\s)?an?\s(?:half|quarter)\b"
)
_AGE_BEFORE = (
    r"(?<!\w)(?:(?:aged?|ages|age\sof|turned)(?:\s(?:over|under|about|just))?|under-|over-)\s?$"
)
_VAGUE_BEFORE = r"(?<!\w)(?:few|several|many|couple\sof|some\sodd)\s$"
_STREET_AFTER = (
    r"\s(?:[A-Z][\w’'.]*\s){1,4}?(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Boulevard|Blvd"
    r"|West|East|North|South|Terrace|Court|Close|Way|Row|Park|Place)\b"
)
_TOKEN_BEFORE = r"[\w#@&/:*^=\\+°]$|(?:\w|^|\s)[-–−.]$|\d,$|\d\s$"
_TOKEN_AFTER = (
    r"[\w@^°]|[’']s?\w?|[-–](?:\s|[^\W\d])|\s[-–]\s(?=member|year|day|point|part)|[/:.]\d|\s\d"
)
_LAST_WORD = re.compile(r"([^\W\d_][\w’'.-]*)\s$")
_LAST_NAME = re.compile(r"[A-Z][\w’'.-]*(?:,\s|\s\()$")


def bound(text: str, start: int, end: int, language: str) -> str:
    """How a number is bounded: "at least", "at most", "about", or "" when it is not."""
    before, after = _around(text, start, end)
    for kind, pattern in _bound_patterns(language):
        if pattern.search(before):
            return kind
    if re.match(r"\s(?:or|and)\s(?:more|above|over|higher)\b|\+|[-\s]plus\b", after):
        return "at least"
    if re.match(r"\sor\s(?:less|fewer|under|below)\b", after):
        return "at most"
    return "about" if re.match(r"\sor\sso\b", after) else ""


def excluded_as(text: str, start: int, end: int, language: str) -> str:
    """Why the number at this place is no quantity of its own; "" when it is one."""
    before, after = _around(text, start, end)
    if re.search(_TOKEN_BEFORE, before):
        return "token"
    if re.search(_VAGUE_BEFORE, before, re.IGNORECASE):
        return "vague"
    if _is_age(before, after):
        return "age"
    if re.search(r"\bat\s$", before) and re.match(r"\shours\b", after):
        return "time"
    for reason, pattern in _after_patterns(language):
        if pattern.match(after):
            return reason
    if _companion_before(language).search(before):
        return "range"
    if _touches_month(before, after, language):
        return "date"
    return "name" if _is_named(before, language) else ""


def is_year(text: str, start: int, end: int) -> bool:
    """Does a bare four-digit number stand where a year would?"""
    before, after = _around(text, start, end)
    return bool(_YEAR_BEFORE.search(before)) or not COUNTED.match(after)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(0, start - REACH) : start], text[end : end + REACH]


@cache
def _bound_patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = lexicon(language)
    lists = (("at least", words.at_least), ("at most", words.at_most), ("about", words.about))
    article = r"(?:\s(?:an?|an\sestimated|estimated|a\stotal\sof))?"
    return tuple(
        (kind, re.compile(rf"(?<!\w)(?:{alternatives(phrases)}){article}\s?$", re.IGNORECASE))
        for kind, phrases in lists
        if phrases
    )


_SPAN = r"(?:second|minute|hour|day|night|week|month|season|year|decade)"
_RANGE = r"(?:to|or|à|ou|bis|oder|a|o|إلى|أو)"
_RATIO = r"(?:x|by|and|of|in|out\sof|for|per|et|und|y)"
# A year after "in" or "of" is no partner, nor is a stretch of time: 40km in one day.
_NOT_YEAR = r"(?!(?:1[5-9]|20)\d\d(?!\d|,\d))"


@cache
def _small(language: str) -> str:
    words = lexicon(language)
    return alternatives([*words.units, *words.tens]) or "0"


@cache
def _after_patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    small = rf"(?:{_small(language)})(?!\w)"
    partner = rf"(?:[$£€₹]?\d+(?:[.,]\d+)*(?!\d)|{small})(?!\s{_SPAN}s?\b)"
    table = {
        "age": _AGE_AFTER,
        "fraction": _FRACTION_AFTER,
        "time": _TIME_AFTER,
        "range": rf"\s?[-–—−]\s?\d|\s{_RANGE}\s(?:[$£€₹]?\d|{small})",
        "ratio": rf"\s{_RATIO}\s(?:every\s|the\s)?{_NOT_YEAR}{partner}",
        "token": _TOKEN_AFTER,
        "address": _STREET_AFTER,
    }
    flags = {"address": re.NOFLAG}
    return tuple((k, re.compile(p, flags.get(k, re.IGNORECASE))) for k, p in table.items())


@cache
def _companion_before(language: str) -> re.Pattern[str]:
    number = rf"(?:\d(?:%|[a-z]{{1,2}})?|(?<!\w)(?:{_small(language)}))"
    link = rf"(?:{_RANGE}|{_RATIO})"
    return re.compile(rf"{number}\s{link}\s(?:every\s)?$|\d\s?[-–—]\s?$", re.IGNORECASE)


def _is_named(before: str, language: str) -> bool:
    """Does a naming word or a proper name stand before the number: Section 377, Boeing 737?"""
    match = _LAST_WORD.search(before)
    if not match:
        return False
    word, opens = match[1], re.search(r"(?:^|[.!?…:“\"«]\s*)$", before[: match.start()])
    if not language.startswith("en") and opens:
        return False
    return word.lower() in NAMING or (word[0].isupper() and word.lower() not in OPENERS)


def _is_age(before: str, after: str) -> bool:
    if re.search(_AGE_BEFORE, before, re.IGNORECASE):
        return True
    return bool(_LAST_NAME.search(before) and re.match(r"\s?[,).]", after))


def _touches_month(before: str, after: str, language: str) -> bool:
    follows, precedes = _months(language)
    return bool(follows.match(after) or precedes.search(before))


@cache
def _months(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        locale = Locale("en")
    widths = (locale.months["format"][width] for width in ("wide", "abbreviated"))
    names = alternatives([name for width in widths for name in width.values()])
    return re.compile(rf"\.?\s(?:de\s)?(?:{names})(?!\w)"), re.compile(rf"(?<!\w)(?:{names})\s$")
