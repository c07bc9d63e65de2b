"""The commands of the archive: ``invoke --list`` names them, ``invoke COMMAND --help`` explains one.

Exit status: 0 done, 1 faults in the content, 2 faults in the call.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.parser.argument import Argument
from invoke.tasks import Task, task

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
from plugins.archive.errors import ArchiveError, ContentFaults, Problem, SettingFault
from plugins.archive.settings import Settings
from plugins.authority.schema import SuggestionCode
from plugins.changes.change import beginning, changes_between
from plugins.changes.keeping import keep
from plugins.changes.lines import is_day
from plugins.changes.log import LOG, ChangeLog, Entry, state_after
from plugins.changes.reading import read_state
from plugins.changes.report import as_json as changes_as_json
from plugins.changes.report import as_text as changes_as_text
from plugins.changes.state import UnreadableState, state_of_files
from plugins.importing.holdings import read_holdings
from plugins.importing.plan import plan_import
from plugins.importing.report import Report, as_json, as_text
from plugins.importing.saved_files import read_saved_files
from plugins.importing.writing import write_plan
from plugins.incremental.changeover import beside
from plugins.leaks.report import as_data, summary
from plugins.leaks.scan import leaks_in
from plugins.open_data.stage import STAGES as DATA
from plugins.sources.passages import Passage, find_passages
from plugins.stages import archive_flow
from plugins.suggestions.applying import apply_surest
from plugins.suggestions.asking import interview
from plugins.suggestions.entries import Signature
from plugins.suggestions.finding import find_suggestions
from plugins.suggestions.keys import reader_of
from plugins.suggestions.material import Material
from plugins.suggestions.original_places import OriginalPlaces
from plugins.suggestions.report import as_github as suggestions_as_github
from plugins.suggestions.report import as_json as suggestions_as_json
from plugins.suggestions.report import as_text as suggestions_as_text
from plugins.suggestions.report import described, written_lines
from plugins.suggestions.suggestion import Suggestion
from plugins.suggestions.writing import Written, write_changes

HERE = Path(__file__).parent
OUTPUT = {"public": "output", "private": "output-private"}


@task(
    iterable=["library"],
    help={
        "library": "a folder with originals; may be given several times (library/ is always read)",
        "output": "the folder of the site (default: output, or output-private)",
        "edition": "public, or private for the reader who owns the texts",
        "content": "the folder of the records (default: content)",
        "anew": "use nothing that earlier builds have kept",
    },
)
def build(
    _: Context,
    library: list[str] | None = None,
    output: str = "",
    edition: str = "public",
    content: str = "",
    anew: bool = False,
) -> None:
    """Build the site.

    Example: invoke build --library ~/texts --edition private
    """
    if edition not in OUTPUT:
        raise Exit(f"--edition is {edition!r}; it is public or private", 2)
    folder = Path(output or HERE / OUTPUT[edition])
    settings = _settings(library, content, edition)
    if anew:
        settings = replace(settings, cache=None)
    began = time.perf_counter()
    try:
        with beside(folder, edition) as new:
            _run_pelican(settings, new)
    except SettingFault as fault:
        raise Exit(str(fault), 2) from None
    pages = sum(1 for _ in folder.rglob("*.html"))
    print(f"Built {pages} pages, {edition} edition, in {time.perf_counter() - began:.1f} s.")
    print(f"Open {_short(folder / 'index.html')} in a browser.")


@task(
    iterable=["library"],
    help={
        "library": "a folder with originals; may be given several times",
        "content": "the folder of the records (default: content)",
        "format": "text, json, or github (annotations of a workflow run)",
    },
)
def check(
    _: Context,
    library: list[str] | None = None,
    content: str = "",
    format: str = "text",  # noqa: A002 the option is --format
) -> None:
    """Find every fault in the content, without building.

    Example: invoke check --library ~/texts
    """
    if format not in _FORMATS:
        raise Exit(f"--format is {format!r}; it is {', '.join(_FORMATS)}", 2)
    flow = archive_flow(_settings(library, content, "public"))
    try:
        flow.sound_value("pages")
        archive = flow.value("archive")
    except ContentFaults as faults:
        _FORMATS[format](faults.problems)
        raise Exit(code=1) from None
    flow.value("kept").forget()
    if format == "json":
        _as_json(())
    elif format == "text":
        print(f"No faults: {len(archive.entities)} records, {len(archive.claims)} claims.")


@task(
    iterable=["library"],
    positional=["words"],
    help={
        "words": "words of the passage, exactly as it has them",
        "source": "look in this source only, by its id",
        "library": "a folder with originals; may be given several times",
        "content": "the folder of the records (default: content)",
    },
)
def cite(
    _: Context, words: str, source: str = "", library: list[str] | None = None, content: str = ""
) -> None:
    """Find a passage in the originals and print the pointer to paste after ``cite:``.

    Example: invoke cite "will not look round" --source archive-essay
    """
    if _asks_for_help("cite", words):
        return
    documents = archive_flow(_settings(library, content, "public")).value("documents").by_id
    if source and source not in documents:
        known = ", ".join(documents) or "none"
        raise Exit(f"no original of {source!r} is at hand; those at hand: {known}", 2)
    chosen = [documents[source]] if source else list(documents.values())
    found: list[Passage] = [one for document in chosen for one in find_passages(document, words)]
    for passage in found:
        print(f"{passage.pointer}\n    {passage.context}")
    if not found:
        raise Exit(f"{words!r} stands in none of {len(chosen)} texts", 1)


@task(
    iterable=["library"],
    help={
        "output": "the folder of the site (default: output, or output-private)",
        "library": "a folder with originals; may be given several times",
        "content": "the folder of the records (default: content)",
        "edition": "which of the two sites is searched where no folder is named: public or private",
        "format": "text, json, or github (annotations of a workflow run)",
    },
)
def rights(
    _: Context,
    output: str = "",
    library: list[str] | None = None,
    content: str = "",
    edition: str = "public",
    format: str = "text",  # noqa: A002 the option is --format
) -> None:
    """Search every byte of a built site for words that the rights of their texts do not allow.

    Example: invoke rights --library ~/texts
    """
    for option, value, known in (("edition", edition, OUTPUT), ("format", format, _FORMATS)):
        if value not in known:
            raise Exit(f"--{option} is {value!r}; it is {', '.join(known)}", 2)
    folder = Path(output or HERE / OUTPUT[edition])
    if not folder.is_dir():
        raise Exit(f"{folder} is no folder; `invoke build` makes the site", 2)
    flow = archive_flow(_settings(library, content, edition))
    try:
        documents = flow.sound_value("documents").by_id
        flow.sound_value("changed_originals")
        records, entities = flow.value("records"), flow.sound_value("entities")
    except ContentFaults as faults:
        _FORMATS[format](faults.problems)
        raise Exit(code=1) from None
    report = leaks_in(
        folder,
        documents.values(),
        flow.value("settings"),
        names=[
            *(name for one in entities for name in (one.name, *one.variants)),
            *(name for one in records.sources for key in ("author", "outlet") if (name := one.text(key))),
        ],
        # A page prints a source's kind above its name, as magazines do above a headline.
        titles={
            one.id: (one.name, one.text("title") or "", f"{one.text('kind')} {one.name}")
            for one in records.sources
        },
        absent=[one.id for one in records.sources if one.id not in documents],
        told=_tell_size if sys.stderr.isatty() else None,
    )
    if format == "json":
        print(json.dumps(as_data(report), ensure_ascii=False, indent=1))
    else:
        _FORMATS[format](report.problems)
    if format == "text":
        print("\n".join(summary(report)))
    if report.problems:
        raise Exit(code=1)


class _Words(Argument):
    """A positional that takes as many words as it is told; invoke's own takes one."""

    def __init__(self, name: str, words: int, text: str) -> None:
        super().__init__(name, kind=list, positional=True, help=text)
        self._words = words
        self._taken: list[str] = []

    @property
    def value(self) -> Any:
        """None, which means to invoke that more is to come, until all words are there."""
        return self._taken if len(self._taken) >= self._words else None

    @value.setter
    def value(self, word: str) -> None:
        self._taken = [*self._taken, word]


class _TaskOfFiles(Task[Any]):
    """A command whose ``files`` are all the words after it that are no options."""

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:
        arguments = super().get_arguments(ignore_unknown_help)
        options = [one for one in arguments if one.name != "files"]
        told = next(one.help for one in arguments if one.name == "files")
        return [_Words("files", self._count(options), told or ""), *options]

    def _count(self, options: list[Argument]) -> int:
        """How many words of this process's call are files."""
        typed = sys.argv[sys.argv.index(self.name) + 1 :] if self.name in sys.argv else []
        with_value = {
            f"--{name}" if len(name) > 1 else f"-{name}"
            for one in options
            if one.takes_value
            for name in one.names
        }
        typed = typed[: typed.index("--")] if "--" in typed else typed
        words = [word for before, word in pairwise(["", *typed]) if before not in with_value]
        return sum(not word.startswith("-") for word in words)


@task(
    name="import",
    klass=_TaskOfFiles,
    help={
        "files": "saved texts and web pages, and folders of them",
        "content": "the folder of the records (default: content)",
        "library": "the folder that keeps the originals (default: library)",
        "dry-run": "tell what would be written, and write nothing",
        "format": "text or json",
    },
)
def import_(
    _: Context,
    files: list[str],
    content: str = "",
    library: str = "",
    dry_run: bool = False,
    format: str = "text",  # noqa: A002 the option is --format
) -> None:
    """Pin saved texts and web pages in the library, and make a record to fill in for each.

    Example: invoke import ~/texts/*.txt saved-page.html --dry-run
    """
    if format not in {"text", "json"}:
        raise Exit(f"--format is {format!r}; it is text, json", 2)
    absent = [name for name in files if not Path(name).exists()]
    if absent or not files:
        raise Exit(f"{absent[0]} is not there" if absent else "name the files to import, or their folder", 2)
    settings = _settings([library] if library else None, content, "public")
    shelf = Path(library or HERE / "library").resolve()
    found = read_saved_files(Path(name) for name in files)
    if sys.stderr.isatty():
        print(f"Reading {len(found.files)} files ...", file=sys.stderr)
    flow = archive_flow(settings)
    try:
        holdings = read_holdings(flow.value("records"), flow.value("originals"), settings.content, shelf)
        plan = plan_import(found.files, holdings)
        if not dry_run:
            write_plan(plan, settings.content, shelf)
    except SettingFault as fault:
        raise Exit(str(fault), 2) from None
    except OSError as fault:
        raise Exit(f"{fault.filename} cannot be read ({fault.strerror})", 2) from None
    except KeyboardInterrupt:
        raise Exit("Stopped. What is written is whole; the same command does the rest.", 1) from None
    report = Report(plan, found, dry_run)
    print(as_json(report) if format == "json" else "\n".join(as_text(report)))
    if report.problems:
        raise Exit(code=1)


@task(
    iterable=["library", "only"],
    help={
        "library": "a folder with originals; may be given several times",
        "content": "the folder of the records (default: content)",
        "only": f"only these; may be given several times: {', '.join(SuggestionCode)}",
        "format": "text, json, or github (annotations of a workflow run)",
        "apply": "write what is sure enough and needs no decision",
        "least": "how sure that is, from 0 to 1 (default: 0.9)",
        "interactive": "ask for each suggestion, one key an answer, and write what you decide",
        "who": "who decides (default: the name that git knows)",
        "why": "the reason that is written with each decision",
    },
)
def suggest(
    _: Context,
    library: list[str] | None = None,
    content: str = "",
    only: list[str] | None = None,
    format: str = "text",  # noqa: A002 the option is --format
    apply: bool = False,
    least: str = "0.9",
    interactive: bool = False,
    who: str = "",
    why: str = "",
) -> None:
    """Tell what people may decide: undecided mentions, unknown names, likely variants and doubles.

    Example: invoke suggest --library ~/texts --interactive
    """
    codes = _codes(only or [])
    if format not in _FORMATS:
        raise Exit(f"--format is {format!r}; it is {', '.join(_FORMATS)}", 2)
    if apply and interactive:
        raise Exit("--apply asks nobody, and --interactive asks for each; give one of the two", 2)
    if interactive and format != "text":
        raise Exit("--interactive speaks to people; leave --format out", 2)
    sure = _share("least", least)
    settings = _settings(library, content, "public")
    signature = Signature(_who(who) if apply or interactive else "", _today(), why)

    def find() -> tuple[Material, list[Suggestion]]:
        material = _material(settings, library or [])
        return material, [one for one in find_suggestions(material) if one.code in codes]

    written: list[Written] = []
    try:
        material, found = find()
        if interactive:
            written = _decided(settings.content, material, found, signature)
        elif apply:
            written = list(apply_surest(settings.content, lambda: find()[1], sure, signature))
            found = find()[1] if written else found
    except ContentFaults as faults:
        _FORMATS[format](faults.problems)
        raise Exit(code=1) from None
    except SettingFault as fault:
        raise Exit(str(fault), 2) from None
    except KeyboardInterrupt:
        raise Exit("Stopped. What is written is whole; the same command does the rest.", 1) from None
    if format == "json":
        print(suggestions_as_json(found, written))
    elif format == "github":
        print("\n".join(suggestions_as_github(found)), end="\n" if found else "")
    elif apply or interactive:
        print("\n".join(written_lines(written, _short(settings.content), len(found) if apply else None)))
    else:
        print("\n".join(suggestions_as_text(found, sure)))
    if any(one.left for one in written):
        raise Exit(code=1)


def _codes(only: list[str]) -> frozenset[SuggestionCode]:
    """The kinds of suggestions that a call asks for; all where it names none."""
    known = {code.value: code for code in SuggestionCode}
    for name in only:
        if name.upper() not in known:
            raise Exit(f"--only is {name!r}; it is {', '.join(known)}", 2)
    return frozenset(known[name.upper()] for name in only) or frozenset(SuggestionCode)


def _share(option: str, written: str) -> float:
    try:
        value = float(written)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise Exit(f"--{option} is {written!r}; it is a number from 0 to 1", 2)
    return value


def _who(named: str) -> str:
    """The name under which decisions are signed: as given, as git knows it, or the one of the login."""
    asked = ["git", "config", "user.name"]
    try:
        by_git = subprocess.run(asked, cwd=HERE, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError:
        known = ""
    else:
        known = by_git.stdout.strip()
    who = named.strip() or known or os.environ.get("USER", "")
    if not who:
        raise Exit("nobody is named who decides; say --who NAME", 2)
    return who


def _today() -> str:
    return datetime.now(UTC).astimezone().date().isoformat()


def _material(settings: Settings, libraries: list[str]) -> Material:
    """What suggestions are made from: the archive without the stubs that programs put into it.

    Raises:
        ContentFaults: suggestions that rest on faulty content would lead people astray.
    """
    flow = archive_flow(settings)
    if sys.stderr.isatty():
        print(f"Reading {len(flow.value('originals').files)} texts ...", file=sys.stderr)
    for name in ("written", "documents", "wiki_links"):
        flow.sound_value(name)
    bare = archive_flow(replace(settings, stubs=False))
    for name in ("written", "originals", "recorded", "documents", "discovered"):
        bare.give(name, flow.value(name))
    links = bare.sound_value("links")
    recorded, documents = bare.value("recorded"), bare.value("documents")
    given = {Path(one).resolve(): one for one in libraries}
    return Material(
        recorded,
        bare.value("names"),
        documents,
        bare.value("mentions"),
        links,
        bare.value("discovered"),
        settings,
        OriginalPlaces(recorded, documents, bare.value("originals"), lambda path: _as_given(path, given)),
    )


def _decided(
    content: Path, material: Material, found: list[Suggestion], signature: Signature
) -> list[Written]:
    """Ask for each suggestion, and write each answer at once, so that nothing is lost by a stop."""
    if not found:
        print("No suggestions: nothing to decide.")
        return []
    read = reader_of(sys.stdin, lambda words: print(words, end="", flush=True))
    written: list[Written] = []
    try:
        for answer in interview(found, lambda one: described(one, material), read, print):
            own = replace(signature, why=signature.why or answer.why)
            written.append(write_changes(content, [(change, own) for change in answer.changes]))
    except KeyboardInterrupt:
        print("\nStopped. What was answered is written.")
    return written


def _as_given(path: Path, given: dict[Path, str]) -> str:
    """A file's path below the folder that the call names, or the short one."""
    for folder, written in given.items():
        if path.is_relative_to(folder):
            return str(Path(written) / path.relative_to(folder))
    return _short(path)


@task(help={"port": "where to listen (default: 8000)", "edition": "public or private"})
def serve(context: Context, port: int = 8000, edition: str = "public") -> None:
    """Build the site and serve it on this machine. Example: invoke serve --port 8080"""
    build(context, edition=edition)
    folder = HERE / OUTPUT[edition]
    print(f"Serving {_short(folder)} at http://localhost:{port}/ (stop with Ctrl-C)")
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    try:
        subprocess.run(command, cwd=folder, check=False)  # noqa: S603 nothing in it comes from outside
    except KeyboardInterrupt:
        print("Stopped.")


@task
def lint(context: Context) -> None:
    """Check form and types of the code. Example: invoke lint"""
    context.run(f"{sys.executable} -m ruff check .", pty=False)
    context.run(f"{sys.executable} -m ruff format --check .", pty=False)
    context.run(f"{sys.executable} -m mypy", pty=False)


@task(help={"library": "a folder with originals, for the tests that need them"})
def test(context: Context, library: str = "") -> None:  # noqa: PT028 a command, no test
    """Run all tests. Example: invoke test --library ~/texts"""
    env = {"INTERTITLE_LIBRARY": str(Path(library).resolve())} if library else {}
    context.run(f"{sys.executable} -m pytest", env=env, pty=False)


@task(
    positional=["what"],
    help={
        "what": "sources: originals into segments; mentions: names in texts; "
        "search: what a search costs, beside Pagefind, MiniSearch and lunr",
        "films": "for search, a .jsonl.gz file of films whose pages come first and teach the made-up ones",
        "sizes": "for search, numbers of pages, with commas (default: 1000,10000)",
        "only": "for search, some of bytes, time, disk, warm, build, with commas",
        "without-peers": "for search, measure ours alone",
        "format": "for search, text or json",
    },
)
def bench(
    _: Context,
    what: str,
    films: str = "",
    sizes: str = "",
    only: str = "",
    without_peers: bool = False,
    format: str = "text",  # noqa: A002 the option is --format
) -> None:
    """Measure speed, size and memory, and print the figures with their ratios.

    Example: invoke bench search --sizes 1000 --without-peers
    """
    if _asks_for_help("bench", what):
        return
    if what not in _BENCHMARKS:
        raise Exit(f"nothing is measured under {what!r}; there is {', '.join(_BENCHMARKS)}", 2)
    module = importlib.import_module(f"benchmarks.{what}")
    try:
        options = module.asked_for(films, sizes, only, without_peers, format) if what == "search" else {}
    except ValueError as fault:
        raise Exit(str(fault), 2) from None
    print(module.report(**options))


@task(
    positional=["what"],
    iterable=["library"],
    help={
        "what": "mentions: names in texts and who they mean, with our records and without any; "
        "dates: when the events of texts were; credits: cast and crew read from texts; "
        "claims: how what sources say stands together; "
        "search: whether what is typed brings the page that is meant",
        "gold": "a folder with an annotation made by hand",
        "library": "a folder with the texts that it annotates; may be given several times",
        "content": "the folder of the records (default: content)",
        "marked": "a folder with marked texts, each measured by itself and without records",
        "stated": "a folder with texts and what they state, each measured by itself",
        "format": "text or json",
        "pin": "keep what was measured as floors, below which the tests let nothing fall",
        "lower": "let --pin lower a floor",
        "cranfield": "for search, a folder with a collection of judged questions in Cranfield's layout",
        "films": "for search, a .jsonl.gz file of films that are asked for among 10,000 pages",
        "peers": "for search, who is asked beside it: none, node (MiniSearch and lunr, where they are "
        "installed), or all (Pagefind in a browser too, which is slow)",
        "misses": "for search, list each question whose page did not come first",
    },
)
def evaluate(
    _: Context,
    what: str,
    gold: str = "",
    library: list[str] | None = None,
    content: str = "",
    marked: str = "",
    stated: str = "",
    format: str = "text",  # noqa: A002 the option is --format
    pin: bool = False,
    lower: bool = False,
    cranfield: str = "",
    films: str = "",
    peers: str = "node",
    misses: bool = False,
) -> None:
    """Measure what is found in texts against what people found there, and what the search finds.

    Example: invoke evaluate mentions --gold ~/annotation --library ~/texts
    """
    if _asks_for_help("evaluate", what):
        return
    if what not in _EVALUATIONS:
        raise Exit(f"nothing is evaluated under {what!r}; there is {', '.join(_EVALUATIONS)}", 2)
    if format not in {"text", "json"}:
        raise Exit(f"--format is {format!r}; it is text, json", 2)
    if what == "search":
        _tell_and_pin(*_measured_search(cranfield, films, peers, misses, format), pin, lower)
        return
    if not (gold or marked or stated) or (gold and not library):
        others = "marked texts (--marked), or texts and what they state (--stated)"
        raise Exit(f"name an annotation and its texts (--gold, --library), {others}", 2)
    for folder in filter(None, (gold, marked, stated)):
        if not Path(folder).is_dir():
            raise Exit(f"{folder} is no folder", 2)
    if fault := _cannot_be_measured_on(what, gold, marked, stated):
        raise Exit(fault, 2)
    settings = _settings(library, content, "public")
    libraries = [Path(one).resolve() for one in library or ()]
    measured: dict[str, Floors] = {}
    try:
        if stated:
            report, measured = _measured_on_stated_texts(what, Path(stated), format)
        elif what == "dates":
            of_dates = measure_dates(Path(gold), libraries, settings)
            report = dates_as_json(of_dates) if format == "json" else dates_as_text(of_dates)
            measured = {"dates": floors_of_dates(of_dates)}
        elif what == "credits":
            of_credits = measure_credits(Path(gold), libraries, settings)
            report = credits_as_json(of_credits) if format == "json" else credits_as_text(of_credits)
            measured = {"credits": floors_of_credits(of_credits)}
        elif what == "claims":
            of_claims = measure_claims(Path(gold), libraries, settings)
            report = claims_as_json(of_claims) if format == "json" else claims_as_text(of_claims)
            measured = {"claims": of_claims.floors}
        else:
            of_gold = measure_gold(Path(gold), libraries, settings) if gold else None
            of_marked = measure_marked_texts(Path(marked)) if marked else None
            report = (mentions_as_json if format == "json" else mentions_as_text)(of_gold, of_marked)
            measured = {"gold": floors_of_gold(of_gold)} if of_gold else {}
            measured |= {"marked": floors_of_marked_texts(of_marked)} if of_marked else {}
    except ContentFaults as faults:
        _FORMATS[format](faults.problems)
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
    if what not in _EVALUATED_ON_GOLD:
        return "names in stated texts are not annotated; --stated is for dates and credits" if stated else ""
    on_gold = f"{what} are measured on an annotation and its texts (--gold, --library)"
    if what not in _EVALUATED_ON_STATED_TEXTS:
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


@task(
    iterable=["library"],
    help={
        "since": "a built site, its data folder, its claims.jsonl, or a log (default: the last record)",
        "record": "keep this state in the log of the content folder, for the next comparison",
        "who": "who records it",
        "when": "the day on which it is recorded, such as 2026-11-27",
        "library": "a folder with originals; may be given several times",
        "content": "the folder of the records (default: content)",
        "format": "text or json",
    },
)
def changes(
    _: Context,
    since: str = "",
    record: bool = False,
    who: str = "",
    when: str = "",
    library: list[str] | None = None,
    content: str = "",
    format: str = "text",  # noqa: A002 the option is --format
) -> None:
    """Tell what the archive has come to know: claims added, changed, removed, contradicted, settled.

    Example: invoke changes --since output
    """
    if format not in {"text", "json"}:
        raise Exit(f"--format is {format!r}; it is text, json", 2)
    if record and since:
        raise Exit("--record continues the log, and compares with nothing else; leave out --since", 2)
    if record and not (who and is_day(when)):
        raise Exit("--record needs --who NAME and --when DAY, such as 2026-11-27", 2)
    flow = archive_flow(_settings(library, content, "public"))
    for stage in DATA:
        flow.add(stage)
    try:
        written: ChangeLog = flow.value("change_log")
        entries = written.entries
        if not (since or record or entries or written.problems):
            raise Exit("nothing is recorded yet: begin with --record, or name a build with --since", 2)
        before = read_state(Path(since)) if since else state_after(entries)
        now = state_of_files(flow.sound_value("data_files"))
    except UnreadableState as fault:
        raise Exit(str(fault), 2) from None
    except ContentFaults as faults:
        _FORMATS[format](faults.problems)
        raise Exit(code=1) from None
    if record and entries and when < entries[-1].when:
        raise Exit(f"the last entry is of {entries[-1].when}; --when {when} is before it", 2)
    found = changes_between(before, now) if since or entries else beginning(now)
    told = since or (f"{entries[-1].when} ({entries[-1].who})" if entries else "the beginning")
    print((changes_as_json if format == "json" else changes_as_text)(found, told))
    if record and (found or not entries):
        entry = Entry(who, when, tuple(sorted(now.at_hand or ())), found)
        log = flow.value("settings").content / LOG
        keep(entry, log)
        if format == "text":
            print(f"Recorded in {_short(log)}.")


@task
def clean(_: Context) -> None:
    """Remove what builds and tests leave. Example: invoke clean"""
    for name in (*OUTPUT.values(), ".cache", ".pytest_cache", ".mypy_cache", ".ruff_cache"):
        shutil.rmtree(HERE / name, ignore_errors=True)
    print("Removed the built sites and the caches.")


def _asks_for_help(command: str, first: str) -> bool:
    """Whether a positional word is the flag for help, which invoke takes for it; help is then printed."""
    asks = first in {"--help", "-h"}
    if asks:
        subprocess.run([sys.executable, "-m", "invoke", "--help", command], cwd=HERE, check=True)  # noqa: S603
    return asks


def _settings(library: list[str] | None, content: str, edition: str) -> Settings:
    """The settings of ``pelicanconf.py`` with a command's options over them."""
    content = content or str(HERE / "content")
    for folder in (*(library or ()), content):
        if not Path(folder).is_dir():
            raise Exit(f"{folder} is no folder", 2)
    configured = _configuration()
    configured["LIBRARIES"] = [
        *(str(HERE / one) for one in configured["LIBRARIES"]),
        *(str(Path(one).resolve()) for one in library or ()),
    ]
    configured |= {
        "PATH": str(Path(content).resolve()),
        "EDITION": edition,
        "CACHE_PATH": str(HERE / configured["CACHE_PATH"]),
    }
    try:
        return Settings.from_pelican(configured)
    except ArchiveError as fault:
        raise Exit(str(fault), 2) from None


def _configuration() -> dict[str, Any]:
    spec = importlib.util.spec_from_file_location("pelicanconf", HERE / "pelicanconf.py")
    if spec is None or spec.loader is None:
        raise Exit("pelicanconf.py is missing", 2)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {name: value for name, value in vars(module).items() if name.isupper()}


def _run_pelican(settings: Settings, output: Path) -> None:
    """One run of Pelican; its own complaints, and ours, have gone to standard error when it fails."""
    overrides = {
        "EDITION": settings.edition.value,
        "LIBRARIES": [str(folder) for folder in settings.libraries],
        "KEEP_RESULTS": settings.cache is not None,
    }
    command = [sys.executable, "-m", "pelican", str(settings.content), "--output", str(output)]
    command += ["--settings", str(HERE / "publishconf.py"), "--fatal", "errors", "--extra-settings"]
    command += [f"{name}={json.dumps(value)}" for name, value in overrides.items()]
    finished = subprocess.run(  # noqa: S603 a list, so no shell reads the options
        command, cwd=HERE, stdout=subprocess.PIPE, text=True, check=False
    )
    # Pelican counts articles and pages, of which the archive has none; its warnings are worth showing.
    if finished.returncode or "WARNING" in finished.stdout:
        print(finished.stdout, end="", file=sys.stderr)
    if finished.returncode:
        raise Exit("Nothing was changed: the last good site stays.", 1)


def _as_text(problems: tuple[Problem, ...]) -> None:
    for one in problems:
        print(one)


def _as_json(problems: tuple[Problem, ...]) -> None:
    keys = ("path", "line", "col", "code", "message")
    print(json.dumps([{key: getattr(one, key) for key in keys} for one in problems], ensure_ascii=False))


def _as_github(problems: tuple[Problem, ...]) -> None:
    for one in problems:
        # A workflow command ends with its line and has its own way of writing a percent sign.
        message = one.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        print(f"::error file={one.path},line={one.line},col={one.col},title={one.code}::{message}")


_BENCHMARKS = ("sources", "mentions", "search")

_EVALUATIONS = ("mentions", "dates", "credits", "claims", "search")

_EVALUATED_ON_GOLD = ("dates", "credits", "claims")

_EVALUATED_ON_STATED_TEXTS = ("dates", "credits")

_FORMATS = {"text": _as_text, "json": _as_json, "github": _as_github}


def _tell_size(size: int) -> None:
    """How far a search is, in the last line of a terminal."""
    print(f"\r{size / 1e6:.0f} MB searched ", end="", file=sys.stderr, flush=True)


def _short(path: Path) -> str:
    path = path.resolve()
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
