"""The searches beside which ours is measured, and how each of them makes its index of the same pages.

They come from npm as ``benchmarks/peers/package-lock.json`` pins them, into the cache folder.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rjsmin import jsmin

from benchmarks.search_processes import Taken, taken_by

HERE = Path(__file__).parent
PINNED = HERE / "peers"
INSTALLED = HERE.parent / ".cache" / "peers"

PACKAGES = ("package.json", "package-lock.json")


@dataclass(frozen=True, slots=True)
class Built:
    """What a search made of the pages: the folder that is served, and what making it took."""

    folder: Path
    taken: Taken

    @property
    def files(self) -> int:
        return sum(1 for one in self.folder.rglob("*") if one.is_file())

    @property
    def size(self) -> int:
        """Bytes on disk, as they are."""
        return sum(one.stat().st_size for one in self.folder.rglob("*") if one.is_file())


def install_peers(folder: Path = INSTALLED, pinned: Path = PINNED) -> str:
    """Install the packages of a lock where they are not there yet; what stood in the way, or nothing."""
    npm = shutil.which("npm")
    if not npm or not shutil.which("node"):
        return "node and npm are not here"
    pins = [(pinned / name).read_bytes() for name in PACKAGES]
    installed = [folder / name for name in PACKAGES]
    if (folder / "node_modules").is_dir() and [
        one.read_bytes() for one in installed if one.is_file()
    ] == pins:
        return ""
    folder.mkdir(parents=True, exist_ok=True)
    for file, pin in zip(installed, pins, strict=True):
        file.write_bytes(pin)
    command = [npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        shutil.rmtree(folder / "node_modules", ignore_errors=True)
        return f"npm ci failed: {(done.stderr or done.stdout).strip().splitlines()[-1:]}"
    return ""


def pagefind_command(installed: Path = INSTALLED) -> Sequence[str | Path] | None:
    """Pagefind's own program without the node that npx starts it with, which would only add to its time."""
    for name in ("pagefind_extended", "pagefind"):
        for found in sorted((installed / "node_modules" / "@pagefind").glob(f"*/bin/{name}*")):
            return [found]
    return None


def build_pagefind(site: Path, output: Path, work: Path) -> Built:
    """Its index of the HTML files below ``site``, in the folder ``output``."""
    command = pagefind_command()
    if command is None:
        raise FileNotFoundError("npm has brought no program of Pagefind for this system")
    taken = taken_by([*command, "--site", site, "--output-path", output], work)
    return Built(output, taken)


LIBRARIES = {"minisearch": "minisearch/dist/umd/index.js", "lunr": "lunr/lunr.js"}
"""The script of each library, as npm brings it. It is served without comments and indents."""


def build_in_node(name: str, documents: Path, output: Path, work: Path) -> Built:
    """The index that ``peers/NAME.cjs`` makes of the JSON documents, with its library beside it."""
    output.mkdir(parents=True)
    modules = INSTALLED / "node_modules"
    script = (modules / LIBRARIES[name]).read_text("utf-8")
    (output / "library.js").write_text(jsmin(script), "utf-8")
    node = shutil.which("node") or "node"
    taken = taken_by([node, PINNED / f"{name}.cjs", modules, documents, output], work)
    return Built(output, taken)
