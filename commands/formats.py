"""Faults as the options of a command want them told, and options that are refused."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import PurePath

from invoke.exceptions import Exit

from plugins.archive.errors import Problem


def refuse_unknown(option: str, value: str, known: Collection[str]) -> None:
    """End the command with status 2 where an option has a value that is none of ``known``."""
    if value not in known:
        raise Exit(f"--{option} is {value!r}; it is {', '.join(known)}", 2)


def as_typed(problems: Iterable[Problem], content: str) -> tuple[Problem, ...]:
    """The faults of a folder of records, under the path by which a call named it from where it was given.

    Those of a folder that was named by no path, or by a whole one, stay as they are.
    """
    around = PurePath(content).parent
    if around.is_absolute() or PurePath(content).name in {"", ".."}:
        return tuple(problems)
    return tuple(replace(one, path=(around / one.path).as_posix()) for one in problems)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines; whoever reads only the first of them, as `head` does, is not told of the rest."""
    try:
        for one in lines:
            print(one)
        sys.stdout.flush()
    except BrokenPipeError:
        # Else Python would try once more when it ends, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _as_text(problems: tuple[Problem, ...]) -> None:
    print_lines(map(str, problems))


def _as_json(problems: tuple[Problem, ...]) -> None:
    keys = ("path", "line", "col", "code", "message")
    found = [{key: getattr(one, key) for key in keys} for one in problems]
    print_lines([json.dumps(found, ensure_ascii=False)])


def _as_github(problems: tuple[Problem, ...]) -> None:
    print_lines(_annotation(one) for one in problems)


def _annotation(one: Problem) -> str:
    # A workflow command ends with its line and has its own way of writing a percent sign.
    message = one.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::error file={one.path},line={one.line},col={one.col},title={one.code}::{message}"


FORMATS = {"text": _as_text, "json": _as_json, "github": _as_github}
"""How faults are printed, by the value of ``--format``."""
