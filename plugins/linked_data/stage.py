"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.linked_data.things import linked_data

STAGES = (
    Stage(
        "linked_data",
        takes=("archive", "claims", "records"),
        gives="linked_data",
        make=linked_data,
    ),
)
