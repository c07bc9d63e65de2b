"""Saved web pages as texts: what a reader sees, block by block, each with its place in the HTML."""
