"""Candidates of each kind, put together the same way for every family."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizzes.generation.candidate import Candidate, Choice, Span, Warning, identity, plain
from quizzes.generation.reading import Reading, Sentence
from quizzes.text.words import words_of


@dataclass(frozen=True)
class Draft:
    """What every kind of question has: family, wording, proof and how good such questions are."""

    family: str
    prompt: str
    evidence: tuple[Span, ...]
    key_span: Span
    score: float
    explanation: str = ""
    warnings: tuple[Warning, ...] = ()


def single_choice(reading: Reading, draft: Draft, options: Sequence[str], key: str) -> Candidate:
    """One right option among several, in the order given."""
    choices = tuple(Choice(text, text == key) for text in options)
    return _candidate(reading, draft, "single_choice", choices, (key,))


def short_text(reading: Reading, draft: Draft, accepted: Sequence[str]) -> Candidate:
    """An answer to be typed; every accepted spelling is listed, the fullest first."""
    choices = tuple(Choice(text, True) for text in accepted)
    return _candidate(reading, draft, "short_text", choices, tuple(accepted))


def number(reading: Reading, draft: Draft, value: Decimal, unit: str) -> Candidate:
    """A number to be typed."""
    return _candidate(reading, draft, "number", (), (plain(value),), value=value, unit=unit)


def _candidate(
    reading: Reading,
    draft: Draft,
    kind: str,
    options: tuple[Choice, ...],
    key: tuple[str, ...],
    *,
    value: Decimal | None = None,
    unit: str = "",
) -> Candidate:
    return Candidate(
        id=identity(reading.texts, draft.family, draft.evidence, draft.prompt, key),
        family=draft.family,
        kind=kind,
        prompt=draft.prompt,
        options=options,
        key=key,
        explanation=draft.explanation,
        evidence=draft.evidence,
        key_span=draft.key_span,
        score=draft.score,
        warnings=draft.warnings,
        value=value,
        unit=unit,
    )


def score(prior: float, sentence: Sentence, reading: Reading) -> float:
    """How good a question promises to be: its family's record, weighed by its sentence."""
    lead = 1 - sentence.position / max(len(reading.sentences), 1)
    title = {word for word in words_of(reading.title) if len(word) > 3}
    central = not title.isdisjoint(words_of(sentence.text))
    return round(prior * (0.8 + 0.1 * lead + 0.1 * central), 3)
