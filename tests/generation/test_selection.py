from dataclasses import replace
from itertools import pairwise

from quizzes.generation.rules import Proposal
from quizzes.generation.selection import enemies, select
from tests.generation.story import proposal_of


def test_at_most_count_questions_are_chosen_in_the_order_of_the_text():
    chosen = select(proposal_of(), 3)

    places = [(c.evidence[0].passage, c.key_span.start) for c in chosen]
    assert len(chosen) == 3
    assert places == sorted(places)


def test_fewer_are_chosen_when_fewer_fit_together():
    found = proposal_of()

    chosen = select(found, 100)

    assert 0 < len(chosen) < len(found.candidates)
    assert select(found, 0) == []
    assert select(Proposal((), (), {}), 5) == []


def test_no_two_questions_share_evidence():
    chosen = select(proposal_of(), 100)

    spans = sorted((s.passage, s.start, s.end) for c in chosen for s in c.evidence)
    assert all(a[0] != b[0] or a[2] <= b[1] for a, b in pairwise(spans))


def test_the_best_question_is_chosen_first():
    found = proposal_of()

    (only,) = select(found, 1)

    assert only.score == max(candidate.score for candidate in found.candidates)


def test_families_and_passages_are_mixed():
    chosen = select(proposal_of(), 4)

    assert len({c.family for c in chosen}) >= 2
    assert len({c.evidence[0].passage for c in chosen}) >= 3


def test_a_question_that_tells_another_s_answer_is_its_enemy():
    found = proposal_of().candidates
    year = next(c for c in found if c.family == "year")
    number = next(c for c in found if c.key == ("340",))

    told = replace(number, prompt=f"{number.prompt} That was after {year.key[0]}.")

    assert not enemies(number, year)
    assert enemies(told, year)
    assert enemies(year, told)


def test_one_speaker_is_asked_for_at_most_twice():
    said = " ".join(f"“The {n} of them were counted again,” said Lena Frost." for n in ("A", "B"))
    texts = [said.replace("counted", word) for word in ("seen", "heard", "found")]
    others = ["“The river is too high this year,” said Omar Said.", "“It is not,” said Jan Kowal."]

    chosen = select(proposal_of(*texts, *others), 20)

    assert [c.key for c in chosen].count(("Lena Frost",)) <= 2
