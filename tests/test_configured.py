"""The settings under which commands work: the project's, the archive's own, the environment, and options."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from invoke.exceptions import Exit

from commands.configured import ADDRESS, configuration, settings_of
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
