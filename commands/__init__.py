"""The work of each command of ``invoke``, in a module of its own that is imported when the command runs.

``tasks.py`` says how commands are called, and nothing here is imported to say so: a program that lists its
commands, or finds nothing to do, has no use for the archive.
"""
