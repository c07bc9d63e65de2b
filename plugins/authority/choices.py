"""The words among which a key lets choose; those that nobody can guess have their meanings beside them."""

from __future__ import annotations

CLAIM_STATUSES = {
    "asserted": "it says so",
    "announced": "it expects it",
    "cancelled": "it tells that it was called off",
    "approximate": "it says about so much",
    "opinion": "it judges so",
    "retracted": "it has taken it back",
}
"""How a source has what it says, each with what that means."""

CREDIT_STATUSES = {
    "final": "so it is in the film",
    "replaced": "somebody else took it over",
    "cut": "it was done and left out of the film",
    "uncredited": "it was done, and no credit names it",
    "consulted": "advice alone",
    "announced": "it was to be so",
}
"""What became of a credit, each with what that means."""

EVENT_STATUSES = ("happened", "announced", "cancelled")
PHASES = (
    "background",
    "development",
    "preparation",
    "shooting",
    "post-production",
    "recasting",
    "release",
    "reception",
)
BASES = {
    "stated": "the text has the date",
    "relative": "counted from another, as in three days later",
    "inferred": "put together from two statements",
}
"""How a date is known, each with what that means."""

SOURCE_KINDS = ("interview", "profile", "review", "essay", "history", "news", "obituary", "report", "other")
RIGHTS = {
    "full": "the whole text; only of one that is free, or yours, or whose owner agrees",
    "excerpt": "short quotations, and a summary of ours",
    "summary": "no words of the text, only our own; the one for a text under copyright",
    "link": "nothing but that it exists, and where",
}
"""How much of a text the site shows, each with what that is."""

MODES = ("screen", "voice")
ASPECTS = {
    "premise": "The premise",
    "story": "The story",
    "screenplay": "The screenplay",
    "characters": "The characters",
    "direction": "The direction",
    "acting": "The acting",
    "voice": "The voices",
    "image": "The images",
    "design": "The design",
    "world": "The world it shows",
    "music": "The music",
    "sound": "The sound",
    "editing": "The editing",
    "pace": "Pace and length",
    "humour": "The humour",
    "feeling": "The feeling",
    "ideas": "The ideas",
    "ending": "The ending",
    "rank": "Its rank among films",
}
"""What a point of a review may be about besides records, with its label, in the order of a comparison.

``premise`` is what the story asks one to believe, ``world`` the time and place it invents, ``design`` how
sets and clothes are made, ``rank`` whether other films are better. A word more is a topic more under which
reviews can meet; two words that mean nearly the same would keep them apart.
"""
