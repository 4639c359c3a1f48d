from datetime import date

import pytest

from quizzes.generation.families import year
from tests.generation.story import PASSAGES, reading_of


def asked(*texts, **details):
    return year.propose(reading_of(*texts, **details)).candidates


def test_a_year_is_left_out_of_its_sentence():
    question = next(c for c in asked(*PASSAGES) if c.key == ("1921",))

    assert question.prompt == (
        "Complete the sentence from the passage: In _____, a fire destroyed three wooden cranes, "
        "and trade moved to Brackley."
    )
    assert question.key_span.quote == "1921"


def test_the_years_stand_in_order_and_one_is_right():
    for question in asked(*PASSAGES):
        options = [o.text for o in question.options]
        assert options == sorted(options)
        assert [o.text for o in question.options if o.is_correct] == list(question.key)
        assert len(set(options)) == 4


def test_no_wrong_year_lies_after_the_publication():
    question = asked("A new bridge was opened in 2018 near Port Marlo.")[0]

    assert max(int(o.text) for o in question.options) <= 2019


def test_a_year_to_come_stands_among_years_to_come():
    question = asked("A new bridge will be opened in 2022 near Port Marlo.")[0]

    assert min(int(o.text) for o in question.options) >= 2019


def test_the_place_of_the_key_varies():
    sentences = [f"A new bridge was opened in {y} near Port Marlo." for y in range(1950, 1990)]

    places = {[o.is_correct for o in asked(text)[0].options].index(True) for text in sentences}

    assert places == {0, 1, 2, 3}


def test_the_article_s_other_years_come_first():
    question = asked(
        "A ferry sank in 1931 off the coast. A new bridge was opened in 1938 near Port Marlo.",
        published_on=date(1960, 1, 1),
    )[1]

    assert "1931" in [o.text for o in question.options]


WH = {
    "final": (
        "The old bridge was opened in 1938.",
        "In which year was the old bridge opened?",
    ),
    "fronted": (
        "In 1938, the bridges were sold to a railway.",
        "In which year were the bridges sold to a railway?",
    ),
    "name": (
        "Elias Crane was elected mayor in 1938 by one vote.",
        "In which year was Elias Crane elected mayor by one vote?",
    ),
    "clause after": (
        "A new bridge was opened in 1938, but few people came.",
        "In which year was a new bridge opened?",
    ),
    "verb after": (
        "Port Marlo Park was founded in 1938 and covers the whole hill.",
        "Complete the sentence from the passage: Port Marlo Park was founded in _____ and covers "
        "the whole hill.",
    ),
}


@pytest.mark.parametrize(("text", "stem"), WH.values(), ids=WH)
def test_a_plain_passive_is_asked_with_which_year(text, stem):
    assert [question.prompt for question in asked(text)] == [stem]


SILENT = {
    "pronoun": "He was elected mayor of Port Marlo in 1938.",
    "the known thing": "A bridge fell down one night. The bridge had been opened in 1938.",
    "two years": "A bridge was opened in 1938 and closed in 1941.",
    "range": "A bridge was built between 1938 and 1941 near Port Marlo.",
    "in a name": "The Harbour Act 1938 still protects the town.",
    "relative": "A new bridge was opened last year near Port Marlo.",
    "quoted": "“A new bridge was opened in 1938,” said Mayor Lena Frost.",
    "caption": "The quay at Port Marlo in 1938 on a rainy day.",
    "this": "A new bridge was opened in 1938 near this town.",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_a_year_that_cannot_be_asked_alone_is_not_asked(text):
    assert asked(text) == ()


ELSEWHERE = {
    "fr": (
        "Un grand pont a été ouvert en 1938 près de Brest.",
        "Complétez la phrase tirée du texte : Un grand pont a été ouvert en _____ près de Brest.",
    ),
    "de": (
        "Eine große Brücke wurde im Jahr 1938 in Bremen eröffnet.",
        "Ergänzen Sie den Satz aus dem Text: Eine große Brücke wurde im Jahr _____ in Bremen "
        "eröffnet.",
    ),
    "es": (
        "Un gran puente fue abierto en 1938 cerca de Cádiz.",
        "Complete la frase tomada del texto: Un gran puente fue abierto en _____ cerca de Cádiz.",
    ),
    "ar": (
        "افتتح جسر كبير عام 1938 قرب مدينة طنجة المغربية.",
        "أكمل الجملة الواردة في النص: افتتح جسر كبير عام _____ قرب مدينة طنجة المغربية.",
    ),
}


@pytest.mark.parametrize(
    ("language", "text", "stem"), [(k, *v) for k, v in ELSEWHERE.items()], ids=ELSEWHERE
)
def test_other_languages_are_asked_in_their_own_words(language, text, stem):
    (question,) = asked(text, language=language)

    assert (question.prompt, question.key) == (stem, ("1938",))


def test_arabic_digits_stay_arabic():
    (question,) = asked("افتتح جسر كبير عام ١٩٣٨ قرب مدينة طنجة المغربية.", language="ar")

    assert question.key == ("١٩٣٨",)
    assert all(set(o.text) <= set("٠١٢٣٤٥٦٧٨٩") for o in question.options)
