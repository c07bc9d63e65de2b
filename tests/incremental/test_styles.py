"""Styles and scripts lose what only people need, and nothing else."""

from __future__ import annotations

from pathlib import Path

from plugins.incremental.styles import shorten


def test_comments_and_blanks_go(tmp_path: Path) -> None:
    sheet = tmp_path / "css" / "fog.css"
    sheet.parent.mkdir()
    sheet.write_text("/* the fog */\n\n.fog {\n  color: var(--grey);\n}\n", "utf-8")
    shorten(tmp_path)
    assert sheet.read_text("utf-8") == ".fog{color:var(--grey)}\n"


def test_of_scripts_as_well(tmp_path: Path) -> None:
    """What stands in strings stays, be they templates."""
    script = tmp_path / "fog.js"
    script.write_text("// the fog\nconst told = `${ fog }  // thick`;\n", "utf-8")
    shorten(tmp_path)
    assert script.read_text("utf-8") == "const told=`${ fog }  // thick`;\n"


def test_other_files_and_links_stay(tmp_path: Path) -> None:
    (tmp_path / "fog.txt").write_text("/* the fog */\n", "utf-8")
    (tmp_path / "fog.css").symlink_to(tmp_path / "fog.txt")
    shorten(tmp_path)
    assert (tmp_path / "fog.txt").read_text("utf-8") == "/* the fog */\n"
