"""Dated events: what an article says happened, and when, as far as both are plain."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from quizzes.generation import guards
from quizzes.generation.candidate import Span, span_json
from quizzes.generation.reading import Reading, Sentence
from quizzes.generation.verbs import PAST
from quizzes.text.dates import DateMention

LONGEST, SHORTEST = 25, 4
# A day or month without a year is trusted only when it lies shortly before the publication.
RECENT_DAYS = 200
WIDTH: Mapping[str, int] = {"year": 4, "month": 7, "day": 10}
_ON = re.compile(r"(?:^|\b(?:in|on|early in|late in|back in|during) )$", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:if|would|could|(?-i:may)|might|should|will|shall|expect\w*|plan\w*|schedul\w+|propos\w+"
    r"|hop(?:e|es|ed|ing)|aim\w*|due to|set to|never|not|no longer|alleg\w+|claim\w*|likely"
    r"|recently|is to|are to|was to|were to|threat\w*|deadline)\b",
    re.IGNORECASE,
)
_PAST = re.compile(rf"(?<![-’'\w]){PAST}\b")
_TAIL = re.compile(
    r",? (?:(?:during|in|after|for|to|of|at|from|by|on) which|which|who|whose|where|when|while"
    r"|although|though|because|but|as|according to|adding|saying|following|leading|causing|leaving"
    r"|making)\b"
    r"|, (?:and|with|a|an|the)\b|, (?:\w+ )?(?:said|says|told|reported|added)\b|[;:]"
)
_DATE_LEAD = re.compile(r"(?:[Bb]ack |[Ee]arly |[Ll]ate )?(?:[Ii]n|[Oo]n|[Dd]uring) $")
_TIME_OF_DAY = re.compile(r"^ (?:night|morning|afternoon|evening)\b", re.IGNORECASE)
# "Started in 1990, the fair …", "… began after it joined in 2004": the date is another clause's.
_DATES_ANOTHER = re.compile(
    r"^[A-Z]\w+(?:ed|ing|wn|lt|en) [^,]*$|[–—]"
    r"|\b(?:after|before|when|while|since|because|who|whose|which|where|that)\b"
)
_SUBORDINATE = re.compile(r"(?:Since|When|While|After|Before|As|Although|Though|Because) [^,]*$")


@dataclass(frozen=True)
class DatedEvent:
    """Something that happened; ``date`` is as long as its precision: 2020, 2020-01, 2020-01-08."""

    date: str
    precision: str
    summary: str
    evidence: tuple[Span, ...]


def event_json(event: DatedEvent) -> dict[str, Any]:
    """One entry of "events" in the JSON of a draft."""
    return {
        "date": event.date,
        "precision": event.precision,
        "summary": event.summary,
        "evidence": [span_json(span) for span in event.evidence],
    }


def find(reading: Reading) -> list[DatedEvent]:
    """The dated events of an article, in the order in which they happened."""
    events = [event for s in reading.sentences if (event := _event(s, reading))]
    return sorted(events, key=lambda event: (event.date, event.evidence[0].passage))


def _event(sentence: Sentence, reading: Reading) -> DatedEvent | None:
    found = reading.dates[sentence.position]
    if len(found) != 1 or not reading.language.startswith("en"):
        return None
    if not _happened(sentence, found[0], reading.published_on):
        return None
    summary = _summary(sentence, found[0], reading)
    if not summary:
        return None
    return DatedEvent(
        date=found[0].date.isoformat()[: WIDTH[found[0].precision]],
        precision=found[0].precision,
        summary=summary,
        evidence=(reading.span(sentence.passage, sentence.start, sentence.end),),
    )


def _happened(sentence: Sentence, mention: DateMention, published_on: date | None) -> bool:
    """Is the sentence a plain report of the past, dated by this mention?"""
    before = sentence.text[: mention.start - sentence.start]
    named = mention.precision == "year" or re.search(r"\d{4}", mention.text)
    if published_on:
        age = (published_on - mention.date).days
        if age < 0 or (not named and age > RECENT_DAYS):
            return False
    dated = _ON.search(before) or mention.relative
    return bool(dated and _PAST.search(sentence.text) and not _UNSURE.search(sentence.text))


def _summary(sentence: Sentence, mention: DateMention, reading: Reading) -> str:
    """The main clause without its date, when it is short and stands alone; else ""."""
    text = sentence.text
    start, end = mention.start - sentence.start, mention.end - sentence.start
    if guards.unfit(text, sentence, reading) or _DATES_ANOTHER.search(text[:start]):
        return ""
    lead = _DATE_LEAD.sub("", text[guards.tidy(text) : start])
    rest = _TIME_OF_DAY.sub("", text[end:])
    clause = f"{lead}\0{rest}".removeprefix("\0").lstrip(", ")
    verb = _PAST.search(clause)
    cut = _TAIL.search(clause, verb.end()) if verb else None
    clause = clause[: cut.start()] if cut else clause
    clause = re.sub(r"\s*\0\s*,?\s*", " ", clause).strip(" .,")
    plain = verb and not re.search(r"[()–—]", clause) and not _SUBORDINATE.match(clause)
    if not plain or not SHORTEST <= len(clause.split()) <= LONGEST:
        return ""
    return clause[:1].upper() + clause[1:] + "."
