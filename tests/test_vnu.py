"""The Nu HTML checker finds no error on any page or style sheet, where java and the checker are there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.building import ROOT

JAR = "INTERTITLE_VNU"
"""The environment variable that names vnu.jar; without it, the one that npm installs is looked for."""


@pytest.fixture(scope="module")
def vnu() -> list[str]:
    """The command that starts the checker."""
    if shutil.which("java") is None:
        pytest.skip("needs java for the HTML checker")
    named = os.environ.get(JAR)
    jars = [Path(named)] if named else sorted((ROOT / "node_modules" / "vnu-jar").rglob("vnu.jar"))
    if not jars:
        pytest.skip(f"needs the HTML checker: name vnu.jar in {JAR}, or run npm install --no-save vnu-jar")
    return ["java", "-jar", str(jars[0]), "--format", "json", "--exit-zero-always"]


def messages(vnu: list[str], *arguments: str) -> list[dict[str, Any]]:
    """What the checker has to say, remarks on style left out."""
    done = subprocess.run([*vnu, *arguments], capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [message for message in found if message["type"] != "info" or message.get("subType") == "warning"]


def told(message: dict[str, Any]) -> str:
    return f"{message['url']}:{message.get('lastLine')}: {message['type']} {message['message']}"


@pytest.mark.parametrize("edition", ["built_site", "private_site"])
def test_every_page_is_valid_html(vnu: list[str], edition: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(edition)
    found = messages(vnu, "--skip-non-html", str(folder))
    assert [told(message) for message in found if message["type"] != "info"] == []


def test_every_style_sheet_is_valid_css(vnu: list[str], built_site: Path) -> None:
    sheets = [str(sheet) for sheet in sorted(built_site.rglob("*.css"))]
    assert sheets != []
    assert [told(message) for message in messages(vnu, "--css", *sheets) if message["type"] != "info"] == []
