"""Who said it: a quotation of the article, asked for its speaker."""

import re
from collections.abc import Iterator, Sequence

from quizzes.generation.candidate import Candidate, Span
from quizzes.generation.distractors import ENOUGH, WANTED, shuffled
from quizzes.generation.families import Yield, gathered
from quizzes.generation.making import Draft, score, short_text, single_choice
from quizzes.generation.reading import Reading, Sentence
from quizzes.text.names import ORGANISATION, PERSON
from quizzes.text.quotes import Attribution, speaks

FAMILY = "who-said"
PRIOR = 0.9
SHORTEST, LONGEST = 6, 40
WHO = {PERSON: "who", ORGANISATION: "which organisation"}
_SENTENCE_END = re.compile(r"[.!?][’']?(?=\s+[^\W\d_a-z]|$)")


def propose(reading: Reading) -> Yield:
    """One question for each quotation whose speaker is beyond doubt."""
    if not reading.language.startswith("en"):
        return Yield((), {f"{FAMILY}: no verbs of speech for this language": 1})
    return gathered(_outcomes(reading))


def _outcomes(reading: Reading) -> Iterator[Candidate | str]:
    voices = {PERSON: _voices(reading), ORGANISATION: list(reading.names.organisations)}
    for passage, attributions in enumerate(reading.attributions):
        for said in attributions:
            yield _question(reading, passage, said, voices.get(said.kind, []))


def _question(
    reading: Reading, passage: int, said: Attribution, voices: Sequence[str]
) -> Candidate | str:
    text = reading.passages[passage].text
    words = _asked(text[said.quote.start : said.quote.end])
    if not said.speaker:
        return said.reason if words else ""
    if not words:
        return "quotation too short or too long"
    if words[0].islower() or words[0] in "[(.…":
        return "quotation is a fragment"
    if _gives_away(words, said.speaker):
        return "quotation names its speaker"
    sentences = _around(reading, passage, said)
    evidence = reading.span(passage, sentences[0].start, sentences[-1].end)
    others = _others(reading, said, evidence, voices)
    draft = Draft(
        family=FAMILY,
        prompt=_stem(words, said.kind),
        evidence=(evidence,),
        key_span=_key_span(reading, passage, said),
        score=score(PRIOR, sentences[0], reading),
        explanation=_explanation(said, evidence),
    )
    if len(others) < ENOUGH:
        return short_text(reading, draft, _accepted(reading, said.speaker))
    options = shuffled([said.speaker, *others[:WANTED]], draft.prompt)
    return single_choice(reading, draft, options, said.speaker)


def _asked(quoted: str) -> str:
    """The words to ask for: whole sentences from the start, neither a scrap nor a speech."""
    text = quoted.strip()
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    fitting = [end for end in (*ends, len(text)) if len(text[:end].split()) <= LONGEST]
    kept = text[: max(fitting, default=0)].rstrip(",; ")
    return kept if len(kept.split()) >= SHORTEST else ""


def _stem(words: str, kind: str) -> str:
    """The question; a quotation that asks or exclaims keeps its mark inside."""
    if words[-1] in "?!":
        return f"According to the passage, {WHO[kind]} said the following? “{words}”"
    return f"According to the passage, {WHO[kind]} said: “{words.removesuffix('.')}”?"


def _gives_away(words: str, speaker: str) -> bool:
    return any(re.search(rf"\b{re.escape(part)}\b", words) for part in speaker.split())


def _around(reading: Reading, passage: int, said: Attribution) -> list[Sentence]:
    return [
        s
        for s in reading.sentences
        if s.passage == passage and s.start < said.end and said.start < s.end
    ]


def _key_span(reading: Reading, passage: int, said: Attribution) -> Span:
    """Where the speaker is named nearest to the quotation."""
    spots = [m for m in reading.mentions[passage] if m.full == said.speaker]
    nearest = min(spots, key=lambda m: min(abs(m.start - said.start), abs(m.end - said.end)))
    return reading.span(passage, nearest.start, nearest.end)


def _others(
    reading: Reading, said: Attribution, evidence: Span, voices: Sequence[str]
) -> list[str]:
    """People, or organisations, the article names elsewhere: those it quotes come first."""
    speakers = [a.speaker for found in reading.attributions for a in found if a.kind == said.kind]
    inside = {
        mention.full
        for mention in reading.mentions[evidence.passage]
        if mention.start < evidence.end and evidence.start < mention.end
    }
    return [
        name
        for name in dict.fromkeys([*speakers, *voices])
        if name and name not in inside and _is_alike(name, said.speaker, reading)
    ]


def _voices(reading: Reading) -> list[str]:
    """People who could have said it: those whose words the article reports, or who bear a title."""
    heard = [
        mention.full
        for text, mentions in zip(reading.texts, reading.mentions, strict=True)
        for mention in mentions
        if mention.kind == PERSON and speaks(text, mention)
    ]
    return [*heard, *reading.names.titled]


def _is_alike(name: str, speaker: str, reading: Reading) -> bool:
    """A full name beside full names, and nobody twice."""
    same_shape = (" " in name) == (" " in speaker)
    shared = {part.casefold() for part in name.split()} & set(speaker.casefold().split())
    return same_shape and not shared and not reading.names.same(name, speaker)


def _accepted(reading: Reading, speaker: str) -> list[str]:
    """The full name, and the surname when nobody else bears it."""
    surname = speaker.split()[-1]
    known = reading.names.aliases.get(surname.casefold())
    return [speaker, surname] if surname != speaker and known and known[0] == speaker else [speaker]


def _explanation(said: Attribution, evidence: Span) -> str:
    if said.how == "pronoun":
        return f"The pronoun can only mean {said.speaker}: nobody else is named before it here."
    if said.how == "continued":
        return f"The quotation just before this one is {said.speaker}’s, and this one goes on."
    if said.speaker not in evidence.quote:
        return f"The text gives a short form of the name here; in full it is {said.speaker}."
    return ""
