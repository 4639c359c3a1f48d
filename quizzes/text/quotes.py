"""Quoted words, and who spoke them when the sentence says so beyond doubt.

Offsets are of the words between the marks. A speaker is found only in the plain patterns of
English news prose: "…," said NAME; "…," NAME said; NAME said: "…"; according to NAME, "…"; and a
pronoun or a second quotation only where one person can be meant.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.text.name_lists import FUNCTION_WORDS, SPEECH_VERBS
from quizzes.text.name_runs import runs
from quizzes.text.names import PERSON, NameMention, Names

PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"'}
# Why a quotation has no speaker.
PRONOUN, UNCLEAR, UNCLOSED = "pronoun speaker", "no clear speaker", "unclosed quotation"

_VERB = rf"(?:{'|'.join(sorted(SPEECH_VERBS))})\b"
_LIGHT = r"(?:(?:has|had|have|also|later|then|once|recently|never|further|now) ){0,2}"
# Between a name and its verb stands at most an age or an appositive.
_ASIDE = r"(?:,[^“”\"«».;:!?]{1,90},|,? \(?\d{1,3}\)?,?| on [A-Z]\w+(?: \d{1,2})?)?"
_SAID_BY = re.compile(rf",?\s*{_LIGHT}{_VERB} ")
_SAYS = re.compile(rf"{_ASIDE},? (?:who )?{_LIGHT}{_VERB}\b")
_UNTIL_QUOTE = re.compile(r"(?: (?!that\b|and\b|but\b)[^“”\"«».;:!?]{0,60})?[:,]\s*$|\s*$")
_ACCORDING = re.compile(r"(?:^|[\s(])[Aa]ccording to $")
_LEAD = re.compile(r"(?:[^\W\d_][\w’'.&-]*,?\s){0,10}$")
_HEADLESS = re.compile(
    r"(?:^|\s)(?:of|for|to|by|with|from|at|in|on|about|against|and|or|than|like|as|after|before"
    r"|that|when|while|if|because|where|whether|told|tells|thanked|praised|accused)\s$",
    re.IGNORECASE,
)
_VERB_ENDS = re.compile(
    r"(?=[.,;]|$| (?:in|on|at|to|after|during|when|as|while|recently|yesterday|last|the|by|of"
    r"|about|through|with|over|from|this|via)\b)"
)
_HE_SAYS = re.compile(rf",?\s*(?:he|she) {_LIGHT}{_VERB}\b")
_HE_SAID = re.compile(rf"(?:^|[.!?”\"]\s)(?:He|She|he|she) {_LIGHT}{_VERB}\b([^“”\"]*)$")
_SENTENCE_BREAK = re.compile(r"[.!?][”\"’]?\s+(?=[^\W\d_a-z])")


@dataclass(frozen=True)
class Quote:
    """Words between quotation marks: ``text[start:end]``; the marks stand just outside."""

    start: int
    end: int
    closed: bool = True


@dataclass(frozen=True)
class Attribution:
    """A quotation with its speaker; ``reason`` says why there is none.

    ``how`` is "name", "pronoun" or "continued"; ``start`` and ``end`` hold quotation and speaker.
    """

    quote: Quote
    speaker: str = ""
    kind: str = ""
    how: str = ""
    start: int = 0
    end: int = 0
    reason: str = ""


def quotes(text: str) -> list[Quote]:
    """The outermost quotations in order; one that is never closed runs to the end."""
    found: list[Quote] = []
    position = 0
    while position < len(text):
        if text[position] in PAIRS:
            found.append(_quote_at(text, position))
            position = found[-1].end
        position += 1
    return found


def _quote_at(text: str, opening: int) -> Quote:
    """The quotation that opens here; inner ones of the same kind belong to it."""
    mark, closing, depth = text[opening], PAIRS[text[opening]], 1
    for position in range(opening + 1, len(text)):
        if text[position] == closing:
            depth -= 1
        elif text[position] == mark:
            depth += 1
        if not depth:
            return Quote(opening + 1, position)
    return Quote(opening + 1, len(text), closed=False)


def attributions(text: str, names: Names) -> list[Attribution]:
    """Every quotation of one passage, with its speaker where the passage tells it."""
    mentions = names.mentions(text)
    found: list[Attribution] = []
    spans = quotes(text)
    for index, quote in enumerate(spans):
        since = spans[index - 1].end + 1 if index else 0
        until = spans[index + 1].start - 1 if index + 1 < len(spans) else len(text)
        found.append(_attributed(text, quote, (since, until), mentions, found, names))
    return found


def _attributed(
    text: str,
    quote: Quote,
    room: tuple[int, int],
    mentions: Sequence[NameMention],
    earlier: Sequence[Attribution],
    names: Names,
) -> Attribution:
    if not quote.closed:
        return Attribution(quote, reason=UNCLOSED)
    mention = _named_after(text, quote, room[1], mentions)
    mention = mention or _named_before(text, quote, room[0], mentions)
    if mention:
        return _spoken(quote, mention, "name")
    if _pronoun_speaks(text, quote, room):
        only = _only_speaker(text, quote.start, mentions, names)
        return _spoken(quote, only, "pronoun") if only else Attribution(quote, reason=PRONOUN)
    if earlier and _continues(text[room[0] : quote.start - 1], earlier[-1], mentions, room[0]):
        last = earlier[-1]
        return Attribution(quote, last.speaker, last.kind, "continued", last.start, quote.end + 1)
    return Attribution(quote, reason=UNCLEAR)


def _spoken(quote: Quote, mention: NameMention, how: str) -> Attribution:
    start, end = min(quote.start - 1, mention.start), max(quote.end + 1, mention.end)
    return Attribution(quote, mention.full, mention.kind, how, start, end)


def _named_after(
    text: str, quote: Quote, until: int, mentions: Sequence[NameMention]
) -> NameMention | None:
    """The speaker in: "…," said NAME, or "…," NAME said."""
    after = quote.end + 1
    close = _clause_end(text, after, until)
    if said := _SAID_BY.match(text, after, close):
        return _head(text, said.end(), close, mentions)
    open_ended = text[quote.end - 1] in ",?!…—–-" or text[after : after + 1] == ","
    mention = _head(text, after, close, mentions) if open_ended else None
    says = _SAYS.match(text, mention.end, until) if mention else None
    sure = "," in (text[quote.end - 1], text[after : after + 1])
    return mention if says and (sure or _VERB_ENDS.match(text, says.end(), until)) else None


def _clause_end(text: str, start: int, until: int) -> int:
    """Where the words next to a quotation stop: at a stop mark, or at the comma after a name."""
    stop = re.compile(r"[;:!?—–(“\"]|\.\s+(?=[^\W\d_a-z])(?<!\b[A-Z]\.\s)|,\s(?!\s*$)")
    skip = re.compile(r",?\s*")
    first = skip.match(text, start)
    found = stop.search(text, first.end() if first else start, until)
    return found.start() if found else until


def _head(text: str, start: int, end: int, mentions: Sequence[NameMention]) -> NameMention | None:
    """The one person, or organisation, that heads a stretch of text; nothing when in doubt."""
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    people = [m for m in inside if m.kind == PERSON]
    if len(people) > 1 or (not people and len(inside) != 1):
        return None
    mention = (people or inside)[0]
    lead = text[start : mention.start].lstrip(", ")
    plain = _LEAD.fullmatch(lead) and not _HEADLESS.search(lead)
    if mention.kind != PERSON:
        plain = lead.strip() in ("", "the", "The")
    return mention if plain and not _owns(text, mention) else None


def _owns(text: str, mention: NameMention) -> bool:
    return bool(re.match(r"[’']s?\b|[’']\s| and\s", text[mention.end : mention.end + 6]))


def _named_before(
    text: str, quote: Quote, since: int, mentions: Sequence[NameMention]
) -> NameMention | None:
    """The speaker in: NAME said: "…", or according to NAME, "…"."""
    opening = quote.start - 1
    breaks = [match.end() for match in _SENTENCE_BREAK.finditer(text, since, opening)]
    start = breaks[-1] if breaks else since
    for mention in reversed([m for m in mentions if start <= m.start and m.end <= opening]):
        lead, between = text[start : mention.start], text[mention.end : opening]
        if _ACCORDING.search(text[max(start, mention.start - 16) : mention.start]):
            return mention if re.fullmatch(r"(?:,[^,]{1,90})?, ", between) else None
        says = _SAYS.match(between)
        if says and _UNTIL_QUOTE.match(between, says.end()):
            heads = mention.kind == PERSON or lead.strip() in ("", "The", "the")
            if heads and not _HEADLESS.search(lead):
                return mention
    return None


def _pronoun_speaks(text: str, quote: Quote, room: tuple[int, int]) -> bool:
    open_ended = text[quote.end - 1] in ",?!…—–-" or text[quote.end + 1 : quote.end + 2] == ","
    after = bool(_HE_SAYS.match(text, quote.end + 1, room[1])) and open_ended
    said = _HE_SAID.search(text[room[0] : quote.start - 1])
    return after or bool(said and _UNTIL_QUOTE.match(said[1]))


def _only_speaker(
    text: str, before: int, mentions: Sequence[NameMention], names: Names
) -> NameMention | None:
    """The one person the passage has named so far, provided that it let this person speak."""
    earlier = [m for m in mentions if m.end <= before and m.kind == PERSON]
    if len({m.full for m in earlier}) != 1 or not any(speaks(text, m) for m in earlier):
        return None
    known = {(m.start, m.end) for m in mentions}
    strangers = [
        run
        for run in runs(text[:before], names.common)
        if (run.start, run.end) not in known and _SAYS.match(text, run.end)
    ]
    return earlier[-1] if not strangers else None


def speaks(text: str, mention: NameMention) -> bool:
    """Is the person named here the subject of a verb of speech?"""
    before = text[max(0, mention.start - 60) : mention.start]
    return bool(
        _SAYS.match(text, mention.end) or re.search(rf"[”\"»] {_VERB} (?:[\w’'-]+ )*$", before)
    )


def _continues(gap: str, last: Attribution, mentions: Sequence[NameMention], offset: int) -> bool:
    """Does a second quotation follow an attribution directly: "…," NAME said. "…"?"""
    sentence = gap.strip()
    if not last.speaker or not sentence.endswith(".") or _SENTENCE_BREAK.search(gap):
        return False
    others = {
        m.full for m in mentions if offset <= m.start < offset + len(gap) and m.kind == PERSON
    }
    first = sentence.lstrip(", ").split(" ")[0].lower()
    return (
        len(sentence) <= 140
        and others <= {last.speaker}
        and first
        not in FUNCTION_WORDS
        - {
            "he",
            "she",
        }
    )
