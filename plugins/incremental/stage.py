"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.archive.settings import Settings
from plugins.incremental.kept import Kept


def _open(settings: Settings) -> Kept:
    return Kept(settings.cache)


STAGES = (Stage("incremental", takes=("settings",), gives="kept", make=_open),)
