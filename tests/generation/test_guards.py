import pytest

from quizzes.generation import guards
from tests.generation.story import reading_of


def refusal(*sentences: str, title: str = "") -> str:
    reading = reading_of(*sentences, title=title)
    last = reading.sentences[-1]
    return guards.refusal(guards.kept(last.text, 0), last, reading)


FIT = {
    "name": "Lena Frost opened a new harbour in the town of Port Marlo.",
    "connective": "However, Lena Frost opened a new harbour in Port Marlo.",
    "own pronoun": "Lena Frost opened a new harbour that she had drawn.",
    "its": "The harbour trust sold its last boat to a museum.",
    "expletive": "It is estimated that a third of the boats sank in Port Marlo.",
    "there are": "There are about forty boats left in Port Marlo harbour.",
    "US": "A ferry from the US sank near Port Marlo at noon.",
    "unique": "A ferry sank near the end of the summer in Port Marlo.",
    "superlative": "Port Marlo has the oldest harbour that sailors know of.",
    "class of a name": "Voters in Brackley said that the town had no harbour.",
    "such as": "Port Marlo lost trades such as rope making at sea.",
    "one another": "Fishermen in Port Marlo knew and helped one another.",
}


@pytest.mark.parametrize("text", FIT.values(), ids=FIT)
def test_a_sentence_that_stands_alone_may_be_asked(text):
    assert refusal(text) == ""


LEANING = {
    "he": "He opened a new harbour in the town of Port Marlo.",
    "they": "In a hurry they opened new harbours in Port Marlo.",
    "this": "Lena Frost opened this harbour in the town of Port Marlo.",
    "we": "In Port Marlo we opened a harbour last spring.",
    "yesterday": "Lena Frost opened a harbour in Port Marlo yesterday.",
    "last year": "Lena Frost opened a harbour in Port Marlo last year.",
    "the other": "Lena Frost opened the other harbour of Port Marlo.",
    "such": "Lena Frost never saw such a harbour in Port Marlo.",
    "another": "Lena Frost opened another harbour in Port Marlo.",
    "for that": "For that, Lena Frost opened a harbour in Port Marlo.",
    "its": "At noon a fire destroyed its harbour in Port Marlo.",
    "her its": "Mayor Lena Frost had warned of its state for years.",
    "the company": "The company sold more boats than anyone thought.",
    "the number": "The number was higher than anyone in Port Marlo thought.",
}


@pytest.mark.parametrize("text", LEANING.values(), ids=LEANING)
def test_a_sentence_that_leans_on_another_is_refused(text):
    assert refusal(text) == "leans on an earlier sentence"


def test_the_thing_an_earlier_sentence_brought_in_leans():
    bridge = "A bridge fell down in the town of Port Marlo."
    again = "The bridge was old and made of wood and iron."

    assert refusal(bridge, again) == "leans on an earlier sentence"
    assert refusal(again) == ""
    assert refusal(bridge, again, title="The bridge of Port Marlo") == ""


def test_a_thing_that_is_singled_out_does_not_lean():
    bridge = "A bridge fell down in the town of Port Marlo."

    assert refusal(bridge, "The bridge of Brackley was old and made of wood.") == ""


MALFORMED = {
    "too short": ("Lena Frost opened it.", "sentence too short"),
    "too long": (f"Lena Frost opened {'very ' * 40}many harbours.", "sentence too long"),
    "quoted": ("Lena Frost called the new harbour “a dream of stone”.", "quotation"),
    "question": ("Did Lena Frost open a new harbour in Port Marlo?", "not a plain sentence"),
    "heading": ("The new harbour in Port Marlo on a rainy day.", "not a plain sentence"),
    "caption": ("Image: the harbour was new in Port Marlo.", "not a plain sentence"),
    "bracket": ("Lena Frost opened a (new harbour in Port Marlo.", "not a plain sentence"),
    "doubled": ("Lena Frost opened the the new harbour in Port Marlo.", "not a plain sentence"),
    "cut off": ("Lena Frost opened a new harbour in Port Marlo and", "not a plain sentence"),
}


@pytest.mark.parametrize(("text", "reason"), MALFORMED.values(), ids=MALFORMED)
def test_what_is_no_plain_sentence_is_refused(text, reason):
    assert refusal(text) == reason


def test_a_long_sentence_is_kept_up_to_the_end_of_a_clause():
    text = f"Lena Frost opened a new harbour in 1921, which {'really ' * 40}pleased her."

    assert guards.kept(text, text.index("1921")) == "Lena Frost opened a new harbour in 1921 …"
    assert guards.kept(text, text.index("pleased")) == text
