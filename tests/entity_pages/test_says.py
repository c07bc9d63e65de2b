"""What somebody says, on their page and on a page of its own, as far as the rights of each text go."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from plugins.archive.settings import Edition
from plugins.entity_pages.findable import findable_pages
from plugins.entity_pages.pages import build_pages
from plugins.entity_pages.says import GAP, HANDFUL
from plugins.entity_pages.says_views import SaidPassage, Says
from plugins.entity_pages.site import Site
from plugins.entity_pages.views import PageView
from tests.entity_pages.sample import render
from tests.making import flow_over, front_matter, pointer_to, write_archive

ANSWERS = (
    "We had to wait for Bram Oster. Fog is slow in The Tin Harbour.",
    "Odile is a lamp. I wrote her for Nadia Bell, and nobody else.",
    "It rang. “Fog first,” says Nadia Bell, and she is right.",
    "That was in Ostend, with Bram Oster. Nobody slept.",
    "I asked Bram Oster twice. He is a patient man. Bram Oster waits well.",
    "Nothing more.",
)

TALK = "\n\n".join(
    f"THE QUAY: What of the port, number {n}?\n\nINES VARGA: {one}" for n, one in enumerate(ANSWERS)
)

LATER = "It was a cold year. “Tin rings,” said Ines Varga of Odile. “It always did,” said Ines Varga."

SAYS = "people/ines-varga/says.html"


def archive(folder: Path, rights: str = "full", talk: str = TALK) -> Path:
    """The small archive of the tests, with a talk of 2005 and a report of 2004."""

    def source(text: str, **more: Any) -> str:
        values = {"kind": "interview", "summary": "A talk.", "rights": rights, **more}
        return front_matter({**values, "sha256": sha256(text.encode("utf-8")).hexdigest()})

    film = {
        "name": "The Tin Harbour",
        "kind": "film",
        "summary": "A film.",
        "facts": [
            {
                "property": "weather",
                "value": "slow",
                "cite": pointer_to(talk, "Fog is slow", "talk", 2) if "Fog is slow" in talk else "talk p2",
            }
        ],
    }
    files: dict[str, str | bytes] = {
        "films/tin-harbour.md": front_matter(film),
        "sources/talk.md": source(talk, name="A talk", published="2005-03"),
        "sources/talk.txt": talk,
        "sources/report.md": source(LATER, name="A report", kind="report", published="2004"),
        "sources/report.txt": LATER,
    }
    return write_archive(folder, files)


def site_of(content: Path, edition: Edition = Edition.PUBLIC) -> Site:
    made: Site = flow_over(content, edition).sound_value("site")
    return made


def pages_of(site: Site) -> dict[str, PageView]:
    return {page.url: page for page in build_pages(site)}


def says_of(page: PageView) -> Says:
    assert page.says is not None
    return page.says


def passages(says: Says) -> list[tuple[str, SaidPassage]]:
    """Every passage with its source, the scraps of a text after its others."""
    return [(group.source.id, one) for group in says.groups for one in (*group.passages, *group.scraps)]


def words(passage: SaidPassage) -> str:
    return "".join(piece.text for piece in passage.words)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PageView]:
    """Of an archive whose texts are free."""
    return pages_of(site_of(archive(tmp_path_factory.mktemp("free"))))


def test_everything_stands_in_the_order_of_dates_and_then_of_the_text(pages: dict[str, PageView]) -> None:
    assert [(source, one.paragraph) for source, one in passages(says_of(pages[SAYS]))] == [
        ("report", 1),
        ("talk", 2),
        ("talk", 4),
        ("talk", 6),
        ("talk", 8),
        ("talk", 10),
        ("talk", 12),
    ]


def test_a_turn_is_shown_without_its_label_and_quotations_of_a_paragraph_together(
    pages: dict[str, PageView],
) -> None:
    (_, report), (_, talk), *_ = passages(says_of(pages[SAYS]))
    assert words(report) == f"“Tin rings,”{GAP.text}“It always did,”"
    assert words(talk) == ANSWERS[0]
    assert (report.url, talk.url) == ("sources/report.html#p1", "sources/talk.html#p2")


def test_topics_are_what_is_linked_inside_the_words_and_never_the_film(pages: dict[str, PageView]) -> None:
    """Odile stands after the words of the report, so nothing is said of her there."""
    topics = {ref.id: one.count for one in says_of(pages[SAYS]).topics for ref in one.refs}
    assert topics == {"bram-oster": 3, "nadia-bell": 2, "odile": 1, "ostend": 1}


def test_the_most_spoken_of_comes_first_then_the_order_of_an_index(pages: dict[str, PageView]) -> None:
    topics = [ref.id for one in says_of(pages[SAYS]).topics for ref in one.refs]
    assert topics == ["bram-oster", "nadia-bell", "odile", "ostend"]


def test_of_a_topic_only_the_sentences_that_name_it_are_shown(pages: dict[str, PageView]) -> None:
    bram = says_of(pages[SAYS]).topics[0]
    assert [words(one) for group in bram.groups for one in group.passages] == [
        "We had to wait for Bram Oster.",
        "That was in Ostend, with Bram Oster.",
        f"I asked Bram Oster twice.{GAP.text}Bram Oster waits well.",
    ]
    marks = [
        piece.text for group in bram.groups for one in group.passages for piece in one.words if piece.mark
    ]
    assert set(marks) == {"Bram Oster"}


def test_more_than_a_handful_has_a_page_and_the_persons_own_has_the_best(pages: dict[str, PageView]) -> None:
    """Those that name something, the longest first; short ones come last."""
    section = says_of(pages["people/ines-varga.html"])
    assert (section.passages, section.texts, section.url) == (7, 2, SAYS)
    assert section.passages > HANDFUL
    shown = [(source, one.paragraph, one.length) for source, one in passages(section)]
    assert shown == [("talk", 2, 14), ("talk", 10, 14), ("talk", 4, 13), ("talk", 6, 11), ("talk", 8, 9)]


def test_a_handful_stands_on_the_persons_page_alone(pages: dict[str, PageView]) -> None:
    """Words that were quoted in an answer say whose answer it was."""
    section = says_of(pages["people/nadia-bell.html"])
    assert (section.url, section.passages) == (None, 1)
    [(_, one)] = passages(section)
    assert (words(one), one.teller.id if one.teller else None) == ("“Fog first,”", "ines-varga")
    assert "people/nadia-bell/says.html" not in pages


def test_who_says_nothing_has_no_section(pages: dict[str, PageView]) -> None:
    assert pages["people/bram-oster.html"].says is None


def test_a_few_words_that_name_nothing_stand_after_the_others(pages: dict[str, PageView]) -> None:
    """And not at all on the person's page, where there is more to read."""
    report, talk = says_of(pages[SAYS]).groups
    assert ([one.paragraph for one in talk.scraps], report.scraps) == ([12], ())
    assert 12 not in [one.paragraph for _, one in passages(says_of(pages["people/ines-varga.html"]))]
    soup = render(pages[SAYS], "public").soup
    assert [one.get_text(" ", strip=True) for one in soup.select(".said-scraps li")] == [
        "paragraph 12 Nothing more."
    ]


def topics_in(folder: Path, *answers: str) -> dict[str, tuple[list[str], list[str], list[str]]]:
    """Of a talk with these answers each topic's sentences, what else is said to be in them, and elsewhere."""
    talk = "\n\n".join(f"THE QUAY: And, number {n}?\n\nINES VARGA: {one}" for n, one in enumerate(answers))
    says = says_of(pages_of(site_of(archive(folder, talk=talk)))[SAYS])
    found = {}
    for topic in says.topics:
        shown = [one for group in topic.groups for one in group.passages]
        found[" + ".join(ref.id for ref in topic.refs)] = (
            [words(one) for one in shown],
            [ref.id for one in shown for ref in one.also],
            [ref.id for ref, _ in topic.elsewhere],
        )
    return found


FOUR = ("Fog was thick in the port.", "It came at four.", "Nobody had slept for a week.", "It was never dry.")
"""Answers that name nobody, so that the talk has a page."""


def test_topics_of_the_same_sentences_are_one(tmp_path: Path) -> None:
    assert topics_in(tmp_path, "Bram Oster and Nadia Bell slept in Ostend.", *FOUR) == {
        "bram-oster + nadia-bell + ostend": (["Bram Oster and Nadia Bell slept in Ostend."], [], [])
    }


def test_a_sentence_of_two_topics_stands_under_both(tmp_path: Path) -> None:
    both = "Bram Oster slept in Ostend."
    assert topics_in(tmp_path, both, "Bram Oster sang well.", *FOUR) == {
        "bram-oster": ([both, "Bram Oster sang well."], [], []),
        "ostend": ([both], [], []),
    }


def test_a_sentence_of_three_topics_stands_under_the_one_that_has_least(tmp_path: Path) -> None:
    """The others are named with it, and lead there."""
    three = "Bram Oster and Nadia Bell slept in Ostend."
    assert topics_in(tmp_path, three, "Bram Oster sang well.", "Nadia Bell is a lamp.", *FOUR) == {
        "bram-oster": (["Bram Oster sang well."], [], ["ostend"]),
        "nadia-bell": (["Nadia Bell is a lamp."], [], ["ostend"]),
        "ostend": ([three], ["bram-oster", "nadia-bell"], []),
    }


def test_the_page_leads_back_to_the_person(pages: dict[str, PageView]) -> None:
    page = pages[SAYS]
    assert [one.url for one in page.crumbs] == ["index.html", "people.html", "people/ines-varga.html", SAYS]
    assert page.title == "What Ines Varga says"


def test_a_long_passage_ends_with_its_sentence_on_the_persons_page(tmp_path: Path) -> None:
    long = TALK.replace(ANSWERS[0], " ".join(["Fog is slow and it comes from the sea."] * 12))
    made = pages_of(site_of(archive(tmp_path, talk=long)))
    shown = {one.paragraph: words(one) for source, one in passages(says_of(made["people/ines-varga.html"]))}
    whole = {one.paragraph: words(one) for source, one in passages(says_of(made[SAYS])) if source == "talk"}
    assert shown[2] == " ".join(["Fog is slow and it comes from the sea."] * 5) + " …"
    assert len(whole[2].split()) == 12 * 9


@pytest.mark.parametrize("rights", ["summary", "excerpt"])
def test_without_the_right_no_word_is_shown_but_those_that_a_fact_rests_on(
    tmp_path: Path, rights: str
) -> None:
    """What is told are numbers, lengths and topics; the words of a claim only where they are an excerpt's."""
    page = pages_of(site_of(archive(tmp_path, rights)))[SAYS]
    says = says_of(page)
    everything = [one for _, one in passages(says)]
    everything += [one for topic in says.topics for group in topic.groups for one in group.passages]
    assert {one.words for one in everything} == {()}
    quoted = [quote.words for _, one in passages(says) for quote in one.quotes]
    assert quoted == (["Fog is slow"] if rights == "excerpt" else [])
    assert all(group.withheld for group in says.groups)
    assert [ref.id for one in says.topics for ref in one.refs] == [
        "bram-oster",
        "nadia-bell",
        "odile",
        "ostend",
    ]
    assert passages(says)[1][1].length == len(ANSWERS[0].split())


@pytest.mark.parametrize("url", [SAYS, "people/ines-varga.html", "sources/talk.html"])
def test_no_page_of_a_text_without_the_right_prints_words_of_it(tmp_path: Path, url: str) -> None:
    """As the theme prints it: three words in a row of an answer stand nowhere, but for names."""
    page = pages_of(site_of(archive(tmp_path, "summary")))[url]
    printed = " ".join(render(page, "public").soup.get_text(" ").split())
    runs = [
        " ".join(run) for one in ANSWERS for run in zip(*(one.split()[n:] for n in range(3)), strict=False)
    ]
    assert "Ines Varga" in printed
    assert [run for run in runs if run in printed] == []


def test_the_page_links_each_topic_to_its_place(pages: dict[str, PageView]) -> None:
    """And the person's own page leads to the same places, without a script."""
    anchors = {f"#about-{name}" for name in ("bram-oster", "nadia-bell", "odile", "ostend")}
    page = render(pages[SAYS], "public").soup
    assert anchors <= {str(one["href"]) for one in page.select(".contents a")}
    assert anchors <= {f"#{one['id']}" for one in page.select("h3[id]")}
    section = render(pages["people/ines-varga.html"], "public").soup
    assert {f"../{SAYS}{one}" for one in anchors} <= {str(one["href"]) for one in section.select(".says a")}


def test_of_a_text_of_which_only_the_record_is_kept_nobody_says_anything(tmp_path: Path) -> None:
    made = pages_of(site_of(archive(tmp_path, "link")))
    assert [url for url, page in made.items() if page.says is not None] == []


def test_the_private_edition_has_every_word(tmp_path: Path) -> None:
    made = pages_of(site_of(archive(tmp_path, "link"), Edition.PRIVATE))
    assert words(passages(says_of(made[SAYS]))[1][1]) == ANSWERS[0]


def test_a_paragraph_that_somebody_speaks_in_has_its_place_on_the_sources_page(tmp_path: Path) -> None:
    """Its link leads there, also where the paragraph names nobody and nothing rests on it."""
    made = pages_of(site_of(archive(tmp_path, "summary")))
    speaking = {row.number: [one.id for one in row.speakers] for row in made["sources/talk.html"].rests}
    assert speaking[12] == ["ines-varga"]
    assert speaking[6] == ["ines-varga", "nadia-bell"]


def test_the_search_does_not_find_the_page(tmp_path: Path) -> None:
    """The person's page is found and leads there; the words of texts are found in the texts."""
    site = site_of(archive(tmp_path))
    assert SAYS in pages_of(site)
    assert [one.url for one in findable_pages(site) if "says" in one.url] == []
