"""The settings of the archive. Everything a maintainer may want to change is here."""

import os

SITENAME = "Intertitle"
SITESUBTITLE = "An archive of Spike Jonze’s Her"
SITEURL = ""

# The archive.
FILM = "her"
"""The id of the film that the archive is about; without such a film it is the first of ``content/films/``."""

EDITION = "public"
"""``public``, or ``private`` for the reader who owns the texts."""

LIBRARIES = ["library"]
"""Folders with originals. They are matched by sha256; one that is not there is empty."""

EXCERPT_WORDS = 25
"""The longest run of words that is quoted from a source whose rights are ``excerpt``."""

EXCERPT_SHARE = 0.15
"""The share of such a source's words that may be quoted in all."""

STUBS = True
"""Whether names that texts introduce and no record knows get pages that say that nobody has looked yet."""

SEARCH = True
"""Whether the site can be searched. Without, there is no index, no search page and no box for words."""

SOCIAL_CARDS = True
"""Whether a picture is drawn for each page, for where its address is shared. Without ``SITEURL`` none is."""

PALETTE = ""
"""A stylesheet in the archive's folder, with other colours than those of ``theme/static/css/type.css``."""

DATA_LICENCE = (
    "Creative Commons Attribution 4.0 International",
    "https://creativecommons.org/licenses/by/4.0/",
)
"""What the page of the data says of their use: a licence and where it is to be read; empty for none."""

KEEP_RESULTS = True
"""Whether what was found in texts is kept from one build to the next, so that little is done anew."""

CACHE_PATH = os.environ.get("INTERTITLE_CACHE", ".cache")
"""The folder that it is kept in. It holds words of the texts, and is for this machine alone."""

# Labels and addresses; {film} stands for the film's id. Of pages that do not exist, nothing is printed.
ARCHIVE_NAV = [
    ("The film", "films/{film}.html"),
    ("Cast and crew", "credits.html"),
    ("People", "people.html"),
    ("Timeline", "timeline.html"),
    ("Disagreements", "disagreements.html"),
    ("Reviews", "reviews.html"),
    ("Sources", "sources.html"),
]

ARCHIVE_FOOTER = [
    ("A to Z", "a-z.html"),
    ("Characters", "characters.html"),
    ("Works", "works.html"),
    ("What is new", "changes.html"),
    ("The data", "data.html"),
    ("About this archive", "about.html"),
    ("Rights", "rights.html"),
    ("Reading the dates", "reading-the-dates.html"),
]

# Pelican.
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
THEME_STATIC_DIR = "theme"
PLUGINS = [
    "plugins.incremental",
    "plugins.markdown_it",
    "plugins.sources",
    "plugins.discovery",
    "plugins.stubs",
    "plugins.mentions",
    "plugins.dates",
    "plugins.credits",
    "plugins.authority",
    "plugins.claims",
    "plugins.archive",
    "plugins.quotations",
    "plugins.changes",
    "plugins.linked_data",
    "plugins.entity_pages",
    "plugins.redirects",
    "plugins.feed",
    "plugins.previews",
    "plugins.citing",
    "plugins.sitemap",
    "plugins.social_cards",
    "plugins.open_data",
    "plugins.search_index",  # last: when it begins, nothing but it needs memory
]
TIMEZONE = "UTC"
DEFAULT_LANG = "en"  # also by whose rules the search takes words for forms of each other
LOCALE = "C"
RELATIVE_URLS = True
DELETE_OUTPUT_DIRECTORY = False
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}

# The archive makes its own pages; Pelican's articles, indexes and feeds have nothing to do.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS = ["images"]
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ARCHIVES_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
CACHE_CONTENT = LOAD_CONTENT_CACHE = False
GZIP_CACHE = False
