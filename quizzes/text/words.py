"""Words as plain strings: lists of them, and the words of a text."""

import re


def word_set(words: str) -> frozenset[str]:
    """The words of a space-separated list."""
    return frozenset(words.split())


def words_of(text: str) -> list[str]:
    """The words of a text in lower case; an apostrophe ends a word."""
    return re.findall(r"[^\W\d_]+", text.lower())


def singular(word: str) -> str:
    """An English word without its plural s, well enough to recognise it again."""
    return word[:-1] if word.endswith("s") and len(word) > 4 else word
