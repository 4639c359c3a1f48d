"""Fold a typed answer to what it says: case, accents, quotes, spaces and titles do not count."""

import re
import unicodedata

# Dropped from the front of an answer: an article or a form of address changes nothing.
LEADING = frozenset(
    "a an the le la les l un une der die das ein eine el los las "
    "mr mrs ms mx miss dr prof sir dame lord lady president "
    "السيد السيده الدكتور الدكتوره".split()
)
# What Unicode does not decompose, but readers hold for the same letter.
ALIKE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"}
    | {"ى": "ي", "ة": "ه", "ٱ": "ا", "ک": "ك", "ی": "ي", "ـ": ""}
)
_APOSTROPHE = re.compile(r"(?<=\w)['’‘ʼʻ`](?=\w)")
_DOT_IN_ABBREVIATION = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")
_GROUPING = re.compile(r"(?<=\d)[, ٬](?=\d{3}(?!\d))")
_MINUS = re.compile(r"(?<!\w)[-−–](?=\d)")


def fold(text: str) -> str:
    """Lower-case words joined by single spaces, without accents, punctuation or a leading title.

    Empty when the text holds no letter or digit.
    """
    text = text.replace("´", "'")  # typed for an apostrophe; NFKC would make it a space
    folded = _without_accents(unicodedata.normalize("NFKC", text).casefold()).translate(ALIKE)
    for mark in (_APOSTROPHE, _DOT_IN_ABBREVIATION, _GROUPING):
        folded = mark.sub("", folded)
    spelled = "".join(map(_plain, _MINUS.sub("minus ", folded)))
    words = [word for word in spelled.split() if any(map(str.isalnum, word))]
    while len(words) > 1 and words[0] in LEADING:
        words = words[1:]
    return " ".join(words)


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(char for char in decomposed if not _is_accent(char))
    return unicodedata.normalize("NFC", bare)


def _is_accent(char: str) -> bool:
    """Whether a mark only adorns its letter, by its combining class.

    In Devanagari, Thai or kana a mark is half the letter: those have the classes left out.
    """
    order = unicodedata.combining(char)
    return 10 <= order <= 36 or order >= 200


def _plain(char: str) -> str:
    """A letter or the mark that belongs to it, a digit as 0 to 9, and a space for all else."""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return char if char.isalnum() or unicodedata.category(char) in {"Mn", "Mc"} else " "
