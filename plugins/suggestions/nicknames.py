"""Given names that the same person goes by, in English; each line begins with the full form."""

from __future__ import annotations

_LINES = """
alexander alex alec sandy xander
alexandra alex sandra sandy
andrew andy drew
anthony tony
benjamin ben benny
catherine kate cathy cate katie
charles charlie chuck chaz
charlotte charlie lottie
christine chris chrissie
christopher chris kit topher
daniel dan danny
david dave davey
deborah debbie debra deb
dorothy dot dottie dolly
douglas doug
edmund ed eddie ned
edward ed eddie ned ted teddy
eleanor ellie nell nora
elizabeth liz lizzie beth betty eliza bess libby
eugene gene
florence flo florrie
frances fran frankie
francis frank frankie
franklin frank
frederick fred freddie freddy
gabriel gabe
gerald gerry jerry
gregory greg
harold harry hal
henry harry hank
isabella bella izzy
jacob jake
jacqueline jackie
james jim jimmy jamie
jeffrey jeff
jennifer jen jenny
jessica jess jessie
john jack johnny jon
jonathan jon jonny
joseph joe joey
josephine jo josie
joshua josh
katherine kate kathy katie kit kitty
kenneth ken kenny
lawrence larry
leonard len lenny leo
louis lou louie
margaret maggie meg peggy marge greta rita
martin marty
matthew matt
maximilian max
maxwell max
michael mike micky mickey mick
nathaniel nat nate
nicholas nick nicky
nicola nicky
pamela pam
patricia pat patty tricia
patrick pat paddy
peter pete
philip phil pip
phillip phil pip
raymond ray
rebecca becky becca
richard rick dick richie ricky rich
robert bob bobby rob robbie bert
ronald ron ronnie
samantha sam sammy
samuel sam sammy
stephen steve stevie
steven steve stevie
stuart stu
susan sue susie suzy
theodore ted teddy theo
theresa tess terry
thomas tom tommy
timothy tim timmy
valerie val
victoria vicky tori
vincent vince vinny
walter walt wally
william bill billy will willie liam
"""

FULL_FORMS: dict[str, frozenset[str]] = {}
"""The full forms of each given name that is a short one, and of each full form itself, in small letters."""

for _line in _LINES.split("\n"):
    _full = _line.split()[:1]
    for _name in _line.split():
        FULL_FORMS[_name] = FULL_FORMS.get(_name, frozenset()) | frozenset(_full)


def are_one_given_name(one: str, other: str) -> bool:
    """Whether two different given names, in small letters, may be one person's: ``bill`` and ``william``."""
    return one != other and bool(FULL_FORMS.get(one, frozenset()) & FULL_FORMS.get(other, frozenset()))
