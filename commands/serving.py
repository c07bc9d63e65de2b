"""``invoke serve``: the site, built and served on this machine."""

from __future__ import annotations

import subprocess
import sys

from commands.building import build
from commands.places import OUTPUT, home_of, short


def serve(port: int, edition: str, content: str = "") -> None:
    """Build the site and serve it until somebody stops it."""
    build(None, "", edition, content, anew=False)
    folder = home_of(content) / OUTPUT[edition]
    print(f"Serving {short(folder)} at http://localhost:{port}/ (stop with Ctrl-C)")
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    try:
        subprocess.run(command, cwd=folder, check=False)  # noqa: S603 nothing in it comes from outside
    except KeyboardInterrupt:
        print("Stopped.")
