"""Pages are printed with less work than Jinja would take, and come out the same."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, Undefined
from jinja2.exceptions import UndefinedError
from markupsafe import Markup, escape

from plugins.archive.settings import Edition
from plugins.entity_pages.findable import findable_pages
from plugins.entity_pages.pages import build_pages
from plugins.entity_pages.printing import Printer, written
from plugins.entity_pages.sharing import Shared
from plugins.entity_pages.views import NOTHING, PageView
from tests.entity_pages.sample import environment, sample_archive, sample_site, variables

PAGE = PageView("people/tin.html", "page.html", "Tin & <Fog>", "")


def printed(template: str, **given: Any) -> str:
    """What a template of one line makes of some values."""
    made = Environment(autoescape=True, loader=DictLoader({"page.html": template}))
    return Printer(made, given).html(PAGE, "..", NOTHING, Shared("website"))


@pytest.mark.parametrize("edition", Edition)
def test_a_page_is_printed_as_jinja_prints_it(tmp_path: Path, edition: Edition) -> None:
    """Every page, one after the other, though they share the table of variables."""
    site = sample_site(sample_archive(tmp_path, "full"), edition)
    known, theirs = variables(edition.value), environment()
    ours = Printer(environment(), known)
    about = Markup('{"name": "<tin>"}')
    for page in build_pages(site, search_pages=findable_pages(site)):
        for root in ("..", "https://tin.example"):
            shared = Shared("article", f"{root}/{page.url}", f"{root}/cards/<tin>.png")
            given = {"SITEURL": root, "page": page, "linked_data": about, "shared": shared}
            assert ours.html(page, root, about, shared) == theirs.get_template(page.template).render(
                {**known, **given}
            )


@pytest.mark.parametrize(
    "value",
    ["fog", "", "<fog>", "Bell & 'Tin'", 'a "b"', Markup("<b>fog</b>"), 0, 3.5, None, True, Undefined()],
)
def test_a_value_is_written_as_it_is_escaped(value: object) -> None:
    assert written(value) == escape(value)


def test_what_a_template_is_given_is_escaped() -> None:
    assert printed("{{ page.title }} {{ word }}", word="<b>") == "Tin &amp; &lt;Fog&gt; &lt;b&gt;"
    assert (
        printed("{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m(word) }}", word="<b>") == "<i>&lt;b&gt;</i>"
    )
    assert printed("{% autoescape false %}{{ word }}{% endautoescape %}", word="<b>") == "<b>"


def test_a_value_is_asked_for_an_attribute_and_then_for_an_entry() -> None:
    one = {"places": [{"title": "<Tin>", "items": 2}]}
    assert printed("{{ one.places[0].title }} {{ one.places[0].none }}", one=one) == "&lt;Tin&gt; "
    each = "{% for place in one.places if place.items %}{{ place.title.lower() }}{% endfor %}"
    assert printed(each, one=one) == "&lt;tin&gt;"
    with pytest.raises(UndefinedError):
        printed("{{ one.none.title }}", one=one)


@pytest.mark.parametrize(
    ("macro", "call", "made"),
    [
        ("m(x, y)", "m(1, 2)", "1 2"),
        ("m(x, y=3)", "m(1)", "1 3"),
        ("m(x, y)", "m(y=1, x=2)", "2 1"),
        ("m(x, y)", "m(word, 2)", "&lt;b&gt; 2"),
        ("m(x, y)", "m(1)", "1 "),
        ("m(x, y=3)", "m(1, y=2)", "1 2"),
        ("m(x, y=x)", "m(2)", "2 2"),
    ],
)
def test_a_macro_is_given_its_arguments(macro: str, call: str, made: str) -> None:
    defined = f"{{% macro {macro} %}}{{{{ x }}}} {{{{ y }}}}{{% endmacro %}}"
    assert printed(f"{defined}{{% for _ in range(1) %}}{{{{ {call} }}}}{{% endfor %}}", word="<b>") == made


def test_a_macro_may_take_more_than_it_names() -> None:
    assert printed("{% macro m() %}{{ varargs }} {{ kwargs }}{% endmacro %}{{ m(1, a=2) }}") == (
        "(1,) {&#39;a&#39;: 2}"
    )
    assert printed("{% macro m() %}<i>{{ caller() }}</i>{% endmacro %}{% call m() %}fog{% endcall %}") == (
        "<i>fog</i>"
    )
    with pytest.raises(TypeError, match="takes not more than 1 argument"):
        printed("{% macro m(x) %}{% endmacro %}{{ m(1, 2) }}")
    with pytest.raises(TypeError, match="takes no keyword argument 'y'"):
        printed("{% macro m(x) %}{% endmacro %}{{ m(1, y=2) }}")


def test_a_template_sees_what_pelican_lets_it_see() -> None:
    seen = "{{ SITEURL }} {{ localsiteurl }} {{ output_file }} {{ range(2)|list }} {{ SITENAME }}"
    assert printed(seen, SITENAME="Tin") == ".. .. people/tin.html [0, 1] Tin"


def test_a_template_that_fails_says_where() -> None:
    """The line of the template stands in the trace, not a line of the code that was made of it."""
    with pytest.raises(UndefinedError) as failed:
        printed("Fog\n{{ nobody.name }}")
    assert ("<template>", 2) in [(one.filename, one.lineno) for one in traceback.extract_tb(failed.tb)]
