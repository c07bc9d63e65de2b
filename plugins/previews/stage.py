"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.entity_pages.site import Site
from plugins.previews.files import preview_files
from plugins.previews.preview import previews


def _files(site: Site) -> dict[str, bytes]:
    return preview_files(previews(site))


STAGES = (Stage("previews", takes=("site",), gives="preview_files", make=_files),)
