"""A reading page without what the archive adds to its text: numbers, notes, corrections, supplied names."""

from __future__ import annotations

from bs4 import BeautifulSoup


def paragraphs_of(html: str) -> dict[int, str]:
    """The words of each paragraph by its number, one space between them.

    A line without a number goes on from the paragraph before it.
    """
    soup = BeautifulSoup(html, "html.parser")
    numbers = {id(one): str(one.get("id") or "").removeprefix("p") for one in soup.select(".paragraph")}
    for added in soup.select(".added"):
        added.decompose()
    found: dict[int, str] = {}
    number = 0
    for one in soup.select(".paragraph"):
        number = int(numbers[id(one)] or number)
        found[number] = " ".join(f"{found.get(number, '')} {one.get_text()}".split())
    return found
