"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.claims.assertion import assert_claims

STAGES = (
    Stage(
        "claims",
        takes=("records", "wiki_links", "documents", "credit_lines", "settings"),
        gives="claims",
        make=assert_claims,
    ),
)
