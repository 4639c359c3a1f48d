"""Where quoted words stand in a passage, and where they go when the passage is edited.

Curly and straight quotation marks are the same here, and so is any white space.
"""

import unicodedata

Place = tuple[int, int]

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_ALIKE = str.maketrans("‘’‚‛′“”„‟″–—‑", "'''''\"\"\"\"\"---")


def occurrences(text: str, quote: str) -> list[Place]:
    """Start and end, in ``text``, of the places that say ``quote``: the first two, at most.

    Two are enough to know that the quote is not precise.
    """
    sought, _ = _plain(unicodedata.normalize("NFC", quote).translate(_INVISIBLE).strip())
    said, places = _plain(text)
    starts = _finds(said, sought) if sought else []
    return [(places[start], places[start + len(sought) - 1] + 1) for start in starts]


def moved(before: str, after: str, place: Place) -> Place | None:
    """Where the words at ``place`` of ``before`` stand in ``after``.

    ``None`` when they are gone, or stand there more than once and the edit may have touched them.
    """
    found = occurrences(after, before[slice(*place)])
    if len(found) == 1:
        return found[0]
    start, end = place
    shift = len(after) - len(before)
    if after[:end] == before[:end]:
        return place
    if start + shift >= 0 and after[start + shift :] == before[start:]:
        return start + shift, end + shift
    return None


def _plain(text: str) -> tuple[str, list[int]]:
    """The text with marks and white space made alike, and the index each character came from."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text.translate(_ALIKE)):
        if not character.isspace():
            characters.append(character)
        elif characters and characters[-1] == " ":
            continue
        else:
            characters.append(" ")
        places.append(place)
    return "".join(characters), places


def _finds(text: str, sought: str) -> list[int]:
    first = text.find(sought)
    second = text.find(sought, first + 1) if first >= 0 else -1
    return [start for start in (first, second) if start >= 0]
