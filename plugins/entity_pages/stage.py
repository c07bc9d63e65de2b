"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.entity_pages.findable import findable_pages
from plugins.entity_pages.pages import build_pages, build_site
from plugins.entity_pages.telling_state import ToldWords, told_words
from plugins.incremental.workers import apart
from plugins.lexicon.headwords import headword
from plugins.search_index.page import SearchPage


def _told(pages: tuple[SearchPage, ...]) -> ToldWords:
    # All words of all pages take more room than all else that a build knows.
    return apart(lambda: told_words(pages, headword))


STAGES = (
    Stage(
        "entity_pages: site",
        takes=("archive", "records", "wiki_links", "documents", "links", "stub_names", "claims", "settings"),
        gives="site",
        make=build_site,
    ),
    Stage(
        "entity_pages: pages",
        takes=("site", "change_log", "search_pages", "told_words", "links"),
        gives="pages",
        make=build_pages,
    ),
    Stage("entity_pages: findable", takes=("site",), gives="search_pages", make=findable_pages),
    Stage("entity_pages: words", takes=("search_pages",), gives="told_words", make=_told),
)
