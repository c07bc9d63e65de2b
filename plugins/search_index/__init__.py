"""The search index: made with Whoosh when the site is built, read by a plain script in the browser.

Takes the pages that may be found (``SearchPage``) and gives the files of ``output/search/``. Nothing
in them needs a server, so a search works from ``file://``:

    >>> from plugins.search_index.export import export
    >>> from plugins.search_index.page import SearchPage
    >>> her = SearchPage(url="films/her.html", title="Her", kind="work", type="film", body="A letter writer.")
    >>> sorted(export((her,)))[:3]
    ['search/documents-0.js', 'search/manifest.js', 'search/spelling-0.js']
"""


def register() -> None:
    """Add the stage and the generator that writes the index (called by Pelican)."""
    from plugins.search_index.plugin import register as connect

    connect()
