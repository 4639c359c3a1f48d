"""What a page puts around an article, recognised one paragraph at a time.

Every rule is anchored to a whole paragraph, or to a bracket at its end, and bounded in length:
when in doubt a paragraph is prose. The reasons are phrases that a teacher reads.
"""

import re

# No piece of page furniture is longer; paragraphs often are.
LONGEST = 400
# A caption has few words; a longer paragraph that ends in a credit had it glued on.
CAPTION_WORDS = 60

_MEDIUM = (
    r"(?:(?:file|lead|cover|top|header|main|featured)[ -])?"
    r"(?:image|photo(?:graph)?|picture|pic|video|audio|graphic|illustration|foto|bild|imagen"
    r"|crédit photo|photographie|صورة|الصورة)s?"
)
_CREDIT = rf"(?:{_MEDIUM}(?: (?:credits?|courtesy|source|by|via|from)(?: of)?)?|credits?)\s?[:©]\s?"
_AGENCY = r"(?-i:AP|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA|PA|PTI|ANI|IANS|Xinhua|Bloomberg|dpa)"
_NETWORK = (
    r"(?:facebook|twitter|x|instagram|youtube|linkedin|whats\s?app|telegram|reddit|pinterest|tiktok"
    r"|threads|bluesky|mastodon|flipboard|google news|messenger|viber)"
)
_BUTTON = rf"(?:{_NETWORK}|e-?mail|print|link|save|comments?|like|follow|more|\d[\d.,]{{0,8}}k?)"
_SHARE = (
    r"(?:shares?|tweet|copy(?: link)?|share (?:this|on|via|with)(?: (?:article|story|post|page))?)"
)
_ONE_SENTENCE = r"(?:[^.]|\.(?! [A-Z]))"
_ALSO = (
    r"(?:also read|read also|read more|read next|more on this(?: story)?|see also|up next"
    r"|related(?: (?:articles?|stories|story|content|topics|links|news|coverage))?"
    r"|recommended(?: (?:reading|stories|for you))?|you (?:may|might) (?:also )?(?:like|enjoy)"
    r"|don['’]t miss|in case you missed it|trending(?: now)?|most (?:read|popular|viewed)"
    r"|top stories|must read|explore more|(?:keep|continue) reading|more stories"
    r"|[اإ]قرأ أيضا[ًً]?|(?:à )?lire aussi|lesen sie auch|mehr zum thema|le[ae] también)"
)
_NAME = r"(?:[A-Z][\w.'’-]{0,30}|de|van|von|bin|al|el|la|da|di|du|der|den)"
PEOPLE = rf"{_NAME}(?: {_NAME}){{0,4}}(?:(?:,| and| &|, and) {_NAME}(?: {_NAME}){{0,4}}){{0,3}}"

# A reason, and the whole of a paragraph, in letters of any case, that it is given for.
RULES: tuple[tuple[str, str], ...] = (
    (
        "advertisement",
        r"(?:advertisements?|advertising|ads?|sponsored(?: content| by .{1,60})?|paid content"
        r"|(?:story|article) continues (?:below|after)(?: (?:this |the )?ad(?:vertisement)?)?"
        r"|scroll (?:down )?to continue.{0,60}|skip (?:past )?(?:ad(?:vertisement)?|newsletter)"
        r"(?: promotion)?|إعلان|anzeige|werbung|publicité|publicidad)[.:]?",
    ),
    (
        "share buttons",
        rf"(?=.{{0,60}}\b(?:{_SHARE}|{_NETWORK}[\s,|•·/]{{1,3}}{_NETWORK})\b)"
        rf"(?:{_SHARE}|{_BUTTON})(?:[\s,|•·/]{{1,3}}(?:{_SHARE}|{_BUTTON}|on|via|to)){{0,20}}",
    ),
    (
        "social media link",
        rf"(?:follow|like|find|join) us (?:on|at)\b(?=.{{0,60}}\b(?:{_NETWORK}|https?)\b)"
        r"[^“\"]{0,150}"
        rf"|follow [^.“\"]{{1,80}} on (?:our )?{_NETWORK}\b[^.“\"]{{0,60}}",
    ),
    (
        "also-read link",
        rf"[(\[]?{_ALSO}\s?(?:[:|–—>»-]\s?{_ONE_SENTENCE}{{0,200}})?[.…]{{0,3}}[)\]]?",
    ),
    (
        "also-read link",
        r"(?:read (?:the )?(?:full|more)(?: (?:story|article|report|coverage))?"
        r"(?: (?:about|on|at|here|in|from)\b[^.“\"]{0,80})?|click here\b[^“\"]{0,100}"
        r"|(?:view|see) (?:all|more)\b[^.“\"]{0,40}"
        r"|(?:watch|listen)(?: now| live| here)?: .{1,150}"
        r"|list (?:\d{1,2} )?of \d{1,2}(?: items)?|end of list"
        r"|(?:(?:follow|see|find|read) .{1,120} at:? )?https?://\S{1,200})[.…»>→ ]{0,3}",
    ),
    (
        "cookie notice",
        r"(?:we|this (?:web)?site|our (?:web)?site|by (?:using|continuing|clicking)|to give you)\b"
        r"(?=.{0,300}\bcookies?\b)(?=.{0,300}\b(?:website|site|browser|experience|consent|privacy"
        r"|accept|agree|analy[sz]e|advertis\w{1,6}|personali[sz]e|settings|policy)\b).{0,390}"
        r"|(?:accept|reject|manage|allow)(?: all)? cookies\.?"
        r"|(?:accept|reject|allow|decline) all|manage (?:my )?(?:choices|preferences|consent)"
        r"|cookies? (?:policy|settings|notice|preferences)\.?",
    ),
    (
        "newsletter",
        r"(?:sign up|subscribe)\b[^“\"]{0,200}\b(?:newsletters?|inbox|e-?mails?|updates|alerts"
        r"|briefing)\b[^“\"]{0,100}"
        r"|(?:register|join)\b[^“\"]{0,120}\b(?:newsletters?|mailing list)\b[^“\"]{0,100}"
        r"|get [^“\"]{1,120}\b(?:to|in) your inbox\b[^“\"]{0,60}"
        r"|subscribe(?: now| today| here)?!?|(?:enter |your )+e-?mail(?: address)?"
        r"|thank(?:s| you) for (?:signing up|subscribing)[.!]?",
    ),
    (
        "copyright",
        r"(?:©|\(c\)\s?(?=\d{4})).{1,200}|copyright\s?[:–—-]?\s?(?:©|\(c\)|\d{4}).{0,200}"
        r"|.{0,150}\ball rights reserved\b.{0,60}",
    ),
    ("image credit", rf"[(\[]?{_CREDIT}.{{1,150}}"),
    (
        "image credit",
        rf"[(\[]?(?:{_MEDIUM} (?:credits?|courtesy(?: of)?) (?-i:[A-Z@]).{{0,99}}"
        rf"|photo(?:graph)?s? by (?-i:{PEOPLE})(?:\s?[/|,] ?.{{1,60}})?[.)\]]{{0,2}})",
    ),
    ("image credit", rf"[(\[]?{_AGENCY}(?: photo)?(?:\s?[/|]\s?[^.]{{1,60}})?[)\]]?"),
    ("image caption", r"image (?:(?:caption|source),|copyright) .{1,250}"),
    (
        "source line",
        r"[(\[]?(?:sources?\s?: [^.]{1,100}"
        r"|with (?:agency )?(?:inputs?|reporting)(?: from| by)? .{1,99}"
        r"|(?:staff and )?agencies)[.)\]]{0,2}"
        r"|\(?only the headline\b.{0,80}\breworked\b.{0,250}"
        r"|\(?this (?:story|article) (?:has not been edited|(?:was|is|has been)"
        r" (?:(?:first|originally) published|auto-generated|translated))\b.{0,250}",
    ),
    (
        "byline",
        r"(?-i:[(\[]?(?:Additional reporting|Reporting|Writing|Editing) by"
        r"(?:[;,.]? (?:[A-Z][\w.'’-]*|in|and|by|for|from|with|the|de|van|additional|reporting"
        r"|writing|editing)){1,60}[.)\]]{0,2})"
        rf"|(?:written|edited|compiled|translated) by (?-i:{PEOPLE})"
        r"|[^“\"]{1,150} contributed (?:to this (?:report|story|article)|reporting)\.?",
    ),
    ("reading time", r"\d{1,3}[\s-]?min(?:ute)?s?(?: read| listen)?|reading time\b.{0,40}"),
    (
        "date line",
        r"(?:updated |posted |published )?\d{1,3} (?:minute|hour|day|week)s? ago"
        r"|(?:(?:first|last) )?(?:published|updated|posted|modified)(?: on| at)?:?",
    ),
    ("separator", r"[\W_]{1,99}"),
    ("comment box", r"leave a comment|(?:view|show|hide|add|post a|\d{1,5}) comments?"),
    (
        "navigation",
        r"home\s?[>/»|›].{0,120}|[\w &]{1,30}(?:\s?[>›»▸→]\s?[\w &]{1,30}){1,5}"
        r"|(?:skip|jump) to [\w ]{1,30}|back to top|log in|sign in",
    ),
    (
        "tags",
        r"(?:related )?topics|tags|(?-i:news|features|comment|analysis|explainer)"
        r"|(?:tags?|topics|categories|keywords)\s?: .{1,250}",
    ),
)
_RULES = tuple((reason, re.compile(rule, re.IGNORECASE)) for reason, rule in RULES)

_BUTTONS = re.compile(rf"(?:{_SHARE}|{_BUTTON})", re.IGNORECASE)
_BRACKETED = re.compile(
    rf"\s?[(\[](?:{_CREDIT}|{_AGENCY} photo|photo(?:graph)? by|image (?:via|by|from|courtesy)"
    r"|file (?:photo|image|picture)|with (?:agency )?inputs|(?:additional )?reporting by)"
    r"[^()\[\]]{0,120}[)\]]\.?$",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    rf"(?<=[.!?”\"’)\w])\s(?:(?-i:(?=[A-Z©\u0600-\u06ff])){_CREDIT}(?-i:[A-Z@])[^.:!?()]{{0,70}}\.?"
    rf"|[(\[][^()\[\]]{{0,60}}/{_AGENCY}[)\]])$",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:(?:world|uk|us|local|national|international|latest|breaking) ?(?:news)?|news|politics"
    r"|business|economy|technology|tech|science|health|sports?|football|culture|entertainment|arts"
    r"|travel|opinion|education|environment|climate|europe|asia|africa|americas|middle east|india"
    r"|australia|latin america|asia pacific|science (?:and|&) environment|society|features?)",
    re.IGNORECASE,
)
_SOURCES = re.compile(
    r"(?:sources?|references?|external links?|sister links?|notes|further reading|related news)",
    re.IGNORECASE,
)
_COUNTER = re.compile(r"list \d{1,2} of \d{1,2}", re.IGNORECASE)
_CITATION = re.compile(r".{0,80}[\"“«].{4,200}[\"”»]\s?[—–-]\s?.{2,60}\d{4}\.?")


def reason(paragraph: str) -> str | None:
    """Why the paragraph is none of the article's, or None when it may well be."""
    if len(paragraph) > LONGEST:
        return None
    for why, rule in _RULES:
        if rule.fullmatch(paragraph):
            return why
    return "image caption" if is_caption(paragraph) else None


def is_button(paragraph: str) -> bool:
    """Whether a paragraph may be a share button: it is one when its neighbour is one too."""
    return bool(_BUTTONS.fullmatch(paragraph))


def is_caption(paragraph: str) -> bool:
    """Whether a short paragraph ends with the credit of a picture: ``The port. Image: Jo Doe.``"""
    return len(paragraph.split()) <= CAPTION_WORDS and bool(_CREDITED.search(paragraph[-150:]))


def credit_start(paragraph: str) -> int | None:
    """Where a credit at the end of the paragraph begins, if there is one."""
    tail = max(0, len(paragraph) - 150)
    for credit in (_BRACKETED, _CREDITED):
        if found := credit.search(paragraph, tail):
            return found.start()
    return None


def is_section(paragraph: str) -> bool:
    """Whether the paragraph could be the name of a part of a paper: ``World news``."""
    return bool(_SECTION.fullmatch(paragraph))


def counts_links(paragraph: str) -> bool:
    """Whether the paragraph is the number of a link that follows: ``list 1 of 4``."""
    return bool(_COUNTER.fullmatch(paragraph))


def opens_sources(paragraph: str) -> bool:
    """Whether the paragraph is the heading of a list of sources."""
    return bool(_SOURCES.fullmatch(paragraph))


def is_citation(paragraph: str) -> bool:
    """Whether the paragraph names another article, its paper and its date."""
    return len(paragraph) <= LONGEST and bool(_CITATION.fullmatch(paragraph))
