"""What this plugin takes and gives.

What makes pages is imported when pages are made: a check of the content makes none.
"""

from typing import Any

from plugins.archive.flow import Stage
from plugins.entity_pages.headwords import HEADWORDS
from plugins.entity_pages.making_site import build_site


def _pages(*values: Any) -> Any:
    from plugins.entity_pages.pages import build_pages

    return build_pages(*values)


def _findable(*values: Any) -> Any:
    from plugins.entity_pages.findable import findable_pages

    return findable_pages(*values)


def _unknown(_: Any) -> None:
    return None


def _told(search_pages: Any, headwords: Any) -> Any:
    from plugins.entity_pages.telling_state import told_words
    from plugins.incremental.workers import apart
    from plugins.lexicon.dictionary import headword

    # All words of all pages take more room than all else that a build knows.
    return apart(lambda: told_words(search_pages, headword, headwords))


STAGES = (
    Stage(
        "entity_pages: site",
        takes=(
            *("archive", "records", "wiki_links", "documents", "links", "stub_names", "claims", "quotations"),
            "settings",
        ),
        gives="site",
        make=build_site,
    ),
    Stage(
        "entity_pages: pages",
        takes=("site", "change_log", "search_pages", "told_words", "links"),
        gives="pages",
        make=_pages,
    ),
    Stage("entity_pages: findable", takes=("site",), gives="search_pages", make=_findable),
    Stage("entity_pages: headwords", takes=("settings",), gives=HEADWORDS, make=_unknown),
    Stage("entity_pages: words", takes=("search_pages", HEADWORDS), gives="told_words", make=_told),
)
