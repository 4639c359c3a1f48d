"""From bytes or a paste to clean text, or a sentence that says why it cannot be read."""

import re
import unicodedata

MAX_BYTES = 1_000_000
MAX_WORDS = 20_000

# What files are when they are no text, by their first bytes.
SIGNATURES = {
    b"%PDF": "a PDF file",
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x1f\x8b": "a compressed file (gzip)",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "a rich text (RTF) document",
}
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_WEB_PAGE = re.compile(r"\s{0,99}<(?:!doctype html|html)\b", re.IGNORECASE)

_LINE_END = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Soft hyphen, zero-width space, word joiner, byte order mark, bidirectional and other controls,
# and halves of surrogate pairs, which no file could hold.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff"
    "\ud800-\udfff]"
)
# Where marks may be piled on one letter; to sort very many takes time with their square.
_PILE = re.compile(r"[^\w\s!-~]{31,}")
MAX_MARKS = 30  # as in Unicode's stream-safe format


class Unreadable(ValueError):
    """The text cannot be taken in; the message says why, and what to do about it."""


def decode(raw: bytes) -> str:
    """The text of a file in UTF-8 as it stands, without a byte order mark; else ``Unreadable``."""
    _refuse_size(len(raw))
    for signature, kind in SIGNATURES.items():
        if raw.startswith(signature):
            raise Unreadable(f"This is {kind}, not plain text: copy the article's text out of it.")
    if raw.startswith(_UTF_16):
        raise Unreadable("This text is in UTF-16: save it with the encoding UTF-8.")
    if b"\x00" in raw:
        raise Unreadable("This is a binary file, not plain text.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("This text is not in UTF-8: save it with the encoding UTF-8.") from error
    readable(text)
    return text


def readable(text: str) -> str:
    """The text cleaned; ``Unreadable`` when nothing is in it, too much, or no plain text."""
    _refuse_size(len(text))
    _refuse_size(len(text.encode("utf-8", "surrogatepass")))
    if "\x00" in text:
        raise Unreadable("This holds NUL characters, which no plain text does.")
    if _WEB_PAGE.match(text):
        raise Unreadable(
            "This is the source of a web page: open it in a browser and copy the article's text."
        )
    cleaned = clean(text)
    count = len(cleaned.split())
    if count == 0:
        raise Unreadable("There is no text here.")
    if count > MAX_WORDS:
        raise Unreadable(
            f"This text has {count:,} words; an article may have at most {MAX_WORDS:,}."
        )
    return cleaned


def clean(text: str) -> str:
    """The same words in NFC, with plain spaces and line breaks and nothing invisible.

    The joiners U+200C and U+200D stay: scripts and emoji need them.
    """
    spaced = _SPACE.sub(" ", _LINE_END.sub("\n", text))
    return unicodedata.normalize("NFC", _PILE.sub(_thinned, _INVISIBLE.sub("", spaced)))


def _thinned(pile: re.Match[str]) -> str:
    kept, marks = [], 0
    for char in pile[0]:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= MAX_MARKS:
            kept.append(char)
    return "".join(kept)


def _refuse_size(size: int) -> None:
    if size > MAX_BYTES:
        raise Unreadable(f"This is too large: an article may have at most {MAX_BYTES // 10**6} MB.")
