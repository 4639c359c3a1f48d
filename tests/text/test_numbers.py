from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizzes.text.numbers import find, parse

TYPED = [
    ("1200", "en", "1200"),
    ("1,200", "en", "1200"),
    ("1 200", "en", "1200"),
    ("1\u00a0200", "en", "1200"),
    ("1\u202f200", "fr", "1200"),
    ("1.200", "de", "1200"),
    ("1.200", "es", "1200"),
    ("1.200,50", "de", "1200.50"),
    ("1.200,50", "en", "1200.50"),
    ("1,200.50", "de", "1200.50"),
    ("1’200", "de-CH", "1200"),
    ("1,200", "es-MX", "1200"),
    ("10,00,000", "en", "1000000"),
    ("1,2,3", "en", None),
    ("1.2.3", "en", None),
    ("0,5", "en", "0.5"),
    ("1.5", "de", "1.5"),
    ("12 hundred", "en", "1200"),
    ("twelve hundred", "en", "1200"),
    ("1.2 thousand", "en", "1200"),
    ("1.2bn", "en", "1200000000"),
    ("1.2 billion", "en", "1200000000"),
    ("3m", "en", "3000000"),
    ("40k", "en", "40000"),
    ("2 trn", "en", "2000000000000"),
    ("10 lakh", "en", "1000000"),
    ("2.3 lakh", "en", "230000"),
    ("1.5 crore", "en", "15000000"),
    ("1 lakh crore", "en", "1000000000000"),
    ("seven", "en", "7"),
    ("Twenty-one", "en", "21"),
    ("two hundred and five", "en", "205"),
    ("seventeen thousand three hundred", "en", "17300"),
    ("a dozen", "en", "12"),
    ("half a dozen", "en", "6"),
    ("half a million", "en", "500000"),
    ("$1,200", "en", "1200"),
    ("1200 people", "en", "1200"),
    ("about 1200", "en", "1200"),
    ("£3.5bn", "en", "3500000000"),
    ("Rs. 50 crore", "en", "500000000"),
    ("40 %", "en", "40"),
    ("40 per cent", "en", "40"),
    ("12 km", "en", "12"),
    ("30km", "en", "30"),
    ("-5", "en", "-5"),
    ("−$5", "en", "-5"),
    ("minus 5", "en", "-5"),
    ("007", "en", "7"),
    ("2003", "en", "2003"),
    ("“1200”.", "en", "1200"),
    ("٢٬٣٠٠", "ar", "2300"),
    ("٢٫٥", "ar", "2.5"),
    ("۱۲۳۴", "fa", "1234"),
    ("٥ ملايين", "ar", "5000000"),
    ("12 Mio.", "de", "12000000"),
    ("fünfundzwanzig", "de", "25"),
    ("3 milliards", "fr", "3000000000"),
    ("quatre-vingt-quinze", "fr", "95"),
    ("treinta y cinco", "es", "35"),
    ("quinientos", "es", "500"),
    ("2 millones", "es", "2000000"),
    ("4,5", "xx", "4.5"),
    ("3-0", "en", None),
    ("24/7", "en", None),
    ("1/2", "en", None),
    ("5 or 6", "en", None),
    ("5 or six", "en", None),
    ("five six", "en", None),
    ("1 2", "en", None),
    ("not 5", "en", None),
    ("1e100", "en", None),
    ("NaN", "en", None),
    ("inf", "en", None),
    ("", "en", None),
    ("   ", "en", None),
    ("none", "en", None),
    ("12 millions", "en", None),
    ("9" * 19, "en", None),
    ("1" * 10_000, "en", None),
    ("1" + " 000" * 2_500, "en", None),
    ("one " * 2_500, "en", None),
    ("5\x00", "en", None),
]


@pytest.mark.parametrize(
    ("typed", "language", "value"), TYPED, ids=[f"{row[1]}:{row[0][:24]!r}" for row in TYPED]
)
def test_a_typed_number_is_read_or_refused(typed, language, value):
    assert parse(typed, language) == (None if value is None else Decimal(value))


FOUND = [
    ("The fund paid 1,200 farmers.", "1,200", "1200", "", ""),
    ("The fund paid 985 672 farmers.", "985 672", "985672", "", ""),
    ("It fed 10,00,000 pupils.", "10,00,000", "1000000", "", ""),
    ("More than 360 ships waited.", "360", "360", "", "at least"),
    ("At least 107 people fled.", "107", "107", "", "at least"),
    ("It cost over £30,000 to mend.", "£30,000", "30000", "GBP", "at least"),
    ("It can seat up to 45 guests.", "45", "45", "", "at most"),
    ("Nearly 3 million trees fell.", "3 million", "3000000", "", "at most"),
    ("They dug about 12 hundred graves.", "12 hundred", "1200", "", "about"),
    ("An estimated two billion viewers watched.", "two billion", "2000000000", "", "about"),
    ("The town lost 500 or more jobs.", "500", "500", "", "at least"),
    ("Sales rose 40 per cent.", "40 per cent", "40", "%", ""),
    ("Sales rose 4.5%.", "4.5%", "4.5", "%", ""),
    ("It fell by 3 percentage points.", "3 percentage points", "3", "percentage points", ""),
    ("The bill was US$ 20,000 then.", "US$ 20,000", "20000", "USD", ""),
    ("The state gave ₹50 crore.", "₹50 crore", "500000000", "INR", ""),
    ("They paid Rs. 200 each.", "Rs. 200", "200", "INR", ""),
    ("A loaf cost R18 there.", "R18", "18", "ZAR", ""),
    ("It raised $1.2bn at once.", "$1.2bn", "1200000000", "USD", ""),
    ("They owe half a million euros.", "half a million euros", "500000", "EUR", ""),
    ("Over 10 lakh voters came.", "10 lakh", "1000000", "", "at least"),
    ("Two hundred and five goats died.", "Two hundred and five", "205", "", ""),
    ("It covers 30km a day.", "30km", "30", "km", ""),
    ("About 2000 people marched.", "2000", "2000", "", "about"),
]


@pytest.mark.parametrize(
    ("text", "span", "value", "unit", "bound"), FOUND, ids=[row[1] for row in FOUND]
)
def test_an_amount_is_found_with_unit_and_bound(text, span, value, unit, bound):
    (mention,) = find(text, "en")

    assert text[mention.start : mention.end] == mention.text == span
    assert (mention.value, mention.unit, mention.bound) == (Decimal(value), unit, bound)


ELSEWHERE = [
    ("Il manque 1\u202f200 euros.", "fr", "1200", "EUR"),
    ("Plus de 12,5 millions de voix.", "fr", "12500000", ""),
    ("Rund 1.200 Menschen kamen.", "de", "1200", ""),
    ("Es kostete 3,5 Mio. Euro.", "de", "3500000", "EUR"),
    ("Llegaron 25.000 personas.", "es", "25000", ""),
    ("Subió un 4,5 %.", "es", "4.5", "%"),
    ("وصل نحو ٢٬٣٠٠ شخص", "ar", "2300", ""),
    ("بلغت النسبة 40 في المئة", "ar", "40", "%"),
    ("خسر ٣ ملايين دولار", "ar", "3000000", "USD"),
]


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"), ELSEWHERE, ids=[row[1] + row[2] for row in ELSEWHERE]
)
def test_amounts_are_read_by_the_rules_of_the_language(text, language, value, unit):
    (mention,) = find(text, language)

    assert (mention.value, mention.unit) == (Decimal(value), unit)


NO_AMOUNT = {
    "score": "The hosts won 3-0 at home.",
    "set": "She won 6-4 at last.",
    "vote": "The bill passed 52-48 in the end.",
    "cricket": "They closed on 287 for 5 at tea.",
    "time": "It begins at 8.30pm on the dot.",
    "clock": "It begins at 8:30 on the dot.",
    "hour": "It begins at 8 a.m. on the dot.",
    "ship’s time": "It begins at 1417 hours on the dot.",
    "phone": "Call 0800 123 456 now.",
    "phone abroad": "Call +44 20 7946 0958 now.",
    "age": "The 24-year-old driver fled.",
    "age in commas": "Maria Lopez, 24, drove.",
    "aged": "Pupils aged 11 took part.",
    "ordinal": "It is the 22nd fair.",
    "year": "It closed in 2003 for good.",
    "decade": "It opened in the 1960s there.",
    "aircraft": "An F-16 crashed.",
    "law": "They repealed Section 377 at last.",
    "attack": "The 26/11 trial goes on.",
    "season": "The 1998/99 season was short.",
    "address": "They met at 10 Downing Street then.",
    "flight": "They boarded flight 370 there.",
    "named": "They flew a Boeing 737 there.",
    "range": "It takes 10-20 days.",
    "spoken range": "It takes ten to twenty days.",
    "ratio": "It hits one in 100 people.",
    "odds": "Three out of four agree.",
    "day": "They met on 8 April again.",
    "month first": "They met on October 6 again.",
    "date": "They met on 2021-12-30 again.",
    "width": "It is a 15-minute walk.",
    "letter": "It will bring 5G soon.",
    "pronoun": "One of them left.",
    "vague": "A few dozen came.",
    "scale alone": "Several million came.",
    "unsure mark": "He ran the 100m final.",
    "hashtag": "See #100days today.",
    "half": "It took two and a half years.",
    "broken grouping": "The code is 1,2,3 here.",
}


@pytest.mark.parametrize("text", NO_AMOUNT.values(), ids=NO_AMOUNT)
def test_what_only_looks_like_an_amount_is_left_alone(text):
    assert find(text, "en") == []


FORMS = [
    ("It cost £7.50 then.", "9.25", "£9.25"),
    ("It holds 1,200 seats.", "980", "980"),
    ("It holds 980 seats.", "1200", "1200"),
    ("It fed 10,00,000 pupils.", "2500000", "25,00,000"),
    ("It fed 10 lakh pupils.", "500000", "5 lakh"),
    ("It raised $1.2bn at once.", "2400000000", "$2.4bn"),
    ("It took seven weeks.", "11", "eleven"),
    ("It took nine million coins.", "4000000", "four million"),
    ("It fell 40 per cent.", "60", "60 per cent"),
    ("It took 24 weeks.", "36", "36"),
]


@pytest.mark.parametrize(("text", "value", "written"), FORMS, ids=[row[2] for row in FORMS])
def test_another_value_is_written_in_the_form_of_the_first(text, value, written):
    (mention,) = find(text, "en")

    assert mention.form.write(Decimal(value)) == written
    assert mention.form.write(mention.value) == mention.text


def test_arabic_digits_stay_arabic_in_the_form():
    (mention,) = find("وصل ٢٬٣٠٠ شخص", "ar")

    assert mention.form.write(Decimal(4600)) == "٤٬٦٠٠"


WORDS = (
    "1|20|1,200|3-0|per cent|$|£| |\u00a0|lakh|two|hundred|and|half|a|million|٢٬٣٠٠|In |May |’|é"
)
PIECES = st.lists(st.sampled_from([*WORDS.split("|"), "😀", "-", "."]), max_size=30).map("".join)


@given(text=st.one_of(st.text(max_size=200), PIECES), language=st.sampled_from(["en", "de", "ar"]))
@example(text="a " * 50 + "1 000 " * 20, language="en")
def test_offsets_always_point_at_the_number(text, language):
    mentions = find(text, language)

    assert all(text[m.start : m.end] == m.text and m.value.is_finite() for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@given(typed=st.one_of(st.text(max_size=300), PIECES), language=st.sampled_from(["en", "fr", ""]))
def test_any_typed_answer_gives_a_finite_number_or_none(typed, language):
    value = parse(typed, language)

    assert value is None or value.is_finite()


@given(value=st.integers(min_value=0, max_value=10**15))
def test_a_number_written_with_commas_is_read_back(value):
    assert parse(f"{value:,}", "en") == value
