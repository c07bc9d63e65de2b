"""What somebody probably meant who wrote a word that is not known: a choice, or an id."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from plugins.archive.entity import Kind
from plugins.archive.file_names import ID, as_id, words_of
from plugins.authority.record import Record, called_as

LONGEST_CHOICE = 24
"""As many words are listed where none of them is near; of more nobody would read them."""

_LINK = re.compile(r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
_BETWEEN_LINKS = re.compile(r"[\s,;&]|\band\b|\bund\b")

LONGEST_LIST = 1000
"""Letters of a text in which several names or pointers are looked for; a longer one is prose."""

_OF_A_WIKI = re.compile(r"\A(?:file|image|datei|bild):\s*", re.IGNORECASE)
"""What wikis have before the name of a picture."""

_OF_A_SHELL = re.compile(r"[\s\"`$\\]+")
"""What a shell would read in a name; in a command that is offered it is left out."""

_YEAR = re.compile(r" ?\(\d{4}\)\Z")
"""What stands behind a title in lists of films."""

BETWEEN = re.compile(r"\s*(?:[,;/]|&|\b(?:and|und)\b)\s*")
"""What people write between names."""

_PART = re.compile(r" (?:as .*|\(.*\))\Z")
"""What stands behind a name in a cast list."""

_CALLED = {
    Kind.PERSON: "person",
    Kind.CHARACTER: "character",
    Kind.WORK: "work",
    Kind.EVENT: "event",
    Kind.SOURCE: "source",
}
"""What `invoke new` calls the kinds of record that have pages."""

_LIST_OF = {
    Kind.PERSON: "people",
    Kind.ORGANISATION: "organisations",
    Kind.PLACE: "places",
    Kind.CHARACTER: "characters",
    Kind.WORK: "works",
}


def nearest(word: str, among: Iterable[str], otherwise: str = "") -> str:
    """Advice that names the nearest of some words; where none is near all of them, or ``otherwise``.

    >>> nearest("Happend", ("happened", "announced"))
    "did you mean 'happened'?"
    """
    choice = list(dict.fromkeys(among))
    if close := closest(word, choice):
        return f"did you mean {close!r}?"
    if otherwise or len(choice) > LONGEST_CHOICE or not choice:
        return otherwise or "there is none like it"
    last = "; if none fits, other" if "other" in choice else ""
    return f"the choice is {', '.join(choice)}{last}"


def closest(word: str, among: Iterable[str], least: float = 0.6) -> str:
    """The word that another is nearest to, whatever its capitals, spaces and underscores; empty for none."""
    by_form: dict[str, str] = {}
    for one in among:
        by_form.setdefault(form_of(one), one)
    if (form := form_of(word)) in by_form:
        return by_form[form]
    close = get_close_matches(form, by_form, n=1, cutoff=least)
    return by_form[close[0]] if close else ""


def form_of(word: str) -> str:
    """A word as it is compared: small letters, and hyphens for what people set between words."""
    return re.sub(r"[\s_]+", "-", word.strip().casefold())


def bare(word: str) -> str:
    """What stands between the brackets of a link, without the folder and the ending of a file.

    >>> bare("[[people/otto-brandt.md|Otto]]")
    'otto-brandt'
    """
    inside = word.strip().removeprefix("!").removeprefix("[[").removesuffix("]]").partition("|")[0].strip()
    return _YEAR.sub("", without_namespace(inside).removesuffix(".md").rpartition("/")[2])


def without_namespace(name: str) -> str:
    """The name of a picture without what a wiki has before it.

    >>> without_namespace("File:quay.png")
    'quay.png'
    """
    return _OF_A_WIKI.sub("", name)


def record_named(word: str, records: Iterable[Record]) -> Record | None:
    """The record that a word names: by its id, its name, a variant, or its name as an index has it."""
    exact, wanted = bare(word), called_as(bare(word))
    last, comma, first = exact.partition(",")
    turned = called_as(f"{first} {last}") if comma else wanted
    found: Record | None = None
    for one in records:
        if one.id == exact:
            return one
        if not one.called.isdisjoint((wanted, turned)) and (found is None or one.id == wanted != found.id):
            found = one
    return found


def in_order(name: str) -> str:
    """A name as it is said, of one that is written as an index has it; any other as it is.

    >>> in_order("Oster, Bram"), in_order("von Stern, Max"), in_order("Max Stern, Bram Oster")
    ('Bram Oster', 'Max von Stern', 'Max Stern, Bram Oster')
    """
    last, comma, first = name.partition(",")
    is_indexed = comma and first.strip() and "," not in first
    if not is_indexed or len([one for one in last.split() if not one.islower()]) != 1:
        return name
    return f"{first.strip()} {last.strip()}"


def is_full_name(text: str) -> bool:
    """Whether a text is of words of which the first and the last have a capital, as people's names are.

    >>> is_full_name("Saul Bass"), is_full_name("Max von Stern"), is_full_name("Titles")
    (True, True, False)
    """
    words = text.split()
    return len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper()


def several_in(words: str) -> list[str]:
    """The names of a text that has several, as people separate them; empty for a text of one.

    >>> several_in("Otto Brandt, Lena Vogt and Max Stern")
    ['Otto Brandt', 'Lena Vogt', 'Max Stern']
    """
    parts = linked(words) or [one for one in BETWEEN.split(words.strip("[] ")) if one]
    parts = parts if len(words) <= LONGEST_LIST else []
    return parts if len(parts) > 1 else []


def linked(text: str) -> list[str]:
    """What stands in the brackets of links, of a text that is links alone; empty for any other.

    >>> linked("[[Otto Brandt]] and [[lena-vogt|Lena]]"), linked("[[Otto]] the critic")
    (['Otto Brandt', 'lena-vogt'], [])
    """
    return [] if _BETWEEN_LINKS.sub("", _LINK.sub("", text)) else _LINK.findall(text)


def id_for(word: str, records: Iterable[Record]) -> str:
    """The id of the record that a word names, else the id that such a record would have."""
    found = record_named(word, records)
    return (found.id if found and ID.fullmatch(found.id) else as_id(in_order(bare(word)))) or "ID"


def unread(record: Record) -> str:
    """What keeps a record from being found, and what to do; empty where nothing does."""
    good = as_id(record.id) or "a-name"
    if not ID.fullmatch(record.id) and record.folder == "authority":
        return f"its entry in {record.path} has the id {record.id!r}; write id: {good} there"
    if not ID.fullmatch(record.id):
        return f"{record.path} has no id for its name; call the file {good}.md"
    if not record.values:
        return f"{record.path} cannot be read yet; mend that file first"
    return ""


def nearest_id(word: str, records: Iterable[Record], kinds: Collection[Kind] = (), key: str = "") -> str:
    """Advice for an id that no record has; names of records lead to their ids, and several ids to a list.

    ``key`` is that behind which the list is to be written; without one its values stand in a list already.
    """
    known = list(records)
    if (found := record_named(word, known)) is not None:
        return unread(found) or f"did you mean {found.id!r}?"
    if parts := several_ids(word, known):
        ids = {one.id for one in known}
        missing = [one for one in parts if one not in ids]
        ways = {one: ways_to_make(one, kinds) for one in missing}
        told = "".join(f"; {one} has no record yet, make one: {way}" for one, way in ways.items())
        as_list = f"write {key}: [{', '.join(parts)}]" if key else f"write {', '.join(parts)}"
        return f"each id of a list stands by itself; {as_list}{told}"
    by_name = {form_of(one.name): one.id for one in known}
    close = closest(bare(word), [*(one.id for one in known), *by_name], 0.7)
    if found_id := by_name.get(close, close) or of_words(word, known) or _within(word, known, kinds):
        return f"did you mean {found_id!r}?"
    return made(word, kinds)


def several_ids(word: str, records: Collection[Record]) -> list[str]:
    """The ids that a text names which has several; empty for one of which no part is known."""
    parts = several_in(word)
    named = [record_named(one, records) or record_named(_PART.sub("", one), records) for one in parts]
    if not any(named) and len(parts) < 3:
        return []
    told = zip(named, parts, strict=True)
    return [one.id if one else _within(part, records) or as_id(part) or part for one, part in told]


def of_words(word: str, records: Iterable[Record]) -> str:
    """The id of the one record whose name has all words of a text; empty where none has, or several have."""
    words = set(words_of(bare(word)))
    found = [one.id for one in records if words <= {*words_of(one.name), *one.id.split("-")}]
    return found[0] if len(found) == 1 and words else ""


def _within(word: str, records: Iterable[Record], kinds: Collection[Kind] = ()) -> str:
    """The id of the record whose name, of two words at least, stands in a text; of several the longest.

    Of a place one word is enough, as one is described by another.
    """
    words = f"-{as_id(bare(word))[:LONGEST_LIST]}-"
    found = [
        (len(form), one.id)
        for one in records
        for form in one.called
        if ("-" in form or Kind.PLACE in kinds) and f"-{form}-" in words
    ]
    return max(found, default=(0, ""))[1]


def _in_order_of(kinds: Collection[Kind], word: str) -> str:
    """A name as it is said; what stands behind the comma of a place is where that is."""
    return bare(word) if Kind.PLACE in kinds else in_order(bare(word))


def made(word: str, kinds: Collection[Kind]) -> str:
    """How a record is made that there is not yet, and what to write then."""
    new = as_id(_in_order_of(kinds, word))
    ways = ways_to_make(word, kinds)
    if not new or not ways:
        return "write the id of a record, which is the name of its file without .md, or take it out"
    use = "" if new == word else f", and write {new} here"
    return f"mend the id, or make a record: {ways}{use}"


def ways_to_make(name: str, kinds: Collection[Kind]) -> str:
    """How a record of a kind is made, in its list where no page is needed; empty where nobody can tell.

    >>> ways_to_make("Ostend", [Kind.PLACE])
    'a line in content/authority/places.yaml: - {id: ostend, name: "Ostend"}'
    """
    called = re.sub(_OF_A_SHELL, " ", _in_order_of(kinds, name)).strip()
    called = called.replace("-", " ").title() if ID.fullmatch(called) else called
    kind = next(iter(kinds), None)
    ways = [f'`invoke new {_CALLED[kind]} "{called}"`'] if kind in _CALLED else []
    if kind in _LIST_OF:
        entry = f'- {{id: {as_id(called)}, name: "{called}"}}'
        ways.append(f"a line in content/authority/{_LIST_OF[kind]}.yaml: {entry}")
    return ", or ".join(ways)


def to_make(name: str) -> str:
    """How a record is made of something that may be of any kind.

    >>> to_make("Quint")
    'make a record for it, `invoke new person "Quint"` (or character, work, event, source, page)'
    """
    called = re.sub(_OF_A_SHELL, " ", name).strip()
    others = "character, work, event, source, page"
    return f'make a record for it, `invoke new person "{called}"` (or {others})'
