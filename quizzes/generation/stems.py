"""The wording of stems, language by language."""

import re

from quizzes.generation.guards import tidy
from quizzes.generation.reading import Reading
from quizzes.generation.verbs import FINITE, PARTICIPLE

BLANK = "_____"
COMPLETE = {
    "en": "Complete the sentence from the passage: {}",
    "fr": "Complétez la phrase tirée du texte : {}",
    "de": "Ergänzen Sie den Satz aus dem Text: {}",
    "es": "Complete la frase tomada del texto: {}",
    "ar": "أكمل الجملة الواردة في النص: {}",
}

_SUBJECT_LEAD = re.compile(r"(?P<source>According to [^,]{3,60}, )?(?P<bound>[A-Za-z ]{0,16})")
_ASKED_BOUND = {"": "", "at least": "at least "} | dict.fromkeys(
    ("about", "around", "some", "roughly", "approximately", "an estimated"), "about "
)
# A plural noun that is no stretch of time or way, then a finite verb, in one plain clause.
_SUBJECT_REST = re.compile(
    r"(?: (?!of\b|in\b|to\b|and\b|or\b)[a-z-]+){0,2}?"
    r" (?!(?:hour|day|week|month|year|minute|second|decade|mile|kilomet|met)\w*\b)"
    rf"(?:[a-z-]{{3,}}s|people|men|women|children|police) [^,;:()–—]{{0,90}}?\b{FINITE}\b"
    r"[^,;:()–—]*\."
)
_SUBJECT = (
    r"(?:(?:The|An?|Its) )?(?:(?!of\b|which\b|who\b|that\b|and\b|in\b)[\w’'-]+ ){0,4}[\w’'-]+"
)
# What follows may have a verb of its own, which would need another subject.
_AND_SO_ON = re.compile(r"\b(?:and|but|or)\b")
_PARTICIPLE = rf"(?:first |later |officially |finally |originally )?{PARTICIPLE}\b"


def is_spoken(language: str) -> bool:
    """Are there stems in this language?"""
    return language[:2].lower() in COMPLETE


def cloze(text: str, start: int, end: int, language: str) -> str:
    """A sentence with ``text[start:end]`` left out, to be completed."""
    cut = tidy(text)
    gapped = text[cut:start] + BLANK + text[end:]
    return COMPLETE[language[:2].lower()].format(gapped[:1].upper() + gapped[1:])


def how_many(text: str, start: int, end: int, language: str) -> str:
    """ "How many …?" where the number opens an English sentence and is its subject; else "".

    The rest of the sentence is kept word for word, so nothing has to be turned around.
    """
    opening = _SUBJECT_LEAD.fullmatch(text[tidy(text) : start])
    rest = text[end:].rstrip()
    if not language.startswith("en") or not opening or not _SUBJECT_REST.fullmatch(rest):
        return ""
    source = opening["source"] or "According to the passage, "
    bound = _ASKED_BOUND.get((opening["bound"] or "").strip().lower())
    return "" if bound is None else f"{source}{bound}how many{rest[:-1]}?"


def in_which_year(text: str, start: int, end: int, reading: Reading) -> str:
    """ "In which year was …?" for a plain English passive; else "".

    The verb is already there, so only "was" changes places with its subject.
    """
    if not reading.language.startswith("en"):
        return ""
    body = text[tidy(text) :]
    year = text[start:end]
    passive = rf"({_SUBJECT}) (was|were) ({_PARTICIPLE}"
    fronted = re.fullmatch(rf"In {year}, {passive}[^;:()–—]*)\.", body)
    final = re.fullmatch(rf"{passive}[^,;:()–—]*?) in {year}([^;:()–—]*)\.", body)
    match = fronted or final
    parts = match.groups() if match else ()
    if not parts or any(len(part.split()) > 20 for part in parts):
        return ""
    subject, verb, rest = parts[0], parts[1], "".join(parts[2:]).split(",")[0]
    if _AND_SO_ON.search(rest):
        return ""
    first = subject.split()[0]
    if first in ("The", "A", "An") or first.lower() in reading.names.common:
        subject = subject[0].lower() + subject[1:]
    return f"In which year {verb} {subject} {rest.strip()}?"
