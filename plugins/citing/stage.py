"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.citing.files import citing_files

STAGES = (Stage("citing", takes=("site",), gives="citing_files", make=citing_files),)
