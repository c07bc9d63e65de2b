"""The code of templates is kept from build to build, and is used only where it is the right one."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from plugins.entity_pages.printing import Printer
from plugins.entity_pages.template_code import TemplateCode
from plugins.incremental.build import Build
from plugins.incremental.store import Store

TEMPLATES = {"page.html": "{{ name }} stands in the fog."}


def printed(build: Build, templates: dict[str, str] = TEMPLATES) -> str:
    """A page through templates whose code is that of the build, and what the next one needs is kept."""
    code = TemplateCode(build)
    environment = Environment(autoescape=True, loader=DictLoader(templates))
    Printer(environment, {}, code)
    text = environment.get_template("page.html").render(name="Amy")
    code.keep()
    return text


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "site.db")


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a template was read")

    monkeypatch.setattr(Environment, "compile", refuse)


@pytest.fixture
def kept(store: Store) -> Store:
    assert printed(Build("one", found=store)) == "Amy stands in the fog."
    return store


@pytest.mark.usefixtures("kept", "unread")
def test_a_template_whose_code_is_known_is_not_read(store: Store, tmp_path: Path) -> None:
    following = Store(tmp_path / "next.db")
    assert printed(Build("one", known=store, found=following)) == "Amy stands in the fog."
    assert printed(Build("one", known=following)) == "Amy stands in the fog."


@pytest.mark.parametrize(
    ("basis", "templates"),
    [("other", TEMPLATES), ("", TEMPLATES), ("one", {"page.html": "{{ name }} is gone."})],
    ids=["other code", "nothing known", "other words"],
)
@pytest.mark.usefixtures("kept", "unread")
def test_of_another_template_or_program_it_is_read(
    store: Store, basis: str, templates: dict[str, str]
) -> None:
    with pytest.raises(AssertionError, match="a template was read"):
        printed(Build(basis, known=store), templates)


@pytest.mark.parametrize(
    "written", [b"", b"\x00", b"no code", marshal.dumps("no table"), marshal.dumps({"page": 1})]
)
def test_what_is_no_code_is_made_anew(kept: Store, written: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Build, "recalled", lambda _, names: dict.fromkeys(names, written))
    assert printed(Build("one", known=kept)) == "Amy stands in the fog."
