import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.text.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Two\t words\u00a0here ", "two words here"),
        ("Café", "cafe"),
        ("Cafe\u0301", "cafe"),
        ("Łódź", "lodz"),
        ("Æsop", "aesop"),
        ("İstanbul", "istanbul"),
        ("ﬁne", "fine"),
        ("O’Brien", "obrien"),
        ("O´Brien", "obrien"),
        ("Hawaiʻi", "hawaii"),
        ("“Quoted”, twice!", "quoted twice"),
        ("snake_case", "snake case"),
        ("U.S.A.", "usa"),
        ("The Hague", "hague"),
        ("Mr. Dr. Smith", "smith"),
        ("the", "the"),
        ("1,200,300", "1200300"),
        ("1 200", "1200"),
        ("1,20", "1 20"),
        ("-5", "minus 5"),
        ("−5", "minus 5"),
        ("2019–20", "2019 20"),
        ("٢٠٢١", "2021"),
        ("१२", "12"),
        ("أَحْمَد", "احمد"),
        ("عـلـي", "علي"),
        ("على", "علي"),
        ("ایران", "ايران"),
        ("שָׁלוֹם", "שלום"),
        ("हिन्दी", "हिन्दी"),
        ("กิน", "กิน"),
        ("かぎ", "かぎ"),
        ("한국", "한국"),
        ("…", ""),
        ("❤️", ""),
        ("", ""),
    ],
)
def test_fold_keeps_what_a_text_says(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_folding_a_folded_text_changes_no_more_than_its_titles(text):
    once = fold(text)

    assert once.endswith(fold(once))
    assert once == " ".join(once.split())


@given(st.text())
def test_a_text_without_letter_or_digit_folds_to_nothing(text):
    spelled = unicodedata.normalize("NFKC", text).casefold()
    bare = "".join(char for char in spelled if not char.isalnum())

    assert not any(char.isalnum() for char in fold(bare))


@given(st.text(st.characters(max_codepoint=0x24F, categories=["Lu", "Ll"]), min_size=1))
def test_case_does_not_count_in_latin_script(word):
    assert fold(word.swapcase().swapcase()) == fold(word) == fold(word.casefold())
