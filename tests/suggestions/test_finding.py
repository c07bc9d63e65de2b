"""What is suggested for small archives, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.suggestions.archives import archive, brief, names, source_record, suggested

FOG = "Tin and fog\n\nInes Varga builds a whole port in a studio. She filled it with fog.\n"


def test_a_mention_that_two_records_may_mean_is_put_with_both_as_answers(tmp_path: Path) -> None:
    files = {"people/eva-varga.md": "---\nname: Eva Varga\nsummary: An editor.\n---\n"}
    text = f"{FOG}\nEva Varga cuts it.\n\nVarga never sleeps.\n"
    one = next(one for one in suggested(archive(tmp_path, {"fog": text}, files), "UNDECIDED-MENTION"))
    assert str(one.at) == "content/sources/fog.txt:7:1"
    assert one.reason == "several records answer to this name"
    assert one.records == ("eva-varga", "ines-varga")
    assert [choice.label for choice in one.choices] == [
        "Eva Varga (person, eva-varga)",
        "Ines Varga (person, ines-varga)",
    ]
    assert one.accept == ()


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("Why did Varga wait?", "Varga", "the surname of Ines Varga, whom this text never names in full"),
        (
            "Why did VARGA wait?",
            "VARGA",
            "the surname of Ines Varga, but for capitals, whom this text never names in full",
        ),
        (
            "Why did Várga wait?",
            "Várga",
            "the surname of Ines Varga, but for accents, whom this text never names in full",
        ),
        ("Why did ines varga wait?", "ines varga", "Ines Varga without capitals"),
        ("Two Vargas wait.", "Vargas", "perhaps a plural of Ines Varga"),
        ("Ines Varga waits. So Ines waits.", "Ines", "the given name of somebody whom this text names"),
        ("He saw Tin-Harbour twice.", "Tin-Harbour", "The Tin Harbour without its article"),
    ],
)
def test_words_that_are_nearly_a_records_name_are_suggested(
    text: str, name: str, reason: str, tmp_path: Path
) -> None:
    assert brief(archive(tmp_path, {"fog": text}), "UNLINKED-MENTION") == [(name, reason)]


@pytest.mark.parametrize(
    "text",
    [
        "Alice Varga waits. Varga never sleeps.",
        "The tin harbour is full of fog.",
        "A harbour of tin.",
        "Varga-like fog, and the Varga Prize.",
        "Ines the pilot waits.",
    ],
)
def test_a_strangers_name_and_a_word_of_every_day_are_let_alone(text: str, tmp_path: Path) -> None:
    assert names(archive(tmp_path, {"fog": text}), "UNLINKED-MENTION") == []


def test_the_places_of_one_name_in_one_text_are_one_suggestion(tmp_path: Path) -> None:
    content = archive(tmp_path, {"fog": "Why did Varga wait?\n\nBecause Varga had to.\n"})
    (one,) = suggested(content, "UNLINKED-MENTION")
    assert (str(one.at), [str(place) for place in one.others]) == (
        "content/sources/fog.txt:1:9",
        ["content/sources/fog.txt:3:9"],
    )
    assert one.does == "write 2 judgements: ines-varga"


def test_a_name_that_no_record_knows_comes_with_its_kind_and_its_record_to_be(tmp_path: Path) -> None:
    text = f"{FOG}\nThe film was shot by Otto Laanemets, who lit it.\n"
    (one,) = suggested(archive(tmp_path, {"fog": text}), "UNKNOWN-NAME")
    assert (one.name, one.kind, str(one.at)) == ("Otto Laanemets", "person", "content/sources/fog.txt:5:22")
    assert one.does == "add otto-laanemets to authority/people.yaml"
    (record,) = one.accept
    assert getattr(record, "values", None) == {
        "id": "otto-laanemets",
        "name": "Otto Laanemets",
        "sort-name": "Laanemets, Otto",
        "variants": [],
        "cite": "fog p3 103-117 62ec9e09327e",
    }


def test_of_two_forms_of_an_unknown_name_the_rarer_waits_for_the_other(tmp_path: Path) -> None:
    texts = {
        "a": "The film was shot by Otto Laanemets, who lit it. Otto Laanemets said so.",
        "b": "The film was shot by Otto Laanemetz, who lit it.",
    }
    found = {one.name: one for one in suggested(archive(tmp_path, texts), "UNKNOWN-NAME")}
    assert found["Otto Laanemets"].blocked == ""
    assert found["Otto Laanemetz"].blocked == "Otto Laanemets must be decided first"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("Ines R. Varga", "with a middle name and without"),
        ("Inés Varga", "the same but for accents"),
        ("Ines Van Aalst", "the same but for capitals"),
    ],
)
def test_an_unknown_name_that_is_like_a_records_is_a_likely_variant(
    written: str, reason: str, tmp_path: Path
) -> None:
    files = {"people/ines-van-aalst.md": "---\nname: Ines van Aalst\nsummary: A designer.\n---\n"}
    content = archive(tmp_path, {"fog": f"The film was shot by {written}, who lit it."}, files)
    (one,) = suggested(content)
    assert (one.code, one.name) == ("LIKELY-VARIANT", written)
    assert one.reason.endswith(f": {reason}")


def test_a_form_that_only_one_text_has_is_a_variant_although_the_name_is_known(tmp_path: Path) -> None:
    texts = {"a": "Ines Varga waits.", "b": "The film was shot by Inés Varga, who lit it."}
    (one,) = suggested(archive(tmp_path, texts))
    assert (one.code, one.name, str(one.at)) == ("LIKELY-VARIANT", "Inés Varga", "content/sources/b.txt:1:22")


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ("name: Inés Varga", "the same but for accents"),
        ("name: Ines Varga", "the same name"),
        ("name: Ines R. Varga", "with a middle name and without"),
    ],
)
def test_two_records_of_one_name_are_told_with_what_to_do(other: str, reason: str, tmp_path: Path) -> None:
    (one,) = suggested(archive(tmp_path, {}, {"authority/people.yaml": f"- {{id: ines, {other}}}\n"}))
    assert (one.code, str(one.at)) == ("LIKELY-DUPLICATE", "content/authority/people.yaml:1:20")
    assert one.reason == (
        f"Ines Varga (ines-varga, content/people/ines-varga.md) is probably the same person: {reason}"
    )
    assert one.does.startswith("nothing; keep ines-varga, move what ines says to it")
    assert (one.accept, one.choices) == ((), ())


@pytest.mark.parametrize(
    ("file", "entry"),
    [
        (
            "works.yaml",
            "{id: a-song, name: Tin Harbour, kind: song}\n- {id: a-play, name: Tin Harbour, kind: play}",
        ),
        ("works.yaml", "{id: a-film, name: Port, year: 1927}\n- {id: remake, name: Port, year: 1988}"),
        ("people.yaml", "{id: ines, name: Ines Varga, not: [ines-varga]}"),
        ("characters.yaml", "{id: ines, name: Ines Varga}"),
    ],
)
def test_what_a_record_tells_apart_is_no_double(file: str, entry: str, tmp_path: Path) -> None:
    found = names(archive(tmp_path, {}, {f"authority/{file}": f"- {entry}\n"}), "LIKELY-DUPLICATE")
    assert [name for name in found if name != "Tin Harbour"] == []


def test_suggestions_come_in_the_order_of_files_lines_and_columns(tmp_path: Path) -> None:
    texts = {
        "b": "Why did Varga wait? The film was shot by Otto Laanemets.\n\n"
        "Nobody asked why Oster had to wait for so long in all that fog.\n",
        "a": "The film was shot by Otto Laanemets, who lit it.\n",
    }
    places = [one.at for one in suggested(archive(tmp_path, texts))]
    assert places == sorted(places)
    assert len(places) == 3


def test_what_a_person_has_judged_is_suggested_no_more(tmp_path: Path) -> None:
    judged = "- {source: fog, start: 21, end: 35, entity: null, who: Jo, when: 2026, why: a boat}\n"
    texts = {"fog": "The film was shot by Otto Laanemets, who lit it."}
    content = archive(tmp_path, texts, {"authority/judgements.yaml": judged})
    assert brief(content) == []


def test_a_name_of_a_saved_page_stands_where_its_html_has_it(tmp_path: Path) -> None:
    body = "<p>Tin and\nfog</p>\n<p>Why did\n<b>V&aacute;rga</b> wait, and why so long?</p>"
    page = f"<html><body>\n{body}</body></html>"
    library = tmp_path / "content" / "shelf"
    library.mkdir(parents=True)
    (library / "page.html").write_text(page)
    content = archive(tmp_path, {}, {"sources/page.md": source_record("page", page)})
    (one,) = suggested(content, "", library)
    assert (one.name, str(one.at)) == ("Várga", "content/shelf/page.html:5:4")
