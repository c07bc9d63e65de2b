"""Corrections that a text prints of itself, tied to the one passage that each of them corrects."""
