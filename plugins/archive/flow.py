"""How the stages hang together: each value is made once, from the values it takes.

A plugin adds its ``Stage`` to the flow of the build; whoever needs a value asks for it by name, and
the flow makes what is missing. So the order in which plugins are loaded does not matter (Pelican's
signals have no order of their own), and the table of stages is the map of the program:

    >>> flow = Flow({"words": ("her", "him")})
    >>> flow.add(Stage("count", takes=("words",), gives="total", make=len))
    >>> flow.value("total")
    2
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

from plugins.archive.errors import ContentFaults, Problem, SettingFault
from plugins.archive.givers import absent, told_absent
from plugins.archive.settings import Settings


@dataclass(frozen=True, slots=True)
class Stage:
    """A pure function, the names of the values it takes, and the name of the value it gives.

    A value with an attribute ``problems`` hands its faults to ``Flow.problems``.
    """

    name: str
    takes: tuple[str, ...]
    gives: str
    make: Callable[..., Any]


class Flow:
    """The values of one build. Memory only: nothing is kept from one build to the next."""

    def __init__(self, given: Mapping[str, Any] | None = None) -> None:
        self._values: dict[str, Any] = dict(given or {})
        self._stages: dict[str, Stage] = {}
        self._released: set[str] = set()
        self.seconds: dict[str, float] = {}
        """How long each stage took, by its name, without those whose values it takes."""

    def add(self, stage: Stage) -> None:
        """Make a value available; a second stage that gives the same value is a fault of set-up."""
        known = self._stages.get(stage.gives)
        if known is not None and known != stage:
            raise SettingFault(f"two stages give {stage.gives!r}: {known.name} and {stage.name}")
        self._stages[stage.gives] = stage

    def give(self, name: str, value: Any) -> None:
        """Put in a value that no stage makes, such as the settings of the build."""
        self._values[name] = value

    def value(self, name: str) -> Any:
        """The value called ``name``, made now if it was not made before.

        Raises:
            SettingFault: no loaded plugin gives it, or stages wait for each other in a ring.
        """
        return self._make(name, ())

    def _make(self, name: str, waiting: tuple[str, ...]) -> Any:
        if name in self._values:
            return self._values[name]
        if name in waiting:
            raise SettingFault(f"stages wait for each other: {' -> '.join((*waiting, name))}")
        stage = self._stages.get(name)
        if stage is None:
            asked = f", which {self._stages[waiting[-1]].name} takes" if waiting else ""
            raise SettingFault(f"no plugin in PLUGINS gives {name!r}{asked}")
        taken = [self._make(taken, (*waiting, name)) for taken in stage.takes]
        began = time.perf_counter()
        made = stage.make(*taken)
        self.seconds[stage.name] = time.perf_counter() - began
        self._values[name] = made
        return made

    def release(self, *asked: str) -> None:
        """Let go of the values that nobody needs any more, so that their memory is free.

        Those called ``asked`` stay, and what stages take whose own value was never there yet. Whoever asks
        for another one later has it made again.
        """
        made = self._values.keys() | self._released
        waiting = [stage for stage in self._stages.values() if stage.gives not in made]
        needed = {*asked, *(name for stage in waiting for name in stage.takes)}
        self._keep_only(needed)

    def release_all_but(self, *asked: str) -> None:
        """Let go of everything but what is called ``asked``, and what these take that are not there yet."""
        needed: set[str] = set()
        waiting = list(asked)
        while waiting:
            name = waiting.pop()
            needed.add(name)
            if name in self._stages and name not in self._values:
                waiting += self._stages[name].takes
        self._keep_only(needed)

    def _keep_only(self, needed: Set[str]) -> None:
        for name in [one for one in self._values if one in self._stages and one not in needed]:
            del self._values[name]
            self._released.add(name)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The table of stages, by the name of what they give."""
        return tuple(self._stages[name] for name in sorted(self._stages))

    def problems(self) -> tuple[Problem, ...]:
        """Every fault that the values made so far carry, in file order."""
        found = {
            one
            for value in self._values.values()
            for one in getattr(value, "problems", ())
            if isinstance(one, Problem)
        }
        return tuple(sorted(found))

    def sound_value(self, name: str) -> Any:
        """The value called ``name``, made from content without a fault.

        Raises:
            ContentFaults: with every fault, not only the first; also where a stage stumbled over a
                value that an earlier stage had already reported.
        """
        try:
            value = self.value(name)
        except SettingFault:
            raise
        except Exception:
            self.refuse_faults()
            raise
        self.refuse_faults()
        return value

    def refuse_faults(self) -> None:
        """Stop here if anything made so far is faulty.

        Raises:
            ContentFaults: with every fault, not only the first.
        """
        if found := self.problems():
            raise ContentFaults(found)


FLOW = "ARCHIVE_FLOW"
"""Where the flow of a build is kept among Pelican's settings, so that every generator sees it."""


def flow_of(settings: dict[str, Any]) -> Flow:
    """The flow of this build, made with the archive's settings when the first plugin asks.

    Raises:
        SettingFault: Pelican's settings hold a value that the archive cannot use.
    """
    if FLOW not in settings:
        settings[FLOW] = Flow({"settings": Settings.from_pelican(settings)})
    flow: Flow = settings[FLOW]
    return flow


def adding(stages: Iterable[Stage]) -> Callable[[Any], None]:
    """A receiver for Pelican's signal ``initialized`` that adds a plugin's stages to the build's flow.

    Keep it in a module's variable: blinker forgets receivers that nobody else holds.
    """
    own = tuple(stages)

    def add(pelican: Any) -> None:
        flow = flow_of(pelican.settings)
        for stage in own:
            flow.add(stage)

    return add


def needing(plugin: str, stages: Iterable[Stage], *values: str) -> Callable[[Any], None]:
    """A receiver for ``initialized`` that ends a build in which a plugin has not what it needs.

    That are the values that its stages take, and ``values`` that it asks for besides. The reason is one line
    on standard error, where Pelican by itself would print a traceback. Keep it as that of ``adding``.
    """
    own = tuple(stages)
    given = {stage.gives for stage in own}
    needed = {*values, *(name for stage in own for name in stage.takes)} - given

    def refuse(pelican: Any) -> None:
        if missing := absent(plugin, needed, pelican.settings["PLUGINS"]):
            sys.stderr.write(f"{told_absent(plugin, missing)}\n")
            raise SystemExit(1)

    return refuse
