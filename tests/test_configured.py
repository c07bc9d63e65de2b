"""The settings under which commands work: the project's, the archive's own, the environment, and options."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pelican
import pytest
from invoke.exceptions import Exit

from commands.configured import ADDRESS, configuration, settings_of
from plugins.archive.setting_rules import RULES
from plugins.archive.settings import Edition


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The folder of records of an archive that sets nothing of its own yet."""
    made = tmp_path / "content"
    made.mkdir()
    write(made, "")
    return made


def write(content: Path, settings: str) -> Path:
    file = content.parent / "pelicanconf.py"
    file.write_text(settings, "utf-8")
    return file


def told(content: Path) -> str:
    """What the command ends with."""
    with pytest.raises(Exit) as end:
        settings_of(None, str(content))
    assert end.value.code == 2
    return str(end.value.message)


def test_the_edition_is_the_archives_own_where_the_call_names_none(content: Path) -> None:
    write(content, 'EDITION = "private"')
    assert settings_of(None, str(content)).edition is Edition.PRIVATE
    assert settings_of(None, str(content), "public").edition is Edition.PUBLIC


def test_an_edition_that_is_none_is_refused(content: Path) -> None:
    with pytest.raises(Exit) as end:
        settings_of(None, str(content), "secret")
    assert end.value.message == "--edition is 'secret'; it is public or private"


def test_the_address_of_the_site_may_stand_in_the_settings(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(ADDRESS, raising=False)
    write(content, 'SITEURL = "https://films.example/fog"')
    assert configuration("publishconf", content.parent)["SITEURL"] == "https://films.example/fog"


def test_the_environments_address_comes_before_it(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ADDRESS, "https://host.example")
    write(content, 'SITEURL = "https://films.example/fog"')
    assert configuration("publishconf", content.parent)["SITEURL"] == "https://host.example"


def test_an_address_that_is_none_is_told_with_where_it_was_given(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = "BAD-SETTING SITEURL is 'host.example'; it is the address of the site"
    file = write(content, '\nSITEURL = "host.example"')
    assert told(content).startswith(f"{file}:2:1: {message}")
    monkeypatch.setenv(ADDRESS, "host.example")
    assert told(content).startswith(f"{ADDRESS}: {message}")


def test_the_projects_own_address_reaches_the_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pelicanconf.SITEURL", "https://films.example/her")
    monkeypatch.delenv(ADDRESS, raising=False)
    assert configuration("publishconf")["SITEURL"] == "https://films.example/her"


def test_a_name_that_is_nearly_a_setting_is_told(content: Path) -> None:
    file = write(content, 'FLIM = "fog"\nARCHIV_NAV = []\nOTHER = 1\n')
    own = "A name of your own has small letters"
    assert told(content).splitlines() == [
        f"{file}:1:1: BAD-SETTING FLIM is no setting; did you mean FILM? {own}",
        f"{file}:2:1: BAD-SETTING ARCHIV_NAV is no setting; did you mean ARCHIVE_NAV? {own}",
    ]


@pytest.mark.parametrize(
    ("encoding", "first"), [("utf-8-sig", ""), ("latin-1", "# -*- coding: latin-1 -*-\n"), ("utf-8", "")]
)
def test_the_place_of_a_setting_is_told_in_any_encoding(content: Path, encoding: str, first: str) -> None:
    file = content.parent / "pelicanconf.py"
    file.write_bytes(f'{first}SITENAME = "Fög"; STUBS = "no"\n'.encode(encoding))
    assert told(content).startswith(f"{file}:{2 if first else 1}:19: BAD-SETTING STUBS is 'no'")


def test_a_setting_that_is_imported_is_told_where_that_is(content: Path) -> None:
    (content.parent / "mine_of_fog.py").write_text('no = "no"\n', "utf-8")
    lines = (
        "import sys",
        f"sys.path.insert(0, {str(content.parent)!r})",
        "from mine_of_fog import no as STUBS",
    )
    file = write(content, "\n".join(lines))
    assert told(content).startswith(f"{file}:3:25: BAD-SETTING STUBS is 'no'")


def test_settings_of_pelican_are_no_slips(content: Path) -> None:
    """By all names that stand in its code, and some that themes ask for."""
    named = {
        name
        for file in Path(pelican.__file__).parent.rglob("*.py")
        for name in re.findall(r"[\"']([A-Z][A-Z_]{2,})[\"']", file.read_text("utf-8"))
    }
    assert len(named) > 100
    own = {rule.name for rule in RULES}
    others = sorted({*named, "SITETITLE", "SITELOGO", "SEARCH_URL", "MENUITEMS", "SOCIAL"} - own)
    write(content, "\n".join(f"{name} = None" for name in others if name not in {"PATH", "THEME"}))
    settings_of(None, str(content))


def test_two_edits_in_one_second_are_two(content: Path) -> None:
    """Of equal length too: nothing compiled is taken for the file."""
    for name in ("fog", "tin"):
        file = write(content, f'FILM = "{name}"')
        os.utime(file, (1_000_000, 1_000_000))
        assert settings_of(None, str(content)).film == name
    assert [one.name for one in content.parent.iterdir() if one.name != "content"] == [file.name]


def test_no_place_for_results_is_none(content: Path) -> None:
    write(content, 'CACHE_PATH = ""')
    assert settings_of(None, str(content)).cache is None
