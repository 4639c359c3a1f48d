import datetime
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.text.clean import Unreadable, clean
from quizzes.text.scrape import read

DAY = datetime.date(2021, 12, 30)
FIRST = "The harbour bridge reopened on Thursday after a storm tore away part of its deck."
SECOND = "Trains will run again from Friday, the ministry said, and so will the night buses."
THIRD = "Nobody was hurt when the deck gave way under the weight of the snow on Sunday night."

# What is no part of an article, and the reason that is given for leaving it out.
FURNITURE = {
    "Advertisement": "advertisement",
    "Story continues below advertisement": "advertisement",
    "Sponsored by Acme": "advertisement",
    "إعلان": "advertisement",
    "Share on Facebook": "share buttons",
    "Share | Tweet | WhatsApp | Print": "share buttons",
    "Facebook Twitter LinkedIn": "share buttons",
    "12 shares": "share buttons",
    "Follow us on Twitter and Instagram": "social media link",
    "Follow The Harbour Times on Facebook": "social media link",
    "Also read: Storm hits the north coast": "also-read link",
    "ALSO READ | Storm hits the north coast": "also-read link",
    "Read more": "also-read link",
    "Read more about the storm": "also-read link",
    "Related stories": "also-read link",
    "Watch: How the deck fell": "also-read link",
    "Follow our coverage of storms at https://harbour.example/storms": "also-read link",
    "اقرأ أيضا: العاصفة تضرب الشمال": "also-read link",
    "We use cookies to improve your experience on our website. Read our policy.": "cookie notice",
    "Accept all cookies": "cookie notice",
    "Accept all": "cookie notice",
    "Manage preferences": "cookie notice",
    "Sign up for our daily newsletter and get the news in your inbox.": "newsletter",
    "Subscribe now": "newsletter",
    "© 2021 The Harbour Times": "copyright",
    "Copyright 2021 The Harbour Times. All rights reserved.": "copyright",
    "(Image: AP)": "image credit",
    "Photo: Jo Doe/Harbour Times": "image credit",
    "Image credit: Jo Doe": "image credit",
    "Photograph by Jo Doe": "image credit",
    "Image courtesy of Jo Doe": "image credit",
    "Getty Images": "image credit",
    "The deck in the water. Image: Jo Doe.": "image caption",
    "A train on the bridge Photo: Jo Doe": "image caption",
    "The deck in the water [Jo Doe/Reuters]": "image caption",
    "Image caption, The deck in the water": "image caption",
    "Source: Harbour Office": "source line",
    "(With inputs from agencies)": "source line",
    "This article was first published in The Harbour Times.": "source line",
    "Reporting by Jo Doe in Newland; editing by Ann Lee": "byline",
    "Ann Lee in Newland contributed to this report.": "byline",
    "3 min read": "reading time",
    "2 hours ago": "date line",
    "Leave a comment": "comment box",
    "Home > News > Harbour": "navigation",
    "World ▸ Newland": "navigation",
    "* * *": "separator",
    "Tags: bridge, storm": "tags",
    "Published: 30 December 2021 10:15 GMT": "date line",
}

# What looks like furniture, and is prose.
PROSE = {
    "advertisement": "Advertisement spending fell by a third, the paper said.",
    "share": "Share prices fell on Tuesday, and so did the pound.",
    "follow": "Follow us, the guide said, and nobody did.",
    "join": "Join us at the table, she said to the men outside.",
    "reporting": "Reporting by the paper found that ministers had lied.",
    "writing": "Writing by hand helps children to learn, the study found.",
    "report": "The report was published on Tuesday, and said little.",
    "photo by": "Photograph by photograph, she built the album again.",
    "photos by": "Photographs by Jo Doe show the deck as it falls.",
    "video source": "Video source code was stolen, the firm said.",
    "written under": "He wrote his name under the photo: Jo Doe, of Newland.",
    "also": "Read more books, the minister told the children.",
    "related": "Related deaths rose to forty, the office said.",
    "cookies": "We baked cookies for the soldiers who came home, she said.",
    "sign up": "Sign up was slow at first, and then the hall was full.",
    "copyright dash": "Copyright – the right of writers – was changed by the court.",
    "copyright": "Copyright law changed when the court ruled for the singer.",
    "list": "(c) the third clause of the treaty, which nobody read.",
    "photo": "Photo albums of the family were found in the mud.",
    "image": "The image was false: Roe had drawn it himself.",
    "bracket": "The harbour is shut (image quality was poor).",
    "source": "Sources close to the minister said that she would go.",
    "by": "By Monday the water had gone, and the town was dry.",
    "tweet": "Tweets about the storm filled the screens of the hall.",
    "dash": "The storm – the third – was the strongest.",
    "capitals": "NATO — the alliance of the west — sent two ships.",
    "sentence with a date": "On 30 December 2021 the harbour froze.",
    "date at the start": "30 December 2021 was the coldest day.",
    "home": "Home is where the ferry lands, he said.",
    "question in a quote": "“Is it over?” she asked.",
    "quotation": "“It is over.”",
    "lead-in": "The ministry named three towns:",
}


def article(*parts):
    return "\n\n".join(["Harbour bridge reopens", FIRST, *parts, SECOND])


def texts(scrape):
    return [passage.text for passage in scrape.passages]


def drops(scrape):
    return {dropped.text: dropped.reason for dropped in scrape.dropped}


@pytest.mark.parametrize(("line", "reason"), FURNITURE.items())
def test_what_a_page_puts_around_an_article_is_dropped_and_reported(line, reason):
    scrape = read(article(line))

    assert texts(scrape) == [FIRST, SECOND]
    assert drops(scrape) == {line: reason}


@pytest.mark.parametrize("paragraph", PROSE.values(), ids=PROSE)
def test_prose_that_looks_like_furniture_is_kept(paragraph):
    scrape = read(article(paragraph))

    assert texts(scrape) == [FIRST, paragraph, SECOND]
    assert not scrape.dropped


# What stands before the first paragraph, with what is dropped in braces, and the title.
FRONT = {
    "title": ("Bridge reopens\n\n", "Bridge reopens"),
    "title that asks": ("Is the bridge safe?\n\n", "Is the bridge safe?"),
    "title without a blank line": ("Bridge reopens\n", "Bridge reopens"),
    "date glued to the text": (" {date 2021-12-30} ", None),
    "date glued to the title": ("{date 2021-12-30} Bridge\n\n", "Bridge"),
    "date line": ("Bridge\n\n{Thursday, December 30, 2021}\n\n", "Bridge"),
    "labelled date": ("Bridge\n{Last Updated : 30th December, 2021 10:26 IST}\n", "Bridge"),
    "byline and date": ("Bridge\n\n{By Jo Doe}\n{30 December 2021}\n\n", "Bridge"),
    "byline with its date": ("Bridge\n\n{By Jo Doe and Ann Lee, 30 December 2021}\n", "Bridge"),
    "byline in columns": ("Bridge\n\n{Jo Doe | 30 Dec 2021 | 3 min read}\n\n", "Bridge"),
    "name above a date": ("Bridge\n{Jo Doe}\n{30 December 2021}\n\n", "Bridge"),
    "role in a byline": ("Bridge\n{By Jo Doe, political editor}\n", "Bridge"),
    "section name": ("{WORLD NEWS}\nBridge\n{30 December 2021}\n", "Bridge"),
}


@pytest.mark.parametrize(("marked", "title"), FRONT.values(), ids=FRONT)
def test_title_and_date_are_taken_from_what_stands_in_front(marked, title):
    dropped = re.findall(r"\{(.+)\}", marked)

    scrape = read(re.sub("[{}]", "", f"{marked}{FIRST}\n\n{SECOND}"))

    assert texts(scrape) == [FIRST, SECOND]
    assert [each.text for each in scrape.dropped] == dropped
    assert scrape.title_is_guess is (title is None)
    assert title in (None, scrape.title)
    assert scrape.published_on == (DAY if "2021" in marked else None)


DATELINES = {
    "agency": "LONDON (Reuters) — ",
    "capitals": "WASHINGTON — ",
    "capitals with a hyphen": "NEW YORK - ",
    "day": "BAGHDAD, Dec 30 – ",
    "mixed case": "Port Harbour, Newland — ",
    "mixed case with a day": "New Delhi, Dec 30: ",
    "colon": "NEW DELHI: ",
    "agency alone": "(CNN) — ",
    "day in brackets": "PORT HARBOUR, Newland (Dec. 30) — ",
}


@pytest.mark.parametrize("dateline", DATELINES.values(), ids=DATELINES)
def test_the_dateline_goes_and_its_sentence_stays(dateline):
    scrape = read(f"Bridge\n\n{dateline}{FIRST}\n\n{SECOND}")

    assert texts(scrape) == [FIRST, SECOND]
    assert drops(scrape) == {dateline.strip(): "dateline"}


@pytest.mark.parametrize(
    "dateline", ["LUND, Dec. 30, 2021 – ", "LUND, Sweden (30 December 2021) — "]
)
def test_a_dateline_with_its_year_tells_when_the_article_was_published(dateline):
    assert read(f"Bridge\n\n{dateline}{FIRST}\n\n{SECOND}").published_on == DAY


def test_an_arabic_page_is_read_in_its_own_words():
    scrape = read(
        "الجسر\n\n30 كانون الأول 2021\n\nبغداد (رويترز) - أعلنت الوزارة فتح الجسر بعد العاصفة."
    )

    assert texts(scrape) == ["أعلنت الوزارة فتح الجسر بعد العاصفة."]
    assert drops(scrape) == {"30 كانون الأول 2021": "date line", "بغداد (رويترز) -": "dateline"}
    assert (scrape.language, scrape.direction, scrape.published_on) == ("ar", "rtl", DAY)


@pytest.mark.parametrize("heading", ["Why did it break?", "A long history", "لماذا انهار الجسر؟"])
def test_a_short_line_above_a_paragraph_is_its_heading(heading):
    scrape = read(article(heading, THIRD))

    assert [(p.heading, p.text) for p in scrape.passages][1] == (heading, THIRD)
    assert not scrape.dropped


def test_a_heading_waits_for_its_paragraph_over_what_is_dropped():
    scrape = read(article("A long history", "(Image: AP)", "Advertisement"))

    assert scrape.passages[1].heading == "A long history"


def test_a_heading_right_above_another_is_one_with_it():
    scrape = read(article("Background", "A long history"))

    assert scrape.passages[1].heading == "Background: A long history"


@pytest.mark.parametrize(
    "heading", ["1. A long history", "‘It went dark’"], ids=["number", "quote"]
)
def test_a_heading_may_be_numbered_or_quoted(heading):
    assert read(article(heading)).passages[1].heading == heading


def test_a_heading_of_nothing_is_reported():
    scrape = read(f"Bridge\n\n{FIRST}\n\nPictures\n\n(Image: AP)")

    assert drops(scrape) == {"Pictures": "heading of nothing", "(Image: AP)": "image credit"}


def test_a_credit_in_brackets_goes_and_its_paragraph_stays():
    scrape = read(f"Bridge\n\n{FIRST} (Image: AP)\n\n{SECOND} (AP Photo/Jo Doe)")

    assert texts(scrape) == [FIRST, SECOND]
    assert drops(scrape) == {"(Image: AP)": "image credit", "(AP Photo/Jo Doe)": "image credit"}


def test_a_long_paragraph_keeps_its_text_when_a_credit_is_glued_to_it():
    long = " ".join([FIRST, SECOND, THIRD] * 2)

    scrape = read(article(f"{long} Photo: Jo Doe"))

    assert texts(scrape) == [FIRST, long, SECOND]


@pytest.mark.parametrize(
    "gap", [" ", "\n", "\n\n"], ids=["same line", "next line", "own paragraph"]
)
def test_a_tweet_is_kept_whole_with_its_name_in_any_script(gap):
    tweet = "The bridge is open. Thank you all! "
    signature = "— Harbour Office مكتب الميناء (@harbour) December 29, 2021"

    scrape = read(article(f"{tweet.strip()}{gap}{signature}"))

    assert texts(scrape) == [FIRST, tweet + signature, SECOND]
    assert scrape.published_on is None


def test_who_said_it_stays_with_a_quotation():
    scrape = read(article("“We did it. It is done.”", "— Jo Doe, engineer"))

    assert texts(scrape)[1] == "“We did it. It is done.” — Jo Doe, engineer"


def test_lines_wrapped_by_a_program_are_joined():
    wrapped = (
        "Bridge reopens after storm\n\n"
        "The harbour bridge reopened on Thursday after a storm tore away part\n"
        "of its deck, the ministry said. Nobody was hurt, and the well-\n"
        "known night train runs again from Friday.\n"
        "\n"
        "It was the third storm this year, and the strongest one that the\n"
        "town has seen.\n"
    )

    scrape = read(wrapped)

    assert texts(scrape) == [
        "The harbour bridge reopened on Thursday after a storm tore away part of its deck, the"
        " ministry said. Nobody was hurt, and the well-known night train runs again from Friday.",
        "It was the third storm this year, and the strongest one that the town has seen.",
    ]


def test_one_paragraph_a_line_needs_no_blank_lines():
    scrape = read("\n".join(["Bridge", FIRST, SECOND, "What now?", THIRD]))

    assert scrape.title == "Bridge"
    assert [(p.heading, p.text) for p in scrape.passages] == [
        (None, FIRST),
        (None, SECOND),
        ("What now?", THIRD),
    ]


def test_the_items_of_a_list_are_one_passage():
    scrape = read(article("The towns are:", "Harbour\nNewland", "• bread\n• water"))

    assert texts(scrape)[1:3] == ["The towns are:", "Harbour\nNewland\n• bread\n• water"]


def test_a_paragraph_said_twice_is_kept_once():
    scrape = read(article(FIRST))

    assert texts(scrape) == [FIRST, SECOND]
    assert drops(scrape) == {FIRST: "duplicate paragraph"}


def test_a_list_of_sources_at_the_end_is_dropped():
    cited = "Jo Doe. “The deck gave way” — Harbour Times, 29 December 2021"

    scrape = read(f"{article()}\n\nSources\n\n{cited}")

    assert drops(scrape) == {"Sources": "heading of nothing", cited: "source line"}


def test_links_at_the_end_of_a_page_go_with_what_announces_them():
    scrape = read(f"{article()}\n\nRelated topics\n\nStorms\n\nMore on this story\n\nA cold night")

    assert texts(scrape) == [FIRST, SECOND]
    assert {*drops(scrape)} == {"Related topics", "Storms", "More on this story", "A cold night"}


def test_a_caption_that_is_there_twice_goes_twice():
    caption = "The deck lies in the water."

    scrape = read(article(caption, f"{caption} Photograph: Jo Doe"))

    assert texts(scrape) == [FIRST, SECOND]


def test_a_few_short_lines_are_not_taken_for_wrapped_ones():
    scrape = read(
        f"Bridge\nPublished\n30 December 2021\nImage caption, The old deck\nBy Jo Doe\n\n{FIRST}"
    )

    assert len(scrape.dropped) == 4


def test_buttons_one_below_the_other_are_dropped_and_a_single_word_is_a_heading():
    scrape = read(article("Facebook", "Twitter", "WhatsApp", THIRD, "Twitter"))

    assert texts(scrape) == [FIRST, THIRD, SECOND]
    assert scrape.passages[2].heading == "Twitter"


GUESSED = {
    "short sentence": ("The bridge is open. It rained.", "The bridge is open"),
    "question": ("Is it open? It is.", "Is it open?"),
    "long sentence": (FIRST, "The harbour bridge reopened on Thursday after a storm tore…"),
    "one endless word": ("x" * 500 + ".", "x" * 120 + "…"),
    "only a line": ("the bridge is open", "the bridge is open"),
}


@pytest.mark.parametrize(("text", "title"), GUESSED.values(), ids=GUESSED)
def test_a_text_without_a_title_is_called_by_its_first_words(text, title):
    scrape = read(text)

    assert (scrape.title, scrape.title_is_guess) == (title, True)
    assert texts(scrape) == [text]


def test_what_the_caller_knows_goes_first():
    given = datetime.date(2020, 1, 1)

    scrape = read(
        f"Bridge\n\n30 December 2021\n\n{FIRST}", title="Own", published_on=given, language="fr"
    )

    assert (scrape.title, scrape.title_is_guess) == ("Own", False)
    assert (scrape.published_on, scrape.language) == (given, "fr")
    assert drops(scrape) == {"Bridge": "title line", "30 December 2021": "date line"}


def test_quotes_stay_as_they_are_and_spaces_become_plain():
    scrape = read("“It's 5\u00a0km,” he said, “and “far” away” from the har\u00adbour.")

    assert texts(scrape) == ["“It's 5 km,” he said, “and “far” away” from the harbour."]


@pytest.mark.parametrize("text", ["", "\u200b", "Advertisement\n\nShare this article", "a\x00b"])
def test_a_text_with_no_article_in_it_is_refused_in_a_sentence(text):
    with pytest.raises(Unreadable, match=r"^[A-Z].*\.$"):
        read(text)


LINES = st.one_of(
    st.sampled_from([*FURNITURE, *PROSE.values(), FIRST, SECOND, "Bridge", "What now?", ""]),
    st.sampled_from(
        ["By Jo Doe", "30 December 2021", "LONDON (Reuters) — It rained.", "• item", "—"]
    ),
    st.sampled_from(["— Jo Doe (@jodoe) 29 December 2021", "The towns are:", "Sources", "JO DOE"]),
    st.sampled_from(["date 2021-12-30 It rained. (Image: AP)", "word " * 14, "well-", "so-called"]),
    st.text(max_size=30),
)


@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\n\n"]), st.none() | st.just("Own"))
def test_nothing_is_lost(lines, gap, title):
    text = gap.join(lines)
    try:
        scrape = read(text, title=title)
    except Unreadable:
        return
    held = [passage.heading or "" for passage in scrape.passages] + texts(scrape)
    held += [dropped.text for dropped in scrape.dropped]
    held += [] if title or scrape.title_is_guess else [scrape.title]

    lost = Counter("".join(clean(text).split())) - Counter("".join("".join(held).split()))

    assert not lost
    assert all(dropped.text and dropped.reason for dropped in scrape.dropped)
    assert all(passage.text == passage.text.strip() != "" for passage in scrape.passages)


HOSTILE = {
    "spaces": " " * 200_000 + "a",
    "line breaks": "\n" * 200_000 + "a",
    "digits": "1" * 200_000,
    "quotes": "“" * 200_000,
    "brackets": "([" * 100_000,
    "dashes": "—" * 200_000,
    "spaced dashes": "— " * 19_000,
    "bylines": "By Jo Do\n" * 6_000 + "It rained.",
    "endless byline": "By " + "Jo, " * 19_000,
    "credits": "(Image: " * 19_000,
    "captions": "a. Image: A " * 6_000,
    "signatures": "— a (@b) " * 6_000,
    "capitals": "JO DOE - " * 6_000,
    "pipes": "| " * 19_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_to_its_end(text):
    scrape = read(text)

    held = Counter("".join([*texts(scrape), *drops(scrape), scrape.title]))
    assert held[text.split()[-1][-1]] > 0


TOO_MANY = {
    "sentences": "\n\n".join(f"Line {number} of the list ends here." for number in range(901)),
    "short lines": "\n".join(f"Jo {number}" for number in range(9_000)),
    "dates": "\n".join(["3 May"] * 9_000),
}


@pytest.mark.parametrize("text", TOO_MANY.values(), ids=TOO_MANY)
def test_a_text_of_too_many_paragraphs_is_refused_in_words(text):
    with pytest.raises(Unreadable, match=r"has [\d,]+ paragraphs; an article has at most 900\."):
        read(text)
