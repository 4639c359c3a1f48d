"""Item-writing rules as checks over any question, whoever wrote it.

Pure and light. A finding has a code, a severity ("block": it must not be asked like this; "warn": a
teacher should look), a reason in plain words and, where one can be named, a fix.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz import fuzz

from quizzes.generation.candidate import Choice, Span
from quizzes.text.numbers import find as find_numbers
from quizzes.text.words import word_set, words_of

BLOCK, WARN = "block", "warn"
BLANK = re.compile(r"_{3,}")
CHOICES = ("single_choice", "multiple_choice")
ALMOST_SAME = 92
LONGEST_STEM = 45


class Linted(Protocol):
    """What the linter looks at: a candidate, or a teacher's question in the same shape."""

    @property
    def kind(self) -> str: ...
    @property
    def prompt(self) -> str: ...
    @property
    def options(self) -> Sequence[Choice]: ...
    @property
    def key(self) -> Sequence[str]: ...
    @property
    def evidence(self) -> Sequence[Span]: ...


class HasText(Protocol):
    """A passage, as far as the linter needs it."""

    @property
    def text(self) -> str: ...


@dataclass(frozen=True)
class Finding:
    """One flaw: what is wrong, and what to do about it."""

    code: str
    severity: str
    message: str
    fix: str = ""


@dataclass(frozen=True)
class _Case:
    """A question taken apart once for all checks."""

    question: Linted
    passages: Sequence[HasText]
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    stem: str


Check = Callable[[_Case], Iterator[Finding]]


def lint(question: Linted, passages: Sequence[HasText]) -> list[Finding]:
    """Everything the checks find in one question, blocks first."""
    case = _Case(
        question,
        passages,
        tuple(o.text for o in question.options if o.is_correct),
        tuple(o.text for o in question.options if not o.is_correct),
        re.sub(r"[“\"«][^”\"»]*[”\"»]", " ", question.prompt),
    )
    checks = [*ALWAYS, *(OF_CHOICES if question.kind in CHOICES else ())]
    found = [finding for check in checks for finding in check(case)]
    return sorted(found, key=lambda finding: finding.severity)


def _key(case: _Case) -> Iterator[Finding]:
    kind, right = case.question.kind, case.right
    if not case.question.key:
        yield Finding("no-key", BLOCK, "No answer is marked as right.", "Mark the right answer.")
    elif kind == "single_choice" and len(right) != 1:
        yield Finding("one-key", BLOCK, "Exactly one option must be right.", "Mark one option.")
    elif kind in CHOICES and set(case.question.key) != set(right):
        yield Finding("one-key", BLOCK, "The key and the options marked as right differ.")


def _evidence(case: _Case) -> Iterator[Finding]:
    if not case.question.evidence:
        yield Finding("no-evidence", BLOCK, "No words of the passage prove the answer.")
    for span in case.question.evidence:
        inside = 0 <= span.passage < len(case.passages)
        if not inside or case.passages[span.passage].text[span.start : span.end] != span.quote:
            yield Finding("evidence-moved", BLOCK, "The evidence is not where it should be.")


def _blank(case: _Case) -> Iterator[Finding]:
    blanks = list(BLANK.finditer(case.question.prompt))
    if len(blanks) > 1:
        yield Finding("several-blanks", BLOCK, "There is more than one blank.", "Ask for one.")
    elif blanks and re.search(r"(?:^|: )$", case.question.prompt[: blanks[0].start()]):
        yield Finding("blank-first", BLOCK, "The blank comes first.", "Move it to the end.")
    if blanks and re.search(r"\b(?:a|an) $", case.question.prompt[: blanks[0].start()], re.I):
        yield Finding("article-cue", BLOCK, "“a” or “an” before the blank tells the answer.")


def _stem_form(case: _Case) -> Iterator[Finding]:
    stem = case.question.prompt
    if len(case.stem.split()) > LONGEST_STEM:
        yield Finding("long-stem", BLOCK, "The question is too long to hold in mind.")
    if not BLANK.search(stem) and not re.search(r"[?؟:]\W*$", stem):
        yield Finding("no-question", WARN, "The prompt asks nothing.", "End it as a question.")
    if stem.count("(") != stem.count(")") or stem.count("“") != stem.count("”"):
        yield Finding("unbalanced", BLOCK, "A bracket or quotation mark is not closed.")
    if re.search(r"\b([^\W\d_]{2,}) \1\b", stem, re.IGNORECASE):
        yield Finding("doubled-word", WARN, "A word stands twice in a row.")
    if not BLANK.search(stem) and re.search(r"\b(?:not|except|least likely)\b", case.stem):
        yield Finding("negative", WARN, "A negative question is easily misread.")
    if re.search(r"\bwhich of (?:these|the following)\b", case.stem, re.IGNORECASE):
        yield Finding("needs-options", WARN, "The question cannot be answered without options.")


def _anaphor(case: _Case) -> Iterator[Finding]:
    opening = words_of(case.stem.split(":")[-1])[:1]
    if opening and opening[0] in _PRONOUNS:
        word = opening[0]
        yield Finding("pronoun", BLOCK, f"“{word}” stands for nothing named in the question.")
    if re.search(r"\b(?:yesterday|today|tomorrow|ago|last (?:week|month|year))\b", case.stem):
        yield Finding("floating-date", BLOCK, "The time depends on the day of reading.")


def _answer_in_stem(case: _Case) -> Iterator[Finding]:
    stem = f" {folded(case.question.prompt)} "
    for key in case.question.key:
        words = [word for word in folded(key).split() if len(word) > 3 or word.isdigit()]
        if f" {folded(key)} " in stem or (case.right and any(f" {w} " in stem for w in words)):
            yield Finding("answer-in-stem", BLOCK, "The question contains its own answer.")
            return


def _sensitive(case: _Case) -> Iterator[Finding]:
    words = _SENSITIVE.intersection(words_of(case.question.prompt))
    if words:
        yield Finding("sensitive", WARN, f"Sensitive for some students: {min(words)}.")


def _same_options(case: _Case) -> Iterator[Finding]:
    texts = [folded(option.text) for option in case.question.options]
    for place, text in enumerate(texts):
        for other in texts[place + 1 :]:
            alike = not re.search(r"\d", text + other) and fuzz.ratio(text, other) >= ALMOST_SAME
            if text == other or alike or _value(text) == _value(other) is not None:
                yield Finding("same-options", BLOCK, f"Two options say the same: {text}.")
            elif set(text.split()) < set(other.split()) or set(other.split()) < set(text.split()):
                yield Finding("overlapping-options", BLOCK, "One option is part of another.")


def _catch_all(case: _Case) -> Iterator[Finding]:
    for option in case.question.options:
        if re.search(
            r"\b(?:all|none|both|neither) of (?:the )?(?:above|these)\b", option.text, re.I
        ):
            yield Finding("catch-all", BLOCK, f"“{option.text}” is no answer of its own.")


def _second_answer(case: _Case) -> Iterator[Finding]:
    proof = " ".join(f" {folded(span.quote)} " for span in case.question.evidence)
    for text in case.wrong:
        if f" {folded(text)} " in proof:
            yield Finding("second-answer", BLOCK, f"“{text}” stands in the evidence too.")


def _length(case: _Case) -> Iterator[Finding]:
    if len(case.right) != 1 or not case.wrong:
        return
    key, others = len(case.right[0]), [len(text) for text in case.wrong]
    mean = sum(others) / len(others)
    if key >= 1.5 * mean and key >= max(others) + 8:
        severity = BLOCK if key >= 2 * mean else WARN
        yield Finding("key-longest", severity, "The right answer is conspicuously long.")
    elif key <= 0.5 * mean and mean >= 10:
        yield Finding("key-shortest", WARN, "The right answer is conspicuously short.")


def _word_repeat(case: _Case) -> Iterator[Finding]:
    stem = {word[:6] for word in words_of(case.question.prompt) if len(word) > 4}
    wrong = {word[:6] for text in case.wrong for word in words_of(text)}
    key = {word[:6] for text in case.right for word in words_of(text) if len(word) > 4}
    if (key & stem) - wrong:
        yield Finding("word-repeat", WARN, "Only the right answer repeats a word of the question.")


def _mixed(case: _Case) -> Iterator[Finding]:
    options = [option.text for option in case.question.options]
    digits = {bool(re.search(r"\d", text)) for text in options}
    starts = {text[:1].isupper() for text in options if text[:1].isalpha()}
    units = {re.sub(r"[\d.,\s]", "", text) for text in options}
    if len(digits) > 1:
        yield Finding("mixed-types", WARN, "Some options are numbers and some are not.")
    elif (
        digits == {True} and len(units) > 1 and all(find_numbers(f"x {t} x", "en") for t in options)
    ):
        yield Finding("mixed-units", BLOCK, "The options have different units.")
    if len(starts) > 1 and digits == {False}:
        yield Finding("mixed-case", WARN, "Some options begin with a capital and some do not.")


def _absolutes(case: _Case) -> Iterator[Finding]:
    wrong = any(_ABSOLUTES.intersection(words_of(text)) for text in case.wrong)
    right = any(_ABSOLUTES.intersection(words_of(text)) for text in case.right)
    if wrong and not right:
        yield Finding("absolutes", WARN, "Words such as “always” stand in wrong options only.")


def _few(case: _Case) -> Iterator[Finding]:
    if len(case.question.options) < 3:
        yield Finding("two-options", WARN, "With two options a guess is right half the time.")


def _order(case: _Case) -> Iterator[Finding]:
    values = [_value(folded(option.text)) for option in case.question.options]
    known = [value for value in values if value is not None]
    if len(known) == len(values) and known != sorted(known):
        yield Finding("unsorted", WARN, "The numbers are not in order.", "Sort the options.")


def _value(text: str) -> float | None:
    match = re.fullmatch(r"\D{0,4}(\d[\d,]*(?:\.\d+)?)\D{0,12}", text)
    return float(match[1].replace(",", "")) if match else None


def folded(text: str) -> str:
    """A text in lower case, without the punctuation that says nothing."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    plain = re.sub(r"(?<=\w)'s\b", "", plain)
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s.,%$£€₹'-]|[.,](?!\d)", " ", plain)).strip()


_PRONOUNS = word_set("he she it they him her them this these those there")
_ABSOLUTES = word_set("always never all none every only must entirely completely")
_SENSITIVE = word_set("suicide suicidal raped rape abused molested beheaded incest self-harm")
ALWAYS: Sequence[Check] = (
    *(_key, _evidence, _blank, _stem_form, _anaphor),
    *(_answer_in_stem, _sensitive),
)
OF_CHOICES: Sequence[Check] = (
    *(_same_options, _catch_all, _second_answer, _length, _word_repeat),
    *(_mixed, _absolutes, _few, _order),
)
