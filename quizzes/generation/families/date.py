"""On which date: a sentence with one day or month, to be completed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from babel import Locale, UnknownLocaleError

from quizzes.generation import guards
from quizzes.generation.candidate import Candidate
from quizzes.generation.distractors import ranked, shuffled
from quizzes.generation.families import Yield, gathered
from quizzes.generation.making import Draft, score, single_choice
from quizzes.generation.reading import Reading, Sentence
from quizzes.generation.stems import cloze, is_spoken
from quizzes.text.dates import DateMention

FAMILY = "date"
PRIOR = 0.8
REACH = {"day": 12, "month": 5}
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_LEFT_OVER = re.compile(r"[\s,.]|\bde\b|\bdel\b")


@dataclass(frozen=True)
class DateForm:
    """How a date is written: ``write`` puts another day or month into the same words."""

    text: str
    months: tuple[str, ...]
    month: str
    day: str
    year: str

    def write(self, day: date) -> str:
        """The date in this form; the ordinal ending follows the day."""
        text = self.text.replace(self.month, "\0", 1)
        if self.year:
            text = text.replace(self.year, f"{day.year}", 1)
        if self.day:
            text = re.sub(rf"(?<!\d){self.day}(?!\d)", f"{day.day}", text, count=1)
            text = _ORDINAL.sub(_ending(day.day), text)
        return text.replace("\0", self.months[day.month - 1])


def _ending(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def form_of(mention: DateMention, language: str) -> DateForm | None:
    """The form of a date; None when it holds more than a day, a month's name and a year."""
    for width in ("wide", "abbreviated"):
        months = _months(language, width)
        if not months or (month := months[mention.date.month - 1]) not in mention.text:
            continue
        rest = _ORDINAL.sub("", mention.text.replace(month, " ", 1))
        numbers = re.findall(r"[0-9]+", rest)
        day = next((n for n in numbers if len(n) < 3), "")
        year = next((n for n in numbers if len(n) == 4), "")
        if not _LEFT_OVER.sub("", re.sub(r"[0-9]+", "", rest)):
            return DateForm(mention.text, months, month, day, year)
    return None


def _months(language: str, width: str) -> tuple[str, ...]:
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return ()
    return tuple(locale.months["format"][width].values())


def propose(reading: Reading) -> Yield:
    """One question for each sentence that dates something by one day or month."""
    if not is_spoken(reading.language):
        return Yield((), {f"{FAMILY}: no stems for this language": 1})
    return gathered(_outcomes(reading))


def _outcomes(reading: Reading) -> Iterator[Candidate | str]:
    for sentence in reading.sentences:
        found = reading.dates[sentence.position]
        if any(mention.precision != "year" for mention in found):
            yield _question(reading, sentence, found)


def _question(
    reading: Reading, sentence: Sentence, found: Sequence[DateMention]
) -> Candidate | str:
    mention = found[0]
    if len(found) > 1:
        return "two dates in the sentence"
    form = None if mention.relative else form_of(mention, reading.language)
    if not form:
        return "date counts from another day" if mention.relative else "date in an unusual form"
    start, end = mention.start - sentence.start, mention.end - sentence.start
    text = guards.kept(sentence.text, end)
    if refusal := guards.refusal(text, sentence, reading):
        return refusal
    if not text[guards.tidy(text) : start].strip():
        return "date opens the sentence"
    prompt = cloze(text, start, end, reading.language)
    options = _options(reading, mention, form, prompt)
    if mention.text not in options:
        return "no plausible wrong dates"
    draft = Draft(
        family=FAMILY,
        prompt=prompt,
        evidence=(reading.span(sentence.passage, sentence.start, sentence.end),),
        key_span=reading.span(sentence.passage, mention.start, mention.end),
        score=score(PRIOR, sentence, reading),
    )
    return single_choice(reading, draft, options, mention.text)


def _options(reading: Reading, mention: DateMention, form: DateForm, seed: str) -> list[str]:
    """Dates in the key's form, in order of time, on the key's side of the publication."""
    key = mention.date
    named = [m for found in reading.dates for m in found if m.precision == mention.precision]
    today = reading.published_on or date.max
    others = [m.date for m in named if not m.relative and m.date != key and _alike(m, form, key)]
    taken = {m.date for m in named}
    made = [day for day in _near(key, mention.precision, form) if day not in taken]
    pools = (others, shuffled(made, seed))
    able = [[day for day in days if (day <= today) == (key <= today)] for days in pools]
    values = [[Decimal(day.toordinal()) for day in days] for days in able]
    order = ranked(Decimal(key.toordinal()), values[0], values[1], seed)
    return [form.write(date.fromordinal(int(value))) for value in order]


def _alike(mention: DateMention, form: DateForm, key: date) -> bool:
    """Without a year in the form, only dates of the key's own year can stand beside it."""
    dated = bool(re.search(r"\d{4}", mention.text))
    return dated if form.year else not dated and mention.date.year == key.year


def _near(key: date, precision: str, form: DateForm) -> list[date]:
    steps = [sign * n for n in range(1, REACH[precision] + 1) for sign in (-1, 1)]
    if precision == "day":
        days = [key + timedelta(days=step) for step in steps]
        return [day for day in days if day.month == key.month]
    months = [key.year * 12 + key.month - 1 + step for step in steps]
    firsts = [date(m // 12, m % 12 + 1, 1) for m in months]
    return [day for day in firsts if form.year or day.year == key.year]
