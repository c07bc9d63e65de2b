"""Sets the clock of a Python that finds this file on its path, to try a build on another day.

Python imports a module of this name at its start. Where ``INTERTITLE_CLOCK_SHIFT`` gives a number of
seconds, every clock that Python code reads is set forward by it; file times and timers are left alone.
"""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Callable
from typing import Any

SHIFT = float(os.environ.get("INTERTITLE_CLOCK_SHIFT", "0"))

_time, _gmtime, _localtime = time.time, time.gmtime, time.localtime
_strftime, _ctime, _asctime = time.strftime, time.ctime, time.asctime
_Date, _Datetime = datetime.date, datetime.datetime


def _shifted() -> float:
    return _time() + SHIFT


class _IsReal(type):
    """Values made by the real classes count as values of the ones that stand in for them."""

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, cls.__mro__[1])

    def __subclasscheck__(cls, subclass: type) -> bool:
        return issubclass(subclass, cls.__mro__[1])


class Date(_Date, metaclass=_IsReal):
    @classmethod
    def today(cls) -> Date:
        return cls.fromtimestamp(_shifted())


class Datetime(_Datetime, metaclass=_IsReal):
    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> Datetime:
        return cls.fromtimestamp(_shifted(), tz)

    @classmethod
    def today(cls) -> Datetime:
        return cls.fromtimestamp(_shifted())

    @classmethod
    def utcnow(cls) -> Datetime:
        return cls.fromtimestamp(_shifted(), datetime.UTC).replace(tzinfo=None)


def _at_shifted(real: Callable[..., Any]) -> Callable[..., Any]:
    """The function with the shifted moment where it would have taken now."""
    return lambda seconds=None: real(_shifted() if seconds is None else seconds)


if SHIFT:
    time.time = _shifted
    time.time_ns = lambda: int(_shifted() * 1_000_000_000)
    time.gmtime = _at_shifted(_gmtime)
    time.localtime = _at_shifted(_localtime)
    time.ctime = _at_shifted(_ctime)
    time.asctime = lambda moment=None: _asctime(_localtime(_shifted()) if moment is None else moment)
    time.strftime = lambda form, moment=None: _strftime(
        form, _localtime(_shifted()) if moment is None else moment
    )
    datetime.date = Date  # type: ignore[misc]
    datetime.datetime = Datetime  # type: ignore[misc]
