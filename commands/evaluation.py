"""``invoke evaluate``: what is found, against what people found."""

from __future__ import annotations

from pathlib import Path

from invoke.exceptions import Exit

from commands.configured import settings_of
from commands.formats import FORMATS, refuse_unknown
from evaluation.claims import measure_claims
from evaluation.claims_report import claims_as_json, claims_as_text
from evaluation.credits import floors_of_credits, measure_credits
from evaluation.credits_report import credits_as_json, credits_as_text
from evaluation.dates import floors_of_dates, measure_dates
from evaluation.dates_report import dates_as_json, dates_as_text
from evaluation.floors import Floors, LoweredFloors, floors_of_gold, floors_of_marked_texts, pin_floors
from evaluation.gold import UnreadableGold
from evaluation.mentions import measure_gold, measure_marked_texts
from evaluation.report import mentions_as_json, mentions_as_text
from evaluation.stated_credits import floors_of_stated_credits, measure_stated_credits
from evaluation.stated_dates import floors_of_stated_dates, measure_stated_dates
from evaluation.stated_report import LISTS_OF_CREDITS, LISTS_OF_DATES, stated_as_json, stated_as_text
from plugins.archive.errors import ContentFaults, SettingFault

_EVALUATIONS = ("mentions", "dates", "credits", "claims", "search")

_ON_GOLD = ("dates", "credits", "claims")

_ON_STATED_TEXTS = ("dates", "credits")


def evaluate(
    what: str,
    gold: str,
    library: list[str] | None,
    content: str,
    marked: str,
    stated: str,
    format_: str,
    pin: bool,
    lower: bool,
    cranfield: str,
    films: str,
    peers: str,
    misses: bool,
) -> None:
    """Measure, print the figures, and pin them as floors where that is wanted."""
    if what not in _EVALUATIONS:
        raise Exit(f"nothing is evaluated under {what!r}; there is {', '.join(_EVALUATIONS)}", 2)
    refuse_unknown("format", format_, ("text", "json"))
    if what == "search":
        _tell_and_pin(*_measured_search(cranfield, films, peers, misses, format_), pin, lower)
        return
    if not (gold or marked or stated) or (gold and not library):
        others = "marked texts (--marked), or texts and what they state (--stated)"
        raise Exit(f"name an annotation and its texts (--gold, --library), {others}", 2)
    for folder in filter(None, (gold, marked, stated)):
        if not Path(folder).is_dir():
            raise Exit(f"{folder} is no folder", 2)
    if fault := _cannot_be_measured_on(what, gold, marked, stated):
        raise Exit(fault, 2)
    settings = settings_of(library, content)
    libraries = [Path(one).resolve() for one in library or ()]
    measured: dict[str, Floors] = {}
    try:
        if stated:
            report, measured = _measured_on_stated_texts(what, Path(stated), format_)
        elif what == "dates":
            of_dates = measure_dates(Path(gold), libraries, settings)
            report = dates_as_json(of_dates) if format_ == "json" else dates_as_text(of_dates)
            measured = {"dates": floors_of_dates(of_dates)}
        elif what == "credits":
            of_credits = measure_credits(Path(gold), libraries, settings)
            report = credits_as_json(of_credits) if format_ == "json" else credits_as_text(of_credits)
            measured = {"credits": floors_of_credits(of_credits)}
        elif what == "claims":
            of_claims = measure_claims(Path(gold), libraries, settings)
            report = claims_as_json(of_claims) if format_ == "json" else claims_as_text(of_claims)
            measured = {"claims": of_claims.floors}
        else:
            of_gold = measure_gold(Path(gold), libraries, settings) if gold else None
            of_marked = measure_marked_texts(Path(marked)) if marked else None
            report = (mentions_as_json if format_ == "json" else mentions_as_text)(of_gold, of_marked)
            measured = {"gold": floors_of_gold(of_gold)} if of_gold else {}
            measured |= {"marked": floors_of_marked_texts(of_marked)} if of_marked else {}
    except ContentFaults as faults:
        FORMATS[format_](faults.problems)
        raise Exit(code=1) from None
    except UnreadableGold as fault:
        raise Exit(str(fault), 1) from None
    except SettingFault as fault:
        raise Exit(str(fault), 2) from None
    _tell_and_pin(report, measured, pin, lower)


def _tell_and_pin(report: str, measured: dict[str, Floors], pin: bool, lower: bool) -> None:
    print(report)
    if pin:
        try:
            pin_floors(measured, lower=lower)
        except LoweredFloors as fault:
            raise Exit(f"{fault}\nNothing is pinned; --lower lets these floors sink.", 1) from None


def _measured_search(
    cranfield: str, films: str, peers: str, misses: bool, format_: str
) -> tuple[str, dict[str, Floors]]:
    """The report on the search, and what it could be held to."""
    # No other command needs its peers and benchmarks: they would only make all of them start later.
    from evaluation.search_command import PEERS, report_on_search

    if peers not in PEERS:
        raise Exit(f"--peers is {peers!r}; it is {', '.join(PEERS)}", 2)
    try:
        return report_on_search(cranfield, films, peers=peers, with_misses=misses, format_=format_)
    except (UnreadableGold, SettingFault) as fault:
        raise Exit(str(fault), 2) from None


def _cannot_be_measured_on(what: str, gold: str, marked: str, stated: str) -> str:
    """What is wrong with the folders that were named; empty where they do."""
    if what not in _ON_GOLD:
        return "names in stated texts are not annotated; --stated is for dates and credits" if stated else ""
    on_gold = f"{what} are measured on an annotation and its texts (--gold, --library)"
    if what not in _ON_STATED_TEXTS:
        return on_gold if marked or stated else ""
    if marked or (gold and stated):
        return f"{on_gold} or on texts and what they state (--stated)"
    return ""


def _measured_on_stated_texts(what: str, folder: Path, format_: str) -> tuple[str, dict[str, Floors]]:
    """The report on dates or credits in stated texts, and what these could be held to."""
    told = stated_as_json if format_ == "json" else stated_as_text
    if what == "dates":
        of_dates = measure_stated_dates(folder)
        return told(of_dates, LISTS_OF_DATES), {"stated dates": floors_of_stated_dates(of_dates)}
    of_credits = measure_stated_credits(folder)
    return told(of_credits, LISTS_OF_CREDITS), {"stated credits": floors_of_stated_credits(of_credits)}
