"""Words that stand for numbers, scales, units and bounds, language by language.

Only lists: ``number_words`` composes them, ``numbers`` finds them in a sentence. A language
without lists still has its digits.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Lexicon:
    """The number words of one language, lower case."""

    units: Mapping[str, int]
    tens: Mapping[str, int]
    hundreds: Mapping[str, int]
    scales: Mapping[str, int]
    marks: Mapping[str, int] = field(default_factory=dict)  # scales only ever written after digits
    joiners: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    half: str = ""
    percent: Sequence[str] = ()
    points: Sequence[str] = ()
    currencies: Mapping[str, str] = field(default_factory=dict)
    at_least: Sequence[str] = ()
    at_most: Sequence[str] = ()
    about: Sequence[str] = ()


def _counted(words: str, start: int, step: int = 1) -> dict[str, int]:
    """Number the words of a list; ``a/b`` are two spellings of one number."""
    spellings = (entry.split("/") for entry in words.split())
    return {word: start + step * i for i, group in enumerate(spellings) for word in group}


ENGLISH = Lexicon(
    units=_counted(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen",
        0,
    ),
    tens=_counted("twenty thirty forty/fourty fifty sixty seventy eighty ninety", 20, 10),
    hundreds={},
    scales={
        "hundred": 100,
        "dozen": 12,
        "thousand": 10**3,
        "lakh": 10**5,
        "lakhs": 10**5,
        "lac": 10**5,
        "million": 10**6,
        "crore": 10**7,
        "crores": 10**7,
        "billion": 10**9,
        "trillion": 10**12,
        "lakh crore": 10**12,
    },
    marks={"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
    | {"trn": 10**12, "cr": 10**7},
    joiners=frozenset({"and"}),
    articles=frozenset({"a", "an"}),
    half="half",
    percent=("per cent", "percent", "pct"),
    points=("percentage points", "percentage point"),
    currencies={
        "us dollars": "USD",
        "dollars": "USD",
        "dollar": "USD",
        "euros": "EUR",
        "euro": "EUR",
        "rupees": "INR",
        "pounds sterling": "GBP",
        "yen": "JPY",
        "yuan": "CNY",
        "rand": "ZAR",
        "naira": "NGN",
    },
    at_least=(
        "more than",
        "at least",
        "over",
        "above",
        "exceeding",
        "upwards of",
        "no fewer than",
        "no less than",
        "not less than",
        "greater than",
        "as little as",
        "as few as",
        "a minimum of",
        "minimum of",
        "well over",
        "just over",
    ),
    at_most=(
        "up to",
        "at most",
        "nearly",
        "almost",
        "less than",
        "fewer than",
        "under",
        "below",
        "as many as",
        "as much as",
        "no more than",
        "not more than",
        "close to",
        "a maximum of",
        "maximum of",
        "just under",
    ),
    about=(
        "about",
        "around",
        "roughly",
        "approximately",
        "some",
        "an estimated",
        "estimated",
        "circa",
        "approx",
        "approx.",
        "~",
        "≈",
    ),
)

FRENCH = Lexicon(
    units=_counted(
        "zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze "
        "quinze seize dix-sept dix-huit dix-neuf",
        0,
    ),
    tens=_counted(
        "vingt trente quarante cinquante soixante soixante-dix quatre-vingt/quatre-vingts "
        "quatre-vingt-dix",
        20,
        10,
    ),
    hundreds={},
    scales={
        "cent": 100,
        "cents": 100,
        "mille": 10**3,
        "million": 10**6,
        "millions": 10**6,
    }
    | {"milliard": 10**9, "milliards": 10**9, "billion": 10**12, "billions": 10**12},
    marks={"m": 10**6, "md": 10**9, "mds": 10**9},
    joiners=frozenset({"et"}),
    percent=("pour cent",),
    points=("points de pourcentage", "point de pourcentage"),
    currencies={"d’euros": "EUR", "d'euros": "EUR", "euros": "EUR", "euro": "EUR"}
    | {"de dollars": "USD", "dollars": "USD"},
    at_least=("plus de", "plus d’", "plus d'", "au moins", "au minimum"),
    at_most=("moins de", "jusqu’à", "jusqu'à", "au plus", "près de", "presque"),
    about=("environ", "quelque", "autour de", "à peu près"),
)


def _german_tens() -> dict[str, int]:
    ones = _counted("ein zwei drei vier fünf sechs sieben acht neun", 1)
    tens = _counted(
        "zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
        20,
        10,
    )
    joined = {f"{one}und{ten}": tens[ten] + digit for ten in tens for one, digit in ones.items()}
    return tens | joined


_GERMAN_UNITS = _counted(
    "null eins/ein/eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn "
    "vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    0,
)
GERMAN = Lexicon(
    units=_GERMAN_UNITS | _german_tens(),
    tens={},
    hundreds={
        f"{word}hundert": value * 100 for word, value in _GERMAN_UNITS.items() if 1 <= value <= 9
    }
    | {f"{word}tausend": value * 1000 for word, value in _GERMAN_UNITS.items() if value},
    scales={"hundert": 100, "dutzend": 12, "tausend": 10**3, "million": 10**6}
    | {
        "millionen": 10**6,
        "milliarde": 10**9,
        "milliarden": 10**9,
        "billionen": 10**12,
    },
    marks={"mio.": 10**6, "mio": 10**6, "mrd.": 10**9, "mrd": 10**9, "tsd.": 10**3},
    percent=("prozent",),
    points=("prozentpunkte", "prozentpunkten", "prozentpunkt"),
    currencies={"euro": "EUR", "dollar": "USD", "us-dollar": "USD", "franken": "CHF"},
    at_least=("mehr als", "mindestens", "über", "wenigstens"),
    at_most=("weniger als", "höchstens", "bis zu", "fast", "unter", "knapp", "beinahe"),
    about=("etwa", "rund", "ungefähr", "circa", "ca.", "schätzungsweise"),
)

SPANISH = Lexicon(
    units=_counted(
        "cero uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce "
        "quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno/veintiún/veintiuna "
        "veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho "
        "veintinueve",
        0,
    ),
    tens=_counted("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10),
    hundreds=_counted(
        "cien/ciento doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas "
        "quinientos/quinientas seiscientos/seiscientas setecientos/setecientas "
        "ochocientos/ochocientas novecientos/novecientas",
        100,
        100,
    ),
    scales={"mil": 10**3, "millón": 10**6, "millones": 10**6, "mil millones": 10**9}
    | {"billón": 10**12, "billones": 10**12},
    marks={"m": 10**6},
    joiners=frozenset({"y"}),
    percent=("por ciento", "por cien"),
    points=("puntos porcentuales", "punto porcentual"),
    currencies={
        "de euros": "EUR",
        "euros": "EUR",
        "de dólares": "USD",
        "dólares": "USD",
    },
    at_least=("más de", "al menos", "por lo menos", "como mínimo"),
    at_most=("menos de", "hasta", "como máximo", "casi", "cerca de"),
    about=("unos", "unas", "alrededor de", "aproximadamente", "en torno a"),
)

ARABIC = Lexicon(
    units=_counted(
        "صفر واحد/واحدة اثنان/اثنين/اثنتان/اثنتين ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع "
        "ثمانية/ثماني/ثمان تسعة/تسع عشرة/عشر",
        0,
    ),
    tens=_counted(
        "عشرون/عشرين ثلاثون/ثلاثين أربعون/أربعين خمسون/خمسين ستون/ستين سبعون/سبعين ثمانون/ثمانين "
        "تسعون/تسعين",
        20,
        10,
    ),
    hundreds={"مئتان": 200, "مئتين": 200, "مائتان": 200, "مائتين": 200},
    scales={
        "مئة": 100,
        "مائة": 100,
        "ألف": 10**3,
        "آلاف": 10**3,
        "ألفا": 10**3,
        "ألفًا": 10**3,
    }
    | {"مليون": 10**6, "ملايين": 10**6, "مليونا": 10**6, "مليونًا": 10**6}
    | {"مليار": 10**9, "مليارات": 10**9, "مليارا": 10**9, "تريليون": 10**12},
    percent=("في المئة", "في المائة", "بالمئة", "بالمائة"),
    points=("نقطة مئوية", "نقاط مئوية"),
    currencies={"دولار": "USD", "دولارا": "USD", "دولارات": "USD", "يورو": "EUR"},
    at_least=("أكثر من", "ما لا يقل عن", "على الأقل", "ما يزيد على"),
    at_most=("أقل من", "ما يصل إلى", "نحو أقل من"),
    about=("نحو", "حوالي", "قرابة", "زهاء", "ما يقارب"),
)

LEXICONS: Mapping[str, Lexicon] = {
    "en": ENGLISH,
    "fr": FRENCH,
    "de": GERMAN,
    "es": SPANISH,
    "ar": ARABIC,
}
SILENT = Lexicon(units={}, tens={}, hundreds={}, scales={})


def lexicon(language: str) -> Lexicon:
    """The number words of a language tag such as ``en`` or ``en-IN``; empty when unknown."""
    return LEXICONS.get(re.split(r"[-_]", language.lower())[0], SILENT)


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, whatever spaces part their parts."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
