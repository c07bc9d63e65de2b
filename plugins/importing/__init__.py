"""Saved texts as originals with records: what they say of themselves, and what ``invoke import`` writes."""
