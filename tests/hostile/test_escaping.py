"""Every value is escaped: no environment, no template and no module says otherwise without a reason."""

from __future__ import annotations

import ast
import inspect
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment

from plugins.entity_pages.plugin import escape_everything, register
from plugins.entity_pages.printing import Printer
from tests.building import ROOT
from tests.hostile.material import values

TEMPLATES = sorted((ROOT / "theme" / "templates").glob("*.html"))

MADE_OF_VALUES = {
    "plugins/citing/reference.py": (2, "formatted by a library, and values put in, all escaped before"),
    "plugins/linked_data/json_ld.py": (1, "JSON in which every sign of HTML is an escape"),
    "plugins/entity_pages/portrait.py": (1, "drawn from numbers and one of three words"),
    "plugins/entity_pages/printing.py": (1, "what a macro printed, whose values are escaped"),
    "plugins/markdown_it/render.py": (3, "sanitised by allowed.py"),
    "plugins/mentions/articles.py": (1, "only to take the tags off; words without Markup come back"),
    "plugins/search_index/articles.py": (1, "only to take the tags off; words without Markup come back"),
}
"""Where ``Markup`` is made of anything but words in the code: how often, and why that is safe.

Whoever adds one says here why. ``Markup("…{}…").format(value)`` needs no reason: it escapes the value.
"""


def environment() -> Environment:
    """One with the settings that Pelican gives to its own."""
    import pelicanconf

    settings: dict[str, Any] = pelicanconf.JINJA_ENVIRONMENT
    return Environment(**settings)  # noqa: S701 whether it is on is what is tested


def modules() -> list[Path]:
    return sorted((ROOT / "plugins").rglob("*.py"))


def calls_of_markup(module: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"Markup", "markupsafe.Markup"}:
            yield node


def is_of_words(call: ast.Call) -> bool:
    """Whether a call has nothing but words of the code, or nothing."""
    return all(isinstance(one, ast.Constant) for one in call.args) and not call.keywords


def test_markup_is_made_of_values_only_where_a_reason_is_given() -> None:
    found = Counter(
        module.relative_to(ROOT).as_posix()
        for module in modules()
        for call in calls_of_markup(module)
        if not is_of_words(call)
    )
    assert found == {path: count for path, (count, _) in MADE_OF_VALUES.items()}


def test_no_module_has_another_name_for_markup() -> None:
    """Under another name the test above would not see it."""
    found = [
        f"{module.relative_to(ROOT)}:{node.lineno}"
        for module in modules()
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        and node.module == "markupsafe"
        and any(one.asname or one.name not in {"Markup", "escape"} for one in node.names)
    ]
    assert found == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_no_template_says_that_a_value_is_safe(template: Path) -> None:
    """Neither a filter nor a block; and no value stands where escaping does not reach."""
    text = re.sub(r"\{#.*?#\}", "", template.read_text("utf-8"), flags=re.DOTALL)
    assert re.findall(r"\|\s*safe\b|autoescape|\|\s*forceescape|\bMarkup\b|\|\s*unescape", text) == []
    assert re.findall(r"<style\b|\sstyle\s*=|\son[a-z]+\s*=|javascript:|srcdoc", text) == []
    assert re.findall(r"\s[\w-]+\s*=\s*\{\{", text) == [], "an attribute without quotation marks around it"
    scripts = re.findall(r"<script\b([^>]*)>(.*?)</script>", text, re.DOTALL)
    assert all(
        ("src=" in attributes and not inside.strip()) or "ld+json" in attributes
        for attributes, inside in scripts
    )


def test_the_settings_turn_escaping_on_for_every_template() -> None:
    assert environment().autoescape is True


def test_escaping_is_on_whatever_the_settings_say() -> None:
    """Somebody may give templates an extension, and forget what stood beside it."""
    env = Environment(autoescape=False)  # noqa: S701 it is about to be mended
    escape_everything(SimpleNamespace(env=env))
    assert env.from_string("{{ word }}").render(word="<b>") == "&lt;b&gt;"
    assert "generator_init.connect(escape_everything)" in inspect.getsource(register)


def test_no_module_makes_an_environment_of_its_own() -> None:
    """Every page is rendered by Pelican's, which has our settings; the tests' is made of the same."""
    found = [
        f"{module.relative_to(ROOT)}:{node.lineno}"
        for module in modules()
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).rpartition(".")[2]
        in {"Environment", "Template", "from_string", "NativeEnvironment"}
    ]
    assert found == []


TEMPLATE = """\
{% macro link(value) %}<i title="{{ value }}">{{ value }}</i>{% endmacro %}
{% set kept %}<b>{{ value }}</b>{% endset %}
<p title="{{ value }}">{{ value }}{{ link(value) }}{{ kept }}{{ value ~ "." }}{{ [value]|join(", ") }}</p>
"""
"""A value in each of the ways in which our templates print one."""


@pytest.mark.parametrize("value", values(), ids=ascii)
@pytest.mark.parametrize("quicker", [False, True], ids=["as Jinja prints", "as our printer prints"])
def test_a_value_in_a_template_is_text_in_elements_and_in_attributes(value: str, quicker: bool) -> None:
    of_pages = environment()
    if quicker:
        Printer(of_pages, {})
    html = of_pages.from_string(TEMPLATE).render(value=value)
    text, quoted = r"[^<>]*", r'"[^"<>]*"'
    wanted = f"<p title={quoted}>{text}<i title={quoted}>{text}</i><b>{text}</b>{text}</p>"
    assert re.fullmatch(wanted, html.strip())
