"""Answer forms: what a student sent becomes an answer its kind can mark, or a plain sentence."""

from dataclasses import replace

import pytest

from quizzes.asking import Asked
from quizzes.edition import Item, Reading
from quizzes.forms.answers import LONGEST_NUMBER, LONGEST_TEXT, answer_form
from quizzes.models import Attempt, Response

SPECS = {
    "single_choice": {
        "options": [{"text": "Lund", "is_correct": True}, {"text": "Malmö", "is_correct": False}]
    },
    "true_false": {"truth": True},
    "short_text": {"options": [{"text": "Lund", "is_correct": True}]},
    "number": {"value": "40", "tolerance": "0", "unit": ""},
}


def asked(kind: str, language: str = "en") -> Asked:
    spec = {"kind": kind, "language": language} | SPECS[kind]
    item = Item("u", 0, "Where?", "", 1, spec, ("", ""), (), True)
    reading = Reading("", "", "", "", language, "ltr", "", ())
    order = (1, 0) if kind == "single_choice" else ()
    return Asked(Attempt(mode="practice"), item, reading, 1, order, None)


@pytest.mark.parametrize(
    ("kind", "sent", "answer"),
    [
        ("single_choice", "0", 1),
        ("single_choice", "1", 0),
        ("true_false", "true", True),
        ("true_false", "false", False),
        ("short_text", " Lund ", "Lund"),
        ("short_text", "x" * LONGEST_TEXT, "x" * LONGEST_TEXT),
        ("number", "1,200", "1,200"),
        ("number", "twelve hundred", "twelve hundred"),
    ],
)
def test_what_was_sent_becomes_an_answer(kind, sent, answer):
    form = answer_form(asked(kind), {"answer": sent, "revision": "3"})

    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"answer": answer, "revision": 3}
    assert type(form.cleaned_data["answer"]) is type(answer)


BAD_ANSWERS = {
    "nothing": "",
    "spaces": " \u00a0 ",
    "a NUL": "0\x00",
    "10,000 characters": "x" * 10_000,
}
BAD_CHOICES = BAD_ANSWERS | {
    "another place": "99",
    "before the first": "-1",
    "a fraction": "0.5",
    "a power": "1e100",
    "other digits": "٠",
    "a text": "Lund",
    "spaces around": " 0 ",
}
BAD_TEXTS = BAD_ANSWERS | {
    "one too long": "x" * (LONGEST_TEXT + 1),
    "no letter": "?!",
    "not Unicode": "\ufffd\ufffd",
}
BAD_NUMBERS = BAD_ANSWERS | {
    "a word": "many",
    "a power": "1e100",
    "one too long": "1" * (LONGEST_NUMBER + 1),
    "none": "nan",
    "without end": "inf",
}
BAD = [
    (kind, sent, label)
    for kind, bad in (
        ("single_choice", BAD_CHOICES),
        ("true_false", BAD_CHOICES | {"a place": "0", "a capital": "True"}),
        ("short_text", BAD_TEXTS),
        ("number", BAD_NUMBERS),
    )
    for label, sent in bad.items()
]


@pytest.mark.parametrize(("kind", "sent", "label"), BAD, ids=[f"{k}, {n}" for k, _, n in BAD])
def test_a_bad_answer_is_refused_in_a_sentence(kind, sent, label):  # S23
    form = answer_form(asked(kind), {"answer": sent, "revision": "0"})

    assert not form.is_valid()
    [sentence] = form.errors["answer"]
    assert sentence.endswith(".")
    assert len(sentence) < 100


@pytest.mark.parametrize(
    "revision", [None, "", "abc", "-1", "1.5", "1e100", "9" * 5000, str(2**31), "0\x00"]
)
def test_a_bad_revision_is_refused_in_a_sentence(revision):  # S23
    data = {"answer": "0"} | ({} if revision is None else {"revision": revision})

    form = answer_form(asked("single_choice"), data)

    assert form.errors["revision"] == ["This page was incomplete. Reload it and answer again."]


@pytest.mark.parametrize(
    ("kind", "answer", "shown"),
    [
        ("single_choice", 1, "0"),
        ("single_choice", 0, "1"),
        ("true_false", False, "false"),
        ("short_text", "lund", "lund"),
        ("number", "12 hundred", "12 hundred"),
    ],
)
def test_the_answer_that_stands_is_shown_with_its_revision(kind, answer, shown):
    answered = replace(asked(kind), response=Response(answer=answer, revision=4))

    form = answer_form(answered)

    assert form["answer"].value() == shown
    assert form["revision"].value() == 4


def test_nothing_is_chosen_beforehand():
    html = str(answer_form(asked("single_choice"))["answer"])

    assert "checked" not in html
    assert answer_form(asked("short_text"))["answer"].value() is None


def test_a_number_is_read_in_the_language_of_the_article():
    german = asked("number", language="de")

    assert answer_form(german, {"answer": "1.200,5", "revision": "0"}).is_valid()
