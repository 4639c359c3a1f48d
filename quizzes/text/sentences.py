"""Where the sentences of a text begin and end.

The splitter knows some 240 languages; here it is kept to exact code points, to bounded time, and
from the mistakes it makes in news prose.
"""

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]

from quizzes.text.words import word_set

# The splitter's time grows with the square of the quotation marks it is shown at once.
WINDOW = 10_000
# How far the repairs look to either side of a boundary.
_REACH = 60

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
# The splitter panics on spaces of more than one byte, and cannot be given lone surrogates.
_UNSAFE = re.compile(r"[^\S\n ]|[\ud800-\udfff]")
# An apostrophe that is not the opening quotation mark it looks like: '80s, 'tis, rock 'n' roll.
_ELISION = re.compile(r"(?<!\w)['‘](?=\d0s|[Tt](?:is|was)\b|em\b|n['’])")
# Two closing marks in a row hide the end of the sentence: “He said ‘no.’” Then he left.
_DOUBLE_CLOSE = re.compile(r"(?<=([.!?]))['’](?=[”\"])")

_STRANDED_OPENERS = re.compile(r"(?:(?<=\s)|^)[“‘«„(\[¿¡]+\s*$")
_STRANDED_CLOSERS = re.compile(r"[)\]}”’»]+(?=\s|$)\s*")

_CLOSED_QUOTE = re.compile(r"[”’»“\"']\s*$")
_EXCLAIMED_QUOTE = re.compile(r"[?!…—–-][”’»“\"']+\s*$")
_SPEAKER = re.compile(
    r"\s*(?:[^\W\d_][\w’'.-]*\s+){1,5}?"
    r"(?:said|says|asked|asks|added|adds|told|replied|wrote|writes|tweeted|shouted|cried|wondered)\b"
)
_NUMBERED_ITEM = re.compile(r"\s*\d{1,3}[.)]\s*$")
_CLOCK = re.compile(r"\b[ap]\.m\.\s*$")
_CLOCK_GOES_ON = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|local\b|[A-Z]{1,3}T\b|(?:Jan|Febr)uary\b|March\b"
    r"|April\b|May \d|June\b|July\b|August\b|(?:Septem|Octo|Novem|Decem)ber\b"
)
_LAST_WORD = re.compile(r"(?<![\w.])([^\W\d_]+)\.\s*$")
_BEFORE_A_NAME = word_set(
    "adm ald amb atty br brig cllr cmdr det dist drs fr insp maj messrs mmes mt profs sgts spc "
    "supt mm mme mlle mgr sra srta dra dña gral"
)
_BEFORE_A_NUMBER = word_set(
    "approx art avg ch chap circa ed est fig figs max min no nos p para pg pp sec tel vol vols "
    "jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil déc"
)
_MID_SENTENCE = word_set("mon tue tues wed weds thu thur thurs fri sat sun dept govt est")


def bounds(text: str, language: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, trimmed of white space, in order.

    Together they hold every character that is not white space. A quotation of several sentences
    stays in one piece with the words that attribute it. A language the splitter does not know is
    split as English.
    """
    safe = _safe(text)
    trimmed = (
        _trim(text, start, end)
        for first, last in _paragraphs(safe)
        for start, end in _repaired(safe, first, last, language)
    )
    return [(start, end) for start, end in trimmed if start < end]


def _safe(text: str) -> str:
    """The same number of characters, without those that lead the splitter astray."""
    return _DOUBLE_CLOSE.sub(r"\1", _ELISION.sub("X", _UNSAFE.sub(" ", text)))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        yield start, gap.start()
        start = gap.start()
    yield start, len(text)


def _repaired(text: str, first: int, last: int, language: str) -> Iterator[tuple[int, int]]:
    """The sentences of one paragraph, with stray marks moved and false boundaries removed."""
    start = first
    for cut in _cuts(text, first, last, language):
        cut = _settled(text, start, cut, last)
        if start < cut < last and not _runs_on(text, start, cut, language):
            yield start, cut
            start = cut
    yield start, last


def _cuts(text: str, first: int, last: int, language: str) -> Iterator[int]:
    """Where the splitter ends sentences, asked window by window."""
    while first < last:
        window = text[first : min(first + WINDOW, last)]
        ends = [found["end_index"] for found in get_sentence_boundaries(language or "en", window)]
        if first + WINDOW < last and len(ends) > 1:
            ends.pop()  # cut off by the window, not by the writer
        yield from (first + end for end in ends)
        first += ends[-1] if ends else len(window)


def _settled(text: str, start: int, cut: int, last: int) -> int:
    """The boundary, moved so that opening marks go with what follows and closing ones stay."""
    lead = max(start, cut - _REACH)
    if openers := _STRANDED_OPENERS.search(text[lead:cut]):
        return lead + openers.start()
    if not text[cut - 1].isspace() and (
        closers := _STRANDED_CLOSERS.match(text[cut : min(cut + _REACH, last)])
    ):
        return cut + closers.end()
    return cut


def _runs_on(text: str, start: int, cut: int, language: str) -> bool:
    """Whether what follows the boundary still belongs to the sentence before it."""
    before = text[max(start, cut - _REACH) : cut]
    after = text[cut : cut + _REACH].lstrip()
    return (
        _attributes(before, after)
        or bool(_NUMBERED_ITEM.match(before))
        or bool(_CLOCK.search(before) and _CLOCK_GOES_ON.match(after))
        or _abbreviates(before, after, language)
    )


def _attributes(before: str, after: str) -> bool:
    """Whether a quotation has just ended and the words that follow say whose it is."""
    if _CLOSED_QUOTE.search(before) and after[:1].islower():
        return True
    return bool(_EXCLAIMED_QUOTE.search(before) and _SPEAKER.match(after))


def _abbreviates(before: str, after: str, language: str) -> bool:
    last = _LAST_WORD.search(before)
    if last is None:
        return False
    word = last[1].casefold()
    return (
        (len(word) == 1 and word.upper() == word)  # a title such as the Arabic د.
        or (word in _BEFORE_A_NAME and after[:1].isupper())
        or (word == "m" and after[:1].isupper() and language.startswith("fr"))
        or (word in _BEFORE_A_NUMBER and after[:1].isdigit())
        or (word in _MID_SENTENCE and after[:1].islower())
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    sentence = text[start:end]
    return end - len(sentence.lstrip()), start + len(sentence.rstrip())
