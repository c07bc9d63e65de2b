"""What is new in the archive, by the entries of its log: for the page of changes, and for the feed."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.archive.entity import Kind
from plugins.changes.change import Change, ChangeKind
from plugins.changes.log import ChangeLog, Entry, lines_of
from plugins.entity_pages.news_views import News, NewsEntry, NewsGroup, NewsItem
from plugins.entity_pages.news_words import TOLD, Telling
from plugins.entity_pages.site import Site, date_words
from plugins.entity_pages.views import DateWords, Ref

FEED = "changes.xml"
"""The address of the feed, which is there when the page of changes is."""


def news(log: ChangeLog, site: Site, root: str = "") -> News | None:
    """The entries of a log as they are told, the newest day first; None where nobody keeps one.

    Of one day, the entry that was kept last comes first. Entries in which nothing is news are left out.
    ``root`` stands before every address: nothing for a page at the site's root, or the site's own address.
    """
    if log.begun is None:
        return None
    told = Telling(site, root)
    made = [one for one in _entries(log, told) if one.groups or one.begins]
    order = sorted(range(len(made)), key=lambda place: (made[place].day, place), reverse=True)
    urn = urn_of("log", lines_of(log.begun, is_first=True))
    return News(urn, _when(log.begun), tuple(made[place] for place in order))


def _entries(log: ChangeLog, told: Telling) -> Iterator[NewsEntry]:
    """Every entry in the order of the log, told or not: those after it name none of them anew."""
    days: Counter[str] = Counter()
    same: Counter[str] = Counter()
    for entry in log.entries:
        days[entry.when] += 1
        lines = lines_of(entry, is_first=False)
        same[lines] += 1
        number = days[entry.when]
        begins = _begins(entry) if entry is log.begun else ""
        yield NewsEntry(
            anchor=f"on-{entry.when}" + (f"-{number}" if number > 1 else ""),
            urn=urn_of("entry", str(same[lines]), lines),
            day=entry.when,
            date=_when(entry),
            who=entry.who,
            title=_title(entry) or "The log of changes begins",
            groups=tuple(_groups(entry.told, told)),
            begins=begins,
        )


def _begins(entry: Entry) -> str:
    """What the archive held when its log began."""
    begun = [one for one in entry.changes if one.kind is ChangeKind.BEGUN]
    claims = [one.after for one in begun if one.after]
    disputed = sum(bool(one.values) for one in begun)
    sources = len({claim.source for claim in claims if claim.source})
    held = f"{_number(len(claims), 'claim')} from {_number(sources, 'source')}"
    more = f", with {_number(disputed, 'contradiction')} among them" if disputed else ""
    return f"The archive held {held}{more}."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _title(entry: Entry) -> str:
    """What is new in numbers: “3 added, 1 newly contradicted”."""
    counted = Counter(one.kind for one in entry.told)
    return ", ".join(f"{counted[kind]} {words}" for kind, (_, words) in TOLD.items() if counted[kind])


def _groups(changes: Iterable[Change], told: Telling) -> Iterator[NewsGroup]:
    """The changes of each subject, subjects by their names."""
    by_subject: dict[str, list[Change]] = {}
    for one in changes:
        by_subject.setdefault(one.topic[0], []).append(one)
    subjects = [(_subject(subject, told.site), group) for subject, group in by_subject.items()]
    for ref, group in sorted(subjects, key=lambda one: (one[0].name.casefold(), one[0].id)):
        yield NewsGroup(ref, tuple(_item(one, told) for one in group))


def _subject(subject: str, site: Site) -> Ref:
    if subject in site.archive.entities:
        return site.ref(subject)
    return Ref(subject, "", subject.replace("-", " "), Kind.TERM.value)


def _item(change: Change, told: Telling) -> NewsItem:
    ids = [one.id for one in (change.before, change.after) if one and one.id in told.standing_claims]
    return NewsItem(change.kind.value, TOLD[change.kind][0], told.sentence(change), tuple(dict.fromkeys(ids)))


def _when(entry: Entry) -> DateWords:
    try:
        found = date_words(Edtf.parse(entry.when))
    except UnreadableDate:
        found = None
    return found or DateWords(entry.when, entry.when, None)


def urn_of(*parts: str) -> str:
    """A name made of what something says, so that it is the same wherever the site stands.

    It is a UUID of version 8 (RFC 9562, section 5.8), whose bits come from the sha256 of the parts.
    """
    bits = bytearray(hashlib.sha256("\x1f".join(parts).encode("utf-8")).digest()[:16])
    bits[6] = bits[6] & 0x0F | 0x80
    bits[8] = bits[8] & 0x3F | 0x80
    digits = bits.hex()
    groups = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
    return f"urn:uuid:{'-'.join(groups)}"
