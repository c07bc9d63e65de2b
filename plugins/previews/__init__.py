"""Previews: what a link leads to, shown while a reader is still on the page.

Takes the site and gives the files of ``output/previews/``: short lines about every page, cut into files that
a script element can load. They work from ``file://``, and cost a page nothing before they are asked for.

    >>> from plugins.previews.preview import Preview
    >>> from plugins.previews.files import preview_files
    >>> her = Preview("films/her.html", "film", "Her", "A letter writer and a voice.", "Named 12 times")
    >>> sorted(preview_files((her,)))
    ['previews/0.js', 'previews/previews.js', 'previews/start.js']
"""


def register() -> None:
    """Add the stage and the generator that writes the files (called by Pelican)."""
    from plugins.previews.plugin import register as connect

    connect()
