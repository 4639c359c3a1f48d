from decimal import Decimal

import pytest

from quizzes.generation.families import number
from quizzes.text.numbers import find
from tests.generation.story import PASSAGES, reading_of


def asked(*texts, **details):
    return number.propose(reading_of(*texts, **details)).candidates


def test_an_amount_is_left_out_of_its_sentence():
    question = next(c for c in asked(*PASSAGES) if c.key == ("340",))

    assert question.prompt == (
        "Complete the sentence from the passage: Engineer Tarik Benali said that divers had "
        "replaced _____ oak beams by hand."
    )
    assert question.kind == "single_choice"


FORMS = {
    "commas": ("A grant fed 1,200 pupils in Port Marlo.", "1,200"),
    "currency": ("A new roof cost £7.50 a tile in Port Marlo.", "£7.50"),
    "percent": ("A storm cut trade by 35 per cent in Port Marlo.", "35 per cent"),
    "words": ("A storm lasted seven weeks in Port Marlo.", "seven"),
    "lakh": ("A grant fed 12 lakh pupils in Port Marlo.", "12 lakh"),
    "billion": ("A grant of $2.5bn went to Port Marlo in the end.", "$2.5bn"),
    "measure": ("A cart could go 45km in one day near Port Marlo.", "45km"),
}


@pytest.mark.parametrize(("text", "key"), FORMS.values(), ids=FORMS)
def test_options_are_in_order_and_look_like_the_key(text, key):
    (question,) = asked(text)

    found = [find(f"It was {o.text} once.", "en")[0] for o in question.options]
    right = found[[o.is_correct for o in question.options].index(True)]
    assert question.key == (key,)
    assert [m.value for m in found] == sorted({m.value for m in found})
    assert len(found) == 4
    assert {(m.unit, m.form.after, m.form.decimals) for m in found} == {
        (right.unit, right.form.after, right.form.decimals)
    }


def test_a_round_number_stands_among_round_numbers():
    (question,) = asked("A grant fed 500 pupils in Port Marlo.")

    assert all(int(o.text) % 100 == 0 for o in question.options)


def test_a_percentage_stays_below_a_hundred():
    for share in (70, 85, 95):
        (question,) = asked(f"A storm cut trade by {share}% in Port Marlo.")
        assert all(find(o.text + " x", "en")[0].value <= 100 for o in question.options)


@pytest.mark.parametrize("bound", ["more than", "at least", "nearly", "up to"])
def test_a_bounded_amount_is_typed_because_smaller_ones_may_be_true_too(bound):
    (question,) = asked(f"A grant fed {bound} 360 pupils in Port Marlo.")

    assert (question.kind, question.value, question.options) == ("number", Decimal(360), ())
    assert f"{bound} _____ pupils" in question.prompt


def test_an_amount_that_opens_the_sentence_is_asked_with_how_many():
    (question,) = asked("About 340 farmers were given a new home in Port Marlo.")

    assert question.prompt == (
        "According to the passage, about how many farmers were given a new home in Port Marlo?"
    )


def test_lakh_and_crore_are_explained():
    (question,) = asked("A grant fed more than 12 lakh pupils in Port Marlo.")

    assert question.value == Decimal(1200000)
    assert question.explanation == "One lakh is 100,000, so 12 lakh is 1,200,000."


def test_the_currency_of_a_typed_sum_is_its_sign():
    (question,) = asked("A grant of over £360 went to a school in Port Marlo.")

    assert (question.value, question.unit) == (Decimal(360), "£")


SILENT = {
    "two of one unit": "Trade fell from £40m to £30m in Port Marlo.",
    "two of one thing": "A grant fed 120 pupils while a trust fed 80 pupils there at noon.",
    "said twice": "A grant fed 360 pupils. In all, 360 pupils in Port Marlo ate.",
    "pronoun": "They fed 360 pupils in Port Marlo at noon.",
    "known things": "A grant went to the 360 pupils in Port Marlo.",
    "small": "A grant fed two pupils in Port Marlo at noon.",
    "score": "The port team won 3-0 against Brackley at noon.",
    "converted": "A cart could go 30 miles (48 km) in one day near Port Marlo.",
    "nothing counted": "A grant went up to 360 in Port Marlo at noon.",
    "quoted": "“A grant fed 360 pupils in Port Marlo,” said Mayor Lena Frost.",
    "long": f"A grant fed {'very ' * 40}many and 360 pupils in Port Marlo.",
    "opens a list": "360 in Port Marlo and some in Brackley were fed at noon.",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_a_number_that_cannot_be_asked_alone_is_not_asked(text):
    assert asked(text) == ()


def test_other_languages_are_asked_in_their_own_words():
    (question,) = asked("وصل 340 عاملا إلى مدينة طنجة المغربية مساء.", language="ar")

    assert question.prompt.startswith("أكمل الجملة الواردة في النص: وصل _____ عاملا")
    assert question.key == ("340",)
