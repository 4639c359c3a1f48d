from datetime import date

import pytest

from quizzes.generation.events import event_json, find
from tests.generation.story import PASSAGES, reading_of

DATED = {
    "year": ("A ferry sank in 1931 off Port Marlo.", "1931", "A ferry sank off Port Marlo."),
    "fronted": ("In 1931, a ferry sank off Port Marlo.", "1931", "A ferry sank off Port Marlo."),
    "month": (
        "A ferry sank in May 1931 off Port Marlo.",
        "1931-05",
        "A ferry sank off Port Marlo.",
    ),
    "day": (
        "A ferry sank on 8 May 1931 off Port Marlo.",
        "1931-05-08",
        "A ferry sank off Port Marlo.",
    ),
    "no year": (
        "A ferry sank on 8 May off Port Marlo.",
        "2019-05-08",
        "A ferry sank off Port Marlo.",
    ),
    "weekday": (
        "A ferry sank on Friday off Port Marlo.",
        "2019-05-17",
        "A ferry sank off Port Marlo.",
    ),
    "tail": (
        "A ferry sank in 1931 off Port Marlo, which had no lighthouse.",
        "1931",
        "A ferry sank off Port Marlo.",
    ),
    "said": (
        "A ferry sank in 1931 off Port Marlo, said Orla Byrne.",
        "1931",
        "A ferry sank off Port Marlo.",
    ),
    "connective": (
        "However, a ferry sank in 1931 off Port Marlo.",
        "1931",
        "A ferry sank off Port Marlo.",
    ),
}


@pytest.mark.parametrize(("text", "day", "summary"), DATED.values(), ids=DATED)
def test_an_event_has_a_date_as_long_as_its_precision_and_one_clause(text, day, summary):
    (event,) = find(reading_of(text))

    assert (event.date, event.summary) == (day, summary)
    assert len(event.date) == {"year": 4, "month": 7, "day": 10}[event.precision]
    assert event.evidence[0].quote == text


UNDATED = {
    "future": "A ferry will sail in 2031 to Port Marlo.",
    "after publication": "A ferry was promised in December 2019 to Port Marlo.",
    "if": "A ferry would have sunk in 1931 if the wind had turned.",
    "negation": "A ferry did not sink in 1931 off Port Marlo.",
    "deadline": "A ferry was mended by 1931 in Port Marlo.",
    "since": "A ferry was used since 1931 in Port Marlo.",
    "two": "A ferry sank in 1931 and another in 1932.",
    "quoted": "“A ferry sank in 1931 off Port Marlo,” said Mayor Lena Frost.",
    "pronoun": "It sank in 1931 off Port Marlo at night.",
    "another clause": "A ferry sank after it had been mended in 1931.",
    "whose clause": "A sailor, whose ferry sank in 1931, was a rich man.",
    "dash": "A ferry sank – a big one – in 1931 off Port Marlo.",
    "started": "Started in 1931, the old fair was a great success.",
    "long ago, no year": "A ferry sank in August off Port Marlo.",
    "present": "A ferry sails in 2018 with no crew.",
}


@pytest.mark.parametrize("text", UNDATED.values(), ids=UNDATED)
def test_what_did_not_surely_happen_then_is_no_event(text):
    assert find(reading_of(text)) == []


def test_events_stand_in_the_order_of_time():
    events = find(reading_of(*PASSAGES, "A ferry sank in 1899 off Port Marlo."))

    dates = [event.date for event in events]
    assert dates == sorted(dates)
    assert "1899" in dates


def test_an_event_is_written_with_its_keys_in_order():
    (event,) = find(reading_of("A ferry sank in 1931 off Port Marlo."))

    assert list(event_json(event)) == ["date", "precision", "summary", "evidence"]


def test_without_a_publication_date_relative_dates_are_left_out():
    assert find(reading_of("A ferry sank on Friday off Port Marlo.", published_on=None)) == []
    assert find(reading_of("A ferry sank in 1931 off it.", published_on=date(1930, 1, 1))) == []
