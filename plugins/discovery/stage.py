"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.discovery.all_names import discover

STAGES = (Stage("discovery", takes=("documents", "kept"), gives="discovered", make=discover),)
