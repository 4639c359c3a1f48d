import pytest

from quizzes import kinds


def spec(truth: object, language: str = "en") -> dict:
    return {"kind": "true_false", "truth": truth, "language": language}


@pytest.mark.parametrize("truth", [True, False])
def test_only_the_truth_is_right(truth):
    question = kinds.parse(spec(truth))

    assert question.grade(truth).credit == 1
    assert question.grade(not truth).credit == 0


@pytest.mark.parametrize("truth", [None, "true", 1])
def test_a_statement_without_a_truth_is_refused_at_its_field(truth):
    with pytest.raises(kinds.InvalidSpec) as refusal:
        kinds.parse(spec(truth))

    assert refusal.value.field == "truth"


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("en", ("True", "False")),
        ("ar", ("صواب", "خطأ")),
        ("ar-EG", ("صواب", "خطأ")),
        ("de_AT", ("Richtig", "Falsch")),
        ("DE", ("Richtig", "Falsch")),
        ("fi", ("True", "False")),
    ],
)
def test_the_answers_are_named_in_the_language_of_the_article(language, labels):
    question = kinds.parse(spec(False, language))

    assert (question.show(True), question.show(False)) == labels
    assert question.key_texts() == (labels[1],)
