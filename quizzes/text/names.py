"""Persons and organisations of one article, recognised by their typography and company.

Only what the text itself supports is named: a title, a role, an age, a common given name or a
word such as "Ministry". A name of unknown type is left out, and so are scripts without capitals.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from babel import Locale

from quizzes.text.name_lists import (
    GIVEN_NAMES,
    NO_ORGANISATION,
    NO_SURNAMES,
    ORGANISATION_WORDS,
    PARTICLES,
    PLACE_WORDS,
    ROLES,
    SPEECH_VERBS,
)
from quizzes.text.name_runs import LONGEST_RUN, Run, runs

PERSON, ORGANISATION = "person", "organisation"
_LAST_WORD = re.compile(r"([^\W\d_][\w’'-]*),?[ \u00a0]$")
_AGE = re.compile(r"(?:,| \()\s?\d{1,3}[,).]|, an? \d{1,3}-year-old")
_APPOSITIVE = re.compile(r", (?:(?:the|his|her|its|whose) )?((?:[\w’'-]+ ){0,5}[\w’'-]+)")
_SPOKE_AFTER = re.compile(rf" (?:has |had |also |later )?(?:{'|'.join(sorted(SPEECH_VERBS))})\b")
_SPOKE_BEFORE = re.compile(rf"[”\"»’] (?:{'|'.join(sorted(SPEECH_VERBS))})(?: [a-z-]+){{0,4}} $")
_ACRONYM = re.compile(r"[A-Z]{3,6}")
_ROMAN = re.compile(r"[IVXLC]+")


@dataclass(frozen=True)
class NameMention:
    """One place where a known person or organisation is named; ``full`` is its fullest name."""

    start: int
    end: int
    full: str
    kind: str


@dataclass(frozen=True)
class Names:
    """Who appears in one article; ``titled`` are the people who bear a title somewhere."""

    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    titled: tuple[str, ...] = ()
    aliases: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    common: frozenset[str] = frozenset()

    def mentions(self, text: str) -> list[NameMention]:
        """Every mention of a known name in a text, in order."""
        found = (self._mention(run) for run in runs(text, self.common))
        return [mention for mention in found if mention]

    def same(self, one: str, other: str) -> bool:
        """Do two names mean one person or organisation, as far as the article tells?"""
        first, second = self.aliases.get(one.casefold()), self.aliases.get(other.casefold())
        return one.casefold() == other.casefold() or (first is not None and first == second)

    def _mention(self, run: Run) -> NameMention | None:
        known = self.aliases.get(run.name.casefold())
        if known:
            return NameMention(run.start, run.end, *known)
        for cut in range(1, len(run.words) - 1 if len(run.words) <= LONGEST_RUN else 0):
            tail = " ".join(run.words[cut:])
            if known := self.aliases.get(tail.casefold()):
                return NameMention(run.end - len(tail), run.end, *known)
        return None


def survey(texts: Sequence[str], language: str) -> Names:
    """The persons and organisations of an article, given its passages in order."""
    if not language.startswith("en"):
        return Names()
    common = _common_words(texts)
    found = [(text, run) for text in texts for run in runs(text, common)]
    organisations = _organisations(found)
    people = _people(found, {name.casefold() for name in organisations})
    aliases = _surnames(people) | {name.casefold(): (name, ORGANISATION) for name in organisations}
    aliases |= _acronyms(texts, organisations)
    borne = {aliases[run.name.casefold()][0] for _, run in found if _bears_title(run, aliases)}
    titled = tuple(name for name in people if name in borne)
    return Names(tuple(people), tuple(organisations), titled, aliases, common)


def _bears_title(run: Run, aliases: Mapping[str, tuple[str, str]]) -> bool:
    return run.titled and run.name.casefold() in aliases


def _common_words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(token for text in texts for token in re.findall(r"[^\W\d_]+", text)) & (
        frozenset(word for text in texts for word in re.findall(r"(?<![\w.])[a-zà-ÿ]+", text))
    )


def is_territory(name: str) -> bool:
    """Is this the English name of a country or another territory?"""
    return name.casefold() in _territories()


@cache
def _territories() -> frozenset[str]:
    return frozenset(name.casefold() for name in Locale("en").territories.values())


def _is_organisation(text: str, run: Run) -> bool:
    lower = [word.lower() for word in run.words]
    if run.titled or is_territory(run.name):
        return False
    if len(run.words) == 1:
        acronym = _ACRONYM.fullmatch(run.words[0]) and lower[0] not in NO_ORGANISATION
        return bool(acronym) and text[: run.start].endswith(("the ", "The ", "("))
    linked = any(word in ("of", "for", "on") for word in lower)
    return lower[-1] in ORGANISATION_WORDS or (linked and not _ROMAN.fullmatch(run.words[-1]))


def _organisations(found: Sequence[tuple[str, Run]]) -> list[str]:
    return list(dict.fromkeys(run.name for text, run in found if _is_organisation(text, run)))


def _people(found: Sequence[tuple[str, Run]], organisations: set[str]) -> list[str]:
    """Full names with any evidence of being a person's, then single names with strong evidence."""
    able = [(text, run) for text, run in found if _may_be_person(run, organisations)]
    full = [run.name for text, run in able if len(run.words) > 1 and _is_person(text, run)]
    single = [run.name for text, run in able if len(run.words) == 1 and _is_person(text, run)]
    borne = {run.name for _, run in able if len(run.words) > 1 and run.words[-1] in single}
    names = [run.name for _, run in able if run.name in {*full, *borne}]
    taken = {word for name in names for word in name.split()}
    return _merged(dict.fromkeys([*names, *(name for name in single if name not in taken)]))


def _may_be_person(run: Run, organisations: set[str]) -> bool:
    lower = [word.lower() for word in run.words]
    if run.name.casefold() in organisations or is_territory(run.name) or len(run.words) > 5:
        return False
    if any(word.isupper() and len(word) > 1 and "." not in word for word in run.words):
        return False
    if any(word in ORGANISATION_WORDS or word in NO_SURNAMES for word in lower):
        return False
    # Many a family is called Hill or West; nobody's given name is.
    return not any(word in PLACE_WORDS for word in lower[:-1])


def _is_person(text: str, run: Run) -> bool:
    before, after = text[max(0, run.start - 40) : run.start], text[run.end : run.end + 80]
    evidence = run.titled or bool(_AGE.match(after)) or _has_role(after) or _after_role(before)
    if len(run.words) == 1:
        return evidence and (run.titled or not re.match(r",? (?!an? )", after))
    if evidence or run.words[-1].lower() in PLACE_WORDS:
        return evidence
    given = run.words[0].lower() in GIVEN_NAMES or run.words[-1].lower() in GIVEN_NAMES
    quoted = before.rstrip(" ,").endswith(("”", '"', "»")) and _SPOKE_AFTER.match(after)
    return given or bool(quoted or _SPOKE_BEFORE.search(before) or re.match(r",? who\b", after))


def _after_role(before: str) -> bool:
    """A role stands before the name: novelist NAME, or the museum's director, NAME."""
    role = _LAST_WORD.search(before)
    return bool(role and role[1] in ROLES)


def _has_role(after: str) -> bool:
    match = _APPOSITIVE.match(after)
    if not match:
        return False
    words = re.split(r"\b(?:of|for|at|in|on|from|with|who|and)\b", match[1])[0].lower().split()
    return any(word in ROLES for word in words)


def _merged(names: Iterable[str]) -> list[str]:
    """One entry per person: a middle name or initial makes no second one."""
    kept: list[str] = []
    for name in names:
        parts = name.casefold().split()
        same = [k for k in kept if _ends(k) == (parts[0], parts[-1]) and len(parts) > 1]
        if not same:
            kept.append(name)
        elif len(name) > len(same[0]):
            kept[kept.index(same[0])] = name
    return kept


def _ends(name: str) -> tuple[str, str]:
    parts = name.casefold().split()
    return parts[0], parts[-1]


def _surnames(people: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Full names, and the surnames only one person bears."""
    bearers: dict[str, list[str]] = {}
    for name in people:
        for alias in _short_forms(name):
            bearers.setdefault(alias, []).append(name)
    aliases = {alias: (names[0], PERSON) for alias, names in bearers.items() if len(names) == 1}
    return aliases | {name.casefold(): (name, PERSON) for name in people}


def _short_forms(name: str) -> list[str]:
    """The surname, with and without its particles: von Neumann, Neumann."""
    parts = name.split()
    first = next((i for i, part in enumerate(parts[1:], 1) if part in PARTICLES), len(parts) - 1)
    return list(dict.fromkeys((" ".join(parts[first:]).casefold(), parts[-1].casefold())))


def _acronyms(texts: Iterable[str], organisations: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Short forms given in brackets after an organisation's name: World Health Service (WHS)."""
    joined = "\n".join(texts)
    found: dict[str, tuple[str, str]] = {}
    for name in organisations:
        match = re.search(re.escape(name) + r"[ \u00a0]\(([A-Z][A-Za-z&-]{1,9})\)", joined)
        if match:
            found[match[1].casefold()] = (name, ORGANISATION)
    return found
