"""Where the pages of renamed records were."""

from __future__ import annotations

from dataclasses import replace

from plugins.authority.entities import address_of
from plugins.authority.record import Records


def former_addresses(records: Records) -> dict[str, str]:
    """The addresses that pages had under former ids, with the ids of their records now; in order.

    A short record has no page, only a line of the A to Z, and so have had its former ids.
    """
    return {
        address_of(replace(records.by_id[now], id=former)): now
        for former, now in sorted(records.former_ids.items())
        if records.by_id[now].has_page
    }
