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
    r"(?:^|.*\b)(?:vad (?:betyder|innebar|menas med|menar (?:ni|man|de|vagledningen) med|ar|star(?= .*\bfor\b))"
    r"|forklara|definiera|hur definieras|definition(?:en)? (?:av|pa)|betydelsen av"
    r"|what (?:is|are|does)|explain|define|meaning of)"
    r"\s+(?:begreppet |ordet |termen |egentligen |en |ett |det dar |detta |den |det |de |a |an |the |med |for )*"
    r"(?P<what>.+?)(?:\s+(?:for nagot|egentligen|da|mean|stand for|for))?"
    r"(?:\s+at (?:mig|oss))?[\s?.!]*$"
)
DEFINED_AFTER = re.compile(
    r"^(?P<what>[^.?!]+?)"
    r"(?:[,:]? (?:definition|innebord|betydelse|forklaring)(?: \w+)?"
    r"|[,:] va(?:d)? (?:ar|e|betyder|innebar|gar|menas med) (?:det|de)\b(?: (?:dar|ens|nu|egentligen))*"
    r"(?: (?:ut pa|for (?:nat|nagot|nan)))?(?:[ ,]+(?:eller|och|ens|da)\b.*)?"
    r"|[,:] what (?:is|does) (?:it|that)(?: mean)?| ?=)[ ?.!]*$"
)
"""What asks for the meaning of the words before it: "spendanalys definition", "citylab, vad är det?"."""
MEANING = re.compile(
    r"\b(?:betyder|innebar|menas|syftar|definition|innebord|betydelse|forklar\w*|ut pa|va(?:d)? (?:ar|e)|grejen med"
    r"|handlar det om|mean(?:s|ing)?|what (?:is|are))\b"
)
"""What asks for the meaning of something, wherever in the question that stands."""
FORMULATION = re.compile(
    r"\b(?:den|det) (?:frivilliga|obligatoriska|gemensamma)(?: atagandet)? (?:om|kring|for)\b|formuler|ordalydelse|\blyder\b|\bofficiell|\bordagran|\batar (?:vi )?oss\b|\bwording\b|\bphras"
    r"|exakt(?:a)? text|kontraktstext|\batagandetext|\bhuvud(?:text|mening)|formell\w* (?:text|skrivning|lydelse)\w*|\bskrivningen\b"
)
ASKED_OUTRIGHT = re.compile(
    r"\b(?:hur lyder|vad sager|vad star (?:det )?i|what does) (?:atagande|punkt|commitment|point) (?:nr |nummer )?"
    r"[\w.]+(?: say)?[ ?.!]*$|\bhur ar atagande \w+ formulerat[ ?.!]*$"
)
"""A question that ends by asking for the words of a commitment or point, whatever stands before it."""
REWORDING = re.compile(
    r"\b(?:skriv(?:a)? om|omformuler\w*|formulera om|andra (?:pa )?(?:formulering|ordalydelse|text|orden)"
    r"|byta ut|stryka|rephrase|reword|change the wording|annan formulering|egen formulering"
    r"|anpassa (?:formulering|texten|ordalydelse))"
)
ASKS_FOR_COMMITMENT = re.compile(
    r"\b(?:vad (?:ar|innebar|sager|betyder|lovar)|hur lyder|beratta om|visa|what (?:is|does)|tell me about|show)"
    r"\s+(?:vi i |oss )?(?:det )?(?:atagande|commitment)\b"
    r"|\bvad (?:(?:nu|egentligen|det) )*(?:(?:det )?(?:atagande(?:t)?(?: \d+)?)|\w{2,5}an) (?:egentligen )?"
    r"(?:gar ut pa|handlar om|innebar|betyder|sager|ar)\b"
)
PROMISED = re.compile(
    r"\b(?:vad (?:det |egentligen |ar )*(?:lovar (?:vi|man|kommunen|ni)|(?:vi|man|kommunen|ni) lovar|binder (?:vi|man|kommunen) (?:oss|sig) till)"
    r"|vad (?:ar|har) (?:det overgripande )?(?:malet|syftet|mal|syfte)(?: har)? (?:med|for|i|har)(?: (?:hela|sjalva|det))*"
    r" (?:\w*atagandet|\w{3,4}an\b)"
    r"|what (?:do we|does the municipality) promise|(?:goal|aim|purpose) of (?:the |that )?(?:whole |entire )?commitment)"
    r"(?= i (?:det|\w+)\b| da\b| dar\b|[ ?.!]*$| med| enligt)"
)
"""What asks for the promise of a commitment, which is its wording: "vad lovar man då?"."""
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
    r"\b(?:vilka|alla|lista|hur manga|antal(?:et)?|rakna upp|samtliga|which|all|list|how many|number of)\b.*"
    r"\b(?:ataganden(?:a)?|commitments|pledges)\b"
)
HOW_MANY = re.compile(r"\b(?:hur manga|antal(?:et)?|how many|number of)\b")
BELIEVED = re.compile(
    r"\b(?:stammer|visst|val|(?:ar|var|fanns) det inte|allt som allt|totalt|sammanlagt|for mig|trodde|minns|right|correct)\b"
)
"""What says that a number is believed and not known: "det var väl tolv åtaganden?"."""
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
IN_ENGLISH = re.compile(
    r"^(?:och |and )?(?:the same |same |samma )?(?:pa engelska|in english)\b(?: please)?[\s?.!]*$"
)
NEXT_POINT = re.compile(
    r"\b(?:nasta|foljande|efterfoljande|nastkommande|harnast|darpa|efter|next|after)\b"
)
PREVIOUS_POINT = re.compile(
    r"\b(?:fore|innan|forra|foregaende|ovanfor|dessforinnan|previous|before)\b"
)
MOVING_ON = re.compile(
    r"(?:(?:ok|okej|ja|och|men|and|sa|vad|what|kommer|hander|hande|star|pagar|comes|is|det|direkt|strax"
    r"|precis|punkten|the|point|dagen|veckan) )*"
    r"(?:(?P<next>nasta|foljande|efter|efterat|sen|sedan|darefter|darpa|next|after)"
    r"|(?P<previous>forra|foregaende|fore|innan|dessforinnan|previous|before))"
    r"(?: (?:det|den|dem|da|kommer|punkten|punkt|datum|datumet|dag|halltid|point|date|one|that|it))*[ ?.!]*"
)
"""What only goes on from what was shown: "och nästa?", "vad kommer direkt efter?", "och vad händer sen?"."""
BETWEEN = re.compile(r"\b(?:dar ?emellan|mellan (?:dem|dom|de)|in ?between)\b")
LAST_SHOWN = re.compile(r"\b(?:den|det) (?:sista|senaste)\b|\bthe last\b")
NEXT_STEP = re.compile(
    r"\bdarefter\b|\b(?:nasta|efterfoljande|nastkommande|foljande) (?:steg|fas|trappsteg)|\bsteg(?:et)? (?:efter|darpa)"
    r"|next (?:step|stage)|(?:step|stage) after"
)
PREVIOUS_STEP = re.compile(
    r"\b(?:forra|foregaende|tidigare) (?:steg|fas|trappsteg)\w*|\b(?:ett )?steg (?:bakat|tillbaka)\b|\bsteg(?:et)? (?:innan|fore)"
    r"|previous (?:step|stage)|(?:step|stage) before"
)
DIFFERENCE = re.compile(r"\bskilj\w*|\bskillnad\w*|\bdifference\b|\bdiffer\b")
SIGNING = re.compile(
    r"\b(?:skriv(?:a|er|s|as)?|skrevs?|skrivits?)(?: (?:vi|man|ni|de|den|det|kontraktet|kommunen|dar))? (?:pa|under)\b"
)
DOING_NOW = re.compile(
    r"\b(?:kan|ska|bor|borde|behover|maste|should|can) (?:vi|man|jag|kommunen|en kommun|kommuner(?:na)?|we|i)"
    r" (?:gora|borja med|ta tag i|do|start with)(?: just| redan| direkt| already)? (?:nu|now)(?: da)?(?=[ ]?[,.?!]|$)"
)
SAID_IN_STOP_WORDS = ((SIGNING, "undertecknande"), (DOING_NOW, "startpunkt göra-lista"))
"""Words that are stop words each, and a matter together ("när skrivs det på?", "vad gör vi nu?"), and a
word for it that is none."""
MIDDLE = re.compile(r"\bm(?:itt|ell)ersta\b|\bi mitten\b|\bmiddle\b")
MIDDLE_STEP = re.compile(
    r"\b(?<!den )m(?:itt|ell)ersta\b|\bmiddle\b|\b(?:det|steget) i mitten\b|\bmittensteget\b|\bmellan(?:steget|fasen)\b"
    r"|\b(?:steget|fasen) (?:dar ?emellan|mellan (?:dem|dom|de))\b|\bstep (?:in )?between\b"
)
SHOW_AGAIN = re.compile(
    r"\bcitera\b|\b(?:vilket|which) (?:steg|step|stage)\b|\b(?:ar|var) (?:det|den)\b.*\bfor steg\b"
    r"|\bvar (?:var vi|i (?:texten|vagledningen)|star det|nanstans)\b|\bi vilket atagande (?:star|finns)\b"
    r"|\bkorta (?:ner|ned|av)\b|\b(?:kort|korta) version\b|\bword for word\b|^hela(?: den| det)?[ ,]*(?:ordagrant)?[ ?.!]*$"
    r"|^(?:ok |okej )?(?:pa svenska|in swedish|swedish|svenska)\b(?:,? (?:please|tack|igen))*[ ?.!]*$"
    r"|\b(?:vilken|which) (?:punkt|point|rad)(?: (?:ar|hor|star|stod|is))?(?: (?:det|den|that|it))?(?: (?:i|in|till|to))?[ ?.!]*$"
    r"|\b(?:kortare|kortform|kortversion|enklare|upprepa)\b|\ben gang till\b|^ordagrant[ ?.!]*$"
    r"|^(?:skriv ut|las upp|visa|show)(?: den| det| it)?(?: igen| again)?[ ?.!]*$"
    r"|^(?:och )?(?:ar|var|is) (?:det|that|it) (?:allt|alltihop|alla|all)[ ?.!]*$"
    r"|^(?:kort|sammanfatt\w*)(?: sagt| det| den)?[ ?.!]*$|\b(?:shorter|simpler|repeat|quote|verbatim|in short)\b"
)
"""What asks to see the words or the place of what was just shown."""
WHERE_SHOWN = re.compile(
    r"(?:och |and )?(?:(?:i |in |pa )?(?:vilket|vilken|which) (?:kapitel|avsnitt|del|sida|chapter|section|part)"
    r"(?: (?:ar|star|stod|finns|ligger|is) (?:det|den|that|it)(?: i| in)?)?|(?:har du (?:en )?)?(?:lank(?:en)?|kallan?))"
    r"(?: da)?[ ?.!]*"
)
IS_IT_IN = re.compile(
    r"(?:och |and )?(?:ar|var|ligger|star|stod|hor|is|was) (?:det|den|punkten|that|it)(?: har| dar)?"
    r" (?:i|in|under|inom|till) "
)
"""What asks where that which was just shown stands."""
SAME_STEP = re.compile(
    r"\bsamma (?:steg|fas)|\bsame (?:step|phase)"
    r"|\bdet (?:har |dar )?steget\b(?! (?:innan|fore|efter|darpa|dar ?emellan))|\bthat step\b(?! (?:before|after))"
)
FIRST_STEP = re.compile(
    r"\b(?:forst|borja(?:r)?|till att borja med|first)\b|\bforsta (?:steg|fas)"
    r"|\bi (?:starten|borjan|inledningen)\b"
    r"|\b(?:start|starta|uppstarts?|inlednings|inledande)[- ]?(?:steg|fas|sked)\w*"
)
EDGE = re.compile(
    r"\b(?:forsta|sista|first|last) (?:steg|fas|step|phase|stage)"
    r"|\b(?:start|uppstarts?|inlednings|mitten|mellan|slut)(?:steg|fas|sked)\w*|\bkommit langst\b"
)
LAST_STEP = re.compile(
    r"\b(?:sist|sista(?! atagande)|slutet|till slut|avslutande|last|final|slut(?:fas|steg|sked)\w*|kommit langst)\b"
)
WHICH_COMMITMENT = re.compile(
    r"\bvilket atagande\b|\bwhich commitment\b|\bvad (?:ar|gar|sager|innebar|lovar) (?:det |sjalva )?atagandet\b"
    r"|\bdet atagandet\b|\bdet dar atagandet\b|\b(?:ett )?eget atagande\b|\bsjalva atagandet\b"
)
BACK_TO_FIRST = re.compile(
    r"\b(?:tillbaka till|back to) (?:det|den|the) (?:allra )?(?:forsta|first)(?: (?:fragan|svaret|one|question))?\b"
    r"(?! (?:steg|fas|punkt|step|point))"
    r"|\b(?:tillbaka till )?det (?:jag|vi|du) (?:fragade|sa)(?: om)? (?:allra )?forst\b"
    r"|\b(?:det|den) (?:allra )?forsta igen\b"
)
"""What goes back to what the dialogue began with."""
GUESS = re.compile(
    r"[,.?!] (?:visst |nog |kanske )?(?:ar|var|star|stod|fanns|is|was) (?:det|den|it) (?:inte |val |visst |i |in )*"
    r"(?:atagande|commitment) \d+(?: da| eller)?[ ?.!]*$"
)
"""A number that is guessed at for a matter just told: "… om X, var det åtagande 3?"."""
CHECK = re.compile(
    r"^(?!.*\b(?:vad|vilk\w+|hur|nar|var|vem|finns|what|which|how|where|who)\b)"
    r".*\b(?:atagande \d+|\w+an) (?:handlar|ar|is) (?:val |ju |visst |alltsa )?(?:om|about)\b"
)
"""What one of them is believed to be about: "åtagande 5 handlar väl om medborgare?"."""
TITLE_ASKED = re.compile(
    r"\b(?:vilket|which)(?: (?:ar|is))? (?:eget )?(?:atagande|commitment|det|den|one)\b|\beget atagande\b|\brubrik"
    r"|\b(?:vad|what) (?:ar|is|handlar) .*\b(?:om|about)\b|\bhandlar\b|\bheter\b"
)
"""What asks which commitment it is, or what one is about: its title tells."""
LEADING = re.compile(
    r"^(?:och|bara|samma|nej|men|sa|ja|ok|okej|da|sen|and|then|what about|how about)\b"
)
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
    daremellan emellan mellersta direkt strax kortare kortform kortversion enklare ordagrant annanstans
    shorter simpler repeat verbatim before after sak jaha igen sager tror letar nyss
    lovar lovat gar gick hor hora namns namner namnda foreslas foreslar fler flera rubrik rubriken stage stages
    eget sen ta tar menade menar syftade hoppa hoppas borjan starta starta-fasen startafasen precis garna
    skriv las upp nej forlat oj vanta tillbaka igen gang listan under ligger pls snalla bara sjalva alltsa
    atagandetexten startfasen startsteget slutfasen slutsteget visst hoppade spar byt
    quote citat citerade visade annu hela back last full motsvarande liknande likadant bland assa ens starten helt rent allmant generellt
    sammanfattning sammanfatta sammanfattningen kort kortfattat
    commitment commitments point points step steps phase wording phrase phrased example examples
    aha hm hmm dom stycke stycket raden meningen mening huvudmeningen huvudtexten atagandemeningen lydelsen ovanfor narmast
    harnast darpa efterfoljande nastkommande foregar fortsattningen fortsatter vidare backa bakat bladdra sag sida
    sidnummer snall please sorry toppen fint korta tldr repetera klistra aterge inleder slutar slutade trappsteg trappsteget
    alltihop allihop all everything right next previous again same paragraph done started hittar nagonstans nanstans
    missade hann tappade hoppsan skrev skrivet lasa ser dessforinnan upprakningen oversta uppifran ordningen
    tillhor heter forbinder konkretisera praktiken verkligheten underpunkt underpunkten underpunkter underpunkterna va o e
    which tell show about list och vilka var det den de dar atar
    give exact exactly official sentence promise please us dra beskriva huvudtext huvudtexten svenska swedish
    strecket delpunkten raden uppe langst nast korta behova mean means stand mayor wants sentence
    antal antalet kapitel kapitlet kap chapter korthet version word kolumn kolumnen
    """.split()  # noqa: SIM905  a list of words reads better as text
)
