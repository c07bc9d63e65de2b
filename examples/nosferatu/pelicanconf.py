"""What this archive sets differently from the project's ``pelicanconf.py``, and nothing else."""

SITENAME = "Intertitle"
SITESUBTITLE = "An archive of F. W. Murnau’s Nosferatu"

FILM = "nosferatu"

PALETTE = "palette.css"
"""The archive's own colours: a stylesheet beside this file that gives the theme's colours other values."""
