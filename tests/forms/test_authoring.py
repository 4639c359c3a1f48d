import pytest
from django.core.exceptions import ValidationError

from quizzes import kinds
from quizzes.forms.authoring import UNUSED, USES
from quizzes.forms.passages import CleanText
from quizzes.models import QuestionKind
from quizzes.models.article import validate_language


def test_every_kind_says_what_it_has_a_use_for():
    assert set(USES) == set(QuestionKind) == set(kinds.KINDS)


def test_what_only_some_kinds_use_can_be_cleared():
    used = {part for parts in USES.values() for part in parts}

    assert used == set(UNUSED) | {"options"}


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  A bridge. ", "A bridge."),
        ("one\r\ntwo", "one\ntwo"),
        ("Cafe\u0301", "Café"),
        ("so\u00adft\u200b", "soft"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
    ids=["trimmed", "line ends", "composed", "invisible", "joiners stay"],
)
def test_text_is_stored_as_all_text_is(typed, stored):
    assert CleanText().clean(typed) == stored


def test_text_that_is_the_same_when_cleaned_has_not_changed():
    assert not CleanText().has_changed("one\ntwo", "one\r\ntwo ")


@pytest.mark.parametrize("code", ["en", "ar", "pt-br", "zh-Hant-TW", "yue"])
def test_a_language_code_is_taken(code):
    validate_language(code)


@pytest.mark.parametrize("code", ["English", "e", "en_US", "en-", "en\n", "../x", "EN"])
def test_what_is_no_language_code_is_refused(code):
    with pytest.raises(ValidationError, match="such as en, ar or pt-br"):
        validate_language(code)
