import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.generation import linter
from quizzes.generation.rules import propose
from tests.generation.story import PASSAGES, TITLE, passages_of, proposal_of

ROOT = Path(__file__).resolve().parents[2]
PRINT_ALL = """
import json
from quizzes.generation.candidate import as_json
from quizzes.generation.events import event_json
from quizzes.generation.selection import select
from tests.generation.story import proposal_of
found = proposal_of()
print(json.dumps([as_json(c) for c in found.candidates], ensure_ascii=True))
print(json.dumps([as_json(c) for c in select(found, 4)], ensure_ascii=True))
print(json.dumps([[event_json(e) for e in found.events], found.abstained], ensure_ascii=True))
"""


def test_all_three_families_ask_about_an_article():
    families = {candidate.family for candidate in proposal_of().candidates}

    assert families == {"who-said", "year", "date", "number"}


def test_questions_stand_in_the_order_of_the_text():
    places = [(c.evidence[0].passage, c.key_span.start) for c in proposal_of().candidates]

    assert places == sorted(places)


def test_no_two_questions_have_one_id():
    ids = [candidate.id for candidate in proposal_of().candidates]

    assert len(ids) == len(set(ids))


def test_nothing_the_linter_blocks_is_proposed():
    for candidate in proposal_of().candidates:
        found = linter.lint(candidate, passages_of())
        assert [f for f in found if f.severity == linter.BLOCK] == []
        assert [w.code for w in candidate.warnings] == [f.code for f in found]


def test_what_the_linter_blocks_is_counted_by_its_flaw():
    found = proposal_of("A new roof with a £40m tower was opened in Port Marlo.")

    assert found.candidates == ()
    assert found.abstained == {"flaw: article-cue": 1}


def test_what_was_not_asked_is_counted_by_reason():
    abstained = proposal_of().abstained

    assert abstained["leans on an earlier sentence"] >= 1
    assert list(abstained) == sorted(abstained)


def test_a_text_with_nothing_to_ask_gives_nothing():
    found = proposal_of("It rained.", published_on=None)

    assert (found.candidates, found.events, found.abstained) == ((), (), {})


def test_a_language_without_rules_gives_nothing_and_says_why():
    found = propose(
        passages_of(["2003年、戦争が始まった。"]), published_on=None, language="ja", title=""
    )

    assert found.candidates == ()
    assert "year: no stems for this language" in found.abstained


def test_the_output_does_not_depend_on_the_hash_seed():
    printed = [
        subprocess.run(
            [sys.executable, "-c", PRINT_ALL],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
            timeout=120,
        ).stdout
        for seed in ("0", "4242")
    ]

    assert printed[0] == printed[1]
    assert len(json.loads(printed[0].splitlines()[0])) > 5


HOSTILE = {
    "quotes": "“" * 3000,
    "straight quotes": '" ' * 3000,
    "capitals": "A " * 5000,
    "digits": "1 " * 5000,
    "number words": "one hundred and " * 2000,
    "commas": "1,2," * 3000,
    "brackets": "(" * 5000,
    "the": "the old " * 3000,
    "names": "Lena Frost said " * 1500,
    "spaces": " " * 20000 + "1.",
    "combining marks": "é" * 3000,
    "right to left": "قال ١٢ في ٢٠٠٣ " * 1000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_to_its_end(text):
    propose(passages_of([text]), published_on=None, language="en", title=TITLE)


WORDS = " ".join(PASSAGES).split(" ")
SHUFFLED = st.lists(st.sampled_from([*WORDS, "“", "”", "\u00a0", "😀", "1,200", "\u0301"]))


@settings(max_examples=60)
@given(text=st.one_of(SHUFFLED.map(" ".join), st.text(max_size=300)))
def test_spans_are_exact_and_keys_right_on_any_text(text):
    found = propose(passages_of([text, PASSAGES[0]]), published_on=None, language="en", title="")

    texts = [text, PASSAGES[0]]
    for candidate in found.candidates:
        for span in candidate.evidence:
            assert texts[span.passage][span.start : span.end] == span.quote
        assert all(o.text in candidate.key for o in candidate.options if o.is_correct)
    for event in found.events:
        assert texts[event.evidence[0].passage].count(event.evidence[0].quote) >= 1
