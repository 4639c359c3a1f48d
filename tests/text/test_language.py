import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.text.language import direction, guess

GUESSES = {
    "English": ("The ferry was late and it had to turn back.", "en"),
    "French": ("Le bateau est en retard et il doit rentrer avec les passagers.", "fr"),
    "German": ("Das Schiff ist nicht mit dem Wagen auf der Insel und wartet.", "de"),
    "Spanish": ("El barco no está en el puerto y los viajeros se quedan con el guía.", "es"),
    "Italian": ("Il traghetto non è arrivato e gli ospiti sono nel porto con la guida.", "it"),
    "Portuguese": ("O navio não está no porto e os viajantes ficam em uma casa.", "pt"),
    "Dutch": ("Het schip is niet op tijd en de reizigers zijn aan het wachten.", "nl"),
    "Turkish": ("Gemi ve yolcular için bir liman daha olarak bu yer çok büyük.", "tr"),
    "Arabic": ("قال الوزير إن الجسر في المدينة مفتوح منذ أمس", "ar"),
    "Persian": ("این پل در شهر است و برای مردم باز شد", "fa"),
    "Urdu": ("یہ پل شہر میں ہے اور لوگوں کے لیے کھلا ہے", "ur"),
    "Hebrew": ("הגשר נפתח אתמול", "he"),
    "Russian": ("Мост открыт, и это не всё, что он сказал.", "ru"),
    "Ukrainian": ("Міст відкрито, і це не все, що він сказав та зробив.", "uk"),
    "Greek": ("Η γέφυρα άνοιξε", "el"),
    "Hindi": ("पुल खुल गया है", "hi"),
    "Japanese": ("橋が開通しました。政府発表。", "ja"),
    "Chinese": ("大桥昨天重新开放", "zh"),
    "Korean": ("다리가 다시 열렸다", "ko"),
    "Latin letters alone": ("Zzyzx", "en"),
    "English with a foreign name": ("The minister is مصطفى and he said that it is over.", "en"),
    "script without a table": ("ქართული", "und"),
    "digits": ("2021 – 30", "und"),
    "nothing": ("", "und"),
}

DIRECTIONS = {
    "en": "ltr",
    "ar": "rtl",
    "ar-EG": "rtl",
    "fa_IR": "rtl",
    "ur": "rtl",
    "he": "rtl",
    "az-Arab": "rtl",
    "ur-Latn-PK": "ltr",
    "und": "ltr",
    "": "ltr",
}


@pytest.mark.parametrize(("text", "language"), GUESSES.values(), ids=GUESSES)
def test_the_language_is_guessed_from_script_and_small_words(text, language):
    assert guess(text) == language


@pytest.mark.parametrize(("language", "expected"), DIRECTIONS.items())
def test_a_language_runs_as_its_script_does(language, expected):
    assert direction(language) == expected


@given(st.text())
def test_every_text_has_a_language_code(text):
    assert guess(text).isalpha()
