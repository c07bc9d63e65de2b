"""A mistake in a template is told with the template and its line, wherever it was met."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from commands.template_faults import told
from plugins.incremental.workers import CORES, spread


def printing(folder: Path, text: str) -> Callable[[object], str]:
    """What prints a page with a template of that text, which another includes."""
    (folder / "_facts.html").write_text(text, "utf-8")
    (folder / "person.html").write_text("<h1>\n\n{% include '_facts.html' %}\n", "utf-8")
    environment = Environment(autoescape=True, loader=FileSystemLoader(folder))
    return lambda _: environment.get_template("person.html").render(record={})


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a\nb\n{% endif %}\n", 3, "Encountered unknown tag 'endif'"),
        ("a\n{{ 3|folded }}\n", 2, "No filter named 'folded'"),
        ("a\n{{ nothing.name }}\n", 2, "UndefinedError: 'nothing' is undefined"),
        ("a\nb\n\n{{ record.name.first }}\n", 4, "UndefinedError: 'dict object' has no attribute 'name'"),
        ("{{ 1 / 0 }}\n", 1, "ZeroDivisionError: division by zero"),
        ("\n{% include record.name %}", 2, "UndefinedError: 'dict object' has no attribute 'name'"),
    ],
)
@pytest.mark.parametrize("cores", ["1", "2"])
def test_a_mistake_is_told_with_its_line(
    text: str, line: int, message: str, cores: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CORES, cores)
    with pytest.raises(Exception) as fault:  # noqa: PT011 Jinja raises what it is given
        spread(printing(tmp_path, text), [1, 2])
    place = f"{tmp_path / '_facts.html'}:{line}:1"
    assert told(fault.value) == f"{place}: BAD-TEMPLATE {message}; mend the line"


def test_what_comes_from_no_template_is_told_as_it_is() -> None:
    assert told(OSError(28, "No space left on device")) == "OSError: [Errno 28] No space left on device"
