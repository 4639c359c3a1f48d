import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.text.sentences import bounds

SPLITS = {
    "plain": ("en", "The port reopened.| Ships came in.| Was it late?| No!"),
    "title": ("en", "Mr. Roe met Mrs. Doe and Dr. Poe.| They talked."),
    "joined titles": ("en", "Lt. Gov. Ann Roe and Brig. Gen. Bo Doe left.| It rained."),
    "rare title": ("en", "Amb. Roe called Supt. Doe.| Nobody came."),
    "initials": ("en", "The book by J. K. Marsh and R.R. Moon sold well.| It won."),
    "country": ("en", "She moved to the U.S. Senate.| She lives in the U.S.| He does not."),
    "decimal": ("en", "It cost $2.5 million.| It rose 3.5%.| That was all."),
    "number": ("en", "It was the No. 5 seed.| See Fig. 3 and vol. 2.| Then stop."),
    "short month": ("en", "On Dec. 29 it snowed.| It froze in Jan.| The lake was shut."),
    "company": ("en", "Acme Inc. Chief Jane Roe spoke.| Acme Corp. said little."),
    "clock": ("en", "It began at 10.30 a.m. Tuesday.| It ended at 5 p.m.| The hall was full."),
    "weekday": ("en", "They met on Thurs. night.| Nothing came of it."),
    "list": ("en", "1. Boil the water.| 2. Add the tea."),
    "said after": ("en", "“We won. We did it,” he said.| Then he left."),
    "said after a full stop": ("en", "“We won. We did it.” she said.| Then she left."),
    "said after straight quotes": ("en", '"We won. We did it!" he said.| "Yes."'),
    "name after a question": ("en", "“Why is that?” Jane Roe asked.| Nobody knew."),
    "no attribution": ("en", "“Stop!”| The bus stopped."),
    "quote alone": ("en", "“I came. I saw.”| Then he left.| ‘We go.’| They went."),
    "quote in a quote": ("en", "“She said ‘no.’”| Then she left."),
    "stray closing mark": ("en", "We left.”| They stayed."),
    "opening mark": ("en", "“We go,” he said “and soon.”| “The rest stay.| They must."),
    "unclosed quote": ("en", 'He said "it is over.| Nobody heard.| It rained.'),
    "bracket": ("en", "The plan (see p. 3. It is long.) failed.| We left."),
    "apostrophes": ("en", "The '80s were loud.| Rock 'n' roll won.| The boys' club shut."),
    "no space": ("en", "Who won?|The dog.|It ran far."),
    "lines": ("en", "A line that\ngoes on.|\nAnother."),
    "paragraphs": ("en", "No full stop|\n\nA second paragraph.|\n \nA third"),
    "emoji": ("en", "It won 😀🎉 again.| Fans 👩‍👩‍👧 cheered."),
    "no-break spaces": ("en", "Mr.\u00a0Roe paid 5\u202fmillion.|\u00a0He left."),
    "Arabic": ("ar", "قال د. سامر إنه باق.| هل هذا صحيح؟| نعم!"),
    "Arabic quote": ("ar", "«أنا باق. أنت ذاهب» قال الرجل.| ثم غادر."),
    "French": ("fr", "« Oui ! » dit-il.| M. Roux part.| Il revient le 3 janv. 2020.| Voilà."),
    "German": ("de", "Am 3. Oktober kam Dr. Klein.| „Ich gehe. Du bleibst.“| Er ging."),
    "Spanish": ("es", "¿Qué pasó?| El Sr. Ruiz calló.| «Me voy. Te quedas».| Se fue."),
    "unknown language": ("tlh", "Mr. Roe came.| He left."),
    "no language": ("", "Mr. Roe came.| He left."),
    "region": ("en-GB", "Mr. Roe came.| He left."),
}

HOSTILE = {
    "spaces": " " * 200_000,
    "line breaks": "\n " * 100_000,
    "quotes": "“" * 200_000,
    "spaced quotes": "“ " * 100_000,
    "straight quotes": '"a. ' * 50_000,
    "brackets": "([" * 100_000,
    "digits": "1" * 200_000,
    "numbered": "1. " * 66_000,
    "initials": "A. " * 66_000,
    "full stops": "." * 200_000,
    "apostrophes": "'" * 200_000,
}


@pytest.mark.parametrize(("language", "marked"), SPLITS.values(), ids=SPLITS)
def test_sentences_end_where_a_reader_ends_them(language, marked):
    text = marked.replace("|", "")

    sentences = [text[start:end] for start, end in bounds(text, language)]

    assert sentences == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("text", ["", " ", "\n\n \n"], ids=["empty", "space", "lines"])
def test_a_text_without_words_has_no_sentence(text):
    assert bounds(text, "en") == []


ALPHABET = st.one_of(
    st.sampled_from(list("aB 1.?!\n\t\"'“”‘’()[]«»…؟—,\u00a0\u2028\u200dé😀هدद।。")),
    st.sampled_from(["Mr. ", "U.S. ", "p.m. ", "No. 5", "\r\n", "د. "]),
    st.characters(),
)


@given(
    st.lists(ALPHABET, max_size=60).map("".join), st.sampled_from(["en", "ar", "de", "fr", "xx"])
)
def test_sentences_are_ordered_trimmed_and_hold_all_that_is_not_space(text, language):
    end_before = 0

    for start, end in bounds(text, language):
        assert end_before <= start < end
        assert text[start:end] == text[start:end].strip()
        assert not text[end_before:start].strip()
        end_before = end

    assert not text[end_before:].strip()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_split_to_its_last_character(text):
    spans = bounds(text, "en")

    assert not spans or spans[-1][1] == len(text.rstrip())


def test_a_text_longer_than_the_splitters_window_is_split_as_in_one_piece():
    sentence = "The ferry left the harbour at noon. "

    spans = bounds(sentence * 1_000, "en")

    assert {end - start for start, end in spans} == {len(sentence) - 1}
    assert len(spans) == 1_000
