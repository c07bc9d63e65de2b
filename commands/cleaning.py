"""``invoke clean``: what builds and tests leave, removed."""

from __future__ import annotations

import shutil

from commands.places import HERE, OUTPUT


def clean() -> None:
    """Remove the built sites and the caches; the library and the environment stay."""
    for name in (*OUTPUT.values(), ".cache", ".pytest_cache", ".mypy_cache", ".ruff_cache"):
        shutil.rmtree(HERE / name, ignore_errors=True)
    print("Removed the built sites and the caches.")
