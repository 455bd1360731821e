"""How questions are put: the patterns by which an intent is recognised.

They are matched against text in lower case without diacritics, so that "åtagande" and "atagande" are
one. The guidance's own words (its commitments, steps and terms) are not here: they come from the corpus.
"""

import re

GREETING = re.compile(
    r"(hej(san)?( dar| pa er| pa dig)?|hallå?|hallo|tjena|tjänare|god (morgon|dag|kvall|eftermiddag)"
    r"|hi|hello|hey|good (morning|afternoon))"
)
THANKS = re.compile(
    r"((stort |tusen )?tack( sa mycket| for hjalpen)?|thanks?( you)?|toppen|perfekt)"
)
ABILITIES = re.compile(
    r"\b(vad kan du( gora| hjalpa| svara)?|hur fungerar du|vem ar du|vad ar du( for nagot)?"
    r"|vad kan jag fraga|hur anvander (jag|man|vi) (dig|assistenten)|what can you do|who are you"
    r"|what are you)\b|^hjalp$"
)
DEFINITION = re.compile(
    r"(?:^|.*\b)(?:vad (?:betyder|innebar|menas med|menar (?:ni|man|de|vagledningen) med|ar|star)"
    r"|forklara|definiera|hur definieras|definition(?:en)? (?:av|pa)|betydelsen av"
    r"|what (?:is|are|does)|explain|define|meaning of)"
    r"\s+(?:begreppet |ordet |termen |egentligen |en |ett |det dar |detta |den |det |de |a |an |the |med |for )*"
    r"(?P<what>.+?)(?:\s+(?:for nagot|egentligen|da|mean|for))?[\s?.!]*$"
)
FORMULATION = re.compile(
    r"\b(?:den|det) (?:frivilliga|obligatoriska|gemensamma)(?: atagandet)? (?:om|kring|for)\b|formuler|ordalydelse|\blyder\b|\bofficiell|\bordagran|\batar (?:vi )?oss\b|\bwording\b|\bphras"
    r"|exakt(?:a)? text|kontraktstext|formell\w* (?:text|skrivning|lydelse)\w*|\bskrivningen\b"
)
REWORDING = re.compile(
    r"\b(?:skriv(?:a)? om|omformuler\w*|formulera om|andra (?:pa )?(?:formulering|ordalydelse|text|orden)"
    r"|byta ut|stryka|rephrase|reword|change the wording|annan formulering|egen formulering"
    r"|anpassa (?:formulering|texten|ordalydelse))"
)
ASKS_FOR_COMMITMENT = re.compile(
    r"\b(?:vad (?:ar|innebar|sager|betyder|lovar)|hur lyder|beratta om|visa|what (?:is|does)|tell me about|show)"
    r"\s+(?:vi i |oss )?(?:det )?(?:atagande|commitment)\b"
)
EXAMPLE_WORDS = re.compile(r"\bexempel\w*|\bexempl(?:et|en)\b|\bexamples?\b|\bkonkreta insatser")
POINT_WORDS = re.compile(
    r"\bpunkt(?:er(?:na)?)?\b|\bpoints\b|\bingar\b|\binnehall\w*|\bdelar\b|\ballt\b|\binsatser\b"
)
MANDATORY = re.compile(
    r"galler (?:for )?(?:alla|samtliga)|obligatorisk|\bbindande\b|tvingande|grundlaggande atagande"
    r"|\bmaste (?:alla|vi|man|kommunen|kommuner)\b.*\b(?:anta|ha med|skriva under pa|ta)\b"
    r"|mandatory|compulsory|apply to (?:all|every)"
    r"|gemensamma for alla|\bmaste vi (?:kora pa|ta|ha|valja|anta) alla\b"
)
VOLUNTARY = re.compile(r"frivillig|valfri|\bvalbara\b|\bvoluntary\b|\boptional\b")
ALL_COMMITMENTS = re.compile(
    r"\b(?:vilka|alla|lista|hur manga|rakna upp|samtliga|which|all|list|how many)\b.*"
    r"\b(?:ataganden(?:a)?|commitments|pledges)\b"
)
PHASES = re.compile(
    r"\b(?:vilka|de|alla|hur manga|tre|olika|which|three|what)\b.*\b(?:steg(?:en)?|faser(?:na)?|steps|phases|stages)\b"
)
TIMETABLE = re.compile(
    r"\btidplan|\btidslinje|\bhalltid|\b(?:alla|viktiga|vilka) (?:datum|tider)|\btimeline|\bschedule"
    r"|\btidtabell|\bkalender"
)
CHOICE = re.compile(
    r"\b(?:vilk[ae]t?|which|vad)\b.*\b(?:ska|bor|borde|should|skulle)\b.*\b(?:valja|anta|satsa pa|ta|prioritera"
    r"|choose|pick|adopt|select)\b"
    r"|\b(?:rekommender|foreslar? du|tycker du|recommend|ditt rad|tips pa vilk)"
    r"|\bvilk[ae]t? (?:atagande\w*) (?:ar|passar) (?:bast|viktigast|lattast)"
)
ABOUT_COMMITMENTS = re.compile(r"atagande|frivillig|commitment|pledge")
CORRECTION = re.compile(
    r"\b(?:menade|menar|syftade pa|tankte pa|meant|mean)\b.*?\b(?P<kind>punkten|punkt|avsnittet|avsnitt|kapitlet|point|section)\b"
)
IN_ENGLISH = re.compile(r"^(?:och |and )?(?:pa engelska|in english)\b[\s?.!]*$")
NEXT_POINT = re.compile(r"\b(?:nasta|foljande|efter)\b|\bnext\b")
PREVIOUS_POINT = re.compile(r"\b(?:fore|innan|forra|foregaende)\b|\bprevious\b")
LAST_SHOWN = re.compile(r"\b(?:den|det) (?:sista|senaste)\b|\bthe last\b")
NEXT_STEP = re.compile(
    r"\bdarefter\b|\b(?:nasta|efterfoljande|foljande) (?:steg|fas)|\bsteget (?:efter|darpa)|next step"
)
PREVIOUS_STEP = re.compile(
    r"\b(?:forra|foregaende|tidigare) (?:steg|fas)\w*|\bsteget (?:innan|fore)"
)
DIFFERENCE = re.compile(r"\bskilj\w*|\bskillnad\w*|\bdifference\b|\bdiffer\b")
SIGNING = re.compile(
    r"\b(?:skriv(?:a|er|s|as)?|skrevs?|skrivits?)(?: (?:vi|man|ni|de|den|det|kontraktet|kommunen|dar))? (?:pa|under)\b"
)
"""Two words that are stop words each, and a matter together: "när skrivs det på?"."""
MIDDLE_STEP = re.compile(
    r"\bmittersta\b|\bmittensteget\b|\bmellan(?:steget|fasen)\b|\bmiddle one\b"
)
SHOW_AGAIN = re.compile(
    r"\bcitera\b|\bvilket steg\b|\bwhich (?:step|stage)\b|\bvar (?:i (?:texten|vagledningen)|star det|nanstans)\b"
)
"""What asks to see the words or the place of what was just shown."""
SAME_STEP = re.compile(r"\bsamma (?:steg|fas)|\bsame (?:step|phase)")
FIRST_STEP = re.compile(
    r"\b(?:forst|borja(?:r)?|till att borja med|first)\b|\bforsta (?:steg|fas)"
    r"|\b(?:start|starta|inlednings|inledande)[- ]?(?:steg|fas)\w*"
)
EDGE = re.compile(r"\b(?:forsta|sista|first|last) (?:steg|fas|step|phase|stage)")
LAST_STEP = re.compile(
    r"\b(?:sist|sista|slutet|till slut|avslutande|last|final|slut(?:fas|steg)\w*)\b"
)
WHICH_COMMITMENT = re.compile(
    r"\bvilket atagande\b|\bwhich commitment\b|\bvad (?:ar|gar|sager|innebar|lovar) (?:det |sjalva )?atagandet\b"
    r"|\bdet atagandet\b|\bdet dar atagandet\b|\b(?:ett )?eget atagande\b|\bsjalva atagandet\b"
)
LEADING = re.compile(r"^(?:och|samma|nej|men|sa|ja|ok|okej|da|sen|and|then|what about|how about)\b")
CONTINUING_WITH = re.compile(
    r"^(?:och|men|nej|ok|okej|da|and|what about|how about|samma(?: sak| fraga)?)[ ,]+(?:da |sen |fast )?"
    r"(?:for|i|om|inom|pa|nar det galler|vad galler|for the|in|on|the)?\b"
)
POINTING = re.compile(
    r"\b(?:det|den|de|dem|dar|darifran|detta|denna|dessa|dess|samma|it|that|those|this|sadan\w*|dit)\b"
)
GENERIC = frozenset(
    """
    atagande atagandet ataganden atagandena atagandets ataganderna punkt punkten punkter punkterna steg
    steget stegen fas fasen formulering formuleringen formulera formulerar formulerat formuleras lyder
    lydelse officiell officiella exakt exakta ordagrant text texten innebar betyder menas galler handlar
    sager star skriva skriver skrivs beskriv beskriver beratta visa forklara exempel konkreta konkret
    insats insatser ingar innehaller kommun kommunen kommuner vagledningen klimatkontraktet
    klimatkontrakt kontraktet kontrakt nummer nr avsnitt avsnittet samma fraga svar nasta forra gora
    finns lista rakna lyda ordalydelse ger ge kan du fa far mer alla samtliga manga vill veta
    innan fore efter darefter sedan sist varje uppdelat uppdelad uppdelade indelat indelade mittersta mitten
    goras gjort gors borde val konkreta konkret mata
    say says said come comes number go goes going ut jobba jobbar arbeta arbetar borja borjar borjat forst
    sista allra steg kan gora tas upp behover vore mena menar ok okej egentligen delar nan annan annat
    funderar formell formella skrivning skrivningen exemplet exemplen citera mellansteget mellanfasen foregaende fast upprepa
    lovar lovat gar gick hor hora namns namner namnda foreslas foreslar fler flera rubrik rubriken stage stages
    eget sen ta tar menade menar syftade hoppa hoppas borjan starta starta-fasen startafasen precis garna
    skriv las upp nej forlat oj vanta tillbaka igen gang listan under ligger pls snalla bara sjalva alltsa
    atagandetexten startfasen startsteget slutfasen slutsteget visst hoppade spar byt
    sammanfattning sammanfatta sammanfattningen kort kortfattat
    commitment commitments point points step steps phase wording phrase phrased example examples
    which tell show about list och vilka var det den de dar atar
    """.split()  # noqa: SIM905  a list of words reads better as text
)
