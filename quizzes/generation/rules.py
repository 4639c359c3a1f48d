"""The embedded generator: every family, then the linter; what would be wrong is not proposed."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from quizzes.generation import events, linter
from quizzes.generation.candidate import Candidate, Warning
from quizzes.generation.events import DatedEvent
from quizzes.generation.families import Yield, number, who_said, year
from quizzes.generation.families import date as date_family
from quizzes.generation.reading import ArticlePassage, Reading, read

__all__ = ["ArticlePassage", "Proposal", "propose"]

Family = Callable[[Reading], Yield]
FAMILIES: Mapping[str, Family] = {
    who_said.FAMILY: who_said.propose,
    year.FAMILY: year.propose,
    date_family.FAMILY: date_family.propose,
    number.FAMILY: number.propose,
}
# What one thing a teacher should look at costs.
PENALTY = 0.05


@dataclass(frozen=True)
class Proposal:
    """All questions worth asking, in the order of the text; events; why there are no more."""

    candidates: tuple[Candidate, ...]
    events: tuple[DatedEvent, ...]
    abstained: Mapping[str, int]


def propose(
    passages: Sequence[ArticlePassage], *, published_on: date | None, language: str, title: str
) -> Proposal:
    """Every question the rules can stand for, about these passages alone."""
    reading = read(passages, published_on=published_on, language=language, title=title)
    kept: list[Candidate] = []
    abstained: Counter[str] = Counter()
    for family in FAMILIES.values():
        found = family(reading)
        abstained.update(found.abstained)
        for candidate in found.candidates:
            checked = _checked(candidate, passages)
            if isinstance(checked, Candidate):
                kept.append(checked)
            else:
                abstained[checked] += 1
    kept.sort(key=lambda c: (c.evidence[0].passage, c.key_span.start, c.family, c.id))
    return Proposal(tuple(kept), tuple(events.find(reading)), dict(sorted(abstained.items())))


def _checked(candidate: Candidate, passages: Sequence[ArticlePassage]) -> Candidate | str:
    """The candidate with its warnings and their price, or the code of the flaw that bars it."""
    findings = linter.lint(candidate, passages)
    barred = next((f.code for f in findings if f.severity == linter.BLOCK), "")
    if barred:
        return f"flaw: {barred}"
    warnings = tuple(Warning(finding.code, finding.message) for finding in findings)
    score = round(max(0.0, candidate.score - PENALTY * len(warnings)), 3)
    return replace(candidate, warnings=candidate.warnings + warnings, score=score)
