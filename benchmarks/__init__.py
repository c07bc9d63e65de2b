"""Measurements of the archive's speed, size and memory, run by ``invoke bench``."""
