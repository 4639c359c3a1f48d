"""What a generator proposes: a question whose key is proved by spans of the article."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

# Raised when a rule change alters what is asked; stored with every draft.
VERSION = "rules-1"


@dataclass(frozen=True)
class Span:
    """A stretch of one passage: ``passages[passage].text[start:end] == quote``."""

    passage: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Choice:
    """An option offered, or an answer accepted."""

    text: str
    is_correct: bool
    feedback: str = ""


@dataclass(frozen=True)
class Warning:
    """What a teacher should look at before approving."""

    code: str
    message: str


@dataclass(frozen=True)
class Candidate:
    """One proposed question. ``key_span`` is where the key itself stands in the article."""

    id: str
    family: str
    kind: str
    prompt: str
    options: tuple[Choice, ...]
    key: tuple[str, ...]
    explanation: str
    evidence: tuple[Span, ...]
    key_span: Span
    score: float
    warnings: tuple[Warning, ...] = ()
    value: Decimal | None = None
    tolerance: Decimal = Decimal(0)
    unit: str = ""


def identity(
    texts: Sequence[str], family: str, spans: Sequence[Span], stem: str, key: Sequence[str]
) -> str:
    """The same for the same question on the same passages, whatever else changes."""
    places = [[span.start, span.end, _digest(texts[span.passage])] for span in spans]
    return _digest(json.dumps([family, places, stem, list(key)], ensure_ascii=False))[:20]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def plain(number: Decimal) -> str:
    """A number in figures, without separators, exponent or trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def as_json(candidate: Candidate) -> dict[str, Any]:
    """One entry of "questions" in the JSON of a draft, keys in their fixed order."""
    return {
        "id": candidate.id,
        "family": candidate.family,
        "kind": candidate.kind,
        "prompt": candidate.prompt,
        "options": [{"text": o.text, "is_correct": o.is_correct} for o in candidate.options],
        "key": list(candidate.key),
        **_number_json(candidate),
        "explanation": candidate.explanation,
        "evidence": [span_json(span) for span in candidate.evidence],
        "score": candidate.score,
        "warnings": [{"code": w.code, "message": w.message} for w in candidate.warnings],
    }


def _number_json(candidate: Candidate) -> dict[str, str]:
    if candidate.value is None:
        return {}
    value, tolerance = plain(candidate.value), plain(candidate.tolerance)
    return {"value": value, "tolerance": tolerance, "unit": candidate.unit}


def span_json(span: Span) -> dict[str, Any]:
    """One entry of "evidence"."""
    return {
        "passage": span.passage,
        "start": span.start,
        "end": span.end,
        "quote": span.quote,
    }
