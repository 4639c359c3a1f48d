"""How many, how much: one amount of a sentence, to be chosen or typed."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from quizzes.generation import guards
from quizzes.generation.candidate import Candidate
from quizzes.generation.distractors import made_numbers, ranked
from quizzes.generation.families import Yield, gathered
from quizzes.generation.guards import tidy
from quizzes.generation.making import Draft, number, score, single_choice
from quizzes.generation.reading import Reading, Sentence
from quizzes.generation.stems import cloze, how_many, is_spoken
from quizzes.text.numbers import NumberMention
from quizzes.text.words import singular, word_set

FAMILY = "number"
PRIOR = 0.8
SMALLEST = 3
INDIAN = {"lakh": "100,000", "crore": "10,000,000", "lakh crore": "1,000,000,000,000"}
# Before a number these say that the reader knows the things counted, or that it is a mere span.
_DETERMINED = re.compile(
    r"\b(?:the|these|those|its|his|her|their|our|all|other|last|past|next|first|every|each|any|only"
    r"|another|(?:one|some|most|many|two|three|\d)\sof)\s$",
    re.IGNORECASE,
)
_WORD_AFTER = re.compile(r"\s([^\W\d_][\w’'-]*)")
_NOUN = re.compile(r"[a-z][\w-]*|[A-Z][\w-]*")
_NO_NOUN = word_set(
    "of in on at to by for from with and or but is are was were has have had a an the that which "
    "who this as than more less higher lower or so per each"
)
_TIME = word_set("hours hour days day weeks week months month years year minutes seconds")


def propose(reading: Reading) -> Yield:
    """One question for each amount that a sentence states once and alone."""
    if not is_spoken(reading.language):
        return Yield((), {f"{FAMILY}: no stems for this language": 1})
    return gathered(_outcomes(reading))


def _outcomes(reading: Reading) -> Iterator[Candidate | str]:
    stated = Counter((m.unit, m.value) for found in reading.numbers for m in found)
    for sentence in reading.sentences:
        mentions = reading.numbers[sentence.position]
        asked = [m for m in mentions if _is_amount(m, sentence, reading.language)]
        for mention in asked:
            if stated[mention.unit, mention.value] > 1:
                yield "number stated more than once"
            elif any(_same_type(m, mention, sentence) for m in mentions if m is not mention):
                yield "two numbers of one kind in the sentence"
            else:
                yield _question(reading, sentence, mention)


def _is_amount(mention: NumberMention, sentence: Sentence, language: str) -> bool:
    """Is it an amount of something new, large enough to be worth knowing?"""
    before, after = _around(mention, sentence)
    if mention.value < SMALLEST or _DETERMINED.search(before) or _converted(before, after):
        return False
    return bool(mention.unit) or bool(_counted(after, language))


def _converted(before: str, after: str) -> bool:
    """Does the same amount stand beside it in another unit: 500 miles (800 km)?"""
    inside = any(before.count(a) > before.count(b) for a, b in ("()", "[]"))
    return inside or bool(re.match(r"[^.;()]{0,24}[(\[](?:about |around )?[$£€₹]?\d", after))


def _around(mention: NumberMention, sentence: Sentence) -> tuple[str, str]:
    start, end = mention.start - sentence.start, mention.end - sentence.start
    return sentence.text[:start], sentence.text[end:]


def _counted(after: str, language: str) -> str:
    """The word right after a bare number, when it can be what is counted."""
    match = _WORD_AFTER.match(after)
    if not match or (language.startswith("en") and not _NOUN.fullmatch(match[1])):
        return ""
    return "" if match[1] in _NO_NOUN else singular(match[1])


def _same_type(one: NumberMention, other: NumberMention, sentence: Sentence) -> bool:
    """Two percentages, two sums of one currency, or two counts of the same thing."""
    if one.unit or other.unit:
        return one.unit == other.unit
    things = [_counted(_around(m, sentence)[1], one.form.language) for m in (one, other)]
    return one.value == other.value or things[0] == things[1]


def _question(reading: Reading, sentence: Sentence, mention: NumberMention) -> Candidate | str:
    start, end = mention.start - sentence.start, mention.end - sentence.start
    text = guards.kept(sentence.text, end)
    if refusal := guards.refusal(text, sentence, reading):
        return refusal
    prompt = "" if mention.unit else how_many(text, start, end, reading.language)
    if not prompt and not text[tidy(text) : start].strip():
        return "number opens the sentence"
    prompt = prompt or cloze(text, start, end, reading.language)
    draft = Draft(
        family=FAMILY,
        prompt=prompt,
        evidence=(reading.span(sentence.passage, sentence.start, sentence.end),),
        key_span=reading.span(sentence.passage, mention.start, mention.end),
        score=score(PRIOR, sentence, reading),
        explanation=_explanation(mention),
    )
    options = _options(reading, sentence, mention, prompt)
    if not options:
        return number(reading, draft, mention.value, _shown_unit(mention))
    return single_choice(reading, draft, options, mention.text)


def _options(reading: Reading, sentence: Sentence, mention: NumberMention, seed: str) -> list[str]:
    """Amounts written like the key, in ascending order; none where a smaller one is true too."""
    form, value = mention.form, mention.value
    if mention.bound not in ("", "about") or form.write(value) != mention.text:
        return []
    taken = {m.value for m in reading.numbers[sentence.position]}
    elsewhere = [
        m.value
        for found in reading.numbers
        for m in found
        if m.unit == mention.unit and _is_near(m.value, value) and m.value not in taken
    ]
    alike = [v for v in elsewhere if _digits(v / form.scale) <= _digits(value / form.scale)]
    most = Decimal(100) if mention.unit == "%" and value <= 100 else None
    made = [v for v in made_numbers(value, form, most=most, seed=seed) if v not in taken]
    return [form.write(v) for v in ranked(value, alike[:1], made, seed)]


def _is_near(value: Decimal, key: Decimal) -> bool:
    return key * Decimal("0.4") <= value <= key * Decimal("2.5")


def _digits(mantissa: Decimal) -> int:
    return len(mantissa.normalize().as_tuple().digits)


def _shown_unit(mention: NumberMention) -> str:
    """The unit as a reader writes it: the currency's sign rather than its code."""
    return mention.form.before.strip() or (mention.unit if mention.unit else "")


def _in_figures(value: Decimal) -> str:
    return f"{value.normalize():,f}"


def _explanation(mention: NumberMention) -> str:
    """What a reader may need to know to read the number; nothing when it is plain."""
    for name, figures in INDIAN.items():
        if mention.form.after.strip() in (name, f"{name}s"):
            return f"One {name} is {figures}, so {mention.text} is {_in_figures(mention.value)}."
    return ""
