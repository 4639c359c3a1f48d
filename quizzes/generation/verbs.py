"""English verb forms by list, enough to tell a sentence from a heading and past from present."""

AUXILIARIES = "is are was were has have had do does did will would can could may might must should"
# Past forms without -ed; some are present forms or nouns too.
IRREGULAR_PAST = (
    "ate beat became began bent bit bled blew bore bought bound bred broke brought built "
    "burnt burst came cast caught chose clung cost crept cut dealt drank drew drove dug fed "
    "fell felt fled flew fought found forbade forgot froze gave got grew heard held hid hit "
    "hung hurt kept knelt knew laid lay led left lent let lit lost made meant met paid put "
    "quit ran rang read rode rose said sang sank sat saw sent set shed shone shook shot "
    "shrank shut slept slid sold sought spent split spoke spread sprang stole stood stopped "
    "strode struck stuck sung swam swept swore swung taught thought threw told took tore "
    "undertook upheld went withdrew withheld woke won wore wrote"
)
# Present forms a subject in the plural takes.
PLAIN_PRESENT = (
    "say die live work need remain think believe want use take make get give go come see"
)
PARTICIPLES = (
    "begun born bought broken brought built chosen driven elected fallen found founded given "
    "held killed known led left lost made met paid put read seen sent set shot shown sold "
    "stolen struck taken taught told won written"
)


def alternation(*lists: str) -> str:
    """A pattern for any word of the lists."""
    return "|".join(word for words in lists for word in words.split())


PAST = rf"(?:was|were|had|did|{alternation(IRREGULAR_PAST)}|[a-z]{{2,}}ed)"
FINITE = rf"(?:{alternation(AUXILIARIES, IRREGULAR_PAST, PLAIN_PRESENT)}|says|[a-z]{{2,}}ed)"
PARTICIPLE = rf"(?:{alternation(PARTICIPLES)}|[a-z]{{3,}}ed)"
