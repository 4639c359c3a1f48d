import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.edition import Edition, Item, Paragraph, Reading, Span

spans = st.builds(Span, st.integers(0), st.integers(0), st.integers(0), st.text())
specs = st.dictionaries(st.text(), st.none() | st.booleans() | st.text() | st.lists(st.text()))
readings = st.builds(
    Reading,
    passages=st.lists(st.builds(Paragraph, st.text(), st.text()), max_size=2).map(tuple),
)
items = st.builds(
    Item,
    spec=specs,
    feedback=st.lists(st.text(), max_size=2).map(tuple),
    evidence=st.lists(spans, max_size=2).map(tuple),
)
editions = st.builds(
    Edition,
    articles=st.lists(readings, max_size=2).map(tuple),
    items=st.lists(items, max_size=2).map(tuple),
)

ITEM = Item("u", 0, "Where?", "", 1, {"kind": "true_false"}, (), (), True)
READING = Reading("", "", "", "", "en", "ltr", "", ())
EDITION = Edition("", "", "practice", None, True, (READING,), (ITEM,))


@given(editions)
def test_an_edition_stored_as_json_is_read_as_it_was(edition):
    assert Edition.from_json(json.loads(json.dumps(edition.to_json()))) == edition


def test_the_highest_score_is_the_sum_of_the_points():
    edition = replace(EDITION, items=(replace(ITEM, points=2), replace(ITEM, points=3)))

    assert edition.max_score == 5


def test_an_item_is_found_by_its_uid():
    other = replace(ITEM, uid="v")

    assert replace(EDITION, items=(ITEM, other)).item("v") is other


@pytest.mark.parametrize(
    ("words", "minutes"), [(0, 1), (1, 1), (200, 1), (201, 2), (400, 2), (401, 3)]
)
def test_reading_takes_a_minute_for_two_hundred_words(words, minutes):
    halves = "word " * (words // 2), "word " * (words - words // 2)

    reading = replace(READING, passages=tuple(Paragraph("", half) for half in halves))

    assert reading.minutes == minutes
