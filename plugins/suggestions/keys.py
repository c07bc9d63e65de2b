"""Answers read from a terminal, one key each, or from lines that somebody pipes in."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TextIO

from plugins.archive.errors import SettingFault


def reader_of(stdin: TextIO | None, say: Callable[[str], object]) -> Callable[[str, bool], str | None]:
    """What reads the answers to questions; ``say`` prints a prompt without a line end.

    Raises:
        SettingFault: nobody is there to answer: no terminal, and nothing piped in.
    """
    if stdin is not None and stdin.isatty():
        return _of_terminal(stdin, say)
    first = stdin.readline() if stdin is not None and not stdin.closed else ""
    if stdin is None or not first:
        raise SettingFault("--interactive asks, and here is neither a terminal nor a piped answer")
    return _of_lines(stdin, first, say)


def _of_lines(stdin: TextIO, first: str, say: Callable[[str], object]) -> Callable[[str, bool], str | None]:
    waiting = [first]

    def read(prompt: str, _: bool) -> str | None:
        line = waiting.pop() if waiting else stdin.readline()
        say(f"{prompt}{line.strip()}\n")
        return line or None

    return read


def _of_terminal(stdin: TextIO, say: Callable[[str], object]) -> Callable[[str, bool], str | None]:
    def read(prompt: str, several: bool) -> str | None:
        say(prompt)
        if several or sys.platform == "win32":
            return stdin.readline() or None
        key = _key(stdin)
        if key in {"\x03", "\x04", ""}:
            say("\n")
            return None
        say(f"{key if key.isprintable() else ''}\n")
        return key

    return read


def _key(stdin: TextIO) -> str:
    """One key, without waiting for a line end; the terminal is left as it was."""
    if sys.platform == "win32":
        return stdin.readline()
    import termios
    import tty

    number = stdin.fileno()
    before = termios.tcgetattr(number)
    try:
        # What was typed ahead stays: keys are pressed faster than sentences are shown.
        tty.setcbreak(number, termios.TCSADRAIN)
        return stdin.read(1)
    finally:
        termios.tcsetattr(number, termios.TCSADRAIN, before)
