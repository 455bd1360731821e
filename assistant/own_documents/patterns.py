"""How roadmaps, budgets and contracts write: the words that the rules for facts look for."""

import re

YEAR = re.compile(r"(?<![\d.,:/§-])(20\d\d)(?![\d:])(?!\s*(?:kronor|kr|ton|kWh|MWh|kg|st)\b)")
NAMED_BY_YEAR = re.compile(
    r"(?:\b(?:agenda|vision|klimatkontrakt\w*|färdplan\w*|handlingsplan|strategi|projektet|smart \w+"
    r"|modell|sida|sidan|s\.|rapport|kapitel|avsnitt|tabell|figur|nr|dnr|sfs|lag|lagen)|[(/§])\s*$",
    re.IGNORECASE,
)
"""What stands before a number that is part of a name, and no point in time."""
COMPARED_WITH = re.compile(
    r"(?:(?:jämfört med|räknat från|i förhållande till|än|sedan|basåret?|med bas(?:året|år)?(?: i)?)"
    r"(?: \d{4} års nivå)?(?: år| nivån| nivåerna)?|\bfrån (?:\d{4} års nivå|nivå(?:n|erna)(?: år)?)"
    r"|(?:minsk|sänk|öka|halver|procent|%|lägre|högre)[^.;]*\bfrån(?: år)?)\s*$",
    re.IGNORECASE,
)
SHARE = re.compile(
    r"\d+(?:,\d+)?\s?(?:procent|%)|\b(?:halvera\w*|hälften|fördubbla\w*|en tredjedel|två tredjedelar"
    r"|varannan|var tredje)\b",
    re.IGNORECASE,
)
AMOUNT = re.compile(
    r"(?<![\w,.])(\d[\d \u00a0]*(?:,\d+)?)\s*"
    r"((?:miljon(?:er)?|miljard(?:er)?|tusen)\s+kronor|kronor|kr|mnkr|mkr|tkr|msek|mdkr)\b",
    re.IGNORECASE,
)
POSTS = re.compile(
    r"\b(?:heltids|deltids|projekt)?tjänster?\b|\bårsarbetskrafter\b|\b(?:hel|halv|del)tid(?:stjänst)?\b",
    re.IGNORECASE,
)

ACTOR = re.compile(
    r"\b[\w-]*(?:nämnden|nämnderna|styrelsen|fullmäktige|förvaltningen|förvaltningarna|avdelningen|enheten"
    r"|enheterna|kontoret|kansliet|utskottet|rådet|gruppen|kommittén|beredningen|bolaget|bolagen|chefen"
    r"|cheferna|direktören|strategen|strategerna|ekologen|ingenjören|arkitekten|utvecklaren|planeraren"
    r"|controllern|samordnaren|koordinatorn|sekreteraren|handläggaren|ledaren|ansvariga|tjänsten|staben"
    r"|sektorn|sektionen|centralen|biblioteken|skolan|rektorerna|rektorn|förbundet|stiftelsen|förvaltaren"
    r"|rådgivaren|inköparen|kommunikatören|pedagogen|presidiet|ordföranden|ledningen|museet|teknikern)\b"
    r"|\b(?:varje|respektive|berörd) (?:nämnd|förvaltning|bolag|enhet|chef|verksamhet)\b"
    r"|\b[A-ZÅÄÖ]\w+ (?:Energi|Bostäder|Fastigheter|Vatten|Miljö|AB)\b|\bnämnden för [\w -]+",
)
RESPONSIBLE = re.compile(
    r"\b(?:ansvara[rs]?|svara[rs]? för|\w*ansvarig\w*|(?:har|får|fått|bär|ha|tar|delar)"
    r" (?:det |ett |på )?(?:\w+ ){0,2}\w*ansvar(?:et)?|leds av|leda|leder(?! till)|driver"
    r"|är (?:\w*ägare|\w*ledare|sammankallande)"
    r"|(?:\w*ansvaret|uppdraget|uppgiften|samordningen|ledningen) (?:\w+ ){0,4}(?:ligger|vilar|faller)"
    r" (?:hos|på)|under ledning av)\b",
    re.IGNORECASE,
)
ENTRUSTED = re.compile(
    r"\b(?:håll(?:a|er|s) (?:ihop|samman|i)|samordna[rs]?|(?:får|fått|ges|har|få) (?:i )?uppdrag(?:et)?"
    r"|har (?:till|som) uppgift|åligger|ankommer på|se[rs]? till att|ägs av|äger"
    r"|(?:sammanställs|tas fram|utförs|genomförs|sköts|hanteras|förvaltas|handläggs|bemannas|bereds|drivs"
    r"|samordnas|hålls ihop) av|står för|tar fram|bereder|sköter|handlägger|förvaltar|ligger hos)\b",
    re.IGNORECASE,
)
"""Somebody has something to do: who, unless the sentence says when it shall be done."""
RESPONSIBLE_LABEL = re.compile(r"^\w*ansvarig\w*(?: \w+)?:\s+\w", re.IGNORECASE)
RESOURCES = re.compile(
    r"\b(?:avsätt\w*|avsatt\w*|avdel\w*|satsa\w*|finansier\w*|\w*budget\w*|anslå\w*|tilldela\w*|fördela\w*"
    r"|dela[rs]? ut|(?:delas|betalas) [\w ]*ut|förs|tillförs|bidrar|beräknas|kostnad\w*|kostar|investera[rs]?"
    r"|ryms|skjuter till|medel|anslag\w*|stöd\w*|ram|får|finns|uppgår|öronmärk\w*|reservera\w*|inplanera\w*"
    r"|till förfogande|disponera\w*|bekosta\w*|\w*pott(?:en)?|\w*fond(?:en)?)\b",
    re.IGNORECASE,
)
WITHIN_MEANS = re.compile(
    r"\bfinansiera[sr]\b.*\b(?:inom|genom|med|via|av)\b"
    r"|\b(?:söks|söker|söka|sökas) (?:\w+ ){0,3}(?:medel|stöd|bidrag|finansiering)\b"
    r"|\b(?:bekostas|betalas) (?:av|med|genom|ur)\b|\b(?:inom|ryms i) (?:[\w-]+s |den |de )?"
    r"(?:(?:befintlig|beslutad|tilldelad)\w* |ordinarie )"
    r"(?:\w*budget\w*|\w*ram(?:en|ar|arna)?|anslag|medel|resurser)\b|\b(?:inom|ryms i) (?:budget\w*|ram)\b",
    re.IGNORECASE,
)
FOLLOWED_UP = re.compile(
    r"\b(?:följs|följas|följer|följa) (?:\w+ ){0,3}?upp|\b\w*(?:uppföljning|utvärdering|avstämning)\w*"
    r"|\b(?:utvärdera|granska|kontrollera|mäta|inventera|uppdatera|revidera|återkoppla|(?:åter)?rapportera"
    r"|redovisa)[rs]?\b|\bmäts\b|\bmäter\b|\bvisas\b|\bstäm(?:s|mer|mas|ma) av\b|\baktualitetsprövas\b"
    r"|\böversyn\w*|\b\w*(?:nyckeltal|indikator)\w* (?:\w+ ){0,3}följs\b"
    r"|(?:redovisning|rapport|bokslut|sammanställning)\w*\b.{0,40}\b(?:lämna[rs]?|tas fram|presentera[rs]?"
    r"|publicera[rs]?|överlämnas|läggs fram|görs|skrivs|sammanställs|ges|skickas)\b"
    r"|\b(?:får|lämnar|lämnas|presenterar|publicerar)\b.{0,30}(?:rapport|redovisning|bokslut)",
    re.IGNORECASE,
)
OF_FIGURES = re.compile(
    r"^(?:\w*statistik\w*|uppgifterna|siffrorna|data\w*|tabell\w*|diagram\w*|\w*databas\w*|bilag\w*|kart\w*"
    r"|webb\w*)\b",
    re.IGNORECASE,
)
"""Subjects that are kept up to date without being followed up."""
EVALUATED = re.compile(
    r"\b(?:följas (?:\w+ ){0,3}?upp|utvärderas|granskas|aktualitetsprövas)\b", re.IGNORECASE
)
"""What is followed up however seldom, when it is said that it shall be."""
RECURRING = re.compile(
    r"\b(?:årlig\w*|varje (?:år|kvartal|månad|tertial|halvår|mandatperiod|höst|vår|sommar|termin|januari"
    r"|februari|mars|april|maj|juni|augusti|september|oktober|november|december)|efter varje|årsvis"
    r"|(?:en|två|tre|fyra|\d+) gång(?:er)? (?:per|om|i|varje) (?:år|året|månaden|kvartalet|\w*period\w*)"
    r"|per (?:år|tertial|kvartal)|månadsvis|kvartalsvis|tertialvis|halvårsvis|löpande|vartannat"
    r"|vart (?:tredje|fjärde|femte) år|i samband med|i (?:\w*)redovisningen|i (?:\w+)bokslutet"
    r"|i delårsrapport\w*|vid varje)\b",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(?:klar|klart|klara|färdig\w*|beslutad\w*|beslutat|beslutas|antagen|antaget|antas|på plats"
    r"|inrätta\w*|påbörja\w*|inled\w+|starta[rs]?|med start|tas (?:i drift|fram|i bruk)|ta fram|i drift"
    r"|inför[dst]?|införa[st]?|redovisas|lämnas|byggs|får|genomför(?:[dst]|da|as)?|upprätta[st]|öppna[rs]?"
    r"|invigs|lanseras|utreds|presenteras|publiceras|revideras|prövas|testas|kunna användas|avslutas)\b"
    r"|\bvara (?:\w+ )?\w*(?:ad|at|byggd|byggt|dragen|draget|lagd|lagt|gjord|gjort|bytta?|tagen|taget)\b",
    re.IGNORECASE,
)
AIMS = re.compile(
    r"\b(?:ska|skall|bör|mål|målet|målsättning\w*|ambition\w*|senast|minst|högst|är|har|gäller|når|minskar|ökar"
    r"|halveras|blir|kommer att)\b",
    re.IGNORECASE,
)
SHALL = re.compile(r"\bska(?:ll)?\b", re.IGNORECASE)
MEASURED = re.compile(
    r"\b(?:minska|öka|halvera|sänka|höja|fördubbla|nå|klimatneutral\w*|fossilfri\w*|klimatpositiv\w*"
    r"|nettonoll|noll)\b",
    re.IGNORECASE,
)
GOAL_SAID = re.compile(
    r"\b(?:målet|målsättningen|ambitionen|avsikten|vårt mål|kommunens mål)\b[^.]{0,60}\b(?:är|ska)\b"
    r"|\bär (?:målet|målsättningen|ambitionen|avsikten)\b",
    re.IGNORECASE,
)
OF_THE_TEXT = re.compile(
    r"^(?:dokumentet|\w*planen|kapitlet|avsnittet|texten|rapporten|läsaren|det|detta|den som|man)\b",
    re.IGNORECASE,
)
"""Subjects of what is no rule for the municipality's work."""
EXPECTED = re.compile(
    r"\b(?:väntas|förväntas|beräknas|bedöms|uppskattas|prognos\w*|spås|tros|räknar med)\b",
    re.IGNORECASE,
)
AT_LEAST = re.compile(r"\b(?:minst|högst|maximalt)\b", re.IGNORECASE)
SHALL_HAVE = re.compile(
    r"\b(?:kommun\w*|koncernen|vi|bolagen|nämnder(?:na)?) ska(?:ll)? (?:ha (?:en|ett|egna?)|vara|klara)\b",
    re.IGNORECASE,
)
RULE = re.compile(
    r"^(?:kommunen|kommunens|kommunkoncernen|vi|alla|samtliga|i (?:alla|nya|samtliga|all))\b"
    r"|\b(?:alltid|alla|samtliga|minst|högst|inga|inget|ingen|före varje|vid varje|endast|i första hand"
    r"|noll)\b|\d (?:procent|%|MWh?|GWh|kW|ton|hektar)(?!\w)",
    re.IGNORECASE,
)
"""What makes a sentence with "ska" a rule that holds at any time."""
TOGETHER = re.compile(
    r"(?<!läsas )(?<!läses )\btillsammans med"
    r"|\b(?:(?:arbetar|gör|görs|byggs|bygger|driver|drivs|planerar|genomförs) ihop med"
    r"|samarbeta[rs]?|samverka[rs]?|medverka[rs]?"
    r"|\w*(?:samverkan|samarbete\w*|partnerskap\w*) (?:\w+ )?(?:med|mellan)|\w*(?:dialog|samråd|avtal|utbyte"
    r"|överenskommelse|avsiktsförklaring|nätverk\w*|råd|forum) (?:\w+ )?med|delta[rs]? (?:i|från|även|också)"
    r"|(?:i|på) (?:\w+ ){1,4}(?:deltar|ingår)|dela[rs]? (?:[\w-]+ ){0,4}med|bjud(?:er|s|a) (?:\w+ )?in"
    r"|ansluter (?:\w+ ){0,2}till|går med i|(?:är|blir|bli) medlem\w* i|gemensam\w* [\w-]+ med"
    r"|gemensamt (?:för|om|kring|på|av)|utbyt(?:er|a) (?:\w+ )?erfarenheter|teckna[rs]? (?:\w+ ){1,4}med"
    r"|ingår i (?:nätverket|ett nätverk|projektet)|arbetar tillsammans|\w*(?:råd|forum|nätverk)\w* där)\b"
    r"|^kommunen och (?!(?:de |dess )?(?:\w+ )?\w*bolag)",
    re.IGNORECASE,
)
TOGETHER_FIRST = re.compile(
    r"^(?:tillsammans|i (?:nära )?(?:samverkan|samarbete|partnerskap|dialog) med|(?:[\w-]+ ){1,4}"
    r"(?:samarbetar|samverkar|deltar|medverkar|ansluter|går med|bjuds in|bjuder in))\b",
    re.IGNORECASE,
)
"""A sentence about those it is done with, whatever else it says."""
