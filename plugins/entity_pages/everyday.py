"""English words that head no entry of an index: they stand in every text and tell of none.

Chosen by hand from the words that texts of any subject share: small words, verbs of doing and saying,
words of time, number, degree and judgement. A word that a film may be about (``house``, ``letter``,
``voice``) is no such word, however often it is written.
"""

from __future__ import annotations

from plugins.lexicon.tables import words

EVERYDAY = words(
    "a about above across after again against ago ahead all almost alone along already also although",
    "always am amid among an and another any anybody anyone anything anyway apart are around as aside at",
    "away back be became because been before began behind being below beneath beside besides between",
    "beyond both but by came can cannot could despite did do does doing done down during each either else",
    "enough even ever every everybody everyone everything everywhere except few for forth from further",
    "had has have having he hence her here hers herself him himself his how however i if in indeed",
    "instead into is it its itself just least less lest like likely many may maybe me meanwhile might",
    "mine more moreover most much must my myself near nearly neither never nevertheless next no nobody",
    "none nor not nothing now nowhere of off often oh okay on once one ones only onto or other others",
    "otherwise ought our ours ourselves out over own per perhaps please quite rather really same shall",
    "she should since so some somebody somehow someone something sometimes somewhat somewhere soon still",
    "such than that the their theirs them themselves then there therefore these they this those though",
    "through throughout thus till to together too toward towards under unless unlike until up upon us",
    "very via was we well were what whatever when whenever where whereas wherever whether which whichever",
    "while who whoever whole whom whose why will with within without would yes yet you your yours",
    "yourself yourselves",
    # what people do, in any text
    "able accept act add agree allow answer appear apply arrive ask attempt avoid bear become begin",
    "beginning believe belong break bring brought build built buy call called calls carry catch caught",
    "cause change choose chose chosen claim come comes coming consider consist contain continue cover",
    "create cut deal decide depend describe develop die draw drew drive drop enter exist expect explain",
    "fail fall fell felt fill find finds fit follow forget found gave get gets getting give given gives",
    "go goes going gone got grew grow grown happen hear heard held help hold hope include intend",
    "introduce involve join keep kept kind knew know known knows lay lead learn leave left lend let lie",
    "listen live look lose lost made make makes making mean means meant meet mention met mind miss move",
    "name named need notice offer open pass pay pick place plan plans play plays point prefer prepare",
    "present produce prove provide pull push put reach read receive refer refuse remain remember remove",
    "reply require rest result return run said sat saw say saying says see seek seem seems seen sell send",
    "sent serve set share show shown shows sit speak spend spent spoke stand stands start state stay",
    "stood stop suggest suppose take taken takes taking talk teach tell tells tend think thinks thought",
    "threw throw told took touch tried try turn understand use used uses using wait walk want wanted",
    "wants watch wear went wish won wonder work works worn write written wrote",
    # time, number, degree, judgement
    "ability account amount april area august autumn bad basis beautiful best better big bit brief case",
    "century certain chance clear close common complete course day days decade december deep detail",
    "difference different difficult direct early easy effect eight eighth eleven end entire especially",
    "evening eventually exactly example experience extra fact fair false familiar famous far fast fear",
    "february fifth fifty final finally fine first five former forty four fourth free friday full fully",
    "funny general good great half hand happy hard heavy high hour hours huge hundred idea important",
    "interest interested interesting issue january july june kinds large last late later latest latter",
    "level light likes line list little long longer lot low main major manner march matter middle million",
    "minute minutes moment moments monday month months morning mostly nature new nice night nine ninth",
    "november number obvious october old older opinion order ordinary original page pair part particular",
    "particularly parts past people perfect period person personal places possible probably problem",
    "process public purpose question questions quick quickly rare real reason reasons recent recently",
    "right role saturday second seconds sense september series serious seven seventh several sharp short",
    "side sign similar simple simply single situation six sixth size slight slightly slow small sort",
    "special spring strange strong style subject successful sudden suddenly summer sunday sure ten tenth",
    "term terms thing things third thirty thousand three thursday time times today tomorrow top total",
    "true truth tuesday twelve twenty twice two type usual usually various version view way ways",
    "wednesday week weekend weeks wide winter word words wrong year years yesterday young younger",
    # what every page about a film says
    "according archive article film films movie movies passage profile published recorded review reviewer",
    "sentence source sources text texts title",
    # contractions without their apostrophes, as terms have them
    "arent cant couldnt didnt doesnt dont hadnt hasnt havent hed hes id ill im isnt itd itis itll ive",
    "lets shes shouldnt thats theres theyd theyll theyre theyve wasnt werent weve whats wont wouldnt youd",
    "youll youre youve",
)
