import pytest

from quizzes.generation.candidate import Candidate
from quizzes.generation.families import who_said
from tests.generation.story import PASSAGES, reading_of

WORDS = "“The dam will hold for a year,”"
COMPANY = "Mayor Lena Frost spoke to Dr Omar Said. President Ada Okoro told pilot Jan Kowal."


def asked(*texts: str) -> tuple[Candidate, ...]:
    return who_said.propose(reading_of(*texts)).candidates


def test_a_quotation_is_asked_for_its_speaker_among_people_who_speak():
    first = asked(*PASSAGES)[0]

    assert first.prompt == (
        "According to the passage, who said: “We waited nine long winters for this morning”?"
    )
    assert first.key == ("Lena Frost",)
    assert sorted(o.text for o in first.options) == ["Lena Frost", "Orla Byrne", "Tarik Benali"]


def test_the_evidence_holds_quotation_and_speaker():
    for question in asked(*PASSAGES):
        (span,) = question.evidence
        assert PASSAGES[span.passage][span.start : span.end] == span.quote
        assert question.key_span.quote in span.quote
        assert question.prompt.split("“")[1].rstrip("”?") in span.quote


def test_too_few_people_make_it_a_question_to_be_typed():
    (question,) = asked(f"{WORDS} said Mayor Lena Frost. “No,” said Frost.")

    assert question.kind == "short_text"
    assert question.key == ("Lena Frost", "Frost")


def test_a_question_in_the_quotation_keeps_its_mark():
    (question,) = asked("“Who would have thought of that?” said Mayor Lena Frost.")

    assert question.prompt == (
        "According to the passage, who said the following? “Who would have thought of that?”"
    )


def test_a_long_quotation_is_cut_after_a_sentence():
    long = " ".join(["The river rose and rose again last night."] * 9)
    (question,) = asked(f"“{long}” said Mayor Lena Frost.")

    words = question.prompt.split("“")[1].rstrip("”?").split()
    assert len(words) == 40
    assert words[-1] == "night"


def test_the_explanation_says_who_is_meant_by_a_short_name():
    question = next(c for c in asked(*PASSAGES) if "numbered" in c.prompt)

    assert question.explanation.endswith("in full it is Tarik Benali.")


def test_nobody_else_in_the_evidence_is_offered():
    options = [
        o.text
        for question in asked(COMPANY, f"{WORDS} Frost told Ada Okoro. “No.”")
        for o in question.options
    ]

    assert "Ada Okoro" not in options


SILENT = {
    "scrap": "“The dam,” said Mayor Lena Frost.",
    "fragment": "Frost said the dam was “built to hold for a year or more”, said Mayor Lena Frost.",
    "own name": "“People call me Frost because of my hair,” said Mayor Lena Frost.",
    "group": f"{WORDS} officials said.",
    "pronoun": f"Mayor Lena Frost met Dr Omar Said. {WORDS} he said.",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_a_quotation_that_cannot_be_asked_is_not_asked_and_counted(text):
    found = who_said.propose(reading_of(text))

    assert found.candidates == ()
    assert sum(found.abstained.values()) == 1


def test_another_language_abstains_and_says_so():
    found = who_said.propose(reading_of("« Le barrage tiendra un an », a dit Léa.", language="fr"))

    assert found.candidates == ()
    assert list(found.abstained) == ["who-said: no verbs of speech for this language"]
