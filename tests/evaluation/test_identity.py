"""Which record is which entity of an annotation, whatever both call it."""

from __future__ import annotations

from evaluation.gold import Gold, GoldEntity
from evaluation.identity import same_entities
from plugins.archive.entity import Kind
from tests.evaluation.annotating import entity


def gold(*entities: GoldEntity) -> Gold:
    return Gold(entities, (), (), (), {}, "")


AMY_ADAMS = GoldEntity("amy-adams", "person", "Amy Adams", ("Amy Adams", "Amy"))
AMY = GoldEntity("amy-character", "character", "Amy", ("Amy",))


def test_the_same_id_is_the_same_entity_if_its_kind_is_the_same() -> None:
    known = gold(GoldEntity("drop", "work", "Drop, the Song"))
    assert same_entities(known, [entity("Drop", Kind.WORK)]) == {"drop": "drop"}
    assert same_entities(known, [entity("Drop", Kind.CHARACTER)]) == {}


def test_names_decide_among_records_of_the_same_kind() -> None:
    ours = [entity("Amy", Kind.CHARACTER), entity("Amy Adams", Kind.PERSON)]
    assert same_entities(gold(AMY_ADAMS, AMY), ours) == {"amy": "amy-character", "amy-adams": "amy-adams"}


def test_a_name_goes_before_an_alias_and_accents_do_not_matter() -> None:
    ours = [entity("Victor Erice"), entity("Erice", variants=("Víctor",))]
    known = gold(GoldEntity("erice-1940", "person", "Víctor Erice", ("Erice",)))
    assert same_entities(known, ours) == {"victor-erice": "erice-1940"}


def test_an_alias_leaves_a_record_to_whom_it_is_the_name_of() -> None:
    known = gold(AMY_ADAMS, GoldEntity("amy-the-extra", "person", "Amy"))
    assert same_entities(known, [entity("Amy")]) == {"amy": "amy-the-extra"}


def test_an_alias_that_several_records_have_decides_nothing() -> None:
    known = gold(GoldEntity("sanders-1", "person", "N. Sanders", ("Sanders",)))
    ours = [entity("Nat", variants=("Sanders",)), entity("Ashton", variants=("Sanders",))]
    assert same_entities(known, ours) == {}
    assert same_entities(known, ours[:1]) == {"nat": "sanders-1"}


def test_a_place_may_be_a_term_with_us_but_no_person() -> None:
    known = gold(GoldEntity("quay", "place", "The Quay"))
    assert same_entities(known, [entity("The Quay", Kind.TERM)]) == {"the-quay": "quay"}
    assert same_entities(known, [entity("The Quay", Kind.PERSON)]) == {}


def test_a_kind_that_we_do_not_have_may_be_anything() -> None:
    """The annotator's product is a character with us: that is no mistake of the links."""
    known = gold(GoldEntity("siri", "product", "Siri"))
    assert same_entities(known, [entity("Siri", Kind.CHARACTER)]) == {"siri": "siri"}
