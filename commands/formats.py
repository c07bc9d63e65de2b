"""Faults as the options of a command want them told, and options that are refused."""

from __future__ import annotations

import json
from collections.abc import Collection

from invoke.exceptions import Exit

from plugins.archive.errors import Problem


def refuse_unknown(option: str, value: str, known: Collection[str]) -> None:
    """End the command with status 2 where an option has a value that is none of ``known``."""
    if value not in known:
        raise Exit(f"--{option} is {value!r}; it is {', '.join(known)}", 2)


def _as_text(problems: tuple[Problem, ...]) -> None:
    for one in problems:
        print(one)


def _as_json(problems: tuple[Problem, ...]) -> None:
    keys = ("path", "line", "col", "code", "message")
    print(json.dumps([{key: getattr(one, key) for key in keys} for one in problems], ensure_ascii=False))


def _as_github(problems: tuple[Problem, ...]) -> None:
    for one in problems:
        # A workflow command ends with its line and has its own way of writing a percent sign.
        message = one.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        print(f"::error file={one.path},line={one.line},col={one.col},title={one.code}::{message}")


FORMATS = {"text": _as_text, "json": _as_json, "github": _as_github}
"""How faults are printed, by the value of ``--format``."""
