"""A record under another id: its files moved, all that names it mended, and its old address kept.

`invoke rename` asks for it; it is no plugin of Pelican's.
"""
