"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.dates.dated import read_dates
from plugins.dates.texts import read_texts

STAGES = (
    Stage("dates", takes=("records",), gives="dates", make=read_dates),
    Stage(
        "dates: texts",
        takes=("documents", "records", "links", "kept"),
        gives="date_expressions",
        make=read_texts,
    ),
)
