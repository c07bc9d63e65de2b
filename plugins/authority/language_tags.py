"""Tags of languages as BCP 47 has them, and the names that people write in their place."""

from __future__ import annotations

import re

TAG = r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
"""The form of a tag: a language, and behind hyphens a script, a country or a dialect."""

TAGS = {
    name: tag
    for names, tag in {
        "english englisch": "en",
        "german deutsch": "de",
        "french französisch français": "fr",
        "spanish spanisch español": "es",
        "italian italienisch italiano": "it",
        "portuguese portugiesisch português": "pt",
        "dutch niederländisch nederlands flemish": "nl",
        "swedish schwedisch svenska": "sv",
        "danish dänisch dansk": "da",
        "norwegian norwegisch norsk": "no",
        "finnish finnisch suomi": "fi",
        "polish polnisch polski": "pl",
        "czech tschechisch čeština": "cs",
        "slovak slowakisch slovenčina": "sk",
        "hungarian ungarisch magyar": "hu",
        "romanian rumänisch română": "ro",
        "russian russisch русский": "ru",
        "ukrainian ukrainisch українська": "uk",
        "greek griechisch ελληνικά": "el",
        "turkish türkisch türkçe": "tr",
        "arabic arabisch العربية": "ar",
        "hebrew hebräisch עברית": "he",
        "hindi": "hi",
        "japanese japanisch 日本語": "ja",
        "chinese chinesisch 中文": "zh",
        "korean koreanisch 한국어": "ko",
        "latin latein": "la",
    }.items()
    for name in names.split()
}
"""The languages of most films, in English, in German and in themselves."""


def is_tag(written: str) -> bool:
    return re.fullmatch(TAG, written) is not None and written.casefold() not in TAGS


def tag_for(written: str) -> str:
    """The tag that somebody meant; empty where nobody can tell.

    >>> tag_for("German"), tag_for("en_GB"), tag_for("5 stars")
    ('de', 'en-GB', '')
    """
    with_hyphens = written.strip().replace("_", "-")
    if is_tag(with_hyphens):
        return with_hyphens
    first = re.findall(r"\w+", written.casefold())[:1]
    return TAGS.get(first[0], "") if first else ""
