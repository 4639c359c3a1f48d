from decimal import Decimal

import pytest

from quizzes.generation.candidate import Span, as_json, identity, plain
from quizzes.kinds import parse
from tests.generation.story import PASSAGES, proposal_of

KEYS = [
    *("id", "family", "kind", "prompt", "options", "key"),
    *("explanation", "evidence", "score", "warnings"),
]
SPAN = Span(0, 4, 9, "Marlo")


def test_a_question_is_written_with_its_keys_in_order():
    chosen = next(c for c in proposal_of().candidates if c.kind == "single_choice")

    written = as_json(chosen)

    assert list(written) == KEYS
    assert list(written["options"][0]) == ["text", "is_correct"]
    assert list(written["evidence"][0]) == ["passage", "start", "end", "quote"]
    assert isinstance(written["key"], list)


def test_a_number_has_value_tolerance_and_unit_beside_its_key():
    typed = next(c for c in proposal_of().candidates if c.kind == "number")

    written = as_json(typed)

    assert list(written) == [*KEYS[:6], "value", "tolerance", "unit", *KEYS[6:]]
    assert (written["key"], written["value"], written["tolerance"]) == (["60"], "60", "0")


def test_every_question_is_one_its_kind_accepts():
    for candidate in proposal_of().candidates:
        written = as_json(candidate)
        spec = {"language": "en", "truth": None, "value": None, "tolerance": "0", "unit": ""}
        assert parse(spec | written).key_texts()


def test_every_span_points_at_its_quote():
    for candidate in proposal_of().candidates:
        for span in (*candidate.evidence, candidate.key_span):
            assert PASSAGES[span.passage][span.start : span.end] == span.quote


def test_the_id_is_the_same_for_the_same_question():
    assert identity(["Port Marlo"], "year", [SPAN], "When?", ["1921"]) == identity(
        ["Port Marlo"], "year", [SPAN], "When?", ["1921"]
    )


OTHERS = {
    "text": (["Port Carlo"], "year", [SPAN], "When?", ["1921"]),
    "family": (["Port Marlo"], "date", [SPAN], "When?", ["1921"]),
    "span": (["Port Marlo"], "year", [Span(0, 0, 4, "Port")], "When?", ["1921"]),
    "stem": (["Port Marlo"], "year", [SPAN], "Which year?", ["1921"]),
    "key": (["Port Marlo"], "year", [SPAN], "When?", ["1922"]),
}


@pytest.mark.parametrize("parts", OTHERS.values(), ids=OTHERS)
def test_the_id_differs_when_anything_differs(parts):
    assert identity(*parts) != identity(["Port Marlo"], "year", [SPAN], "When?", ["1921"])


def test_the_id_does_not_depend_on_where_the_passage_stands():
    moved = identity(["New.", "Port Marlo"], "year", [Span(1, 4, 9, "Marlo")], "When?", ["1921"])

    assert moved == identity(["Port Marlo"], "year", [SPAN], "When?", ["1921"])


@pytest.mark.parametrize(
    ("number", "text"), [("1E+6", "1000000"), ("7.50", "7.5"), ("100", "100"), ("0.5", "0.5")]
)
def test_a_value_is_written_in_plain_figures(number, text):
    assert plain(Decimal(number)) == text
