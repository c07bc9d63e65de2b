"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.dates.dated import read_dates

STAGES = (Stage("dates", takes=("records",), gives="dates", make=read_dates),)
