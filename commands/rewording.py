"""The short way of ``invoke build``: where only words of pages have changed, only their files are made."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.archive.settings import Settings
from plugins.authority.schema import FOLDERS
from plugins.incremental.built_site import NAME, BuiltSite, Inputs, output_stamp
from plugins.incremental.changeover import again
from plugins.incremental.stamps import changed, digest_of_file
from plugins.incremental.store import Store
from plugins.incremental.writing import write_files

if TYPE_CHECKING:
    from plugins.entity_pages.rewording import Reworded, Worded

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
    pages = _pages_changed(site, inputs)
    if pages is None:
        return None
    words = _words(settings, folder, store, pages, inputs)
    if words is None:
        return None
    files = {path: made for path, made in words.files.items() if (folder / path).read_bytes() != made}
    with again(folder, settings.edition.value, but=files) as new:
        write_files(str(new), files)
        stamps = {path: output_stamp(new / path) for path in files}
    number = folder.stat().st_ino
    reworded = replace(site, folder=number, inputs=inputs, outputs={**site.outputs, **stamps})
    store.update({**words.kept, NAME: reworded.as_bytes()})
    return reworded


def reworded_pages(
    settings: Settings, folder: Path, store: Store, site: BuiltSite, files: Sequence[Path]
) -> dict[str, bytes]:
    """Pages of a site with the words that some of their files have now, by address; nothing is written.

    None of them where one of the files is of another kind, or has changed in more than words. What follows
    for other pages and for the index of the search is left to a build.
    """
    names = [f"content/{one.relative_to(settings.content).as_posix()}" for one in files]
    pages = {name: path for name in names if (path := _page_of(name)) and path in site.outputs}
    if len(pages) != len(names) or len(names) > MOST:
        return {}
    digests = {name: digest_of_file(one) for name, one in zip(names, files, strict=True)}
    found = _after(settings, folder, store, pages, digests)
    return {path: after.html for path, (_, after) in (found or {}).items()}


def _pages_changed(site: BuiltSite, inputs: Inputs) -> dict[str, str] | None:
    """The changed files with the addresses of their pages; None if other files have changed as well."""
    names = sorted(changed(site.inputs.digests, inputs.digests))
    pages = {name: path for name in names if (path := _page_of(name)) and path in site.outputs}
    is_all = len(pages) == len(names) <= MOST and inputs.digests.keys() >= set(names)
    return pages if is_all else None


def _after(
    settings: Settings, folder: Path, store: Store, pages: Mapping[str, str], digests: Mapping[str, str]
) -> dict[str, tuple[Worded, Reworded]] | None:
    """What was known of each page, by address, and what it is with other words; None if there is more."""
    # A build in which nothing has changed needs no Markdown.
    from plugins.entity_pages.rewording import reword, text_as_found, worded_from, words_of

    known = store.several(map(words_of, pages.values()))
    found = {}
    for name, path in pages.items():
        text = text_as_found(settings.content, name.removeprefix("content/"), digests[name])
        if text is None or words_of(path) not in known:
            return None
        before = worded_from(known[words_of(path)])
        after = reword(text, name, (folder / path).read_bytes(), before)
        if after is None:
            return None
        found[path] = (before, after)
    return found


def _words(
    settings: Settings, folder: Path, store: Store, pages: Mapping[str, str], inputs: Inputs
) -> Words | None:
    """What changes; None if it cannot be told without the other pages."""
    from plugins.entity_pages.rewording import words_of
    from plugins.entity_pages.telling_state import state_after
    from plugins.lexicon.dictionary import headword
    from plugins.search_index.edit import export_edit
    from plugins.search_index.filing import build_in

    pairs = _after(settings, folder, store, pages, inputs.digests)
    if pairs is None:
        return None
    counted = state_after(
        store.several, [(one.found, two.worded.found) for one, two in pairs.values()], headword
    )
    if counted is None:
        return None
    last = build_in({MANIFEST: (folder / MANIFEST).read_bytes()})
    found = export_edit(
        store.folder, [two.worded.found for _, two in pairs.values()], last, settings.language
    )
    if found is None:
        return None
    files = {path: after.html for path, (_, after) in pairs.items()}
    kept = {words_of(path): after.worded.as_bytes() for path, (_, after) in pairs.items()}
    return Words({**files, **found}, {**kept, **counted})


def _page_of(name: str) -> str | None:
    """The address of the page of a content file, by its name among the inputs; None for other files."""
    match = _RECORD.fullmatch(name)
    kind = FOLDERS.get(match["folder"]) if match else None
    if match is None or kind is None or kind.url is None:
        return None
    return f"{kind.url}/{match['id']}.html" if kind.url else f"{match['id']}.html"
