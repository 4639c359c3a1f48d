"""Signing in."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm


class SignInForm(AuthenticationForm):
    """Name and password, and whether to stay signed in on this device."""

    keep = forms.BooleanField(
        label="Keep me signed in for two weeks",
        required=False,
        help_text="Not on a computer that others use.",
    )
