"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.open_data.files import data_files

STAGES = (
    Stage(
        "open_data",
        takes=("archive", "claims", "records", "documents", "links", "quotations", "settings"),
        gives="data_files",
        make=data_files,
    ),
)
