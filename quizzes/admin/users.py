"""Accounts: administrators keep all of them, teachers those of students."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, UserCreationForm
from django.db.models import QuerySet
from django.http import HttpRequest

from quizzes.admin.scoping import FoundOr404
from quizzes.models import User

PERSON = ["display_name", "time_zone"]


class AccountForm(UserCreationForm):
    """A new account, with a password to begin with."""

    class Meta(UserCreationForm.Meta):
        model = User
        fields = ("username", "display_name")


class PasswordForm(AdminPasswordChangeForm):
    """A new password. Everyone here signs in by one, so it cannot be taken away."""

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(user, *args, **kwargs)
        self.fields.pop("usable_password", None)
        self.fields["password1"].required = self.fields["password2"].required = True


@admin.register(User)
class UserAdmin(FoundOr404, DjangoUserAdmin):
    """For a teacher, the students are all there are: no staff, no roles, no permissions."""

    readonly_fields = ["last_login", "date_joined"]
    add_form = AccountForm
    change_password_form = PasswordForm
    change_user_password_template = "admin/quizzes/user/password.html"
    list_display = ["username", "display_name", "is_active", "is_staff", "last_login"]
    search_fields = ["username", "display_name"]
    add_fieldsets = [
        (
            None,
            {
                "classes": ["wide"],
                "fields": ["username", "display_name", "password1", "password2"],
            },
        )
    ]
    students_fieldsets = [(None, {"fields": ["username", "password", *PERSON, "is_active"]})]
    fieldsets = [
        (None, {"fields": ["username", "password", *PERSON, "email"]}),
        (
            "What they may do",
            {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]},
        ),
        ("Dates", {"fields": ["last_login", "date_joined"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        users = super().get_queryset(request)
        if request.user.is_superuser:
            return users
        return users.filter(is_staff=False, is_superuser=False)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None or request.user.is_superuser:
            return super().get_fieldsets(request, obj)
        return self.students_fieldsets

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        hidden = set() if request.user.is_superuser else {"is_staff"}
        return [column for column in self.list_display if column not in hidden]

    def get_list_filter(self, request: HttpRequest) -> list[str]:
        return ["is_active", "is_staff", "groups"] if request.user.is_superuser else ["is_active"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or request.user.is_superuser or not _is_staff(obj))


def _is_staff(user: User) -> bool:
    return user.is_staff or user.is_superuser
