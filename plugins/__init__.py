"""Intertitle's plugins, one job each, in the order in which data flows.

markdown_it    contributors' Markdown pages, read and rendered
sources        originals, matched by sha256, cut into segments
mentions       names found in the segments
dates          EDTF dates of the records, and how they are put into words
credits        credits read in the texts
authority      records; which entity each mention means, or that nobody knows yet
claims         every fact with its pointer, verified
archive        the nouns; claims folded into people, works, credits, events
entity_pages   pages
search_index   the index that the browser reads
open_data      output/data
incremental    the last good site stays until the new one is whole
"""
