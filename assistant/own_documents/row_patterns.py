"""How tables of measures name their columns, and what stands in cells that state nothing."""

import re

from assistant.domain.drafts import FactKind

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
