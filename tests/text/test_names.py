import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.text.name_runs import runs
from quizzes.text.names import ORGANISATION, PERSON, survey

PEOPLE = [
    ("title", "Then President Ada Okoro spoke.", "Ada Okoro"),
    ("titles in a row", "French Foreign Minister Luc Marchand left.", "Luc Marchand"),
    ("doctor", "They asked Dr. Helga Brandt about it.", "Helga Brandt"),
    ("role before", "It was found by geologist Tarik Benali there.", "Tarik Benali"),
    ("role and comma", "The museum’s curator, Ilse Vogt, agreed.", "Ilse Vogt"),
    ("role after", "Pia Lund, a retired teacher, agreed.", "Pia Lund"),
    ("age", "Bruno Keller, 44, drove home.", "Bruno Keller"),
    ("age in words", "Later came Zita, a 51-year-old from Graz.", "Zita"),
    ("who", "It hit Orla Byrne, who survived.", "Orla Byrne"),
    ("given name", "They met Sarah Quist at noon.", "Sarah Quist"),
    ("quoted before", "“We won,” said Wolde Tessema on Monday.", "Wolde Tessema"),
    ("quoted after", "“We won,” Wolde Tessema said.", "Wolde Tessema"),
    ("Arabic article", "Prime Minister Nuri al-Sabah resigned.", "Nuri al-Sabah"),
    ("Spanish particles", "Mayor Rosa de la Cruz agreed.", "Rosa de la Cruz"),
    ("Dutch particles", "Coach Daan van der Berg agreed.", "Daan van der Berg"),
    ("Gulf particles", "Crown Prince Khalid bin Faisal agreed.", "Khalid bin Faisal"),
    ("apostrophe", "Senator Moira O’Neill agreed.", "Moira O’Neill"),
    ("hyphen", "Judge Anne-Marie Roche-Petit agreed.", "Anne-Marie Roche-Petit"),
    ("initials", "Novelist T. K. Marlow and poet K.C. Ryder read.", "K.C. Ryder"),
    ("possessive", "They read Mayor Lena Frost’s letter.", "Lena Frost"),
    ("opener", "When President Ada Okoro left, it rained.", "Ada Okoro"),
    ("behind an office", "Defence Ministry David Osei agreed.", "David Osei"),
    ("accent", "Singer Chloé Béranger won.", "Chloé Béranger"),
]


@pytest.mark.parametrize(
    ("text", "name"), [row[1:] for row in PEOPLE], ids=[row[0] for row in PEOPLE]
)
def test_a_person_is_known_by_company_and_typography(text, name):
    assert name in survey([text], "en").people


NOBODY = {
    "country": "In North Korea, who knows?",
    "place": "They met in Green Park, who knows why.",
    "weekday": "On Monday, a teacher left.",
    "organisation": "The Harbour Trust said that it would pay.",
    "acronym": "The NLFO, a broadcaster, said so.",
    "no evidence": "They sailed to Brava Lontana at noon.",
    "opener": "However, the player left.",
    "another script": "قال الرئيس أحمد إن الحرب انتهت",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_what_is_not_surely_a_person_is_left_out(text):
    assert survey([text], "en").people == ()


ORGANISATIONS = [
    ("ministry", "It was the Ministry of Health that paid.", "Ministry of Health"),
    ("university", "The University of Northern Borland agreed.", "University of Northern Borland"),
    ("court", "They went to the Supreme Court again.", "Supreme Court"),
    ("company", "He sued Fenwick Holdings Ltd then.", "Fenwick Holdings Ltd"),
    ("acronym", "So the NLFO paid.", "NLFO"),
    ("based", "The Oslo-based Nordic Whale Institute paid.", "Nordic Whale Institute"),
]


@pytest.mark.parametrize(
    ("text", "name"), [row[1:] for row in ORGANISATIONS], ids=[row[0] for row in ORGANISATIONS]
)
def test_an_organisation_is_known_by_its_words(text, name):
    assert name in survey([text], "en").organisations


def test_a_surname_means_the_one_person_who_bears_it():
    names = survey(["Mayor Lena Frost spoke.", "Frost left. So did Mr Frost’s dog."], "en")

    mentions = names.mentions("Frost left. So did Mr Frost’s dog.")

    assert [(m.full, m.kind) for m in mentions] == [("Lena Frost", PERSON)] * 2


def test_a_surname_two_people_bear_means_nobody():
    names = survey(["Mayor Lena Frost met pilot Paul Frost.", "Frost left."], "en")

    assert names.mentions("Frost left.") == []
    assert names.same("Lena Frost", "Paul Frost") is False


def test_a_surname_with_particles_is_known_without_them():
    names = survey(["Coach Daan van der Berg spoke."], "en")

    assert names.same("van der Berg", "Daan van der Berg")
    assert names.same("Berg", "Daan van der Berg")


def test_an_acronym_in_brackets_means_the_long_name():
    names = survey(["The National Lake Authority (NLA) paid. Then the NLA left."], "en")

    assert names.same("NLA", "National Lake Authority")
    assert names.mentions("Then the NLA left.")[0].kind == ORGANISATION


def test_a_middle_initial_makes_no_second_person():
    names = survey(["President John Q. Marsh spoke. Mr John Marsh left."], "en")

    assert names.people == ("John Q. Marsh",)


def test_a_capital_that_only_opens_a_sentence_is_no_name():
    found = runs("Farmers left. The farmers came back.", frozenset(["farmers"]))

    assert found == []


def test_titled_people_are_told_apart():
    names = survey(["President Ada Okoro met Sarah Quist."], "en")

    assert names.titled == ("Ada Okoro",)
    assert names.people == ("Ada Okoro", "Sarah Quist")


PIECES = st.lists(
    st.sampled_from(["Mr ", "Dr. ", "Lena ", "Frost", "’s ", " and ", "of ", "al-Sabah", ", 44, "])
    | st.sampled_from(["The ", "Ministry ", "(NLA) ", "é", "😀", "\n", "“", "”", " said ", "x "]),
    max_size=25,
).map("".join)


@given(text=st.one_of(PIECES, st.text(max_size=120)))
def test_mentions_lie_where_they_say_and_never_overlap(text):
    mentions = survey([text], "en").mentions(text)

    ends = [0, *(m.end for m in mentions)]
    assert all(end <= m.start < m.end for end, m in zip(ends, mentions, strict=False))
    assert all(text[m.start : m.end].strip() for m in mentions)
