"""The words dates are written with, language by language.

Names of months and weekdays come from Babel's locale data; the words that introduce a date in
running text are a small table of our own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError

from quizzes.text.language import base as language_part

# Locales whose month names are in use beside those of the language's own.
ALSO = {"ar": ["ar_SY"]}
MORE_MONTHS = {
    "en": {"sept": 9},
    "fr": {"fevrier": 2, "fév": 2, "aout": 8, "decembre": 12},
    "de": {"jänner": 1, "feber": 2, "mrz": 3},
    "es": {"setiembre": 9, "sep": 9},
    "ar": {"ابريل": 4, "إبريل": 4, "اغسطس": 8, "اكتوبر": 10, "يونيه": 6, "يوليه": 7},
}
MORE_WEEKDAYS = {"en": {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}, "ar": {"الإثنين": 0}}


@dataclass(frozen=True)
class Lexicon:
    """What introduces and joins dates; every word list is an alternation for a regex.

    ``near`` maps a phrase to the unit it names and how far that is from the day of publication.
    """

    link: str = ""
    ordinal: str = ""
    before_year: str = ""
    before_years: str = ""
    to_year: str = ""
    not_after_year: str = ""
    before_month: str = ""
    names: frozenset[str] = frozenset()
    before_weekday: str = ""
    last: str = ""
    next: str = ""
    this: str = ""
    near: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    label: str = ""
    ahead: str = ""
    told: str = ""
    cased: bool = False
    month_first: bool = False


LEXICONS = {
    "en": Lexicon(
        link="of",
        ordinal="st|nd|rd|th",
        before_year=(
            r"in|since|until|till|by|during|before|after|from|throughout|early|late|as of"
            r"|(?:as )?(?:early|late) as|mid|(?:in )?the year|spring|summer|autumn|winter"
            r"|(?:summer|winter|spring|autumn|fall|end|start|beginning|middle|rest|half|quarter"
            r"|months|weeks|days|part|most) of"
        ),
        before_years="between",
        to_year="to|and|until|till|or|through",
        not_after_year=(
            r"people|persons|men|women|children|students|soldiers|troops|cases|deaths|votes"
            r"|points|jobs|homes|houses|cars|vehicles|units|seats|pages|words|miles|metres|meters"
            r"|feet|tons|tonnes|dollars|euros|pounds|degrees|hours|hrs|GMT|UTC|local|km|kg|ft|m"
            r"|per cent|percent|percentage|World|Winter|Summer|Olympic|Super|Grand|Euro"
        ),
        # May is also the surname of people who do things, so nothing is done by May.
        before_month=(
            r"in|since|until|till|during|early|late|mid"
            r"|(?:by|from|before|after"
            r"|(?:end|start|beginning|middle|month|half|days|weeks) of)(?!\sMay\b)"
        ),
        names=frozenset(["march", "april", "may", "june", "august"]),
        # Reporters of some countries leave out the preposition: he said Wednesday.
        before_weekday=(
            r"on|since|until|till|by|late|early|before|after|from"
            r"|(?-i:[a-z]{2,20}ed)|said|told|won|lost|met|held|left|began|came|went|made|took|gave|found"
            r"|shot|hit|fell|rose|broke|wrote|spoke|sent|struck"
        ),
        last="last",
        next="next",
        this="this",
        near={
            "the day before yesterday": ("day", -2),
            "yesterday": ("day", -1),
            "last night": ("day", -1),
            "today": ("day", 0),
            "tonight": ("day", 0),
            "this morning": ("day", 0),
            "this afternoon": ("day", 0),
            "this evening": ("day", 0),
            "tomorrow": ("day", 1),
            "last month": ("month", -1),
            "this month": ("month", 0),
            "next month": ("month", 1),
            "last year": ("year", -1),
            "this year": ("year", 0),
            "next year": ("year", 1),
        },
        label=(
            r"(?:(?:first |last |originally )?(?:published|posted|updated|modified|created)"
            r"|(?:publication |issue |release )?date)(?: (?:on|at))?"
        ),
        ahead=(
            r"will|won['’]t|shall|would|(?:is|are) (?:due|to|set|expected|scheduled|planned)|due"
            r"|scheduled|plans? to|until|till|upcoming|ahead of"
        ),
        told=r"said|says|told|announced|added|reported|tweeted|wrote",
        cased=True,
        month_first=True,
    ),
    "fr": Lexicon(
        ordinal="er",
        before_year=r"en|depuis|dès|avant|après|fin|début|courant|(?:en )?l['’]an(?:née)?",
        before_years="entre",
        to_year="à|et|ou",
        before_month="en|depuis|dès|fin|début|mi|courant|(?:au )?mois de|mois d['’]",
        near={
            "avant-hier": ("day", -2),
            "hier": ("day", -1),
            "aujourd'hui": ("day", 0),
            "aujourd’hui": ("day", 0),
            "l'an dernier": ("year", -1),
            "l’an dernier": ("year", -1),
            "l'année dernière": ("year", -1),
            "l’année dernière": ("year", -1),
            "cette année": ("year", 0),
            "le mois dernier": ("month", -1),
            "ce mois-ci": ("month", 0),
        },
        label=r"(?:publié|mis à jour|posté|modifié|créé)(?: le)?|date(?: de publication)?",
    ),
    "de": Lexicon(
        ordinal=r"\.",
        before_year=r"seit|vor|nach|bis|ab|anfang|ende|mitte|(?:im |dem )?jahre?|in",
        before_years="zwischen|von",
        to_year="und|bis|oder",
        before_month="im|seit|anfang|ende|mitte|bis|ab",
        before_weekday="am|seit|bis|vergangenen|letzten",
        near={
            "vorgestern": ("day", -2),
            "gestern": ("day", -1),
            "heute": ("day", 0),
            "letztes jahr": ("year", -1),
            "im vergangenen jahr": ("year", -1),
            "im letzten jahr": ("year", -1),
            "dieses jahr": ("year", 0),
            "in diesem jahr": ("year", 0),
            "letzten monat": ("month", -1),
            "im vergangenen monat": ("month", -1),
        },
        label=r"(?:veröffentlicht|aktualisiert|erstellt)(?: am)?|datum|stand",
        cased=True,
    ),
    "es": Lexicon(
        link="de|del",
        ordinal="º|ro|ero",
        before_year="en|desde|hasta|antes de|después de|(?:en )?el año|(?:principios|finales) de",
        before_years="entre",
        to_year="a|y|hasta|o",
        before_month=r"en|desde|hasta|(?:principios|finales|mediados|mes) de",
        before_weekday=r"el|este|el pasado|desde el|hasta el",
        near={
            "anteayer": ("day", -2),
            "ayer": ("day", -1),
            "hoy": ("day", 0),
            "el año pasado": ("year", -1),
            "este año": ("year", 0),
            "el mes pasado": ("month", -1),
            "este mes": ("month", 0),
        },
        label=r"(?:publicado|actualizado|creado)(?: el)?|fecha(?: de publicación)?",
    ),
    "ar": Lexicon(
        link="من",
        before_year="عام|العام|سنة|بعام|لعام|منذ عام",
        before_month="في|منذ|حتى|شهر|خلال|مطلع|نهاية|أواخر|أوائل|منتصف",
        before_weekday="يوم|مساء|صباح|ليلة|أمس",
        near={
            "أول أمس": ("day", -2),
            "أمس": ("day", -1),
            "العام الماضي": ("year", -1),
            "السنة الماضية": ("year", -1),
            "هذا العام": ("year", 0),
            "العام الحالي": ("year", 0),
            "الشهر الماضي": ("month", -1),
        },
        label=r"(?:تاريخ(?: النشر)?|نشر(?:ت)?(?: في| بتاريخ)?|نُشر(?: في)?|آخر تحديث)",
    ),
}


def lexicon(language: str) -> Lexicon:
    """The words of a language; none for one that has no entry here."""
    return LEXICONS.get(_base(language), Lexicon())


@dataclass(frozen=True)
class Names:
    """Names in lower case, without a full stop, to their number; ``full`` are no abbreviations."""

    numbers: Mapping[str, int]
    full: frozenset[str]


@lru_cache(maxsize=32)
def months(language: str) -> Names:
    """Month names to 1 to 12."""
    more = MORE_MONTHS.get(_base(language), {})
    return _names((locale.months for locale in _locales(language)), more)


@lru_cache(maxsize=32)
def weekdays(language: str) -> Names:
    """Weekday names to 0 for Monday up to 6 for Sunday."""
    more = MORE_WEEKDAYS.get(_base(language), {})
    return _names((locale.days for locale in _locales(language)), more)


def _names(calendars: Iterable[Mapping[str, Any]], more: Mapping[str, int]) -> Names:
    numbers, full = dict(more), set()
    for calendar in calendars:
        for context in ("format", "stand-alone"):
            full |= {plain(name) for name in calendar[context]["wide"].values()}
            for width in ("wide", "abbreviated"):
                for number, name in calendar[context][width].items():
                    numbers.setdefault(plain(name), number)
    return Names({name: numbers[name] for name in numbers if len(name) > 1}, frozenset(full))


def plain(name: str) -> str:
    """A month or weekday as these tables have it."""
    return " ".join(name.split()).rstrip(".").casefold()


def _locales(language: str) -> Iterator[Locale]:
    base = _base(language)
    return (Locale.parse(name) for name in [base, *ALSO.get(base, [])])


@lru_cache(maxsize=32)
def _base(language: str) -> str:
    """The language of a code such as ``pt-BR``; English where Babel knows none."""
    try:
        return Locale.parse(language_part(language)).language
    except (UnknownLocaleError, ValueError):
        return "en"
