"""Measurements of what the archive finds, against texts that were annotated by hand: ``invoke evaluate``.

The search is measured too: by what is typed, and the pages that are meant.

An annotation and its texts lie outside of the project and are named by options; nothing of them is kept
here but a digest, and the figures that must not get worse (``floors.json``).
"""
