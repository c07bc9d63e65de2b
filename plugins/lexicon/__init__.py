"""The lexicon: which words are given names, places, or words of every day, and which introduce names.

>>> from plugins.lexicon.words import is_common, is_given_name
>>> is_common("heat"), is_common("theodore"), is_given_name("Theodore")
(True, False, True)
"""
