import re

import pytest

from quizzes.generation.families import date
from tests.generation.story import reading_of


def asked(*texts, **details):
    return date.propose(reading_of(*texts, **details)).candidates


def shape(text):
    """A date with every number as 9 and every month's name as x."""
    return re.sub(r"[A-Z]\w+", "x", re.sub(r"\d+(?:st|nd|rd|th)?", "9", text))


FORMS = {
    "day month": ("A new bridge was opened on 14 May near Port Marlo.", "14 May"),
    "month day": ("A new bridge was opened on May 14 near Port Marlo.", "May 14"),
    "with year": ("A new bridge was opened on 14 May 2019 near Port Marlo.", "14 May 2019"),
    "American": ("A new bridge was opened on May 14, 2019 near Port Marlo.", "May 14, 2019"),
    "ordinal": ("A new bridge was opened on 2nd May near Port Marlo.", "2nd May"),
    "month": ("A new bridge was opened in May 2018 near Port Marlo.", "May 2018"),
    "month alone": ("A new bridge was opened in March near Port Marlo.", "March"),
}


@pytest.mark.parametrize(("text", "key"), FORMS.values(), ids=FORMS)
def test_every_option_is_written_like_the_key(text, key):
    (question,) = asked(text)

    assert question.key == (key,)
    assert question.prompt.count("_____") == 1
    assert {shape(o.text) for o in question.options} == {shape(key)}
    assert len({o.text for o in question.options}) == 4


def test_an_ordinal_ending_follows_its_day():
    (question,) = asked("A new bridge was opened on 2nd May near Port Marlo.")

    endings = {"1": "st", "2": "nd", "3": "rd"}
    for option in question.options:
        day = option.text.split()[0]
        number = day[:-2]
        wanted = "th" if len(number) == 2 and number[0] == "1" else endings.get(number[-1], "th")
        assert day[-2:] == wanted


def test_the_dates_stand_in_the_order_of_time():
    (question,) = asked("A new bridge was opened on 14 May near Port Marlo.")

    days = [int(o.text.split()[0]) for o in question.options]
    assert days == sorted(days)
    assert max(days) <= 20


SILENT = {
    "weekday": "A new bridge was opened on Tuesday near Port Marlo.",
    "yesterday": "A new bridge was opened yesterday near Port Marlo.",
    "weekday and day": "A new bridge was opened on Tuesday 14 May near Port Marlo.",
    "two dates": "A new bridge was opened on 14 May and closed on 16 May.",
    "pronoun": "She opened a new bridge on 14 May near Port Marlo.",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_a_date_that_cannot_be_asked_alone_is_not_asked(text):
    assert asked(text) == ()


def test_other_languages_have_their_own_months():
    (question,) = asked("Un grand pont a été ouvert le 14 mars 2019 près de Brest.", language="fr")

    assert question.key == ("14 mars 2019",)
    assert all(o.text.endswith("2019") for o in question.options)
