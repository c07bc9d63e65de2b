"""Whether a built site shows more of a text than its rights allow, found by reading every byte of it.

    >>> from pathlib import Path
    >>> from plugins.archive.settings import Settings
    >>> from plugins.leaks.scan import leaks_in
    >>> leaks_in(Path("no such folder"), documents=(), settings=Settings(Path("content"))).problems
    ()

Nothing here knows how the site was made: no stage, no plugin of Pelican's, and not the gate in
``plugins/sources/rights.py`` that lets words through; ``invoke rights`` calls it.
"""
