"""Verbs of saying, and the words around them that tell a speaker from whatever else has a capital.

Tables, by language where they differ. All languages are read together, since texts mix them; words that
mean something else in another of them are left out.
"""

from __future__ import annotations


def words(*lines: str) -> frozenset[str]:
    """A table of words as one writes them."""
    return frozenset(word for line in lines for word in line.split())


REGULAR = words(
    "recall remember joke laugh chuckle smile sigh explain add note remark observe comment state declare",
    "announce report claim argue insist maintain contend assert confess concede allow acknowledge answer",
    "reply respond counter retort rejoin ask wonder muse reflect suggest propose predict speculate warn",
    "promise reveal confirm agree conclude continue recount relate confide whisper murmur mutter mumble",
    "shout cry yell scream exclaim bellow roar growl groan moan gasp tease boast marvel enthuse gush rave",
    "complain protest object lament grumble stress emphasize emphasise clarify elaborate interject",
    "volunteer offer tweet post text e-mail email drawl stammer assure reassure inform remind advise intone",
    "opine posit theorize theorise stipulate testify repeat blurt chime admonish instruct crack",
)
DOUBLED = words("quip grin shrug snap brag admit interrupt deadpan concur")
"""Regular verbs that double their last letter, or that some double."""

IRREGULAR = (
    "say says said saying",
    "tell tells told telling",
    "think thinks thought thinking",
    "write writes wrote writing",
    "begin begins began beginning",
)


def _finite(verb: str) -> tuple[str, ...]:
    """The third person and the past of a regular verb."""
    if verb.endswith("y") and verb[-2] not in "aeo":
        return verb[:-1] + "ies", verb[:-1] + "ied"
    if verb.endswith("e"):
        return verb + "s", verb + "d"
    return verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s"), verb + "ed"


_FRENCH = words(
    "dit disait déclare déclarait explique expliquait raconte racontait confie confiait ajoute ajoutait",
    "précise précisait affirme affirmait assure répond répondait souligne rappelle poursuit poursuivait",
    "conclut résume avoue reconnaît admet insiste lance glisse remarque plaisante écrit écrivait sourit",
    "demande estime",
)
_GERMAN = words(
    "sagt sagte erklärt erklärte erzählt erzählte meint meinte ergänzt ergänzte berichtet berichtete betont",
    "betonte erinnert schreibt schrieb antwortet antwortete fragt fragte lacht lachte scherzt scherzte",
    "gesteht gestand bemerkt bemerkte behauptet behauptete versichert versicherte schwärmt",
)
_SPANISH = words(
    "dice dijo decía explica explicó cuenta contó contaba añade añadió recuerda recordó afirma afirmó",
    "asegura aseguró comenta comentó señala señaló responde respondió confiesa confesó reconoce reconoció",
    "admite admitió bromea bromeó escribe escribió pregunta preguntó reflexiona concluye",
)
_ITALIAN = words(
    "disse diceva spiega spiegò spiegava racconta raccontò raccontava aggiunge aggiunse ricorda ricordò",
    "dichiara dichiarò afferma affermò confessa confessò risponde rispose ammette ammise scrive scrisse",
    "commenta commentò scherza sorride precisa sottolinea",
)

OTHER_LANGUAGES = _FRENCH | _GERMAN | _SPANISH | _ITALIAN

ENGLISH = (
    frozenset(form for verb in REGULAR for form in _finite(verb))
    | frozenset(form for verb in DOUBLED for form in (verb + "s", verb + "ed", verb + verb[-1] + "ed"))
    | frozenset(form for line in IRREGULAR for form in line.split()[1:3])
)

SAYS = ENGLISH | OTHER_LANGUAGES
"""Forms that may stand at once beside their subject: ``says Varga``, ``Varga said``."""

SAY = REGULAR | DOUBLED | frozenset(line.split()[0] for line in IRREGULAR) | {"written", "begun"}
"""Forms that need an auxiliary: ``Varga would say``."""

SAYING = (
    frozenset(verb.removesuffix("e") + "ing" for verb in REGULAR)
    | frozenset(verb + verb[-1] + "ing" for verb in DOUBLED)
    | frozenset(line.split()[-1] for line in IRREGULAR)
)
"""Forms without a subject of their own: whose words they bring, the sentence may leave open."""

HAS = words("a ha m’a m'a hat")
SAID = words(
    "dit déclaré expliqué raconté confié ajouté précisé affirmé assuré répondu écrit gesagt erklärt erzählt",
    "dicho explicado contado declarado detto spiegato raccontato dichiarato",
)
"""Participles after an auxiliary: ``a déclaré Varga``, ``ha dicho Varga``."""

TELLS = words(
    "tells told asks asked assures assured reassures reassured informs informed reminds reminded warns",
    "warned promises promised e-mails e-mailed emails emailed texts texted advises advised admonishes",
    "admonished instructs instructed",
)
"""Verbs that name the listener at once: ``told the paper``."""

PLAINLY = words("says said writes wrote dice dijo dit sagt sagte disse")
"""Verbs whose quotation may follow without a comma or a colon."""

PHRASES = frozenset(
    (verb, rest)
    for line in (
        "it puts put",
        "out points pointed cries cried calls called",
        "on goes went",
        "up sums summed",
        "in chimes chimed cuts jumps jumped",
        "back shoots shot fires fired",
    )
    for rest, *verbs in [line.split()]
    for verb in verbs
)
"""Verbs of two words: ``puts it``, ``points out``."""

AUXILIARIES = words(
    "has had have would will did does might may could can must should later once also then now still",
    "recently always often even first simply finally again further previously already soon famously just",
    "jokingly himself herself",
)
"""What may stand between a subject and its verb, besides adverbs in -ly."""

FINITE = words(
    "is was are were be been has had have will would can could may might must should did does do became",
    "becomes remains remained took takes came comes made makes went goes got gets felt feels looks looked",
    "seems seemed shows showed works worked plays played began starts started ended ends",
)
"""Verbs after which the quotation before them was a subject, and no utterance: ``“Rope,” says Bell, was``."""

PRONOUNS = words(
    "i he she they we you it one who someone somebody everyone everybody anyone nobody others another",
    "himself herself themselves me him her them us this that these those il elle on ils elles je ich er sie",
    "es wir él ella ellos ellas yo lui lei loro io egli",
)
DETERMINERS = words("the a an this that these those his her its their our my your no some any all")

PARTICLES = words(
    "van von der den de del della delle di da do dos das du des la le les lo los las ter ten zu zur zum bin",
    "ibn bint al el af av e y i och ó ap mac",
)
"""Small words inside a name."""

FIRST_PARTICLES = words("van von de del della di da dos du ter ten zu bin ibn al el")
"""Small words that a name may begin with; the articles of other languages are not among them."""

SUFFIXES = words("Jr Jr. Sr Sr. II III IV")

TITLES = words(
    "mr mrs ms miss mx dr prof professor sir dame rev fr captain lieutenant general sgt herr frau señor",
    "señora sr sra signor signora monsieur madame mme mlle dott",
)
"""Words before a name and no part of it."""

GERMAN_ROLES = words(
    "regisseur regisseurin produzent produzentin kameramann kamerafrau schauspieler schauspielerin autor",
    "autorin drehbuchautor drehbuchautorin komponist komponistin cutter cutterin darsteller darstellerin",
    "hauptdarsteller hauptdarstellerin filmemacher filmemacherin kritiker kritikerin szenenbildner",
    "szenenbildnerin kostümbildner kostümbildnerin sprecher sprecherin leiter leiterin chef chefin",
)
"""Roles of a language that writes every noun with a capital."""

ROLES = GERMAN_ROLES | words(
    "director writer screenwriter scriptwriter playwright author novelist poet producer showrunner",
    "filmmaker film-maker moviemaker auteur cinematographer cameraman camerawoman photographer operator",
    "gaffer grip editor designer artist animator illustrator painter sculptor architect decorator stylist",
    "composer musician singer songwriter rapper drummer bassist guitarist pianist violinist conductor dj",
    "choreographer dancer actor actress performer comedian comic star costar newcomer veteran legend icon",
    "supervisor coordinator engineer mixer technician programmer developer researcher scientist",
    "psychologist philosopher historian scholar biographer lecturer teacher student critic reviewer",
    "journalist reporter columnist correspondent interviewer host presenter broadcaster blogger podcaster",
    "youtuber publicist agent manager lawyer attorney executive exec president chairman chairwoman chair",
    "chief head ceo boss founder owner curator archivist librarian spokesman spokeswoman spokesperson",
    "representative analyst expert consultant adviser advisor assistant colleague collaborator partner",
    "friend pal mate neighbor neighbour fan admirer wife husband brother sister mother father mom mum dad",
    "son daughter uncle aunt cousin twin grandmother grandfather widow fiancé fiancée boyfriend girlfriend",
    "winner nominee laureate creator inventor puppeteer stuntman stuntwoman tailor carpenter dresser",
    "secretary mayor senator minister officer doctor nurse driver guide translator narrator professor",
    "réalisateur réalisatrice producteur productrice scénariste acteur actrice comédien comédienne cinéaste",
    "compositeur compositrice monteur monteuse critique directora productor productora guionista actriz",
    "cineasta músico compositor compositora regista produttore produttrice sceneggiatore sceneggiatrice",
    "attore attrice compositore montatore montatrice",
)
"""What a person is called by before the name: ``says costume designer K. K. Maes``."""

HEADS_OF = words("director head chief president chair editor master supervisor")
"""Roles whose ``of`` belongs to them: ``director of photography``."""

BEFORE_CLAUSE = words(
    "and but as when while then or because so yet though although until that where after before if since",
    "whereas for nor once later today yesterday now still meanwhile afterwards afterward again wie als und",
    "aber et mais comme y pero como e ma come",
)
"""Words after which a clause with a subject of its own begins."""

LEAD_WORDS = BEFORE_CLAUSE | words(
    "last this next earlier recently finally eventually there here even only perhaps maybe indeed instead",
    "however monday tuesday wednesday thursday friday saturday sunday january february march april june",
    "july august september october november december",
)
"""Words with a capital at the start of a sentence that are no part of the name after them."""

PREPOSITIONS = words(
    "in on at of to about from with by during under into like than against between without through via",
    "across near around behind inside outside beside among within toward towards upon over per despite",
    "except alongside opposite after before for",
)

BREAKS = (
    PREPOSITIONS
    | PRONOUNS
    | words("which whose whom what how why where when while because if or but nor no not is was are were has")
    | words("had have be been called titled named entitled dubbed")
)
"""Words at which the description of a speaker has ended without a name."""

AFTER_NAME = PREPOSITIONS | words(
    "who when while as today now then again once later yesterday himself herself still too though",
    "afterwards afterward aloud earlier last this next back au aux à dans en sur avec lors im am dem den",
    "der zu zum zur über auf bei nach mit gegenüber von a al con sobre su nel nella alla del durante",
)
"""Words that may follow the name of a speaker: it has ended there."""

NO_PERSON = DETERMINERS | words(
    "yes title tagline slogan headline caption photo photos image images picture credit credits note update",
    "updated review verdict result rating question answer quote line fact facts example exclusive watch",
    "listen read see more related source sources spoiler warning correction clarification summary synopsis",
    "plot theme moral lesson message track song album single scene chapter part act episode step tip rule",
    "item point number day year time best worst favorite favourite first second third last final next bonus",
    "extra pro pros con cons good bad grade score above below left right top bottom trailer teaser poster",
    "video clip film movie book letter reads text director writer producer starring cast genre editor",
    "author interviewer interview q a ps nb fyi tl also plus thus hence so but and or then remember think",
    "imagine consider subject status",
)
"""Before a colon these are labels and no speakers."""

ACCORDING = (("according", "to"), *((word,) for word in ("selon", "d’après", "d'après", "laut", "según")))
