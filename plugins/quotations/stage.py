"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.quotations.all_quotations import find_all_quotations

STAGES = (Stage("quotations", takes=("archive", "documents"), gives="quotations", make=find_all_quotations),)
