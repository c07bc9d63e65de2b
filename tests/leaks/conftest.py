"""Folders with planted files, and what a scan says of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.archive.settings import Settings
from plugins.archive.source import Document, Rights
from plugins.leaks.report import Report
from plugins.leaks.scan import leaks_in
from tests.leaks.planting import review

Scan = Callable[..., Report]


def scan(folder: Path, *documents: Document, words: int = 25, share: float = 1.0, **facts: object) -> Report:
    """A scan for the review, or for the documents given, with these limits of excerpts."""
    settings = Settings(Path("content"), excerpt_words=words, excerpt_share=share)
    return leaks_in(folder, documents or (review(Rights.SUMMARY),), settings, **facts)  # type: ignore[arg-type]


@pytest.fixture
def plant(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Writes a file below a folder of the test's own and gives the folder."""

    def write(name: str, data: bytes) -> Path:
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        return tmp_path / "site"

    return write
