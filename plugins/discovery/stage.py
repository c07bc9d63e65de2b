"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.discovery.finding import discover

STAGES = (Stage("discovery", takes=("documents",), gives="discovered", make=discover),)
