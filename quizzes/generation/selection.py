"""Picking questions for one quiz: the best, spread over the text, none telling another's key."""

from collections import Counter
from collections.abc import Sequence

from quizzes.generation.candidate import Candidate
from quizzes.generation.families.who_said import FAMILY as WHO_SAID
from quizzes.generation.linter import folded
from quizzes.generation.rules import Proposal

# What a further question of the same passage, family or answer is worth.
SAME_PASSAGE, SAME_FAMILY, SAME_KEY = 0.85, 0.9, 0.5
# How often one answer may come up in one family.
MOST_CHOSEN_KEY, MOST_TYPED_KEY = 2, 1


def select(proposal: Proposal, count: int) -> list[Candidate]:
    """At most ``count`` candidates, in the order of the text; fewer when fewer fit together."""
    left, chosen = list(proposal.candidates), list[Candidate]()
    while left and len(chosen) < count:
        best = max(left, key=lambda c: (_worth(c, chosen), c.id))
        chosen.append(best)
        left = [c for c in left if c is not best and _fits(c, best, chosen)]
    return sorted(chosen, key=lambda c: (c.evidence[0].passage, c.key_span.start, c.id))


def _worth(candidate: Candidate, chosen: Sequence[Candidate]) -> float:
    passages = Counter(c.evidence[0].passage for c in chosen)
    families = Counter(c.family for c in chosen)
    keys = Counter(key for c in chosen for key in c.key)
    worth = candidate.score * SAME_PASSAGE ** passages[candidate.evidence[0].passage]
    worth *= SAME_FAMILY ** families[candidate.family]
    return worth * SAME_KEY ** max(keys[key] for key in candidate.key)


def _fits(candidate: Candidate, newest: Candidate, chosen: Sequence[Candidate]) -> bool:
    """May the candidate still join: no enemy of the newest, and its answer not worn out?"""
    alike = [c for c in chosen if c.family == candidate.family and c.key == candidate.key]
    most = MOST_CHOSEN_KEY if candidate.kind == "single_choice" else MOST_TYPED_KEY
    return len(alike) < most and not enemies(candidate, newest)


def enemies(one: Candidate, other: Candidate) -> bool:
    """May these two not stand in one quiz: same evidence, or one tells the other's answer?"""
    return _share_evidence(one, other) or _tells(one, other) or _tells(other, one)


def _share_evidence(one: Candidate, other: Candidate) -> bool:
    return any(
        a.passage == b.passage and a.start < b.end and b.start < a.end
        for a in one.evidence
        for b in other.evidence
    )


def _tells(teller: Candidate, asked: Candidate) -> bool:
    """Does the wording or the explanation of one hold the answer to the other?"""
    # That a person is mentioned does not tell which words were theirs.
    if asked.family == WHO_SAID:
        return False
    told = f" {folded(teller.prompt)} {folded(teller.explanation)} "
    return any(f" {folded(part)} " in told for part in (*asked.key, asked.key_span.quote))
