"""The commands of the archive: ``invoke --list`` names them, ``invoke COMMAND --help`` explains one.

What each does stands in ``commands/`` and is imported when it runs, so that every command starts at once.

Exit status: 0 done, 1 faults in the content, 2 faults in the call.
"""

from __future__ import annotations

import sys
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from commands.typed_words import TaskOfFiles, TaskOfWords, asks_for_help

SUGGESTIONS = (
    "UNDECIDED-MENTION",
    "UNLINKED-MENTION",
    "UNKNOWN-NAME",
    "LIKELY-VARIANT",
    "LIKELY-DUPLICATE",
)
"""What `invoke suggest` knows, as its help names it; a test compares this with the program's own list."""


@task(
    iterable=["library"],
    help={
        "library": "a folder with originals; may be given several times (library/ is always read)",
        "output": "the folder of the site (default: output, or output-private)",
        "edition": "public, or private for the reader who owns the texts (default: EDITION of the settings)",
        "content": "the folder of the records (default: content)",
        "anew": "use nothing that earlier builds have kept",
        "timings": "a file for the figures of the build, as JSON",
    },
)
def build(
    _: Context,
    library: list[str] | None = None,
    output: str = "",
    edition: str = "",
    content: str = "",
    anew: bool = False,
    timings: str = "",
) -> None:
    """Build the site.

    Example: invoke build --library ~/texts --edition private
    """
    from commands import building

    building.build(library, output, edition, content, anew, timings)


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
    """Find every fault in the content, without building. docs/errors.md explains each of them.

    Example: invoke check --library ~/texts
    """
    from commands import checking

    checking.check(library, content, format)


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
    if asks_for_help("cite", words):
        return
    from commands import citing

    citing.cite(words, source, library, content)


@task(
    iterable=["library"],
    help={
        "output": "the folder of the site (default: output, or output-private)",
        "library": "a folder with originals; may be given several times",
        "content": "the folder of the records (default: content)",
        "edition": "which site is searched where no folder is named (default: EDITION of the settings)",
        "format": "text, json, or github (annotations of a workflow run)",
    },
)
def rights(
    _: Context,
    output: str = "",
    library: list[str] | None = None,
    content: str = "",
    edition: str = "",
    format: str = "text",  # noqa: A002 the option is --format
) -> None:
    """Search every byte of a built site for words that the rights of their texts do not allow.

    Example: invoke rights --library ~/texts
    """
    from commands import rights as searching

    searching.rights(output, library, content, edition, format)


@task(
    name="import",
    klass=TaskOfFiles,
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
    from commands import importing

    importing.import_files(files, content, library, dry_run, format)


@task(
    iterable=["library", "only"],
    help={
        "library": "a folder with originals; may be given several times",
        "content": "the folder of the records (default: content)",
        "only": f"only these; may be given several times: {', '.join(SUGGESTIONS)}",
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
    from commands import suggesting

    suggesting.suggest(library, content, only, format, apply, least, interactive, who, why)


@task(
    positional=["folder"],
    help={
        "folder": "where it shall be: a folder that is not there yet, or is empty",
        "film": "the film that it is about (default: the folder's name)",
        "upgrade": "put this generator in the place of the one that an archive has; its content stays",
    },
)
def archive(_: Context, folder: str, film: str = "", upgrade: bool = False) -> None:
    """Make an archive of one's own, with the generator that builds it, in a folder of its own.

    Example: invoke archive ../metropolis --film "Metropolis"
    """
    if asks_for_help("archive", folder):
        return
    from commands import archives

    archives.archive(folder, film, upgrade=upgrade)


@task(
    klass=TaskOfWords,
    iterable=["set", "library"],
    help={
        "words": "person, character, work, film, event, source, or page; then what it is called",
        "id": "the name of its file, without .md (default: made of the name)",
        "set": "a key and its value, such as status=happened; may be given several times",
        "library": "a folder with originals, in which the name may stand; may be given several times",
        "content": "the folder of the records (default: content)",
        "edit": "open it in the editor that VISUAL or EDITOR names",
    },
)
def new(
    _: Context,
    words: list[str],
    id: str = "",  # noqa: A002 the option is --id
    set: list[str] | None = None,  # noqa: A002 the option is --set
    library: list[str] | None = None,
    content: str = "",
    edit: bool = True,
) -> None:
    """Begin the page of a record: what is known of the name is filled in, and what is needed asked for.

    Example: invoke new event "The first night" --set date=2013-10-12 --set status=happened
    """
    from commands import drafting

    drafting.new(words, id, set or [], library, content, edit=edit)


@task(
    klass=TaskOfWords,
    help={
        "words": "the id of the record (the name of its file without .md), then the id that it shall have",
        "content": "the folder of the records (default: content)",
    },
)
def rename(_: Context, words: list[str], content: str = "") -> None:
    """Give a record another id: its files move, what names it is mended, its old address leads on.

    Example: invoke rename amy amy-lind
    """
    from commands import renaming

    renaming.rename(words, content)


@task(
    iterable=["library"],
    help={
        "port": "where to listen (default: 8000)",
        "edition": "public, or private for the reader who owns the texts (default: EDITION of the settings)",
        "library": "a folder with originals; may be given several times",
        "content": "the folder of the records (default: content)",
    },
)
def serve(
    _: Context,
    port: str = "8000",
    edition: str = "",
    library: list[str] | None = None,
    content: str = "",
) -> None:
    """Build the site, serve it on this machine, and show in the open page what is saved, or what is wrong.

    Example: invoke serve --port 8080
    """
    from commands import serving

    serving.serve(port, edition, library, content)


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
        "what": "sources: originals into segments; reading: texts made to keep a machine busy; "
        "mentions: names in texts; "
        "search: what a search costs, beside Pagefind, MiniSearch and lunr; "
        "builds: what a build takes, beside stock Pelican and Hugo; "
        "pages: what pages weigh, and what Lighthouse says of five of them",
        "films": "for search and builds, a .jsonl.gz file of films that teach the made-up pages; "
        "for search, their own pages come first",
        "sizes": "for search and builds, numbers of pages, with commas "
        "(default: 1000,10000; for builds 100,1000,10000)",
        "only": "for search, some of bytes, time, disk, warm, build, with commas; "
        "for builds, some of pages, everything, changes",
        "without-peers": "for search and builds, measure ours alone",
        "rounds": "for builds, how often whole sites are built; the medians are told (default: 1)",
        "format": "for search and builds, text or json",
    },
)
def bench(
    _: Context,
    what: str,
    films: str = "",
    sizes: str = "",
    only: str = "",
    without_peers: bool = False,
    rounds: str = "",
    format: str = "text",  # noqa: A002 the option is --format
) -> None:
    """Measure speed, size and memory, and print the figures with their ratios.

    Example: invoke bench search --sizes 1000 --without-peers
    """
    if asks_for_help("bench", what):
        return
    from commands import benchmarks

    benchmarks.bench(what, films, sizes, only, without_peers, rounds, format)


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
    if asks_for_help("evaluate", what):
        return
    from commands import evaluation

    evaluation.evaluate(
        what, gold, library, content, marked, stated, format, pin, lower, cranfield, films, peers, misses
    )


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
    from commands import changes as comparing

    comparing.changes(since, record, who, when, library, content, format)


@task
def schema(_: Context) -> None:
    """Write what editors know of records: schemas, snippets, types. Example: invoke schema"""
    from commands import schemas

    schemas.write_schemas()


@task
def clean(_: Context) -> None:
    """Remove what builds and tests leave. Example: invoke clean"""
    from commands import cleaning

    cleaning.clean()


if not (Path(__file__).parent / "tests").is_dir():
    # An archive that was made by `invoke archive` has the generator alone, and nothing to develop it with.
    del bench, evaluate, lint, test
