"""The Tab key: what docs/editors.md promises of shells."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import ROOT, invoke
from tests.test_docs import tasks


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_script_for_each_shell(shell: str) -> None:
    """It asks invoke itself what may come next."""
    status, script, _ = invoke("--print-completion-script", shell)
    assert status == 0
    assert "invoke" in script
    assert "--complete --" in script
    assert f"--print-completion-script {shell}" in (ROOT / "docs" / "editors.md").read_text("utf-8")


def test_every_command_is_completed() -> None:
    _, offered, _ = invoke("--complete", "--", "invoke")
    assert set(tasks()) <= set(offered.split())


def test_the_options_of_a_command_are_completed() -> None:
    _, offered, _ = invoke("--complete", "--", "invoke check --")
    assert {"--content", "--format", "--library"} <= set(offered.split())


def test_bash_completes_a_command_that_has_begun() -> None:
    """As the Tab key asks for it, in a shell of its own."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("needs bash")
    typed = (
        'source <("$0" -m invoke --print-completion-script bash); COMP_WORDS=(invoke che); COMP_CWORD=1; '
        '_complete_invoke invoke che invoke; echo "${COMPREPLY[@]}"'
    )
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    done = subprocess.run(
        [bash, "-c", typed, sys.executable],
        cwd=ROOT,
        env={"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["check"], done.stderr
