"""The texts behind a built site, found as the archive finds them: by the digest of their bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.building import ROOT
from tests.site.crawl import Site
from tests.site.open_data import read


def originals_of(site: Site, *libraries: Path) -> dict[str, str]:
    """The raw text of every source that some folder of originals holds, by id.

    Builds always read library/, which is empty in a fresh clone and may be full on anybody's machine.
    """
    folders = (site.content / "sources", ROOT / "library", *libraries)
    files = [file for folder in folders for file in folder.rglob("*.txt")]
    by_digest = {hashlib.sha256(file.read_bytes()).hexdigest(): file for file in files}
    return {
        source["id"]: by_digest[source["sha256"]].read_bytes().decode("utf-8-sig")
        for source in read(site.folder, "sources.json")
        if source["sha256"] in by_digest
    }
