"""Signing in and out."""

from typing import Any

from django.conf import settings
from django.contrib.auth import views
from django.http import HttpResponse

from quizzes.forms.accounts import SignInForm


class SignInView(views.LoginView):
    """Sign in for half a day, or for two weeks on request."""

    template_name = "quizzes/accounts/sign_in.html"
    form_class = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        if form.cleaned_data["keep"]:
            self.request.session.set_expiry(settings.KEEP_SIGNED_IN_AGE)
        return response
