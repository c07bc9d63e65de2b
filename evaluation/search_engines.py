"""Searches that can be asked: the archive's own, through the client that is shipped, and its peers.

All are asked in one batch, since each has to read or make its index first. What a peer answered is kept in
the cache: it changes only with the pages, the questions and the peer itself.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from evaluation.search_measures import Ranking
from evaluation.search_questions import Pages
from plugins.archive.errors import SettingFault
from plugins.search_index.client import client_script
from plugins.search_index.export import FOLDER, export
from tests.chromium import find_driver

HERE = Path(__file__).parent
ROOT = HERE.parent

KEPT = ROOT / ".cache" / "search_evaluation"
"""Exported indexes and the answers of peers. Whoever removes it waits longer the next time."""

PEERS = "INTERTITLE_PEERS"
"""The environment variable that names a folder with the peers' node_modules."""

OURS = "Intertitle"

Answer = Callable[[Pages, Sequence[str], int], list[Ranking]]
"""From pages, questions and a number of places to a ranking for each question."""


@dataclass(frozen=True, slots=True)
class Engine:
    name: str
    answer: Answer


def our_search() -> Engine:
    """The search of the archive: its own export, read by the script that every page loads."""
    return Engine(OURS, _our_answers)


def peers_in_node() -> tuple[Engine, ...]:
    """The peers that node can run; none where their modules are not installed."""
    modules = modules_of_peers()
    return tuple(
        Engine(name, _peer_in_node(key, modules, modules / "node_modules" / module / "package.json"))
        for key, name, module in _PEERS_IN_NODE
        if (modules / "node_modules" / module).is_dir()
    )


def modules_of_peers() -> Path:
    """The folder with the peers' node_modules, whether it is there or not."""
    return Path(os.environ.get(PEERS) or ROOT / ".cache" / "peers")


@cache
def find_node() -> Path:
    """The node on the PATH, else the one inside Playwright's wheel.

    Raises:
        SettingFault: there is none.
    """
    found = shutil.which("node") or find_driver()
    if found is None:
        raise SettingFault("the search's client runs in node, and there is none: install it")
    return Path(found)


def kept_answers(name: str, asked: object, answer: Callable[[], list[Ranking]]) -> list[Ranking]:
    """The answers of the last time if the same was asked, else new ones, which are then kept."""
    file = KEPT / f"{name}-{_digest(asked)}.json"
    if file.is_file():
        known: list[Ranking] = json.loads(file.read_text("utf-8"))
        return known
    found = answer()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(found), "utf-8")
    return found


def _our_answers(pages: Pages, questions: Sequence[str], places: int) -> list[Ranking]:
    folder = _exported(pages)
    (folder / FOLDER / "client.js").write_bytes(client_script())
    asked = (json.dumps({"text": text, "limit": places}) for text in questions)
    return [*_answers_of([HERE / "client_in_node.js", folder], "\n".join(asked))]


def _exported(pages: Pages) -> Path:
    """A folder with the index of the pages, made anew where they or the code that exports have changed."""
    code = [file.read_text("utf-8") for file in sorted(_EXPORTING.glob("*.py"))]
    of_pages = f"index-{_digest([asdict(page) for page in pages])}"
    folder = KEPT / f"{of_pages}-{_digest(code)}"
    if not folder.is_dir():
        for older in KEPT.glob(f"{of_pages}-*"):
            shutil.rmtree(older)
        KEPT.mkdir(parents=True, exist_ok=True)
        making = Path(mkdtemp(dir=KEPT))
        for path, data in export(pages).items():
            (making / path).parent.mkdir(parents=True, exist_ok=True)
            (making / path).write_bytes(data)
        making.rename(folder)
    return folder


_EXPORTING = ROOT / "plugins" / "search_index"
"""Where the code stands that the bytes of an index depend on."""

_PEERS_IN_NODE = (
    ("minisearch", "MiniSearch", "minisearch"),
    ("minisearch-tuned", "MiniSearch, tuned", "minisearch"),
    ("lunr", "lunr", "lunr"),
)
"""The key of ``peers_in_node.js``, what it is called, and the module that it needs. Tuned is with prefixes,
a fuzziness of 0.2 and titles three times as heavy."""


def _peer_in_node(key: str, modules: Path, manifest: Path) -> Answer:
    program = HERE / "peers_in_node.js"

    def answer(pages: Pages, questions: Sequence[str], places: int) -> list[Ranking]:
        asked = json.dumps({"pages": as_fields(pages), "queries": list(questions), "limit": places})
        kept_by = [asked, *(file.read_text("utf-8") for file in (program, manifest))]
        return kept_answers(key, kept_by, lambda: [*_answers_of([program, key, modules], asked)])

    return answer


def as_fields(pages: Pages) -> list[dict[str, str]]:
    """The words of each page as a library takes them: plain texts by field."""
    return [
        {
            "url": page.url,
            "title": page.title,
            "names": " | ".join(page.names),
            "headings": " | ".join(page.headings),
            "people": " | ".join(page.people),
            "year": page.year or "",
            "summary": page.summary,
            "body": page.body,
        }
        for page in pages
    ]


def _answers_of(command: Sequence[Path | str], asked: str) -> Iterator[Ranking]:
    done = subprocess.run(  # noqa: S603 our own program, and folders that the caller named
        [find_node(), *command], input=asked, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name} failed:\n{done.stderr}")
    for line in done.stdout.splitlines():
        yield json.loads(line)["urls"]


def _digest(data: object) -> str:
    return hashlib.sha256(json.dumps(data, ensure_ascii=False).encode()).hexdigest()[:16]
