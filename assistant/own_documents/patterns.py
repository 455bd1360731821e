"""How roadmaps, budgets and contracts write: the words that the rules for facts look for."""

import re

from assistant.domain.drafts import FactKind

YEAR = re.compile(r"(?<![\d.,:/§-])(20\d\d)(?![\d:])(?!\s*(?:kronor|kr|ton|kWh|MWh|kg|st)\b)")
NAMED_BY_YEAR = re.compile(
    r"(?:\b(?:agenda|vision|klimatkontrakt\w*|färdplan\w*|handlingsplan|strategi|projektet|smart \w+"
    r"|modell|sida|sidan|s\.|rapport|kapitel|avsnitt|tabell|figur|nr|dnr|sfs|lag|lagen)|[(/§])\s*$",
    re.IGNORECASE,
)
"""What stands before a number that is part of a name, and no point in time."""
COMPARED_WITH = re.compile(
    r"(?:jämfört med|räknat från|i förhållande till|än|sedan|basåret?|från|med bas(?:året|år)?(?: i)?)"
    r"(?: \d{4} års nivå)?(?: år| nivån| nivåerna)?\s*$",
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
POSTS = re.compile(r"\b(?:heltids|deltids|projekt)?tjänster?\b|\bårsarbetskrafter\b", re.IGNORECASE)

PAST = frozenset(
    """
    var hade blev fick gav gick kom tog stod låg sågs valde ville skulle kunde borde beslutade antog
    uppgick kostade visade minskade ökade hölls deltog nåddes avslutades orsakade invigdes avsattes
    """.split()  # noqa: SIM905  a list of words reads better as text
)
PAST_FORM = re.compile(r"\w{2,}(?:ade|ades|tes)$")
PRESENT = frozenset(
    """
    ska skall kommer är har får blir kan måste bör vill ansvarar svarar leder leds driver drivs samordnar
    avsätter avsätts satsar satsas finansieras finansierar fördelas förs delas bidrar beräknas kostar ryms
    följs följer redovisas rapporterar rapporteras återrapporteras utvärderas mäts granskas uppdateras
    sker genomförs införs inrättas tas tar byggs samarbetar samverkar deltar ligger vilar håller ser finns
    gäller når minskar ökar halveras utgör omfattar startar påbörjas inleds upprättas utgår ges budgeteras
    arbetar handlägger bygger går ställer ställs köper planeras
    """.split()  # noqa: SIM905
)
OTHERS = re.compile(
    r"^(?:(?:enligt|i) )?(?:sverige|sveriges?|eu|eu:s|europeiska unionen|riksdagen|regeringen|staten"
    r"|fn|fn:s|ipcc|smhi|naturvårdsverket|energimyndigheten|boverket|trafikverket|länsstyrelsen|region \w+"
    r"|regionen|parisavtalet|parisavtalets|länet|länets|agenda 2030|världen|näringslivet|de flesta kommuner"
    r"|andra kommuner|många kommuner|det nationella|nationella|riksdagens|regeringens|statens)\b",
    re.IGNORECASE,
)
GENERAL = re.compile(
    r"^(?:en (?:genomsnittlig|vanlig|normal)|ett (?:genomsnittligt|vanligt)|till exempel|exempelvis"
    r"|det finns forskning|forskning)\b",
    re.IGNORECASE,
)

ACTOR = re.compile(
    r"\b[\w-]*(?:nämnden|styrelsen|fullmäktige|förvaltningen|avdelningen|enheten|kontoret|utskottet|rådet"
    r"|gruppen|kommittén|beredningen|bolaget|bolagen|chefen|cheferna|direktören|strategen|controllern"
    r"|samordnaren|ledaren|ansvariga|tjänsten|staben|centralen|biblioteken|skolan|rektorerna|rektorn"
    r"|förbundet|stiftelsen)\b|\b[A-ZÅÄÖ]\w+ (?:Energi|Bostäder|Fastigheter|Vatten|Miljö|AB)\b"
    r"|\bnämnden för [\w -]+",
)
RESPONSIBLE = re.compile(
    r"\b(?:ansvarar för|svarar för|ansvarar|ansvarig\w*|huvudansvar\w*|(?:har|får|fått|bär) (?:det |ett )?"
    r"(?:\w+ ){0,2}ansvar(?:et)?|ansvaret (?:\w+ ){0,4}(?:ligger|vilar) (?:hos|på)|leds av|leder|driver"
    r"|håller (?:ihop|samman)|samordnar|samordnas av|(?:får|fått|ges|har) (?:i )?uppdrag(?:et)?"
    r"|ser till att|under ledning av|ägs av|är ägare)\b",
    re.IGNORECASE,
)
RESPONSIBLE_LABEL = re.compile(r"^(?:huvud)?ansvarig\w*(?: \w+)?:\s+\w", re.IGNORECASE)
RESOURCES = re.compile(
    r"\b(?:avsätt\w*|satsa\w*|finansier\w*|budgeter\w*|anslå\w*|tilldela\w*|fördela\w*|dela[rs]? ut"
    r"|(?:delas|betalas) [\w ]*ut|förs|bidrar|beräknas|kostnad\w*|kostar|investera[rs]?|ryms|skjuter till"
    r"|budget\w*|medel|anslag\w*|stöd\w*|ram|får)\b",
    re.IGNORECASE,
)
WITHIN_MEANS = re.compile(
    r"\bfinansiera[sr]\b.*\b(?:inom|genom|med|via|av)\b"
    r"|\b(?:inom|ryms i) (?:befintlig |ordinarie )?(?:budget\w*|ram)\b",
    re.IGNORECASE,
)
FOLLOWED_UP = re.compile(
    r"\b(?:följs|följas|följer) (?:\w+ ){0,3}?upp|\bfölja upp|\buppföljning\w*|\butvärdera[sr]?"
    r"|\b(?:åter)?rapportera[sr]?\b"
    r"|\b(?:redo)visas\b|\bmäts\b|\bgranskas\b|\buppdateras\b|\bstäms av\b|\brevideras\b",
    re.IGNORECASE,
)
RECURRING = re.compile(
    r"\b(?:årlig\w*|varje (?:år|kvartal|månad|tertial|halvår|mandatperiod|höst|vår|sommar|termin)|efter varje"
    r"|(?:en|två|tre|fyra|\d+) gång(?:er)? (?:per|om) (?:år|året)|per år|månadsvis|kvartalsvis|tertialvis"
    r"|halvårsvis|löpande|vartannat|i samband med|i (?:års|delårs|hållbarhets)?redovisningen"
    r"|i delårsrapport\w*|vid varje)\b",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(?:klar|klart|klara|färdig\w*|beslutad\w*|beslutat|antagen|antaget|antas|på plats|inrätta\w*"
    r"|påbörja\w*|inled\w+|starta[rs]?|med start|tas (?:i drift|fram|i bruk)|ta fram|i drift|inför[st]?"
    r"|införa[st]?"
    r"|redovisas|lämnas|byggs|får|genomför[st]|upprätta[st]|öppna[rs]?|invigs|lanseras|utreds"
    r"|presenteras)\b",
    re.IGNORECASE,
)
AIMS = re.compile(
    r"\b(?:ska|skall|mål|målet|målsättning\w*|ambition\w*|senast|minst|högst|är|har|når|minskar|ökar|halveras"
    r"|blir|kommer att)\b",
    re.IGNORECASE,
)
MEASURED = re.compile(
    r"\b(?:minska|öka|halvera|sänka|höja|fördubbla|nå|klimatneutral\w*|fossilfri\w*|klimatpositiv\w*"
    r"|nettonoll|noll)\b",
    re.IGNORECASE,
)
GOAL_SAID = re.compile(
    r"\b(?:målet|målsättningen|ambitionen|vårt mål|kommunens mål)\b[^.]{0,60}\b(?:är|ska)\b",
    re.IGNORECASE,
)
TOGETHER = re.compile(
    r"\b(?:tillsammans med|i (?:nära )?(?:samverkan|samarbete|partnerskap|dialog) med|samarbetar med"
    r"|samverkar med|delta[rs]? i|dela[rs]? (?:[\w-]+ ){0,4}med"
    r"|ingår i (?:nätverket|ett nätverk|projektet))\b",
    re.IGNORECASE,
)

MEASURE_HEAD = re.compile(
    r"(?:åtgärd|insats|aktivitet|projekt|delprojekt)(?:er|en|erna|namn)?\b", re.IGNORECASE
)
HEADS = {
    FactKind.RESPONSIBLE: re.compile(
        r"(?:huvud)?ansvar\w*|åtgärdsägare|ägare\b|vem\b|utförare", re.IGNORECASE
    ),
    FactKind.TIME: re.compile(
        r"tid(?:plan|punkt|ram|period|sperspektiv)?\b|när\b|klart?\b|slutår|slutdatum|slutförs|genomförs"
        r"|genomförande(?:tid|år)|senast|start(?:år|datum)?\b|år(?:tal)?\b|period",
        re.IGNORECASE,
    ),
    FactKind.RESOURCES: re.compile(
        r"(?:beräknad |uppskattad |total )?(?:kostnad|budget|resurs|finansiering|medel\b|investering|anslag"
        r"|belopp)\w*",
        re.IGNORECASE,
    ),
    FactKind.COLLABORATION: re.compile(
        r"samverka\w*|samarbet\w*|medverkande|partner\w*", re.IGNORECASE
    ),
    FactKind.FOLLOW_UP: re.compile(r"uppföljning\w*|följs upp|utvärdering\w*", re.IGNORECASE),
}
"""How the heads of columns begin that say who, when, with what, with whom, and how it is followed up."""
STATUS_HEAD = re.compile(r"status|läge\b", re.IGNORECASE)
FINISHED = re.compile(
    r"\W*(?:klar\w*|genomför[dt]\w*|avsluta[dt]\w*|färdig\w*|utgår|utgått|struken|stryks)\b",
    re.IGNORECASE,
)
IN_MONEY = re.compile(
    r"\((?:i )?(tkr|mnkr|mkr|msek|kr|kronor|miljoner kronor|tusen kronor)\)|,? (?:i )?(tkr|mnkr|mkr|msek)$",
    re.IGNORECASE,
)
UNDECIDED = re.compile(
    r"\W*$|\W*(?:ej|inte|ännu|oklart?|okänd\w*|saknas|utreds|beslutas|tbd|n/?a|vakant|samtliga ovan|se )\b",
    re.IGNORECASE,
)
SUM = re.compile(r"\W*(?:summa|total\w*|delsumma)\b", re.IGNORECASE)
