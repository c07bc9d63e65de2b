"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.mentions.all_mentions import find_all_mentions

STAGES = (Stage("mentions", takes=("documents", "names", "kept"), gives="mentions", make=find_all_mentions),)
