"""Another day on another machine: an environment for builds, and how that day could be written."""

from __future__ import annotations

import datetime
from pathlib import Path

DAYS_AHEAD = 2317
"""Far enough that day, month, year and weekday all differ from today's."""

ELSEWHERE = {
    "PYTHONPATH": str(Path(__file__).parent / "set_clock"),
    "INTERTITLE_CLOCK_SHIFT": str(DAYS_AHEAD * 86_400),
    "TZ": "Pacific/Kiritimati",  # fourteen hours ahead of Greenwich: another day for most of ours
    "PYTHONHASHSEED": "1975",
    # The plainest locale, in which Python takes files for ASCII unless it is told their encoding.
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONIOENCODING": "utf-8",
}
"""A machine that differs from this one in everything that may not matter."""


def later_day() -> datetime.date:
    """The day that it is there."""
    moment = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=DAYS_AHEAD)
    return moment.date()


def writings_of_later_day() -> set[str]:
    """That day as pages, feeds and data could have it, and those beside it, for the sake of time zones."""
    days = [later_day() + datetime.timedelta(days=shift) for shift in (-1, 0, 1)]
    return {
        form
        for day in days
        for form in (
            day.isoformat(),
            day.strftime("%Y%m%d"),
            *(f"{day.day} {day:{month}} {day.year}" for month in ("%B", "%b")),
            *(f"{day:{month}} {day.day}, {day.year}" for month in ("%B", "%b")),
            day.strftime("%d %b %Y"),
            day.strftime("%d/%m/%Y"),
            day.strftime("%m/%d/%Y"),
            day.strftime("%d.%m.%Y"),
        )
    }
