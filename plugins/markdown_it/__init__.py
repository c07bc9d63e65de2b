"""Contributors' pages: Markdown with YAML front matter, and links like [[samantha|the voice]]."""


def register() -> None:
    """Make Pelican read Markdown with markdown-it-py (called by Pelican)."""
    from plugins.markdown_it.plugin import register as connect

    connect()
