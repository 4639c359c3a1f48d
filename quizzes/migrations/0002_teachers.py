"""The group Teachers, with what its members may do in the admin."""

from django.db import migrations

NAME = "Teachers"
FULL = ("add", "change", "delete", "view")
MAY = {
    "article": FULL,
    "passage": FULL,
    "event": FULL,
    "question": FULL,
    "evidence": FULL,
    "option": FULL,
    "quiz": FULL,
    "quizquestion": FULL,
    "quizversion": ("view",),
    "attempt": ("view",),
    "response": ("view",),
    "user": ("add", "change", "view"),
}


def create_group(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    group, _ = Group.objects.get_or_create(name=NAME)
    group.permissions.add(*(_permission(apps, *each) for each in _allowed()))


def delete_group(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name=NAME).delete()


def _allowed():
    return [(model, action) for model, actions in MAY.items() for action in actions]


def _permission(apps, model, action):
    """Django makes permissions only after all migrations; the group needs its own before."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    content_type, _ = ContentType.objects.get_or_create(app_label="quizzes", model=model)
    verbose_name = apps.get_model("quizzes", model)._meta.verbose_name
    permission, _ = Permission.objects.get_or_create(
        content_type=content_type,
        codename=f"{action}_{model}",
        defaults={"name": f"Can {action} {verbose_name}"},
    )
    return permission


class Migration(migrations.Migration):
    dependencies = [
        ("quizzes", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(create_group, delete_group)]
