"""Importing an article: its text and what is known of it, then what was read of it."""

from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from quizzes.articles import Source
from quizzes.models import Article
from quizzes.models.article import validate_language
from quizzes.text.clean import MAX_BYTES, Unreadable, decode, readable
from quizzes.text.scrape import Scrape, read

WIDE = {"class": "vTextField"}


class RawText(forms.Field):
    """Text just as it was pasted; whether it is any good, ``decode`` says."""

    widget = forms.Textarea

    def to_python(self, value: str | None) -> str:
        return (value or "").replace("\r\n", "\n")


class Day(forms.DateField):
    """A date, by the browser's own picker where it has one."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        invalid = {"invalid": "Write the date as 2021-12-30."}
        super().__init__(widget=widget, required=False, error_messages=invalid, **kwargs)


def _length(field: str) -> int | None:
    return Article._meta.get_field(field).max_length


class ImportForm(forms.Form):
    """A text to read as an article, and what its teacher knows of it better than the text does.

    When it is valid, its data hold the ``text`` that was given and the ``scrape`` read in it.
    """

    text = RawText(
        required=False,
        help_text="Paste the article as it is: bylines, image credits and the like are found and "
        "shown to you before anything is saved.",
        widget=forms.Textarea(attrs={"rows": 16, "class": "vLargeTextField", "dir": "auto"}),
    )
    file = forms.FileField(
        label="or a file",
        required=False,
        help_text="A plain text file (.txt), saved as UTF-8.",
        widget=forms.FileInput(attrs={"accept": ".txt,text/plain"}),
        error_messages={"empty": "This file is empty."},
    )
    title = forms.CharField(
        required=False,
        max_length=_length("title"),
        help_text="Empty: it is found in the text.",
        widget=forms.TextInput(attrs=WIDE | {"dir": "auto"}),
    )
    published_on = Day(help_text="Empty: it is found in the text, when it says.")
    language = forms.CharField(
        required=False,
        max_length=_length("language"),
        validators=[validate_language],
        help_text="A code, such as en, ar or pt-br. Empty: it is found by the text.",
    )
    source_name = forms.CharField(
        label="Source",
        required=False,
        max_length=_length("source_name"),
        help_text="Who published it.",
        widget=forms.TextInput(attrs=WIDE),
    )
    source_url = forms.URLField(
        label="Address",
        required=False,
        max_length=_length("source_url"),
        assume_scheme="https",
        help_text="Where it can be read on the web. Dateline never opens it.",
        widget=forms.URLInput(attrs=WIDE),
    )
    rights = forms.CharField(
        required=False,
        max_length=_length("rights"),
        help_text="Who holds the rights, and what they allow.",
        widget=forms.TextInput(attrs=WIDE),
    )

    def clean(self) -> dict[str, Any]:
        super().clean()
        if "file" in self.errors:
            return self.cleaned_data
        field = "file" if self.cleaned_data.get("file") else "text"
        try:
            self.cleaned_data["text"] = self._given()
            self.cleaned_data["scrape"] = self._read()
        except Unreadable as error:
            self.add_error(field, ValidationError(str(error)))
        return self.cleaned_data

    def source(self) -> Source:
        """Where the text comes from."""
        known = self.cleaned_data
        return Source(known["source_name"], known["source_url"], known["rights"])

    def _given(self) -> str:
        """The text, wherever it was given."""
        upload, pasted = self.cleaned_data.get("file"), self.cleaned_data["text"]
        if upload and pasted.strip():
            raise Unreadable("Paste a text or choose a file, not both.")
        if upload:
            return decode(upload.read(MAX_BYTES + 1))
        if not pasted.strip():
            raise Unreadable("Paste the text of an article, or choose a file.")
        return readable(pasted)

    def _read(self) -> Scrape:
        known = self.cleaned_data
        return read(
            known["text"],
            title=known.get("title") or None,
            published_on=known.get("published_on"),
            language=known.get("language") or None,
        )


class ConfirmForm(ImportForm):
    """The same text again, hidden, with the title and the date it is to be kept under."""

    file = None  # type: ignore[assignment]  # how Django drops an inherited field
    kept_title = forms.CharField(
        label="Title",
        max_length=_length("title"),
        error_messages={"required": "An article needs a title."},
        widget=forms.TextInput(attrs=WIDE | {"dir": "auto"}),
    )
    kept_date = Day(label="Published on", help_text="Leave it empty when nobody knows.")

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for name in ImportForm.base_fields:
            if name in self.fields:
                self.fields[name].widget = forms.HiddenInput()
        self.fields["text"].widget = forms.Textarea(attrs={"hidden": True})

    @classmethod
    def of(cls, form: ImportForm) -> "ConfirmForm":
        """What was read, ready to be confirmed."""
        scrape = form.cleaned_data["scrape"]
        kept = {"kept_title": scrape.title, "kept_date": scrape.published_on}
        return cls(initial=form.cleaned_data | kept)

    def kept(self) -> Scrape:
        """What was read, under the title and the date that were confirmed."""
        known = self.cleaned_data
        return replace(known["scrape"], title=known["kept_title"], published_on=known["kept_date"])
