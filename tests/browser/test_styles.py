"""The theme's stylesheets as a site sends them, read by a browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from plugins.incremental.styles import shorten

THEME = Path(__file__).resolve().parents[2] / "theme" / "static" / "css"

RULES = """
sheets => sheets.map(text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return Array.from(sheet.cssRules, rule => rule.cssText.replace(/([,:])\\s+/g, '$1'));
})
"""


def test_a_browser_reads_the_same_rules_in_them(browser: Browser, tmp_path: Path) -> None:
    """Of every stylesheet of the theme; a browser keeps blanks in lists and conditions as they were given."""
    names = sorted(file.name for file in THEME.glob("*.css"))
    for name in names:
        (tmp_path / name).write_bytes((THEME / name).read_bytes())
    shorten(tmp_path)
    page = browser.new_page()
    written, short = (
        page.evaluate(RULES, [(folder / name).read_text("utf-8") for name in names])
        for folder in (THEME, tmp_path)
    )
    page.close()
    assert dict(zip(names, short, strict=True)) == dict(zip(names, written, strict=True))
