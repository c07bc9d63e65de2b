"""Stylesheets lose what only people need, and nothing else."""

from __future__ import annotations

from pathlib import Path

from plugins.incremental.styles import shorten_styles


def test_comments_and_blanks_go(tmp_path: Path) -> None:
    sheet = tmp_path / "css" / "fog.css"
    sheet.parent.mkdir()
    sheet.write_text("/* the fog */\n\n.fog {\n  color: var(--grey);\n}\n", "utf-8")
    shorten_styles(tmp_path)
    assert sheet.read_text("utf-8") == ".fog{color:var(--grey)}\n"
