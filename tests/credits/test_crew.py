"""The tables of forms, as they are read."""

from __future__ import annotations

from plugins.credits.cast import FORMS as CAST_FORMS
from plugins.credits.crew import FORMS as CREW_FORMS
from plugins.credits.crew import SPOKEN
from plugins.credits.jobs import ROLES


def test_every_form_of_the_crew_tells_a_role_or_has_words_for_one() -> None:
    roles = {role.name for role in ROLES}
    for form in (*CREW_FORMS, *SPOKEN):
        assert form.role in roles or (not form.role and "job" in form.pattern.groups), form


def test_every_form_has_somebody_to_credit() -> None:
    people = {"who", "too", "they", "name"}
    for pattern in [form.pattern for form in CAST_FORMS] + [form.pattern for form in CREW_FORMS]:
        assert people & pattern.groups, pattern


def test_every_form_of_the_cast_has_a_part_or_is_one_of_people_alone() -> None:
    parts = {"part", "it", "said"}
    for form in CAST_FORMS:
        assert parts & form.pattern.groups or form.alone or form.called, form
