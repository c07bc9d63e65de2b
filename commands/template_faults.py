"""An error that comes from a template of the theme, told with the template and its line."""

from __future__ import annotations

import re
from pathlib import Path
from traceback import format_exception

from jinja2 import TemplateSyntaxError

from commands.places import short

BAD_TEMPLATE = "BAD-TEMPLATE"
"""The code of a template that cannot be read, or that asks for something that is not there."""

_IN_TEMPLATE = re.compile(r'^ *File "(?P<file>[^"\n]+\.(?:html|xml))", line (?P<line>\d+)', re.MULTILINE)
"""A step of a traceback in a template: Jinja names the line there and not that of the code made from it."""

_IN_CODE = re.compile(r'^ *File "[^"\n]+/(?:plugins|commands)/[^"\n]+\.py", line \d+', re.MULTILINE)
"""A step of a traceback in code of ours."""


def told(fault: BaseException) -> str:
    """An error in a line: its place where it comes from a template, else what kind of error it is."""
    what = f"{type(fault).__name__}: {fault}"
    place = _place_of(fault)
    if place is None:
        return what
    message = fault.message if isinstance(fault, TemplateSyntaxError) else what
    return f"{short(Path(place[0]))}:{place[1]}:1: {BAD_TEMPLATE} {str(message).rstrip('.')}; mend the line"


def _place_of(fault: BaseException) -> tuple[str, int] | None:
    if isinstance(fault, TemplateSyntaxError) and fault.filename:
        return fault.filename, fault.lineno
    # Of an error in another process only the words of its traceback are here.
    told = "".join(format_exception(fault))
    steps = list(_IN_TEMPLATE.finditer(told))
    # What code of ours that a template calls does wrong is no mistake of the template.
    if not steps or _IN_CODE.search(told[steps[-1].end() :].partition("\n\n")[0]):
        return None
    return steps[-1]["file"], int(steps[-1]["line"])
