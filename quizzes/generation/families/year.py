"""In which year: a sentence with one year, to be chosen among four."""

import re
from collections.abc import Iterator

from quizzes.generation import guards
from quizzes.generation.candidate import Candidate
from quizzes.generation.distractors import years
from quizzes.generation.families import Yield, gathered
from quizzes.generation.making import Draft, score, single_choice
from quizzes.generation.reading import Reading, Sentence
from quizzes.generation.stems import cloze, in_which_year, is_spoken
from quizzes.text.dates import DateMention

FAMILY = "year"
PRIOR = 0.85
# A year that follows none of these is part of a name or of a longer date.
_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|from|before|after|during|of|en|depuis|dès|avant|après|seit|ab|bis"
    r"|vor|nach|im\sJahr|im\sJahre|desde|hasta|antes\sde|después\sde|في|عام|سنة|منذ|في\sعام)\s$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,])(?:1[0-9]|20)\d\d(?![\d.,]\d|\d|s\b)")
# Beyond the years of the article when nobody says when it was published.
MARGIN = 2


def propose(reading: Reading) -> Yield:
    """One question for each sentence that dates something by one year."""
    if not is_spoken(reading.language):
        return Yield((), {f"{FAMILY}: no stems for this language": 1})
    return gathered(_outcomes(reading))


def _outcomes(reading: Reading) -> Iterator[Candidate | str]:
    for sentence in reading.sentences:
        found = [
            m for m in reading.dates[sentence.position] if m.precision == "year" and not m.relative
        ]
        if len(found) == 1:
            yield _question(reading, sentence, found[0])
        elif found:
            yield "two years in the sentence"


def _question(reading: Reading, sentence: Sentence, mention: DateMention) -> Candidate | str:
    start, end = mention.start - sentence.start, mention.end - sentence.start
    if len(reading.dates[sentence.position]) > 1 or len(_YEAR.findall(sentence.text)) > 1:
        return "two dates in the sentence"
    if not _BEFORE.search(sentence.text[:start]) or not mention.text.isdigit():
        return "year within a name"
    text = guards.kept(sentence.text, end)
    if refusal := guards.refusal(text, sentence, reading):
        return refusal
    prompt = in_which_year(text, start, end, reading) or cloze(text, start, end, reading.language)
    options = _options(reading, mention, prompt)
    if not options:
        return "no plausible wrong years"
    draft = Draft(
        family=FAMILY,
        prompt=prompt,
        evidence=(reading.span(sentence.passage, sentence.start, sentence.end),),
        key_span=reading.span(sentence.passage, mention.start, mention.end),
        score=score(PRIOR, sentence, reading),
    )
    return single_choice(reading, draft, options, mention.text)


def _options(reading: Reading, mention: DateMention, seed: str) -> list[str]:
    """Four years in order, all past where the key is past, and all to come where it is."""
    key = mention.date.year
    named = [m.date.year for found in reading.dates for m in found if not m.relative]
    latest = reading.published_on.year if reading.published_on else max(named) + MARGIN
    span = (0, latest) if key <= latest else (latest, key + 2 * MARGIN)
    others = [year for year in dict.fromkeys(named) if year != key]
    zero = ord(mention.text[0]) - int(mention.text[0])
    digits = {ord("0") + n: chr(zero + n) for n in range(10)}
    return [str(year).translate(digits) for year in years(key, others, span, seed)]
