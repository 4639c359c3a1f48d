"""Which language a text is in, and which way it runs."""

import re
from collections import Counter
from collections.abc import Mapping

RIGHT_TO_LEFT = frozenset(["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"])
RIGHT_TO_LEFT_SCRIPTS = frozenset(["arab", "aran", "hebr", "nkoo", "syrc", "thaa"])

UNKNOWN = "und"
# How much of a text is looked at.
SAMPLE = 20_000

# Script, its letters, and the languages written in it that the words below can tell apart; the
# first is the guess when no word does.
SCRIPTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"[a-zA-Z\u00c0-\u024f]", ("en", "fr", "de", "es", "it", "pt", "nl", "sv", "pl", "tr", "id")),
    (r"[\u0600-\u06ff\u0750-\u077f]", ("ar", "fa", "ur")),
    (r"[\u0400-\u04ff]", ("ru", "uk", "bg")),
    (r"[\u0590-\u05ff]", ("he",)),
    (r"[\u0370-\u03ff]", ("el",)),
    (r"[\u0900-\u097f]", ("hi",)),
    (r"[\u0980-\u09ff]", ("bn",)),
    (r"[\u0b80-\u0bff]", ("ta",)),
    (r"[\u0e00-\u0e7f]", ("th",)),
    (r"[\uac00-\ud7af]", ("ko",)),
    (r"[\u3040-\u30ff]", ("ja",)),
    (r"[\u4e00-\u9fff]", ("zh",)),
)
# Japanese is Chinese characters with kana between them.
_KANA, _HAN = SCRIPTS[-2][0], SCRIPTS[-1][0]

WORDS: Mapping[str, str] = {
    "en": "the of and to in that is was for with on as by at from are were has have not be it this",
    "fr": "le la les des et est une dans que qui pour pas sur au du avec par il elle sont ont été",
    "de": "der die das und ist nicht ein eine mit von den dem auf für im zu sich des auch wurde",
    "es": "el los las que y en una por con para del se su al lo como más fue este pero han sus",
    "it": "il di che è una per non con del della sono gli nel alla dei più ha le si anche come",
    "pt": "o os que e do da em um uma para com não por dos das no na se foi mais ao ele são",
    "nl": "de het een van en dat niet is op te zijn voor met die aan er door naar ook werd bij",
    "sv": "och att det som en på är av för med den till inte har om ett var han från men",
    "pl": "i w na z nie się że do to jest o po przez od za jak był ma które dla oraz",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi sonra kadar ise ne her olduğu",
    "id": "yang dan di itu dengan untuk dari pada ini tidak dalam akan adalah ke telah oleh juga",
    "ar": "في من على إلى أن التي الذي عن هذا هذه ما لا كان مع قال بعد قد وقد كما أو بين ذلك",
    "fa": "و در به از که این را با است آن برای یک خود تا بر بود شد شده هم نیز می کرد",
    "ur": "کے کی میں ہے کہ سے اور کو نے ہیں کا پر یہ اس بھی تھا گیا کر ایک نہیں",
    "ru": "и в на не что с по он как из у это за от для его был было но она также",
    "uk": "і в на не що з та до як у це за від для його був було але вона також є",
    "bg": "и в на не че с за от се да е са по като през той тя към беше който",
}
_VOTERS = {language: frozenset(words.split()) for language, words in WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")


def base(language: str) -> str:
    """The language part of a code: ``ar`` of ``ar-EG``, ``pt`` of ``pt_BR``."""
    return language.replace("_", "-").split("-")[0].lower()


def direction(language: str) -> str:
    """``rtl`` or ``ltr``, by the script or the language of a code: ``ar-EG``, ``az-Arab``."""
    subtags = language.replace("_", "-").lower().split("-")[1:]
    scripts = [subtag for subtag in subtags if len(subtag) == 4 and subtag.isalpha()]
    if scripts:
        return "rtl" if scripts[0] in RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if base(language) in RIGHT_TO_LEFT else "ltr"


def guess(text: str) -> str:
    """The code of the language, by script and then by its commonest words.

    English when the letters are Latin and no word tells; ``und`` without a letter we know.
    """
    sample = text[:SAMPLE]
    letters = {script: len(re.findall(script, sample)) for script, _ in SCRIPTS}
    if letters[_KANA] and letters[_HAN]:
        letters[_KANA] += letters[_HAN]
    script, languages = max(SCRIPTS, key=lambda entry: letters[entry[0]])
    return _most_voted(sample, languages) if letters[script] else UNKNOWN


def _most_voted(sample: str, languages: tuple[str, ...]) -> str:
    words = Counter(_WORD.findall(sample.casefold()))
    votes = {
        language: sum(words[word] for word in _VOTERS.get(language, ())) for language in languages
    }
    return max(languages, key=lambda language: votes[language])
