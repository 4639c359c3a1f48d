"""Numbers in running text, with the unit, bound and form they are given in; and typed numbers.

``find`` prefers silence to a wrong amount: scores, times, ages, years, names and ranges are not
found. ``parse`` reads one typed answer and refuses what could mean two amounts.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal

from quizzes.text.number_context import bound, excluded_as, is_year
from quizzes.text.number_form import NumberForm, canonical, numeral
from quizzes.text.number_lexicon import LEXICONS, alternatives, lexicon
from quizzes.text.number_words import word_pattern, word_value
from quizzes.text.words import word_set

MAX_TYPED = 200
SYMBOLS = {
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "₹": "INR",
    "Rs.": "INR",
    "Rs": "INR",
    "¥": "JPY",
    "₦": "NGN",
    "₩": "KRW",
    "₽": "RUB",
    "R": "ZAR",
    "USD": "USD",
    "EUR": "EUR",
    "GBP": "GBP",
    "INR": "INR",
}
MEASURES = word_set(
    "km/h km kg cm mm mph kph ft lb lbs kW MW GW kWh GWh TWh GB TB MB ha Hz kHz MHz GHz m² km²"
)
# One letter after a number is a million as often as a metre: only money makes it sure.
UNSURE_MARKS = frozenset("kmb")
_RUN = re.compile(
    r"(?<![0-9])[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9](?:[0-9.,]*[0-9])?"
)
_PREFIX = re.compile(rf"(?<![^\W\d_])(?:{alternatives(list(SYMBOLS))})\s?$")
_REFUSED = re.compile(
    r"(?<!\w)(?:not|no|nor|never|n[’']t|without|pas|sans|nicht|kein|sin|ليس|لا|بدون)(?!\w)", re.I
)
# A million in another language than the answer's would be lost in silence.
_SCALES = {
    word for words in LEXICONS.values() for word, size in words.scales.items() if size >= 1000
}
_MINUS = re.compile(r"(?:^|\s)(?:[-−]|minus\s)\s?[$£€₹]?\s?$", re.IGNORECASE)


@dataclass(frozen=True)
class NumberMention:
    """One amount in a text; ``text[start:end]`` holds currency, number, scale and unit."""

    start: int
    end: int
    value: Decimal
    unit: str
    bound: str
    text: str
    form: NumberForm


def find(text: str, language: str) -> list[NumberMention]:
    """The amounts of a text in order, never overlapping."""
    plain = canonical(text, language)
    found = _digit_mentions(text, plain, language) + _word_mentions(text, plain, language)
    found.sort(key=lambda mention: (mention.start, -mention.end))
    apart: list[NumberMention] = []
    for mention in found:
        if not apart or mention.start >= apart[-1].end:
            apart.append(mention)
    return apart


def parse(typed: str, language: str) -> Decimal | None:
    """The one number a typed answer states, None when it states none or more than one."""
    answer = typed.strip().strip("“”\"'«».,;:!?()").strip()
    if not answer or len(answer) > MAX_TYPED:
        return None
    plain = canonical(answer, language)
    runs = list(_RUN.finditer(plain))
    if len(runs) > 1:
        return None
    return _typed_digits(plain, runs[0], language) if runs else _typed_words(plain, language)


def write(value: Decimal, language: str) -> str:
    """The number in figures as readers of the language write it; ``parse`` reads it back."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return format_decimal(value, locale=locale, decimal_quantization=False)


def _digit_mentions(text: str, plain: str, language: str) -> list[NumberMention]:
    mentions = (_digit_mention(text, plain, run, language) for run in _RUN.finditer(plain))
    return [mention for mention in mentions if mention]


def _digit_mention(
    text: str, plain: str, run: re.Match[str], language: str
) -> NumberMention | None:
    read = numeral(run[0])
    if not read or re.match(r"0[0-9]", run[0]):
        return None
    mantissa, grouping, decimals = read
    form = NumberForm(
        decimals=decimals,
        grouping=grouping,
        group=_separator(text, plain, run, ", "),
        point=_separator(text, plain, run, "."),
        zero=chr(ord(text[run.start()]) - int(plain[run.start()])),
        language=language,
    )
    mention = _dressed(text, run.span(), mantissa, form)
    bare = mention and mention.text == text[run.start() : run.end()] and grouping == "plain"
    if bare and len(run[0]) == 4 and "1" <= run[0][0] <= "2" and is_year(text, *run.span()):
        return None
    return mention


def _separator(text: str, plain: str, run: re.Match[str], wanted: str) -> str:
    """The separator as it stands in the text."""
    places = (i for i in range(*run.span()) if plain[i] in wanted)
    return text[place] if (place := next(places, None)) is not None else wanted[0]


def _word_mentions(text: str, plain: str, language: str) -> list[NumberMention]:
    pattern = word_pattern(language)
    runs = pattern.finditer(plain) if pattern else iter(())
    mentions = (_word_mention(text, plain, run, language) for run in runs)
    return [mention for mention in mentions if mention]


def _word_mention(text: str, plain: str, run: re.Match[str], language: str) -> NumberMention | None:
    value = word_value(run[0], language)
    if value is None or value == 1 or _continues(plain, run):
        return None
    form = NumberForm(in_words=True, language=language)
    scale = _trailing_scale(run[0], language)
    stem = run[0][: -len(scale)].rstrip() if scale else ""
    if stem and word_value(stem, language) is not None:
        factor = Decimal(lexicon(language).scales[scale.lower()])
        span = (run.start(), run.start() + len(stem))
        return _dressed(text, span, value / factor, form)
    return _dressed(text, run.span(), value, form)


def _continues(plain: str, run: re.Match[str]) -> bool:
    """Is this the half of "one and a half million"?"""
    return bool(re.match(r"(?:an?\s+)?half", run[0], re.I)) and plain.endswith(
        "and ", 0, run.start()
    )


def _trailing_scale(run: str, language: str) -> str:
    last = re.split(r"[\s-]", run)[-1]
    return last if lexicon(language).scales.get(last.lower(), 0) >= 1000 else ""


def _dressed(
    text: str, span: tuple[int, int], mantissa: Decimal, form: NumberForm
) -> NumberMention | None:
    """The mention with currency before and scale and unit after; None in wrong company."""
    language = form.language
    prefix = _PREFIX.search(text, max(0, span[0] - 6), span[0])
    start = prefix.start() if prefix else span[0]
    scaled, counted, end = _tail(text, span[1], language)
    scale, mark = _scale(scaled, language)
    unit = _unit(prefix[0].strip() if prefix else "", counted, language)
    if mark in UNSURE_MARKS and not unit.isupper():
        return None
    if excluded_as(text, start, end, language):
        return None
    dress = replace(form, before=text[start : span[0]], after=text[span[1] : end], scale=scale)
    limit = bound(text, start, end, language)
    return NumberMention(start, end, mantissa * scale, unit, limit, text[start:end], dress)


def _tail(text: str, position: int, language: str) -> tuple[str, str, int]:
    """The scale and the unit that follow a number, and where they end."""
    match = _tail_pattern(language).match(text, position)
    return (match["scale"] or "", match["unit"] or "", match.end()) if match else ("", "", position)


@cache
def _tail_pattern(language: str) -> re.Pattern[str]:
    """Scale and unit as they follow a number; it matches the empty tail too."""
    words = lexicon(language)
    spelled = alternatives([*words.scales, *(mark for mark in words.marks if len(mark) > 1)])
    letters = alternatives([mark for mark in words.marks if len(mark) == 1] or ["k"])
    scale = rf"(?:\s?(?:{spelled or 'k'})(?!\w))+|(?:{letters})(?![^\W\d_])"
    units = [*words.points, *words.percent, *words.currencies, "€", "$", "£", "₹", "%", "٪"]
    attached = alternatives(MEASURES)
    unit = rf"\s?(?:{alternatives(units)})(?!\w)|\s?[€$£₹%٪]|(?-i:\s?(?:{attached})(?!\w))"
    return re.compile(rf"(?P<scale>{scale})?(?P<unit>{unit})?", re.IGNORECASE)


def _scale(written: str, language: str) -> tuple[Decimal, str]:
    """What the scale words multiply to, and the mark when it is a mere letter."""
    words = lexicon(language)
    text = re.sub(r"\s+", " ", written.strip().lower())
    known = {**words.scales, **words.marks}
    if text in known:
        return Decimal(known[text]), text
    product = Decimal(1)
    for word in text.split():
        product *= known[word]
    return product, ""


def _unit(prefix: str, suffix: str, language: str) -> str:
    """A currency's code, "%", "percentage points", a measure, or "" for a bare number."""
    words, name = lexicon(language), re.sub(r"\s+", " ", suffix.strip())
    if prefix:
        return SYMBOLS[prefix]
    if name in SYMBOLS:
        return SYMBOLS[name]
    if name.lower() in words.points:
        return "percentage points"
    if name in ("%", "٪") or name.lower() in words.percent:
        return "%"
    return words.currencies.get(name.lower(), name)


def _typed_digits(plain: str, run: re.Match[str], language: str) -> Decimal | None:
    # A foreign keyboard's separators count only where the language's own make no sense.
    swapped = run[0].translate({ord(","): ".", ord("."): ","})
    read = numeral(run[0]) or numeral(swapped)
    scaled, _, end = _tail(plain, run.end(), language)
    before, after = plain[: run.start()], plain[end:]
    negative = bool(_MINUS.search(before))
    before = _MINUS.sub(" ", before)
    if not read or not _is_aside(before, language) or not _is_aside(after, language):
        return None
    value = read[0] * _scale(scaled, language)[0]
    return -value if negative else value


def _typed_words(plain: str, language: str) -> Decimal | None:
    pattern = word_pattern(language)
    runs = list(pattern.finditer(plain)) if pattern else []
    if len(runs) != 1:
        return None
    before, after = plain[: runs[0].start()], plain[runs[0].end() :]
    aside = _is_aside(before, language) and _is_aside(after, language)
    return word_value(runs[0][0], language) if aside else None


def _is_aside(text: str, language: str) -> bool:
    """Is the text around a typed number harmless: a unit or a few words, no second number?"""
    pattern = word_pattern(language)
    if _REFUSED.search(text) or (pattern and pattern.search(text)):
        return False
    if any(word in _SCALES for word in text.lower().split()):
        return False
    return not re.sub(r"[^\W\d_]|[\s.,’'²/%٪~≈$£€₹+-]", "", text)
