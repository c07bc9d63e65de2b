"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.sources.library import cut_documents, read_library

STAGES = (
    Stage("sources: library", takes=("settings",), gives="originals", make=read_library),
    Stage(
        "sources: segments", takes=("recorded", "originals", "kept"), gives="documents", make=cut_documents
    ),
)
