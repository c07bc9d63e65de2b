"""What open pages are told: that there is a newer site, or what is wrong with the content."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping

from commands.serving.builds import Built


class Desk:
    """The state of the site for pages that listen; one thread tells, many wait.

    ``number`` grows with each site that has been built, and is another one after a new start.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._number = time.time_ns()
        self._news = 0
        self._faults: tuple[str, ...] = ()
        self._pages: Mapping[str, bytes] = {}

    def tell(self, built: Built) -> None:
        with self._changed:
            self._faults, self._pages = built.faults, built.pages
            self._news += 1
            if built.is_new:
                self._number += 1
            self._changed.notify_all()

    def page(self, address: str) -> bytes | None:
        """A page that is newer than the site's, by its address from the root; None for all others."""
        with self._changed:
            return self._pages.get(address)

    def news(self) -> tuple[int, str]:
        """Which news this is, and the message for pages."""
        with self._changed:
            return self._news, json.dumps({"site": str(self._number), "faults": list(self._faults)})

    def wait(self, known: int, seconds: float) -> bool:
        """Whether there are other news than the known ones, at the latest after so many seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: self._news != known, seconds)
