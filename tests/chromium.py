"""A Chromium for the browser tests: the system's, else Debian's package, else Playwright's own download.

`make test` runs this as a program before pytest. It exits with 0 when there is a browser; when none can
be had, with 0 on a contributor's machine (the browser tests then say that they were skipped) and with 1
where CI is set, because there a skipped test would pass unseen.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMED_BY = "INTERTITLE_CHROMIUM"
"""The environment variable with which anybody names a browser of their own."""

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""What systems call it, the free build first."""

DEBIAN = (
    ("apt-get", "update", "-qq"),
    ("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"),
)
"""How Debian and Ubuntu bring one; needs root, or sudo that asks for no password."""

PLAYWRIGHT = (sys.executable, "-m", "playwright", "install", "chromium")
"""How Playwright brings its own, into the user's cache."""

HEADLESS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
"""For a browser that opens only this archive's pages: containers have no sandbox to offer, and nothing
that Chromium asks of the network at start belongs to a test."""


def find_chromium() -> Path | None:
    """The browser to start, or None where there is none: named, on the PATH, or Playwright's."""
    if named := os.environ.get(NAMED_BY):
        return Path(named)
    for command in COMMANDS:
        if found := shutil.which(command):
            return Path(found)
    return _playwright_chromium()


def _playwright_chromium() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.is_file() else None


def fetch_chromium() -> Path | None:
    """The browser after every way to get one was tried, or None."""
    if found := find_chromium():
        return found
    privileges = _privileges()
    if privileges is not None and shutil.which("apt-get"):
        print("No Chromium found: installing Debian's package", flush=True)
        if all(_runs((*privileges, *command)) for command in DEBIAN) and (found := find_chromium()):
            return found
    print("No Chromium found: downloading Playwright's", flush=True)
    _runs(PLAYWRIGHT)
    return find_chromium()


def _privileges() -> tuple[str, ...] | None:
    """What to put before a command that needs root: nothing, sudo, or None when there is no way."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return ()
    if shutil.which("sudo") and _runs(("sudo", "-n", "true")):
        return ("sudo", "-n")
    return None


def _runs(command: tuple[str, ...]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode == 0


def main() -> int:
    if found := fetch_chromium():
        print(f"Browser tests use {found}")
        return 0
    print(f"No Chromium could be had: the browser tests are skipped. Install one, or name it in {NAMED_BY}.")
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
