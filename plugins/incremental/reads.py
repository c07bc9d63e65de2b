"""What something is made from, seen by watching which entries of which tables its maker reads.

A page is a function of the entries that its builder reads. Whoever lists by hand what a page depends on is
wrong as soon as a builder reads one thing more; here the reading itself is the list. ``Watched`` wraps an
object whose attributes are tables (dictionaries) or further such objects; while something is made from it,
the names of all entries that are read are noted. Later, the same entries with the same digests mean the same
result, as builders are pure.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cached_property
from itertools import islice
from operator import attrgetter
from types import FunctionType, MethodType
from typing import Any

Read = tuple[str, Any]
"""An entry that was read: the way to its table, and its key there; WHOLE for all of a table or a value.

Keys are texts, numbers and tuples of them; a table with other keys counts as read whole.
"""

WHOLE = "*"

_MISSING = b"missing"

_ONCE = 500
"""Entries of a table of which none was asked for twice, after which none is held any more: most tables have
one for each page, which only that page reads."""

_SIZE = 16


class Reads:
    """The entries that were read since the last ``begin``."""

    def __init__(self) -> None:
        self._noted: set[Read] = set()
        self.note = self._noted.add

    def begin(self) -> None:
        self._noted.clear()

    def noted(self) -> tuple[Read, ...]:
        """What was read, each once, in no order."""
        return tuple(self._noted)


class Table(Mapping[Any, Any]):
    """A dictionary that notes which of its entries are read; asking whether there is one is reading it."""

    def __init__(self, entries: Mapping[Any, Any], way: str, reads: Reads) -> None:
        self._entries = entries
        self._way = way
        self._plain = all(map(is_plain, islice(entries, 1)))
        self._note = reads.note

    def _read(self, key: Any) -> None:
        self._note((self._way, key if self._plain else WHOLE))

    def __getitem__(self, key: Any) -> Any:
        self._read(key)
        return self._entries[key]

    def get(self, key: Any, default: Any = None) -> Any:
        self._read(key)
        return self._entries.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._read(key)
        return key in self._entries

    def __iter__(self) -> Iterator[Any]:
        self._note((self._way, WHOLE))
        return iter(self._entries)

    def __len__(self) -> int:
        self._note((self._way, WHOLE))
        return len(self._entries)


def is_plain(key: object) -> bool:
    """Whether JSON can hold a key, if lists are read as tuples."""
    if isinstance(key, tuple):
        return all(map(is_plain, key))
    return isinstance(key, str | int | None) and not isinstance(key, Enum)


class Watched:
    """An object whose methods run on this wrapper, and whose tables note what is read of them.

    Its cached properties are those of the object itself: what they were made from does not count, only what
    they are. A value that is neither a table nor among ``deep`` is read whole.
    """

    def __init__(self, of: Any, way: str, reads: Reads, deep: tuple[type, ...]) -> None:
        self.__dict__.update(_of=of, _way=way, _reads=reads, _deep=deep)

    def __getattr__(self, name: str) -> Any:
        of, way = self._of, f"{self._way}.{name}" if self._way else name
        kind = getattr(type(of), name, None)
        if isinstance(kind, FunctionType):
            return self._known(name, MethodType(kind, self))
        if isinstance(kind, property):
            return kind.fget(self) if kind.fget else None
        value = getattr(of, name)
        if isinstance(value, Mapping):
            return self._known(name, Table(value, way, self._reads))
        if isinstance(value, self._deep):
            return self._known(name, Watched(value, way, self._reads, self._deep))
        self._reads.note((way, WHOLE))
        return value

    def _known(self, name: str, value: Any) -> Any:
        self.__dict__[name] = value
        return value


def let_go_of(watched: Watched) -> None:
    """Hold nothing more: its methods hold it, and so all that it is about, until Python looks for garbage."""
    held = list(vars(watched).values())
    vars(watched).clear()
    for one in held:
        if isinstance(one, Watched):
            let_go_of(one)


def prepare(of: Any, deep: tuple[type, ...]) -> None:
    """Make every cached property of an object and of those that it holds, before processes share them."""
    for name in dir(type(of)):
        if isinstance(getattr(type(of), name), cached_property):
            getattr(of, name)
    for value in vars(of).values():
        if isinstance(value, deep):
            prepare(value, deep)


class Fingerprints:
    """The digests of entries of an object's tables, made once where they are asked for again.

    ``plain`` says for types how to write their values out; a dataclass is its fields, and others are written
    as pickle has them, which is never read again. The order of a set is no part of it.
    """

    def __init__(self, of: Any, plain: Mapping[type, Callable[[Any], Any]] | None = None) -> None:
        self._of = of
        self._known: dict[Read, bytes] = {}
        self._asked: Counter[str] = Counter()
        self._again: set[str] = set()
        self._ends: dict[str, Any] = {}
        self._writer = io.BytesIO()
        self._pickler = pickle.Pickler(self._writer, protocol=pickle.HIGHEST_PROTOCOL)
        # Without its memory of what it has met, a value is written alike however its parts are shared.
        self._pickler.fast = True
        self._pickler.dispatch_table = _Written(plain or {})

    def of_read(self, read: Read) -> bytes:
        """The digest of an entry as it is now; one of its own for an entry that is not there."""
        known, way = self._known.get(read), read[0]
        if known is not None:
            self._again.add(way)
            return known
        made = self._digest(*read)
        if self._asked[way] < _ONCE or way in self._again:
            self._known[read] = made
            self._asked[way] += 1
        return made

    def of_value(self, value: Any) -> str:
        """The digest of any value, in hex."""
        return hashlib.blake2b(self._written(value), digest_size=_SIZE).hexdigest()

    def of_all(self, reads: Iterable[Read]) -> str:
        """One digest of several entries in their order, in hex."""
        return hashlib.blake2b(b"".join(map(self.of_read, reads)), digest_size=_SIZE).hexdigest()

    def _at(self, way: str) -> Any:
        """The table or the value at the end of a way."""
        value = self._of
        for name in way.split("."):
            value = getattr(value, name)
        self._ends[way] = value
        return value

    def _digest(self, way: str, key: Any) -> bytes:
        value = self._ends[way] if way in self._ends else self._at(way)
        if key != WHOLE:
            if key not in value:
                return _MISSING
            value = value[key]
        return hashlib.blake2b(self._written(value), digest_size=_SIZE).digest()

    def _written(self, value: Any) -> bytes:
        self._writer.seek(0)
        self._writer.truncate()
        self._pickler.dump(_in_order(value))
        return self._writer.getvalue()


class _Written(dict[type, Callable[[Any], Any]]):
    """How values of each type are written; of a dataclass without a way of its own, its name and its fields.

    To ask a dataclass for its state takes pickle several times as long. And what it has worked out and keeps
    beside its fields is no part of its value.
    """

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        if not is_dataclass(kind):
            raise KeyError(kind)
        name, values = kind.__qualname__, _values_of(kind)
        self[kind] = lambda value: (tuple, ((name, values(value)),))
        return self[kind]


def _values_of(kind: Any) -> Callable[[Any], Any]:
    names = [one.name for one in fields(kind)]
    return attrgetter(*names) if names else lambda _: ()


def _in_order(value: Any) -> Any:
    """A value whose sets, and those of a list, have an order that is the same in every process."""
    if isinstance(value, set | frozenset):
        return sorted(value, key=repr)
    if isinstance(value, list | tuple) and any(isinstance(one, set | frozenset) for one in value):
        return [_in_order(one) for one in value]
    return value
