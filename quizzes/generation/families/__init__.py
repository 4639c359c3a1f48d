"""Families of questions: one file each, each a function from a ``Reading`` to a ``Yield``."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quizzes.generation.candidate import Candidate


@dataclass(frozen=True)
class Yield:
    """The questions of one family, and why it asked no more."""

    candidates: tuple[Candidate, ...]
    abstained: Mapping[str, int]


def gathered(outcomes: Iterable[Candidate | str]) -> Yield:
    """Sort questions from reasons; an empty reason means there was nothing to ask."""
    listed = list(outcomes)
    reasons = Counter(outcome for outcome in listed if isinstance(outcome, str) and outcome)
    return Yield(tuple(o for o in listed if isinstance(o, Candidate)), dict(reasons))
