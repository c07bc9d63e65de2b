"""Credits and facts of a film set as lines of a list: a job and names, or a row with the film's length."""

from __future__ import annotations

import re

from plugins.sources.rules import LONGEST_RESIDUE

_JOBS = (
    r"direct(?:ed|or|ors|ion)|written|writ(?:er|ers|ing)|screen(?:play|writer|writers)|story|produc(?:ed|er|ers)|executive produc(?:ed|ers?)|co-?produc(?:ed|ers?)|edit(?:ed|or|ors|ing)|music"
    r"|(?:original )?score|scored|compos(?:ed|er|ers)|songs|cinematograph(?:y|er|ers)|director of photography|d\.?p\.?|photograph(?:ed|y)|camera|shot|lensed|cast(?:ing)?(?: director)?|starring|stars|with|featuring|voices"
    r"|actors?|production design(?:er|ed)?|art direct(?:or|ion)|set decorat(?:or|ion)|costumes?(?: design(?:er|ed)?)?|sound(?: design(?:er)?| mix(?:er)?)?|visual effects(?: supervisor)?|make-?up|hair|narrat(?:ed|or)|based on .{1,60}"
    r"|animat(?:ed|ion)|distribut(?:ed|or)|presented|choreograph(?:y|ed|er)|stunts?|executive producers?|line producer|creator|created|adapted"
    r"|regie|regisseur(?:in)?|drehbuch|buch|kamera|schnitt|musik|produktion|darsteller|besetzung|mit|ton|ausstattung|kostüme"
    r"|réalisation|réalisateur|réalisatrice|réalisé|scénario|photographie|image|montage|musique|production|avec|interprétation|décors|son"
    r"|dirección|director[ae]?|guion|guión|fotografía|montaje|música|producción|reparto|intérpretes|con|regia|sceneggiatura|fotografia|montaggio|musica|interpreti|produzione"
    r"|監督|脚本|撮影|編集|音楽|出演|製作|キャスト"
)
_CREDIT_HEAD = re.compile(
    rf"(?:[•·▪*-] ?)?(?P<job>(?:{_JOBS})(?:(?:,| and| &| /|/| und| et| y| e) ?(?:{_JOBS}))*)(?P<mark> ?: ?| by:? ?| von:? ?| par ?:? ?| por:? ?| da:? ?|  ?- ?| )",
    re.IGNORECASE,
)
_ROLE_PARTICLES = frozenset(
    [
        "and",
        "&",
        "the",
        "of",
        "de",
        "da",
        "di",
        "del",
        "della",
        "la",
        "le",
        "les",
        "el",
        "du",
        "des",
        "von",
        "van",
        "der",
        "den",
        "ten",
        "ter",
        "zu",
        "und",
        "et",
        "y",
        "e",
        "i",
        "with",
        "as",
        "a",
        "an",
        "bin",
        "ibn",
        "al",
        "o'",
        "dos",
        "das",
        "av",
        "af",
        "og",
        "och",
        "jr.",
        "sr.",
        "additional",
        "uncredited",
        "voice",
        "based",
        "on",
        "from",
        "novel",
        "by",
        "für",
    ]
)


def is_credit_line(folded: str) -> bool:
    """Whether a block is a job and names: ``Directed by Ines Varga``, ``Cast: Bram Oster, Nadia Bell``.

    What follows the job must be names, so that a sentence that begins with one (``Directed by a woman
    who fears water.``) is none. After a colon small words are let pass.
    """
    match = _CREDIT_HEAD.match(folded)
    if match is None or len(folded) > LONGEST_RESIDUE:
        return False
    names = folded[match.end() :].strip()
    if not names or re.search(r"[.!?] +[A-Z]?[a-z]{2,} ", names) or names[-1] in "?!":
        return False
    mark = match["mark"].strip().casefold()
    if not mark and match["job"].casefold() not in {"starring", "with", "avec", "featuring"}:
        return False
    words = re.findall(r"[^\s,;/()]+", names)
    small = [word for word in words if word[0].islower() and word.casefold() not in _ROLE_PARTICLES]
    if mark == ":":
        return 4 * len(small) <= len(words) + 3 and len(words) <= 60
    if match["job"].casefold() in {"with", "avec"} and len(words) < 3:
        return False
    return bool(words) and not small and names[0].isupper()


_DURATION = re.compile(
    r"\b(?:\d{2,3} ?(?:min(?:ute[sn]?|uti|utos)?|mins|')|\d ?(?:h|hrs?|hours?|std|stunden?)\b\.? ?(?:\d{1,2} ?(?:m|min(?:ute[sn]?)?s?)?)?)(?!\w)",
    re.IGNORECASE,
)
_FACT_WORDS = frozenset(
    [
        "min",
        "mins",
        "minutes",
        "minutos",
        "minuti",
        "minuten",
        "hr",
        "hrs",
        "hour",
        "hours",
        "h",
        "m",
        "dir",
        "directed",
        "by",
        "in",
        "with",
        "subtitles",
        "english",
        "rated",
        "not",
        "running",
        "time",
        "and",
        "dcp",
        "color",
        "colour",
        "d",
        "r",
    ]
)


def is_fact_line(folded: str) -> bool:
    """Whether a block is a row of a film's facts with its length: ``Norway, 2011, 96 min. Dir. Ines Varga.``

    A sentence has small words of its own, and is none.
    """
    if len(folded) > 200 or not _DURATION.search(folded):
        return False
    words = re.findall(r"[^\W\d_]+", folded)
    small = [
        word for word in words if word[0].islower() and word.casefold() not in _FACT_WORDS | _ROLE_PARTICLES
    ]
    return len(small) <= len(words) // 8
