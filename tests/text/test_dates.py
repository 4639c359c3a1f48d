import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.text.dates import find, opening, parse

THURSDAY = datetime.date(2021, 12, 30)

# id: (language, text, the mentions as they are written to what they mean; "~" marks relative)
ABSOLUTE = {
    "day month year": ("en", "It fell on 29 December 2021.", {"29 December 2021": "2021-12-29"}),
    "month day year": ("en", "On December 29, 2021, it fell.", {"December 29, 2021": "2021-12-29"}),
    "no comma": ("en", "On December 29 2021 it fell.", {"December 29 2021": "2021-12-29"}),
    "ordinal": ("en", "On the 3rd of May, 2019 it fell.", {"3rd of May, 2019": "2019-05-03"}),
    "month the day": ("en", "On May the 4th, 2020.", {"May the 4th, 2020": "2020-05-04"}),
    "short month": ("en", "By Sept. 11, 2001, he knew.", {"Sept. 11, 2001": "2001-09-11"}),
    "capitals": ("en", "LONDON, DECEMBER 9, 2020", {"DECEMBER 9, 2020": "2020-12-09"}),
    "weekday and day": (
        "en",
        "On Tuesday 4th March, 2014, it rang.",
        {"Tuesday 4th March, 2014": "2014-03-04"},
    ),
    "weekday and month": (
        "en",
        "On Wednesday, December 29, 2021, it rang.",
        {"Wednesday, December 29, 2021": "2021-12-29"},
    ),
    "ISO": ("en", "The log of 2021-12-30 is lost.", {"2021-12-30": "2021-12-30"}),
    "ISO with time": ("en", "At 2021-12-30T10:15 it fell.", {"2021-12-30": "2021-12-30"}),
    "slashes": ("en", "It fell on 29/12/2021.", {"29/12/2021": "2021-12-29"}),
    "slashes month first": ("en", "It fell on 12/29/2021.", {"12/29/2021": "2021-12-29"}),
    "same day and month": ("en", "It fell on 5/5/2021.", {"5/5/2021": "2021-05-05"}),
    "either day or month": ("en", "It fell on 5/6/2021.", {}),
    "dots": ("en", "It fell on 05.06.2021.", {"05.06.2021": "2021-06-05"}),
    "month and year": ("en", "Since January 2020 it is shut.", {"January 2020": "2020-01"}),
    "month, year": ("en", "It shut in March, 2019.", {"March, 2019": "2019-03"}),
    "month of year": ("en", "In May of 2003 it shut.", {"May of 2003": "2003-05"}),
    "short month and year": ("en", "It shut in Aug. 2019.", {"Aug. 2019": "2019-08"}),
    "middle of a month": ("en", "By mid-June 2018 it was dry.", {"June 2018": "2018-06"}),
    "year": ("en", "It opened in 2014.", {"2014": "2014"}),
    "year after since": ("en", "Since 2003, ships pass.", {"2003": "2003"}),
    "early year": ("en", "In early 1999 he left.", {"1999": "1999"}),
    "middle of a year": ("en", "By mid-2014 it was dry.", {"2014": "2014"}),
    "end of a year": ("en", "Until the end of 2011 they stayed.", {"2011": "2011"}),
    "year to come": ("en", "It will be done by 2050.", {"2050": "2050"}),
    "from year to year": ("en", "He ruled from 1979 to 2003.", {"1979": "1979", "2003": "2003"}),
    "between years": ("en", "Between 1914 and 1918, many died.", {"1914": "1914", "1918": "1918"}),
    "round year": ("en", "In 2000 the bridge opened.", {"2000": "2000"}),
    "two dates": (
        "en",
        "Born on 3 May 1950, he died in June 2010.",
        {"3 May 1950": "1950-05-03", "June 2010": "2010-06"},
    ),
    "hyphen after a date": ("en", "The June 2010-built pier.", {"June 2010": "2010-06"}),
    "leap day": ("en", "Born on 29 February 2020.", {"29 February 2020": "2020-02-29"}),
    "no such day": ("en", "Born on 31 February 2020.", {}),
    "no such month": ("en", "The code 2021-13-45 failed.", {}),
    "range of days": ("en", "It ran on 29–31 December 2021.", {}),
    "range month first": ("en", "It ran on December 29-31, 2021.", {}),
    "two days": ("en", "It ran on December 29 and 30, 2021.", {}),
    "two months": ("en", "It rained in July and August 2021.", {}),
    "range over months": (
        "en",
        "From 5 May to 9 June 2014, and June 1 – July 2, 2015.",
        {"5 May": "2014-05-05", "9 June 2014": "2014-06-09"}
        | {"June 1": "2015-06-01", "July 2, 2015": "2015-07-02"},
    ),
    "season": ("en", "Since autumn 2015 it is shut.", {"2015": "2015"}),
    "newspaper before a date": ("en", "The Sun, May 5, 2014", {"May 5, 2014": "2014-05-05"}),
    "range of years": ("en", "The war of 1914-1918 and in 1998/99.", {}),
    "decade": ("en", "In the 1990s and in 1980s style, the 20th century.", {}),
    "name with a year": ("en", "World Cup 2018, Boeing 2003 and Section 2014.", {}),
    "event of a year": ("en", "The 2016 election and the Act of 1970.", {}),
    "number with a comma": ("en", "In 2,003 homes, since 1,999 left.", {}),
    "people": ("en", "In 2003 people and by 1950 votes.", {}),
    "round number": ("en", "In 1500 homes and from 2000 readers.", {}),
    "money": ("en", "It cost £2000, from $1999.", {}),
    "scores and times": ("en", "It won 3-0 at 19:45, then 21-12 by 2015 GMT.", {}),
    "percent": ("en", "In 2014% and since 1999.5 and from 2003-like.", {}),
    "May the person": ("en", "Mrs May met 20 voters, led by May. She may go.", {}),
    "march the walk": ("en", "They march 5 miles; the March for 2000.", {}),
    "word in a word": ("en", "Marchers 2020, ReMarch 2020 and Decem 29, 2021.", {}),
    "possessive year": ("en", "In 2014's final they lost.", {}),
    "telephone": ("en", "Call 020-12-2021 or 555-12-30-2021.", {}),
    "French": ("fr", "Il part le 1er janvier 2020.", {"1er janvier 2020": "2020-01-01"}),
    "French month": ("fr", "Fermé depuis décembre 2021.", {"décembre 2021": "2021-12"}),
    "French short": ("fr", "Le 3 févr. 2020, il part.", {"3 févr. 2020": "2020-02-03"}),
    "French year": ("fr", "En 2014, il part.", {"2014": "2014"}),
    "French slashes": ("fr", "Il part le 05/06/2021.", {"05/06/2021": "2021-06-05"}),
    "German": ("de", "Am 29. Dezember 2021 fiel er.", {"29. Dezember 2021": "2021-12-29"}),
    "German weekday": (
        "de",
        "Am Mittwoch, 29. Dezember 2021, fiel er.",
        {"Mittwoch, 29. Dezember 2021": "2021-12-29"},
    ),
    "German year": ("de", "Im Jahr 2014 und seit 2003.", {"2014": "2014", "2003": "2003"}),
    "German dots": ("de", "Am 29.12.2021 fiel er.", {"29.12.2021": "2021-12-29"}),
    "Austrian": ("de", "Am 5. Jänner 2021 kam er.", {"5. Jänner 2021": "2021-01-05"}),
    "Spanish": (
        "es",
        "El 29 de diciembre de 2021 cayó.",
        {"29 de diciembre de 2021": "2021-12-29"},
    ),
    "Spanish month": ("es", "Desde mayo de 2020.", {"mayo de 2020": "2020-05"}),
    "Spanish year": ("es", "En 2014 se fue.", {"2014": "2014"}),
    "Egyptian month": ("ar", "في 29 ديسمبر 2021 غادر.", {"29 ديسمبر 2021": "2021-12-29"}),
    "Levantine month": (
        "ar",
        "في 29 كانون الأول 2021 غادر.",
        {"29 كانون الأول 2021": "2021-12-29"},
    ),
    "both Arabic months": (
        "ar",
        "في 29 كانون الأول/ديسمبر 2021 غادر.",
        {"29 كانون الأول/ديسمبر 2021": "2021-12-29"},
    ),
    "Arabic digits": ("ar", "في ٢٩ آذار ٢٠٢١ غادر.", {"٢٩ آذار ٢٠٢١": "2021-03-29"}),
    "Arabic month": ("ar", "منذ يناير 2020 وهو مغلق.", {"يناير 2020": "2020-01"}),
    "Arabic year": ("ar", "غادر في عام 2014.", {"2014": "2014"}),
    "language without a table": (
        "pt",
        "Em 29 dezembro 2021 e 2021-12-30.",
        {"29 dezembro 2021": "2021-12-29", "2021-12-30": "2021-12-30"},
    ),
    "unknown language": ("und", "On 29 December 2021.", {"29 December 2021": "2021-12-29"}),
}

# The same, read on Thursday 30 December 2021.
READ_ON_THURSDAY = {
    "day": ("en", "On December 22 they left.", {"December 22": "2021-12-22"}),
    "day first": ("en", "On 5 August they left.", {"5 August": "2021-08-05"}),
    "short month": ("en", "On Nov. 5 they left.", {"Nov. 5": "2021-11-05"}),
    "tomorrow's date": ("en", "Before the December 31 vote.", {"December 31": "2021-12-31"}),
    "early next year": ("en", "From January 15 it is shut.", {"January 15": "2022-01-15"}),
    "past spring": ("en", "On 3 March they left.", {"3 March": "2021-03-03"}),
    "coming spring": ("en", "It will open on 3 March.", {"3 March": "2022-03-03"}),
    "day of this year": ("en", "On March 11 this year.", {"March 11 this year": "~2021-03-11"}),
    "month": ("en", "In August they left.", {"August": "2021-08"}),
    "month in capitals next": ("en", "In August UN staff left.", {"August": "2021-08"}),
    "this month": ("en", "In December they left.", {"December": "2021-12"}),
    "coming month": ("en", "It will open in February.", {"February": "2022-02"}),
    "last August": ("en", "Since last August.", {"last August": "~2021-08"}),
    "last December": ("en", "It shut last December.", {"last December": "~2020-12"}),
    "next May": ("en", "It opens next May.", {"next May": "~2022-05"}),
    "month last year": ("en", "In March last year.", {"March last year": "~2020-03"}),
    "in May": ("en", "In May 20 people left.", {"May": "2021-05"}),
    "name after a month": ("en", "In April Jones the club found a star.", {}),
    "on Wednesday": ("en", "He said on Wednesday it fell.", {"Wednesday": "~2021-12-29"}),
    "on the same weekday": ("en", "On Thursday it fell.", {"Thursday": "~2021-12-30"}),
    "on a later weekday": ("en", "It fell on Friday.", {"Friday": "~2021-12-24"}),
    "bare weekday": ("en", "He announced Tuesday that it fell.", {"Tuesday": "~2021-12-28"}),
    "last weekday": ("en", "Since last Thursday.", {"last Thursday": "~2021-12-23"}),
    "next weekday": ("en", "It opens next Thursday.", {"next Thursday": "~2022-01-06"}),
    "weekday of last week": ("en", "On Friday last week.", {"Friday last week": "~2021-12-24"}),
    "weekday to come": ("en", "Talks will begin on Monday.", {"Monday": "~2022-01-03"}),
    "told about the future": (
        "en",
        "It will shut, he said on Monday.",
        {"Monday": "~2021-12-27"},
    ),
    "weekdays in names": ("en", "Black Friday, the Sunday Times, the next Monday.", {}),
    "yesterday": ("en", "Yesterday it fell.", {"Yesterday": "~2021-12-29"}),
    "today": ("en", "It fell today.", {"today": "~2021-12-30"}),
    "last night": ("en", "It fell last night.", {"last night": "~2021-12-29"}),
    "last year": ("en", "It fell last year.", {"last year": "~2020"}),
    "next month": ("en", "It opens next month.", {"next month": "~2022-01"}),
    "not last year": ("en", "Over the last year and today's world.", {}),
    "French": (
        "fr",
        "Hier, mercredi, en août.",
        {"Hier": "~2021-12-29"} | {"mercredi": "~2021-12-29", "août": "2021-08"},
    ),
    "German": (
        "de",
        "Am Mittwoch, gestern, im August.",
        {"Mittwoch": "~2021-12-29"} | {"gestern": "~2021-12-29", "August": "2021-08"},
    ),
    "Spanish": (
        "es",
        "El miércoles, ayer, en agosto.",
        {"miércoles": "~2021-12-29"} | {"ayer": "~2021-12-29", "agosto": "2021-08"},
    ),
    "Arabic": (
        "ar",
        "يوم الأربعاء، في أغسطس، العام الماضي.",
        {"الأربعاء": "~2021-12-29"} | {"أغسطس": "2021-08", "العام الماضي": "~2020"},
    ),
}


def shown(mention):
    length = {"year": 4, "month": 7, "day": 10}[mention.precision]
    return "~" * mention.relative + mention.date.isoformat()[:length]


@pytest.mark.parametrize(("language", "text", "expected"), ABSOLUTE.values(), ids=ABSOLUTE)
@pytest.mark.parametrize("published_on", [None, datetime.date(2022, 6, 1)], ids=["unread", "read"])
def test_a_date_that_names_its_year_needs_no_day_of_publication(
    language, text, expected, published_on
):
    mentions = find(text, published_on, language)

    assert {mention.text: shown(mention) for mention in mentions} == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"), READ_ON_THURSDAY.values(), ids=READ_ON_THURSDAY
)
def test_a_date_without_a_year_is_read_from_the_day_of_publication(language, text, expected):
    mentions = find(text, THURSDAY, language)

    assert {mention.text: shown(mention) for mention in mentions} == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language, text, _ in READ_ON_THURSDAY.values()],
    ids=READ_ON_THURSDAY,
)
def test_a_date_without_a_year_is_none_when_publication_is_unknown(language, text):
    assert find(text, None, language) == []


TYPED = {
    "day": ("en", "29 dec 2021", "2021-12-29"),
    "month first": ("en", "december 29, 2021", "2021-12-29"),
    "ordinal": ("en", "the 3rd of May 2019", None),
    "with weekday": ("en", "Wednesday, June 8, 2016", "2016-06-08"),
    "month": ("en", "december 2021", "2021-12"),
    "year": ("en", "2014", "2014"),
    "ISO": ("en", "2021-12-30", "2021-12-30"),
    "ISO month": ("en", "2021-12", "2021-12"),
    "slashes": ("en", "29/12/2021", "2021-12-29"),
    "two readings": ("en", "5/6/2021", None),
    "hyphens": ("en", "29-Dec-2021", "2021-12-29"),
    "label": ("en", "date 2021-12-30", "2021-12-30"),
    "label and time": ("en", "Published: 30 Dec 2021 10:15 GMT", "2021-12-30"),
    "last updated": ("en", "Last Updated : 30th December, 2021 10:26 IST", "2021-12-30"),
    "time first": ("en", "10:15 AM EST, Thu December 30, 2021", "2021-12-30"),
    "time in the afternoon": ("en", "December 30, 2021 at 5 p.m. ET", "2021-12-30"),
    "ISO time": ("en", "2021-12-30T10:15:00Z", "2021-12-30"),
    "capitals": ("en", "DECEMBER 30, 2021", "2021-12-30"),
    "a sentence": ("en", "30 Dec 2021 was cold", None),
    "a number": ("en", "2,014", None),
    "a count": ("en", "2014 people", None),
    "a month": ("en", "May", None),
    "a day": ("en", "May 5", None),
    "nothing": ("en", "", None),
    "no such day": ("en", "30 February 2021", None),
    "year in the far future": ("en", "9999", None),
    "French": ("fr", "Publié le 30 décembre 2021 à 10h15", "2021-12-30"),
    "German": ("de", "Stand: 30.12.2021, 10:15 Uhr", "2021-12-30"),
    "Spanish": ("es", "Publicado el 30 de diciembre de 2021", "2021-12-30"),
    "Arabic": ("ar", "تاريخ النشر: 30 كانون الأول 2021", "2021-12-30"),
    "English in Arabic": ("ar", "Published: 30 December 2021", "2021-12-30"),
}


@pytest.mark.parametrize(("language", "text", "expected"), TYPED.values(), ids=TYPED)
def test_one_date_that_stands_alone_is_read(language, text, expected):
    found = parse(text, language)

    iso = found and found[0].isoformat()[: {"year": 4, "month": 7, "day": 10}[found[1]]]
    assert iso == expected


def test_a_year_can_be_supplied_for_a_typed_day_or_month():
    assert parse("May 5", "en", default_year=2021) == (datetime.date(2021, 5, 5), "day")
    assert parse("may", "en", default_year=2021) == (datetime.date(2021, 5, 1), "month")


OPENINGS = {
    "glued": ("date 2021-12-30 The ferry sank.", "The ferry sank."),
    "colon and time": ("Published: 30 Dec 2021 10:15 GMT The ferry sank.", "The ferry sank."),
    "own line": ("Last updated: December 30, 2021\nThe ferry sank.", "The ferry sank."),
    "time in the afternoon": ("Updated: 30 Dec 2021, 5.15 p.m. GMT | Most left.", "Most left."),
    "word like a time zone": ("date 2021-12-30 East London shook.", "East London shook."),
    "word like a time": ("date 2021-12-30 PM Roe went.", "PM Roe went."),
    "word before a time": ("date 2021-12-30 At the top it snowed.", "At the top it snowed."),
    "number like a time": ("date 2021-12-30 1.25 million left.", "1.25 million left."),
    "no label": ("30 December 2021 The ferry sank.", None),
    "part of the sentence": ("Published 30 December 2021, the book sold.", None),
    "goes on in lower case": ("Updated 30 December 2021 the map shows it.", None),
    "only a month": ("Published: December 2021 The ferry sank.", None),
    "later in the text": ("The ferry, date 2021-12-30 sank.", None),
}


@pytest.mark.parametrize(("text", "rest"), OPENINGS.values(), ids=OPENINGS)
def test_a_labelled_date_that_opens_a_text_is_cut_off_exactly(text, rest):
    found = opening(text, "en")

    assert (found and text[found[0] :].strip()) == rest
    assert found is None or found[1] == THURSDAY


PIECES = st.one_of(
    st.sampled_from(["29", "31", "2021", "2014", "5/6/2021", " ", ", ", "-"]),
    st.sampled_from(["December", "Dec.", "May", "Wednesday", "ديسمبر", "عام "]),
    st.sampled_from(["in ", "on ", "from ", "to ", "and ", "of ", "last ", "next ", "year"]),
    st.text(max_size=3),
)


@given(
    st.lists(PIECES, max_size=20).map("".join),
    st.none() | st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31)),
    st.sampled_from(["en", "ar", "de", "fr", "es", "xx"]),
)
def test_mentions_are_exact_ordered_and_apart(text, published_on, language):
    reached = 0

    for mention in find(text, published_on, language):
        assert reached <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        reached = mention.end


@given(st.text(max_size=40), st.sampled_from(["en", "ar", "de", "xx"]))
def test_any_typed_text_is_a_date_or_none(text, language):
    found = parse(text, language, default_year=2021)

    assert found is None or isinstance(found[0], datetime.date)


@pytest.mark.parametrize("published_on", [datetime.date.min, datetime.date.max], ids=["min", "max"])
def test_a_day_beyond_the_calendar_is_none(published_on):
    words = (
        "Yesterday, tomorrow, last Monday, next Monday, on 1 May, in May, last year, next month."
    )

    assert len(find(words, published_on, "en")) < 8


@given(st.dates(datetime.date(1000, 1, 1), datetime.date(2199, 12, 31)))
def test_an_iso_date_is_read_back(date):
    assert parse(date.isoformat(), "en") == (date, "day")


HOSTILE = {
    "spaces": " " * 200_000,
    "digits": "1" * 200_000,
    "spaced digits": "29 " * 66_000,
    "months": "May " * 50_000,
    "years": "in 2014 to " * 18_000,
    "quotes": "“" * 200_000,
    "brackets": "([" * 100_000,
    "letters": "a" * 200_000,
    "weekdays": "on Wednesday, " * 14_000,
    "dashes": "-" * 200_000,
    "slashes": "1/" * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_to_its_end(text):
    mentions = find(text, THURSDAY, "en")

    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert parse(text, "en") is None
