"""Display: the evidence lit in a passage, a score as people write it."""

import re
from datetime import date
from fractions import Fraction
from html import unescape

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from quizzes.edition import Span
from quizzes.templatetags import dateline


def spans(*places: tuple[int, int], passage: int = 0) -> list[Span]:
    return [Span(passage, start, end, "") for start, end in places]


@pytest.mark.parametrize(
    ("places", "shown"),
    [
        ([], "It opened in 1987."),
        ([(13, 17)], 'It opened in <mark id="evidence">1987</mark>.'),
        ([(0, 18)], '<mark id="evidence">It opened in 1987.</mark>'),
        ([(13, 17), (0, 2)], '<mark id="evidence">It</mark> opened in <mark>1987</mark>.'),
        ([(0, 9), (3, 12)], '<mark id="evidence">It opened in</mark> 1987.'),
        ([(0, 2), (2, 9)], '<mark id="evidence">It opened</mark> in 1987.'),
        ([(0, 9), (3, 5)], '<mark id="evidence">It opened</mark> in 1987.'),
        ([(13, 99)], 'It opened in <mark id="evidence">1987.</mark>'),
    ],
    ids=["none", "one", "all", "two", "overlapping", "touching", "nested", "beyond the end"],
)
def test_evidence_is_lit(places, shown):
    assert dateline.lit("It opened in 1987.", spans(*places), 0) == shown


def test_only_the_first_mark_of_an_article_can_be_gone_to():
    found = spans((0, 2), passage=1) + spans((0, 2), passage=3)

    marked = [dateline.lit("It opened.", found, passage) for passage in range(4)]

    assert [text.count('id="evidence"') for text in marked] == [0, 1, 0, 0]
    assert [text.count("<mark") for text in marked] == [0, 1, 0, 1]


places = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda p: (p[0], p[0] + p[1]))


@given(st.text(max_size=40), st.lists(places, max_size=4))
def test_lighting_adds_marks_and_changes_no_character(text, found):  # S7
    html = dateline.lit(text, spans(*found), 0)

    assert unescape(re.sub("</?mark[^>]*>", "", html)) == text
    assert "<" not in re.sub('<mark( id="evidence")?>|</mark>', "", html)


@pytest.mark.parametrize(
    ("score", "shown"),
    [
        (None, "–"),
        (Fraction(0), "0"),
        (Fraction(7), "7"),
        (Fraction(1, 2), "0.5"),
        (Fraction(1, 3), "0.3"),
        (Fraction(2, 3), "0.6"),
        (Fraction(299, 100), "2.9"),
        (Fraction(1, 11), "0"),
        (Fraction(1200), "1200"),
    ],
)
def test_a_score_has_at_most_one_decimal(score, shown):
    assert dateline.points(score) == shown


@given(st.fractions(min_value=0, max_value=1000))
def test_a_score_shown_is_never_more_than_earned_and_less_by_under_a_tenth(score):  # R15
    shown = Fraction(dateline.points(score))

    assert 0 <= score - shown < Fraction(1, 10)


@given(st.integers(0, 100), st.fractions(min_value=0, max_value=100))
def test_full_marks_are_shown_for_full_marks_alone(highest, score):  # R15
    if score <= highest:
        assert (dateline.points(score) == str(highest)) is (score == highest)


@pytest.mark.parametrize(("text", "day"), [("2021-12-30", date(2021, 12, 30)), ("", None)])
def test_the_date_of_a_version_is_read(text, day):
    assert dateline.from_iso(text) == day


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("en-GB", "ltr")])
def test_a_language_tells_which_way_it_runs(language, way):
    assert dateline.reading_direction(language) == way


@pytest.mark.parametrize("name", dateline.ICONS)
def test_an_icon_is_for_the_eye_alone(name):
    drawn = Template("{% load dateline %}{% icon name %}").render(Context({"name": name}))

    assert 'aria-hidden="true"' in drawn
    assert "style" not in drawn
