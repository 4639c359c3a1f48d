"""How a number is written: separators, digits, scale and unit, so that another looks alike."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel import Locale, UnknownLocaleError

from quizzes.text.number_lexicon import lexicon

SPACES = " \u00a0\u2009\u202f"
# Zero in Latin, Arabic-Indic, Persian, Devanagari, Bengali and full-width digits.
ZEROS = "0\u0660\u06f0\u0966\u09e6\uff10"
DIGITS = {ord(zero) + n: str(n) for zero in ZEROS for n in range(10)}
# The longest numeral that is read: more digits are a serial number, not a quantity.
MAX_DIGITS = 18
_NUMERAL = re.compile(
    r"(?:(?P<plain>\d+)|(?P<western>\d{1,3}(?:,\d{3})+)|(?P<indian>\d{1,2}(?:,\d{2})+,\d{3})"
    r"|(?P<spaced>\d{1,3}(?: \d{3})+))(?P<fraction>\.\d+)?"
)


@dataclass(frozen=True)
class NumberForm:
    """The dress of one number: ``write`` puts another value into it."""

    before: str = ""
    after: str = ""
    scale: Decimal = Decimal(1)
    decimals: int = 0
    grouping: str = "plain"
    group: str = ","
    point: str = "."
    zero: str = "0"
    in_words: bool = False
    language: str = "en"

    def write(self, value: Decimal) -> str:
        """The value as the article would have written it, rounded to the same decimals."""
        mantissa = value / self.scale
        if self.in_words and (word := word_for(mantissa, self.language)):
            return f"{self.before}{word}{self.after}"
        return f"{self.before}{self._numeral(mantissa)}{self.after}"

    def _numeral(self, mantissa: Decimal) -> str:
        whole, _, fraction = f"{mantissa:.{self.decimals}f}".partition(".")
        grouped = self.group.join(_groups(whole, self.grouping))
        digits = grouped + (self.point + fraction if fraction else "")
        return digits.translate({ord("0") + n: chr(ord(self.zero) + n) for n in range(10)})


def _groups(whole: str, grouping: str) -> list[str]:
    """Cut digits into the groups that separators part."""
    if grouping == "plain" or len(whole) < 4:
        return [whole]
    tail, size = whole[-3:], 2 if grouping == "indian" else 3
    head = whole[:-3]
    cuts = range(len(head) % size or size, len(head) + 1, size)
    return [head[max(0, cut - size) : cut] for cut in cuts] + [tail]


def numeral(canonical_text: str) -> tuple[Decimal, str, int] | None:
    """Value, grouping and decimals of a canonical numeral; None when its groups are wrong."""
    match = _NUMERAL.fullmatch(canonical_text)
    digits = re.sub(r"\D", "", canonical_text)
    if not match or len(digits) > MAX_DIGITS:
        return None
    names = ("plain", "western", "indian", "spaced")
    grouping = next(name for name in names if match[name])
    decimals = len(match["fraction"] or ".") - 1
    return Decimal(re.sub(r"[, ]", "", canonical_text)), grouping, decimals


def canonical(text: str, language: str) -> str:
    """The text with ASCII digits, ``.`` before decimals and ``,`` between groups.

    Every character keeps its place, so offsets hold in both.
    """
    return text.translate(_canonical_table(language))


def separators(language: str) -> tuple[str, str]:
    """The decimal and the group separator of a language, English ones when it is unknown."""
    try:
        symbols = Locale.parse(language.replace("-", "_")).number_symbols["latn"]
    except (UnknownLocaleError, ValueError, TypeError, KeyError):
        return ".", ","
    return symbols["decimal"], symbols["group"]


@cache
def _canonical_table(language: str) -> Mapping[int, str]:
    point, group = separators(language)
    table = DIGITS | {ord(space): " " for space in SPACES} | {0x066B: ".", 0x066C: ","}
    if point == ",":
        table |= {ord(","): ".", ord("."): ","}
    elif group in "’'":
        table |= {ord("’"): ",", ord("'"): ","}
    return table


@cache
def word_for(value: Decimal, language: str) -> str:
    """The word for a small whole number, empty when the language's list has no single one."""
    words = lexicon(language)
    for table in (words.units, words.tens):
        for word, number in table.items():
            if number == value:
                return word
    tens, unit = value // 10 * 10, value % 10
    if language.startswith("en") and 20 < value < 100 and unit == int(unit):
        return f"{word_for(tens, language)}-{word_for(unit, language)}"
    return ""
