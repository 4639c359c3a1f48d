import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.text.clean import MAX_BYTES, MAX_WORDS, Unreadable, clean, decode, readable

CLEANED = {
    "composed": ("cafe\u0301", "café"),
    "soft hyphen": ("har\u00adbour", "harbour"),
    "zero-width space": ("a\u200bb", "ab"),
    "byte order mark": ("\ufeffa", "a"),
    "word joiner": ("a\u2060b", "ab"),
    "bidirectional controls": ("\u202aa\u202e\u2066b\u2069", "ab"),
    "other controls": ("a\x07\x1bb\x7f\x9f", "ab"),
    "no-break spaces": ("5\u00a0km\u202f6\u2009m\u3000", "5 km 6 m "),
    "line ends": ("a\r\nb\rc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf"),
    "tab": ("a\tb", "a\tb"),
    "joiners": ("می\u200cشود 👩\u200d👧", "می\u200cشود 👩\u200d👧"),
    "quotes": ("“a” 'b'", "“a” 'b'"),
    "half a surrogate pair": ("a\ud83db", "ab"),
}

REFUSED = {
    "empty": (b"", "no text"),
    "white space": (b" \n\t \xc2\xa0", "no text"),
    "nothing visible": ("\ufeff\u200b".encode(), "no text"),
    "PDF": (b"%PDF-1.7 ...", "PDF"),
    "PNG": (b"\x89PNG\r\n\x1a\n", "PNG"),
    "JPEG": (b"\xff\xd8\xff\xe0", "JPEG"),
    "office document": (b"PK\x03\x04 docx", "office"),
    "gzip": (b"\x1f\x8b\x08", "gzip"),
    "RTF": (rb"{\rtf1\ansi", "RTF"),
    "NUL": (b"The ferry\x00", "binary"),
    "UTF-16": ("The ferry".encode("utf-16"), "UTF-16"),
    "Windows-1252": ("café".encode("cp1252"), "save it with the encoding UTF-8"),
    "web page": (b"<!DOCTYPE html><html><p>The ferry</p>", "web page"),
    "too large": (b"a " * (MAX_BYTES // 2 + 1), "at most 1 MB"),
    "too many words": (b"a " * (MAX_WORDS + 1), "20,001 words; an article may have at most 20,000"),
}


@pytest.mark.parametrize(("text", "expected"), CLEANED.values(), ids=CLEANED)
def test_text_is_cleaned_of_what_nobody_sees(text, expected):
    assert clean(text) == expected


@given(st.text())
def test_cleaning_is_done_once_and_for_all(text):
    cleaned = clean(text)

    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned


@given(st.text(st.characters(exclude_categories=["C", "Z", "M"])))
def test_visible_characters_stay(text):
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(("raw", "part"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_is_no_text_is_refused_in_a_sentence(raw, part):
    with pytest.raises(Unreadable, match=part) as refusal:
        decode(raw)

    message = str(refusal.value)
    assert message[0].isupper()
    assert message.endswith(".")


@pytest.mark.parametrize("raw", ["\ufeffقال".encode(), "قال".encode()], ids=["mark", "no mark"])
def test_utf_8_is_read_with_or_without_a_byte_order_mark(raw):
    assert decode(raw) == "قال"


def test_the_text_of_a_file_is_given_as_it_stands():
    assert decode("har\u00adbour\r\n".encode()) == "har\u00adbour\r\n"


@pytest.mark.parametrize(
    "text",
    ["a\x00b", "é" * (MAX_BYTES // 2 + 1), "<html>", ""],
    ids=["NUL", "large", "page", "empty"],
)
def test_a_paste_is_refused_as_a_file_is(text):
    with pytest.raises(Unreadable):
        readable(text)


def test_as_many_words_as_are_allowed_are_read():
    assert len(readable("a " * MAX_WORDS).split()) == MAX_WORDS


def test_a_pile_of_accents_is_cut_and_not_sorted():
    cleaned = clean("a" + "\u0301\u0316" * 250_000 + "b")

    assert len(cleaned) < 50
    assert cleaned.endswith("b")
