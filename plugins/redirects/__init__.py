"""Addresses that records had before they were renamed, each leading to where its record is now.

A record tells them with ``former-ids: [old-name]``, which ``invoke rename`` writes.
"""


def register() -> None:
    """Add the generator that writes a page at each of them (called by Pelican)."""
    from plugins.redirects.plugin import register as connect

    connect()
