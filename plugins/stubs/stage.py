"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.stubs.names import name_stubs, with_stub_names
from plugins.stubs.sources import with_stub_sources

STAGES = (
    Stage("stubs: sources", takes=("written", "originals"), gives="recorded", make=with_stub_sources),
    Stage(
        "stubs: names",
        takes=("recorded", "documents", "discovered", "settings"),
        gives="stub_names",
        make=name_stubs,
    ),
    Stage(
        "stubs: records", takes=("recorded", "stub_names", "settings"), gives="records", make=with_stub_names
    ),
)
