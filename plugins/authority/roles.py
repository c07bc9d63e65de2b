"""What stands behind ``role``: one job, in small letters, and no part."""

from __future__ import annotations

import re

from plugins.archive.entity import Kind
from plugins.authority.meant_entries import jobs_in
from plugins.authority.nearest import record_named
from plugins.authority.spot import Spot, each_in_its_own
from plugins.authority.words_for_keys import ROLES, form_of_role, role_of
from plugins.markdown_it.yaml_lines import in_entry

_CAPITALS = re.compile(
    r"(?:[A-Z][a-z'’-]+|of|the|and|&|[A-Z]\.)(?: (?:[A-Z][a-z'’-]+|of|the|and|&|[A-Z]\.))*"
)
"""A text in which each word has a capital, as titles and names are written."""


def role_advice(value: str, spot: Spot) -> str:
    """What to write for a role that is no job, or none as jobs are written; empty for one that is."""
    if jobs := jobs_in(value):
        return f"several jobs stand behind role; {each_in_its_own(jobs, spot)}"
    job = role_of(value)
    if job == "cast" and value != job:
        return f"whoever plays a part has the role cast; write role: cast{_and_the_part(spot)}"
    if job and value != value.lower():
        return f"a job is written in small letters; write role: {value.lower()}"
    if job != value and form_of_role(value).endswith("-by") and job:
        return f"{value!r} is no job; write role: {job}"
    if job in ROLES.values() or not _CAPITALS.fullmatch(value):
        return ""
    return _no_job(value, spot)


def _and_the_part(spot: Spot) -> str:
    has_part = "character" in spot.values or "character-name" in spot.values
    return "" if has_part else ", and which part behind character: (its id) or character-name: (its name)"


def _no_job(value: str, spot: Spot) -> str:
    """Advice for a text with capitals, which is a part or a job."""
    characters = [one for one in spot.by_id.values() if one.kind.kind is Kind.CHARACTER]
    if "character" in spot.keys and (found := record_named(value, characters)) is not None:
        return f"{value!r} is a part, and no job; write role: cast, and character: {found.id}"
    as_job = f"write role: {value.lower()}"
    if "character-name" not in spot.keys or " of " in value:
        return f"a job is written in small letters; {as_job}"
    as_part = f"role: cast, and character-name: {in_entry(value)}"
    return f"a job is written in small letters; {as_job}, or if it is the name of a part, {as_part}"
