"""Suggestions: what programs would decide if they might, and people's answers: ``invoke suggest``."""
