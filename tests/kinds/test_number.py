import pytest

from quizzes import kinds


def spec(value: str | None, tolerance: str | None = "0", **changes: str) -> dict:
    common = {"kind": "number", "unit": "", "language": "en"}
    return common | {"value": value, "tolerance": tolerance} | changes


@pytest.mark.parametrize(
    ("value", "language", "typed"),
    [
        ("1200", "en", "1,200"),
        ("1200", "en", "1 200"),
        ("1200", "en", "1\u00a0200"),
        ("1200", "en", "1\u202f200"),
        ("1200", "en", "12 hundred"),
        ("1200", "en", " 1200 "),
        ("1200", "de", "1.200"),
        ("1000000", "en", "10 lakh"),
        ("1000000", "en", "1 million"),
        ("1000000", "en", "one million"),
        ("40", "en", "forty"),
        ("2.5", "fr", "2,5"),
        ("-5", "en", "−5"),
        ("40", "en", "40 %"),
        ("40", "en", "$40"),
        ("1200", "ar", "١٢٠٠"),
        ("1200", "ar", "١٬٢٠٠"),
        ("2.5", "ar", "٢٫٥"),
    ],
)
def test_a_number_is_right_however_it_is_written(value, language, typed):
    assert kinds.parse(spec(value, language=language)).grade(typed).credit == 1


@pytest.mark.parametrize(
    ("typed", "credit"),
    [
        ("40", 1),
        ("40 million", 1),
        ("40,000,000 crowns", 1),
        ("40.5 million", 1),
        ("41 million", 0),
        ("40 thousand", 0),
        ("40 billion", 0),
    ],
)
def test_a_unit_that_counts_in_millions_may_be_written_out(typed, credit):
    question = kinds.parse(spec("40", "0.5", unit="million crowns"))

    assert question.grade(typed).credit == credit


@pytest.mark.parametrize("typed", ["1201", "120", "12", "-1200", "", "many", "1e3", "nan"])
def test_another_number_is_wrong(typed):
    assert kinds.parse(spec("1200")).grade(typed).credit == 0


@pytest.mark.parametrize(
    ("typed", "credit"),
    [("89.9", 0), ("90", 1), ("100", 1), ("110", 1), ("110.1", 0)],
)
def test_the_tolerance_includes_its_ends(typed, credit):
    assert kinds.parse(spec("100", "10")).grade(typed).credit == credit


@pytest.mark.parametrize(
    ("value", "unit", "key"),
    [
        ("1200", "metres", "1,200 metres"),
        ("40", "", "40"),
        ("0.50", "%", "0.5 %"),
        ("1000000", "", "1,000,000"),
    ],
)
def test_the_key_is_shown_with_its_unit(value, unit, key):
    assert kinds.parse(spec(value, unit=unit)).key_texts() == (key,)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (spec(None), "value"),
        (spec(""), "value"),
        (spec("forty"), "value"),
        (spec("NaN"), "value"),
        (spec("Infinity"), "value"),
        (spec("40", None), "tolerance"),
        (spec("40", "some"), "tolerance"),
        (spec("40", "-1"), "tolerance"),
        (spec("40", "Infinity"), "tolerance"),
    ],
)
def test_a_number_that_cannot_be_asked_is_refused_at_its_field(wrong, field):
    with pytest.raises(kinds.InvalidSpec) as refusal:
        kinds.parse(wrong)

    assert refusal.value.field == field


def test_an_answer_is_shown_as_it_was_typed():
    assert kinds.parse(spec("1200")).show("12 hundred") == "12 hundred"


@pytest.mark.parametrize("language", ["ar", "de", "en", "es", "fr", "hi", "it", "pt-br", "xx"])
@pytest.mark.parametrize("value", ["1.234", "2500", "1234567.25", "-12", "0.5"])
def test_the_key_as_it_is_shown_is_right_when_typed_back(language, value):
    question = kinds.parse(
        {"kind": "number", "language": language, "options": [], "truth": None}
        | {"value": value, "tolerance": "0", "unit": ""}
    )

    assert question.grade(question.key_texts()[0]).credit == 1
