"""Sets the clock of a Python that finds this file on its path, to try a build on another day.

Python imports a module of this name at its start. Where ``INTERTITLE_CLOCK_SHIFT`` gives a number of
seconds, the clocks that a build could read are set forward by it; file times and timers are left alone.
"""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Callable
from typing import Any, Self

SHIFT = float(os.environ.get("INTERTITLE_CLOCK_SHIFT", "0"))

true_time, true_strftime, true_localtime = time.time, time.strftime, time.localtime


def shifted() -> float:
    return true_time() + SHIFT


class IsReal(type):
    """Values made by the real classes count as values of the ones that stand in for them."""

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, cls.__mro__[1])

    def __subclasscheck__(cls, subclass: type) -> bool:
        return issubclass(subclass, cls.__mro__[1])


class Date(datetime.date, metaclass=IsReal):
    @classmethod
    def today(cls) -> Self:
        return cls.fromtimestamp(shifted())


class Datetime(datetime.datetime, metaclass=IsReal):
    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> Self:
        return cls.fromtimestamp(shifted(), tz)

    @classmethod
    def today(cls) -> Self:
        return cls.fromtimestamp(shifted())

    @classmethod
    def utcnow(cls) -> Self:
        return cls.fromtimestamp(shifted(), datetime.UTC).replace(tzinfo=None)


def at_shifted(true: Callable[..., Any]) -> Callable[..., Any]:
    """The function with the shifted moment where it would have taken now."""
    return lambda seconds=None: true(shifted() if seconds is None else seconds)


def strftime_at_shifted(form: str, moment: Any = None) -> str:
    return true_strftime(form, true_localtime(shifted()) if moment is None else moment)


if SHIFT != 0:
    stand_ins: dict[Any, dict[str, Any]] = {
        time: {
            "time": shifted,
            "time_ns": lambda: int(shifted() * 1_000_000_000),
            "strftime": strftime_at_shifted,
            **{name: at_shifted(getattr(time, name)) for name in ("ctime", "gmtime", "localtime")},
        },
        datetime: {"date": Date, "datetime": Datetime},
    }
    for module, names in stand_ins.items():
        vars(module).update(names)
