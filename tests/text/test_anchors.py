import pytest

from quizzes.text.anchors import moved, occurrences

TEXT = "He said:  “It’s\u00a0over.” It's over, he said."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("He said", ["He said"]),
        ("  he said. ", ["he said."]),
        ('"It\'s over."', ["“It’s\u00a0over.”"]),
        ("said: “It’s", ["said:  “It’s"]),
        ("It's over", ["It’s\u00a0over", "It's over"]),
        ("it's over", []),
        ("", []),
        (" \n", []),
    ],
    ids=["plain", "trimmed", "straight marks", "white space", "twice", "case", "empty", "blank"],
)
def test_a_quote_is_found_whatever_its_marks_and_spaces(quote, found):
    assert [TEXT[start:end] for start, end in occurrences(TEXT, quote)] == found


def test_a_decomposed_quote_with_soft_hyphens_is_found():
    assert occurrences("Das Café öffnet.", "Cafe\u0301 o\u0308ff\u00adnet") == [(4, 15)]


def test_two_places_are_enough():
    assert len(occurrences("a" * 100_000, "a" * 50_000)) == 2


def test_a_place_is_counted_in_code_points():
    assert occurrences("🚂 جسر لوند", "لوند") == [(6, 10)]


@pytest.mark.parametrize(
    ("before", "after", "place", "expected"),
    [
        ("Lund opens.", "At last Lund opens.", (0, 4), (8, 12)),
        ("“Lund”", '"Lund" it is', (0, 6), (0, 6)),
        ("Lund, then Lund.", "Lund, then Lund!", (0, 4), (0, 4)),
        ("Lund, then Lund.", "So Lund, then Lund.", (11, 15), (14, 18)),
        ("Lund opens.", "Malmö opens.", (0, 4), None),
        ("Lund, then Lund.", "Oh, Lund and then Lund!", (0, 4), None),
    ],
    ids=["moved", "marks", "before the edit", "after the edit", "gone", "unclear"],
)
def test_words_are_followed_through_an_edit(before, after, place, expected):
    assert moved(before, after, place) == expected
