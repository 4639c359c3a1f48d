"""When a sentence may stand alone as a question, and why it may not.

A stem is read beside the article, but must not lean on the sentence before it: no pronoun without
its noun, no "the team" that an earlier sentence introduced, no "yesterday".
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from quizzes.generation.reading import Reading, Sentence
from quizzes.generation.verbs import FINITE
from quizzes.text.name_runs import runs
from quizzes.text.names import PERSON, is_territory
from quizzes.text.words import singular, word_set, words_of

LONGEST, SHORTEST = 35, 7

# Words that point out of the sentence wherever they stand.
POINTING = {
    "en": "this these here i we you me us my our your mine ours yours myself ourselves today "
    "yesterday tomorrow tonight ago others likewise meanwhile therefore thus hence elsewhere "
    "thereafter thereby",
    "fr": "ce cet cette ces ceci cela ça ici hier aujourd’hui aujourd'hui demain je nous vous on "
    "notre nos votre vos mon ma mes il elle ils elles lui leur leurs celui celle ceux celles",
    "de": "dieser diese dieses diesem diesen hier dort gestern heute morgen damals ich wir uns "
    "unser unsere er sie es ihm ihn ihr ihnen ihre ihrer ihren ihrem sein seine seiner seinen "
    "seinem deren dessen dabei dazu damit daran darin dafür darauf jener jene jenes",
    "es": "este esta estos estas esto ese esa esos esas eso aquel aquella aquí allí ayer hoy "
    "mañana yo nosotros nuestro nuestra nuestros nuestras él ella ellos ellas le les lo mi mis",
    "ar": "هذا هذه ذلك تلك هؤلاء هنا هناك أمس اليوم غدا أنا نحن هو هي هم كما وقال وأضاف",
}
# Pronouns that may also refer back inside their own sentence.
PERSONAL = word_set("he she him her his hers himself herself")
IMPERSONAL = word_set("it they them its their theirs itself themselves")
CONNECTIVES = re.compile(
    r"(?:(?:However|Meanwhile|Moreover|Furthermore|In addition|Additionally|Nevertheless"
    r"|Nonetheless|Subsequently|Notably|Fortunately|Unfortunately|Indeed|In fact|Of course|Still"
    r"|Separately|Instead|Also|As a result|For example|For instance|Finally|Later|Then|Now), "
    r"|(?:But|And|So|Yet|Or|Nor),? )(?=[^\W\d_])"
)
ELLIPSIS = " …"
_CLAUSE_END = re.compile(
    r",? (?=(?:which|who|where|while|although|though|whereas|but|because)\b)"
    r"|, (?=(?:with|including|such as|according to|adding|after|as)\b| [–—] )"
)
_EXPLETIVE = re.compile(
    r"\bit (?:is|was|has been|had been|will be) (?:also |now |since )?(?:to \w+|\w+ed|thought"
    r"|known|clear|likely|unlikely|true|understood|said|in [A-Z]\w+) (?:that|whether)\b"
    r"|\bit (?:is|was|would be|will be|has been) (?:still |now |not )?(?:possible|impossible|hard"
    r"|easy|difficult|important|necessary|better|best|safe|likely) (?:to|for|that)\b"
    r"|\bthere(?: (?:is|are|was|were|will be|has been|have been|had been|would be)|’s|'s)\b",
    re.IGNORECASE,
)
_DEICTIC = re.compile(
    r"\b(?:last|next|past|previous|following|coming) (?:night|day|week|weekend|month|year|decade"
    r"|century|spring|summer|autumn|fall|winter|season|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday|time)\b|\bthat (?:year|month|week|day|time|night|period|date|point|moment"
    r"|figure|number|sum|amount|case|way|same|is|was|would|will|could)\b|\bat the time\b"
    r"|\bsince then\b|\bby then\b|\bso far\b"
    r"|\bthe (?:other|same|three|four|five|six|seven|pair|latter|former|rest(?! of)|others)\b"
    r"|\b(?:for|after|before|with|by|at|of|to|like|from|on|in|than) that[,.;:]|\bsame\b"
    r"|\b(?:until|before|after) then\b|\bthe (?:move|incident|case|event)\b"
    r"|\bsuch\b(?! as\b)|(?<!one )\banother\b"
    r"|\bthose\b(?! (?:who|whose|that|which|of|in|from|with|at)\b)",
    re.IGNORECASE,
)
# A caption or heading has none of these.
_FINITE = re.compile(rf"\b{FINITE}\b|[’']s\s(?!\w+\s[A-Z])")
# What "it" and "they" may mean: something definite, or several of a kind.
_THING = re.compile(r"\b[Tt]he [a-z]|\b(?!was\b|has\b|is\b|as\b|his\b)[A-Za-z][\w-]+s\b")
_CAPTION = re.compile(
    r"\b(?:Image|Photo|Photograph|Picture|Video|Audio|Credit|Categories)s?:|https?:"
)
_QUOTE_MARKS = re.compile(r"[“”„«»\"]|(?<!\w)[‘'](?=\w)|(?<=[.,!?])[’'](?!\w)")
_DEFINITE = re.compile(r"\b[Tt]he ((?:[a-z][\w-]*(?:[’']s?)?(?: |\b)){1,4})")
_ENDS_PHRASE = word_set(
    "of that who which whose whom where when for to in on at by with from into over under between "
    "after before during since until against about as than and or but is are was were be been has "
    "have had do does did will would can could may might should must also not he she it they we i"
)
_RESTRICTS = word_set("of that who which whose where for between behind he she it they we i")
# Things there is one of, and words that single one out.
UNIQUE = word_set(
    "world earth planet sun moon sky sea ocean universe internet web public media police press "
    "economy environment weather climate future past present end start beginning middle top bottom "
    "majority year years month months week weeks day days time times first second third last next "
    "most least only early late north south east west northern southern eastern western way "
    "capital law truth roads streets market markets border government parliament president summer "
    "winter spring autumn evening morning afternoon night weekend decade century people right left "
    "home ground"
)
# Kinds of things a name in the same sentence has just filled: Iraq … the nation.
CLASSES = word_set(
    "nation country city town village state region island province company firm organisation "
    "organization agency institution network club party union bank university museum kingdom"
)
# Nouns that mean nothing without what they are of: the number of people.
RELATIONAL = word_set(
    "number amount average total rate proportion percentage price cost size sum figure share level "
    "rest result effect reason cause"
)


def tidy(text: str) -> int:
    """How many leading characters, such as "However, ", a stem leaves out."""
    match = CONNECTIVES.match(text)
    return match.end() if match else 0


def kept(text: str, needed: int) -> str:
    """The sentence, or the part of a long one up to the end of a clause after ``needed``."""
    if len(text.split()) <= LONGEST:
        return text
    ends = [match.start() for match in _CLAUSE_END.finditer(text, needed)]
    fitting = [end for end in ends if len(text[:end].split()) <= LONGEST]
    cut = text[: max(fitting, default=0)]
    return f"{cut}{ELLIPSIS}" if _FINITE.search(cut) else text


def refusal(text: str, sentence: Sentence, reading: Reading) -> str:
    """Why a text kept from a sentence cannot be a stem; "" when it can."""
    length = len(text[tidy(text) :].split())
    if length > LONGEST + 1:
        return "sentence too long"
    return "sentence too short" if length < SHORTEST else unfit(text, sentence, reading)


def unfit(text: str, sentence: Sentence, reading: Reading) -> str:
    """Why the text cannot be read alone, whatever its length; "" when it can."""
    body = text[tidy(text) :]
    body = body[:1].upper() + body[1:] if body != text else body
    if _QUOTE_MARKS.search(body) or sentence.position in reading.quoted:
        return "quotation"
    if not _is_whole(re.sub(f"{ELLIPSIS}$", ".", body), reading.language):
        return "not a plain sentence"
    return "leans on an earlier sentence" if leans(body, sentence, reading) else ""


def _is_whole(text: str, language: str) -> bool:
    """Does it begin and end like a sentence, with a verb and its brackets closed?"""
    if language.startswith("en") and not _FINITE.search(text):
        return False
    if not re.search(r"[.。۔؟]$", text) or text.endswith("..") or _CAPTION.search(text):
        return False
    first = text[0]
    starts = not first.islower()
    repeated = re.search(r"\b([^\W\d_]{2,}) \1\b", text)
    doubled = re.search(r"[,;:]\s*[,;:.]|\s[,.]|  |…|\.\.\.", text)
    return starts and not repeated and not doubled and _balanced(text)


def _balanced(text: str) -> bool:
    return all(text.count(a) == text.count(b) for a, b in ("()", "[]", "{}"))


def leans(text: str, sentence: Sentence, reading: Reading) -> bool:
    """Does the text refer to something only an earlier sentence names?"""
    language = reading.language[:2].lower()
    words = re.findall(r"[^\W\d_]+(?:[’'][^\W\d_]+)?", text)
    if any(_pronoun(word) in _pointing(language) for word in words):
        return True
    if language != "en":
        return language not in POINTING
    plain = _EXPLETIVE.sub(" ", text)
    pair = re.search(r"\bthe two\b", plain, re.IGNORECASE)
    return bool(
        _DEICTIC.search(plain)
        or re.search(r"\bthere\b", plain, re.IGNORECASE)
        or (pair and not re.search(r"\w and [A-Z\d]", plain[: pair.start()]))
        or _dangles(plain, reading)
        or _reintroduces(plain, sentence, reading)
    )


def _pronoun(word: str) -> str:
    """A word as the lists have it; "US" is a country, not a pronoun."""
    return word if word.isupper() and len(word) > 1 else word.lower()


@cache
def _pointing(language: str) -> frozenset[str]:
    return frozenset(POINTING.get(language, "").split())


def _dangles(text: str, reading: Reading) -> bool:
    """Is there a pronoun with nothing before it in the sentence that it could mean?"""
    found = runs(text)
    beings = [run.end for run in found if not is_territory(run.name)]
    things = [run.end for run in found if not _is_person(run.name, reading)]
    for match in re.finditer(r"[^\W\d_]+", text):
        word, start = match[0].lower(), match.start()
        if word in PERSONAL and not any(end < start for end in beings):
            return True
        named = any(end < start for end in things) or _THING.search(text[:start])
        if word in IMPERSONAL and not named:
            return True
    return False


def _is_person(name: str, reading: Reading) -> bool:
    return reading.names.aliases.get(name.casefold(), ("", ""))[1] == PERSON


def _made_by(phrase: Sequence[str], after: Sequence[str]) -> bool:
    """ "The test devised by …": a participle and its doer single the thing out."""
    return after == ["by"] and any(word.endswith("ed") for word in phrase[1:])


def _reintroduces(text: str, sentence: Sentence, reading: Reading) -> bool:
    """Does "the X" take up an X that an earlier sentence brought in?"""
    known = frozenset(words_of(reading.title)) | UNIQUE
    return any(
        _takes_up(match, text, known, sentence.position, reading.first_seen)
        for match in _DEFINITE.finditer(text)
    )


def _takes_up(
    match: re.Match[str],
    text: str,
    known: frozenset[str],
    position: int,
    first_seen: Mapping[str, int],
) -> bool:
    words = [re.sub(r"[’']s?$", "", word) for word in match[1].split()]
    stop = next((i for i, word in enumerate(words) if word in _ENDS_PHRASE), len(words))
    phrase, after = words[:stop], words[stop : stop + 1]
    if phrase and phrase[-1] in RELATIONAL and after != ["of"]:
        return True
    if not _RESTRICTS.isdisjoint(after) or not known.isdisjoint(phrase[:2]):
        return False
    if phrase[:1] and (re.fullmatch(r"\w{2,}est|\w+th", phrase[0]) or _made_by(phrase, after)):
        return False
    if not CLASSES.isdisjoint(phrase[:2]):
        return not re.search(r"\w [A-Z]", text[: match.start()])
    places = (first_seen.get(singular(word)) for word in phrase[:3] if len(word) > 3)
    return any(place is not None and place < position for place in places)
