"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.authority.doubles import find_doubles
from plugins.authority.entities import list_entities
from plugins.authority.linking import link_mentions
from plugins.authority.names import list_names
from plugins.authority.prose import check_prose
from plugins.authority.records import read_records
from plugins.authority.wiki_links import check_wiki_links

STAGES = (
    Stage("authority: records", takes=("settings", "kept"), gives="written", make=read_records),
    Stage("authority: names", takes=("records",), gives="names", make=list_names),
    Stage("authority: entities", takes=("records", "dates"), gives="entities", make=list_entities),
    Stage(
        "authority: links",
        takes=("mentions", "names", "records", "documents", "kept"),
        gives="links",
        make=link_mentions,
    ),
    Stage("authority: wiki links", takes=("records",), gives="wiki_links", make=check_wiki_links),
    Stage("authority: prose", takes=("recorded", "documents", "settings"), gives="prose", make=check_prose),
    Stage("authority: doubles", takes=("written",), gives="doubles", make=find_doubles),
)
