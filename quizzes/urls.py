"""The addresses of the pages that students and teachers use."""

from django.contrib.auth import views as auth
from django.urls import include, path

from quizzes.views import accounts, library, scores, taking, teaching

account_patterns = [
    path("sign-in/", accounts.SignInView.as_view(), name="login"),
    path("sign-out/", auth.LogoutView.as_view(), name="logout"),
    path(
        "password/",
        auth.PasswordChangeView.as_view(template_name="quizzes/accounts/password.html"),
        name="password_change",
    ),
    path(
        "password/done/",
        auth.PasswordChangeDoneView.as_view(template_name="quizzes/accounts/password_done.html"),
        name="password_change_done",
    ),
]

app_patterns = [
    path("", library.library, name="library"),
    path("quizzes/<slug:slug>/", library.quiz, name="quiz"),
    path("quizzes/<slug:slug>/start/", library.start, name="start"),
    path("attempts/<uuid:attempt_id>/", taking.overview, name="attempt"),
    path("attempts/<uuid:attempt_id>/resume/", taking.resume, name="resume"),
    path("attempts/<uuid:attempt_id>/<int:position>/", taking.item, name="item"),
    path("attempts/<uuid:attempt_id>/<int:position>/save/", taking.save, name="save"),
    path("attempts/<uuid:attempt_id>/submit/", taking.submit, name="submit"),
    path("attempts/<uuid:attempt_id>/result/", taking.result, name="result"),
    path("scores/", scores.scores, name="scores"),
    path("teaching/", teaching.quizzes, name="teaching"),
    path("teaching/<slug:slug>/", teaching.results, name="results"),
]

urlpatterns = [
    path("accounts/", include(account_patterns)),
    path("", include((app_patterns, "quizzes"))),
]
