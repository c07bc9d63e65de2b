"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.claims.assertion import assert_claims
from plugins.claims.dated_passages import find_dated_passages
from plugins.claims.originals import find_changed_originals
from plugins.claims.settlements import read_settlements

STAGES = (
    Stage(
        "claims: originals",
        takes=("written", "originals"),
        gives="changed_originals",
        make=find_changed_originals,
    ),
    Stage("claims: settlements", takes=("records", "settings"), gives="settlements", make=read_settlements),
    Stage(
        "claims: dated passages",
        takes=("date_expressions", "links", "documents", "records", "entities", "settings"),
        gives="dated_passages",
        make=find_dated_passages,
    ),
    Stage(
        "claims",
        takes=(
            *("records", "wiki_links", "documents", "credit_lines", "settings"),
            *("settlements", "changed_originals", "dated_passages"),
        ),
        gives="claims",
        make=assert_claims,
    ),
)
