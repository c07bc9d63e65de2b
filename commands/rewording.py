"""The short way of ``invoke build``: where only words of pages have changed, only their files are made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.archive.settings import Settings
from plugins.authority.schema import FOLDERS
from plugins.incremental.built_site import NAME, BuiltSite, Inputs, output_stamp
from plugins.incremental.changeover import again
from plugins.incremental.stamps import changed
from plugins.incremental.store import Store
from plugins.incremental.writing import write_files

MOST = 24
"""Pages that are reworded at once; with more, making all that they touch is as quick."""

MANIFEST = "search/manifest.js"
"""The file of a site that tells which index it has."""

_RECORD = re.compile(r"content/(?P<folder>[a-z]+)/(?P<id>[a-z0-9-]+)\.md")


@dataclass(frozen=True, slots=True)
class Words:
    """What becomes of a site when pages have other words: its files that change, and its store's values."""

    files: Mapping[str, bytes]
    kept: Mapping[str, bytes]


def reword_site(
    settings: Settings, folder: Path, store: Store, site: BuiltSite, inputs: Inputs
) -> BuiltSite | None:
    """The site with the words that its records have now; None where more than words has changed.

    Nothing is changed then: it is for a whole build to find out what there is to be made.
    """
    names = sorted(changed(site.inputs.digests, inputs.digests))
    pages = {name: path for name in names if (path := _page_of(name)) and path in site.outputs}
    if len(pages) != len(names) or len(names) > MOST or not inputs.digests.keys() >= set(names):
        return None
    words = _words(settings, folder, store, pages, inputs)
    if words is None:
        return None
    with again(folder, settings.edition.value, but=words.files) as new:
        write_files(str(new), words.files)
        stamps = {path: output_stamp(new / path) for path in words.files}
    number = folder.stat().st_ino
    reworded = replace(site, folder=number, inputs=inputs, outputs={**site.outputs, **stamps})
    store.update({**words.kept, NAME: reworded.as_bytes()})
    return reworded


def _words(
    settings: Settings, folder: Path, store: Store, pages: Mapping[str, str], inputs: Inputs
) -> Words | None:
    """What changes; None if it cannot be told without the other pages."""
    # A build in which nothing has changed needs neither Markdown nor the index.
    from plugins.entity_pages.rewording import reword, text_as_found, worded_from, words_of
    from plugins.entity_pages.telling_state import state_after
    from plugins.lexicon.headwords import headword
    from plugins.search_index.edit import export_edit
    from plugins.search_index.filing import build_in

    known = store.several(map(words_of, pages.values()))
    files: dict[str, bytes] = {}
    kept: dict[str, bytes] = {}
    edits = []
    for name, path in pages.items():
        text = text_as_found(settings.content, name.removeprefix("content/"), inputs.digests[name])
        if text is None or words_of(path) not in known:
            return None
        before = worded_from(known[words_of(path)])
        after = reword(text, name, (folder / path).read_bytes(), before)
        if after is None:
            return None
        files[path], kept[words_of(path)] = after.html, after.worded.as_bytes()
        edits.append((before.found, after.worded.found))
    counted = state_after(store.several, edits, headword)
    if counted is None:
        return None
    last = build_in({MANIFEST: (folder / MANIFEST).read_bytes()})
    found = export_edit(store.folder, [one for _, one in edits], last, settings.language)
    return None if found is None else Words({**files, **found}, {**kept, **counted})


def _page_of(name: str) -> str | None:
    """The address of the page of a content file, by its name among the inputs; None for other files."""
    match = _RECORD.fullmatch(name)
    kind = FOLDERS.get(match["folder"]) if match else None
    if match is None or kind is None or kind.url is None:
        return None
    return f"{kind.url}/{match['id']}.html" if kind.url else f"{match['id']}.html"
