"""The page of a new record, begun: what is known stands in it, and what is still needed says so.

`invoke new` asks for it; it is no plugin of Pelican's.
"""
