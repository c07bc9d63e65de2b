"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.changes.reading import read_change_log

STAGES = (Stage("changes", takes=("settings",), gives="change_log", make=read_change_log),)
