import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.text.names import survey
from quizzes.text.quotes import PRONOUN, UNCLEAR, UNCLOSED, attributions, quotes

SPANS = [
    ("curly", "He “went home” then.", ["went home"]),
    ("straight", 'He "went home" then.', ["went home"]),
    ("guillemets", "Il dit « non merci » alors.", [" non merci "]),
    ("German", "Er sagte „nein danke“ dann.", ["nein danke"]),
    ("nested singles", "“He said ‘no’ twice.”", ["He said ‘no’ twice."]),
    ("two", "“Yes,” he said. “No.”", ["Yes,", "No."]),
    ("apostrophe", "It’s the dog’s bone.", []),
    ("unclosed", "“We never left", ["We never left"]),
]


@pytest.mark.parametrize(
    ("text", "inside"), [row[1:] for row in SPANS], ids=[row[0] for row in SPANS]
)
def test_quotations_are_the_words_between_the_marks(text, inside):
    assert [text[q.start : q.end] for q in quotes(text)] == inside


def test_a_quotation_that_never_ends_is_marked():
    assert [quote.closed for quote in quotes("“Yes,” he said. “We never left")] == [True, False]


WORDS = "“The dam will hold for a year,”"
ENDED = "“The dam will hold for a year.”"
INTRODUCED = "Engineer Maya Ruiz and pilot Owen Clarke came."
SPOKEN = [
    ("said NAME", f"{WORDS} said Maya Ruiz.", "Maya Ruiz"),
    ("NAME said", f"{WORDS} Maya Ruiz said.", "Maya Ruiz"),
    ("surname", f"{WORDS} Ruiz said.", "Maya Ruiz"),
    ("straight quotes", '"The dam will hold for a year," Ruiz said.', "Maya Ruiz"),
    ("comma outside", "“The dam will hold for a year”, said Ruiz.", "Maya Ruiz"),
    ("role", f"{WORDS} said chief engineer Maya Ruiz.", "Maya Ruiz"),
    ("title", f"{WORDS} said Dr Ruiz.", "Maya Ruiz"),
    ("appositive", f"{WORDS} said Maya Ruiz, an engineer at the dam.", "Maya Ruiz"),
    ("age", f"{WORDS} Maya Ruiz, 62, said.", "Maya Ruiz"),
    ("told", f"{WORDS} Ruiz told reporters on Monday.", "Maya Ruiz"),
    ("colon", f"Ruiz said: {ENDED}", "Maya Ruiz"),
    ("told, colon", f"Ruiz told the council: {ENDED}", "Maya Ruiz"),
    ("comma before", f"Ruiz said, {ENDED}", "Maya Ruiz"),
    ("appositive before", f"Maya Ruiz, an engineer at the dam, said: {ENDED}", "Maya Ruiz"),
    ("one of", f"One of the engineers, Maya Ruiz, said: {ENDED}", "Maya Ruiz"),
    ("according to", f"According to Ruiz, {ENDED}", "Maya Ruiz"),
    ("who said", f"He quoted the engineer Maya Ruiz, who said: {ENDED}", "Maya Ruiz"),
    ("two speakers", f"Clarke left. {WORDS} said Ruiz. Clarke said: “No.”", "Maya Ruiz"),
]


@pytest.mark.parametrize(
    ("text", "speaker"), [row[1:] for row in SPOKEN], ids=[row[0] for row in SPOKEN]
)
def test_the_speaker_is_named_beside_the_quotation(text, speaker):
    found = attributions(text, survey([INTRODUCED, text], "en"))[0]

    assert (found.speaker, found.how) == (speaker, "name")
    assert text[found.start : found.end].count(text[found.quote.start : found.quote.end]) == 1


UNSPOKEN = [
    ("group", f"{WORDS} officials said.", UNCLEAR),
    ("nobody", f"{ENDED} The rain went on.", UNCLEAR),
    ("mother of", f"{WORDS} said the mother of Maya Ruiz.", UNCLEAR),
    ("hers", f"{WORDS} said Maya Ruiz’s brother.", UNCLEAR),
    ("both", f"{WORDS} said Maya Ruiz and Owen Clarke.", UNCLEAR),
    ("new sentence", f"{ENDED} Ruiz said that it rained.", UNCLEAR),
    ("pronoun, two people", f"Ruiz told Clarke that it rained. {WORDS} she said.", PRONOUN),
    ("pronoun, nobody", f"{WORDS} she said.", PRONOUN),
    ("unclosed", "Ruiz said: “The dam will hold", UNCLOSED),
]


@pytest.mark.parametrize(
    ("text", "reason"), [row[1:] for row in UNSPOKEN], ids=[row[0] for row in UNSPOKEN]
)
def test_a_doubtful_quotation_has_no_speaker_but_a_reason(text, reason):
    found = attributions(text, survey([INTRODUCED, text], "en"))[0]

    assert (found.speaker, found.reason) == ("", reason)


def test_a_pronoun_speaks_for_the_only_person_who_has_spoken():
    text = f"Maya Ruiz said that it rained. {WORDS} she added."

    found = attributions(text, survey([text, INTRODUCED], "en"))[0]

    assert (found.speaker, found.how) == ("Maya Ruiz", "pronoun")


def test_a_split_quotation_has_one_speaker():
    text = "“The dam will hold,” Maya Ruiz said. “We checked it twice.”"

    found = attributions(text, survey([text], "en"))

    assert [(a.speaker, a.how) for a in found] == [
        ("Maya Ruiz", "name"),
        ("Maya Ruiz", "continued"),
    ]


def test_a_quotation_after_another_sentence_is_not_continued():
    text = "“The dam will hold,” Maya Ruiz said. It rained. “We checked it twice.”"

    assert attributions(text, survey([text], "en"))[1].speaker == ""


PIECES = st.lists(
    st.sampled_from(["“", "”", '"', "«", "»", "‘", "’", " ", "Ruiz ", "said ", "she "])
    | st.sampled_from([", ", ". ", ": ", "The dam will hold ", "😀", "é", "\n", "Dr "]),
    max_size=30,
).map("".join)


@given(text=st.one_of(PIECES, st.text(max_size=150)))
def test_quotations_lie_between_marks_and_never_overlap(text):
    found = attributions(text, survey([text], "en"))

    ends = [0, *(a.quote.end for a in found)]
    assert all(end < a.quote.start for end, a in zip(ends, found, strict=False))
    assert all(text[a.quote.start - 1] in '“«„"' for a in found)
    assert all(a.start <= a.quote.start and a.quote.end <= a.end for a in found if a.speaker)
