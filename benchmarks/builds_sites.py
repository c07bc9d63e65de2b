"""The archive in a folder for each generator, and a build of each of them in that folder."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.builds_peers import HERE, Generator
from benchmarks.made_archive import MadeArchive, write_archive
from benchmarks.process_tree import tree_taken_by
from benchmarks.search_processes import Taken
from pelicanconf import PLUGINS

BESIDE_PAGES = frozenset(
    {"citing", "feed", "open_data", "previews", "redirects", "search_index", "sitemap", "social_cards"}
)
"""Plugins that write files of their own: data, feeds, previews, references, the index of the search."""

PAGES_ALONE = [one for one in PLUGINS if one.removeprefix("plugins.") not in BESIDE_PAGES]
"""What reads records, and renders and writes pages, as the other generators do."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a build took, how many files it left and how large they are, and what it told of itself."""

    taken: Taken
    files: int
    size: int
    told: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Workplace:
    """A folder with the pages for each generator: ``ours``, ``bare`` (ours without texts), and theirs."""

    folder: Path

    @property
    def content(self) -> Path:
        return self.folder / "ours"

    @property
    def site(self) -> Path:
        """Our site with everything, which one build hands to the next."""
        return self.folder / "site"

    def prepare(self, archive: MadeArchive, generators: tuple[Generator, ...]) -> None:
        """Write the pages for all."""
        write_archive(archive, self.content)
        write_archive(archive, self.folder / "bare", texts=False)
        for one in generators:
            (self.folder / one.name).mkdir(parents=True)
            one.write(archive, self.folder / one.name)

    def built_by(self, generator: Generator, cores: int) -> Run:
        """Another generator's build from nothing."""
        home = self.folder / generator.name
        self._set_aside(home / generator.output)
        taken = tree_taken_by(generator.command, home, cores)
        return _run(taken, home / generator.output)

    def bare_pages(self, cores: int) -> Run:
        """Our pages alone, from nothing: no texts, no search, no files beside the pages."""
        output = self.folder / "bare-site"
        self._set_aside(output)
        # Without texts, the plugins that read texts find nothing to do.
        overrides = {"SEARCH": False, "LIBRARIES": [], "KEEP_RESULTS": False, "PLUGINS": PAGES_ALONE}
        command: list[str | Path] = [
            sys.executable,
            "-m",
            "pelican",
            self.folder / "bare",
            "--output",
            output,
        ]
        command += ["--settings", HERE / "publishconf.py", "--fatal", "errors", "--extra-settings"]
        command += [f"{name}={json.dumps(value)}" for name, value in overrides.items()]
        return _run(self._taken(command, cores), output)

    def everything(self, cores: int) -> Run:
        """Our whole site from nothing, with all that the next build can use."""
        self._set_aside(self.site)
        self._set_aside(self.folder / "kept")
        return self.again(cores)

    def again(self, cores: int) -> Run:
        """Our whole site once more, from what the last build has left."""
        return self._invoked(self.site, cores)

    def clean(self, cores: int) -> Path:
        """Our whole site in a folder beside, from nothing that was kept."""
        output = self.folder / "clean"
        self._set_aside(output)
        self._invoked(output, cores, "--anew")
        return output

    def _set_aside(self, output: Path) -> None:
        """Make room for a build from nothing.

        ext4 looks for numbers of files that have not been in use for the last minutes (measured: 6 of 20
        seconds of a build of 10,000 pages right after as many files were removed). So nothing is removed.
        """
        if output.exists():
            aside = self.folder / "aside"
            aside.mkdir(exist_ok=True)
            output.rename(aside / f"{len(list(aside.iterdir()))}")

    def _invoked(self, output: Path, cores: int, *options: str) -> Run:
        timings = self.folder / "timings.json"
        timings.unlink(missing_ok=True)
        command: list[str | Path] = [sys.executable, "-m", "invoke", "--search-root", HERE, "build", *options]
        command += ["--content", self.content, "--output", output, "--timings", timings]
        taken = self._taken(command, cores)
        told = json.loads(timings.read_text("utf-8")) if timings.is_file() else {}
        return _run(taken, output, told)

    def _taken(self, command: list[str | Path], cores: int) -> Taken:
        environment = {"INTERTITLE_CACHE": str(self.folder / "kept"), "PYTHONPATH": str(HERE)}
        return tree_taken_by(command, self.folder, cores, environment)


def _run(taken: Taken, output: Path, told: dict[str, Any] | None = None) -> Run:
    files = [one for one in output.rglob("*") if one.is_file()]
    return Run(taken, len(files), sum(one.stat().st_size for one in files), told or {})
