"""A Chromium for the browser tests: the system's, else Debian's package, else Playwright's own download.

Playwright's driver, which speaks to it, needs a library that small systems lack; that is seen to first.
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

INSTALL = ("apt-get", "install", "-y", "-qq", "--no-install-recommends")
"""How Debian and Ubuntu bring a package; needs root, or sudo that asks for no password."""

BROWSER, LIBRARY = "chromium", "libatomic1"
"""Debian's names for the browser, and for what the node in Playwright's wheel is linked to."""

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
    return _playwright_chromium() if find_driver() else None


def find_driver() -> Path | None:
    """The node inside Playwright's wheel, or None where it is not there or does not start."""
    import playwright

    node = Path(playwright.__file__).parent / "driver" / "node"
    return node if node.is_file() and _runs((str(node), "--version")) else None


def _playwright_chromium() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.is_file() else None


def fetch_chromium() -> Path | None:
    """The browser after every way to get one was tried, or None; None too without a driver for it."""
    if find_driver() is None:
        _install(LIBRARY, "Playwright's driver does not start")
    if find_driver() is None:
        return None
    if find_chromium() is None:
        _install(BROWSER, "No Chromium found")
    if find_chromium() is None:
        print("No Chromium found: downloading Playwright's", flush=True)
        _runs(PLAYWRIGHT)
    return find_chromium()


def _install(package: str, reason: str) -> None:
    """Have Debian install a package, where there is Debian and the right to ask it."""
    privileges = _privileges()
    if privileges is not None and shutil.which("apt-get"):
        print(f"{reason}: installing Debian's package {package}", flush=True)
        _runs((*privileges, "apt-get", "update", "-qq"))
        _runs((*privileges, *INSTALL, package))


def _privileges() -> tuple[str, ...] | None:
    """What to put before a command that needs root: nothing, sudo, or None when there is no way."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return ()
    if shutil.which("sudo") and _runs(("sudo", "-n", "true")):
        return ("sudo", "-n")
    return None


def _runs(command: tuple[str, ...]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return done.returncode == 0


def main() -> int:
    if found := fetch_chromium():
        print(f"Browser tests use {found}")
        return 0
    lack = "No Chromium" if find_driver() else f"No {LIBRARY}, which Playwright's driver needs,"
    print(f"{lack} could be had: the browser tests are skipped. Install it, or name a browser in {NAMED_BY}.")
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
