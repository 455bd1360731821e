"""The same sentence only set in other type, by kind: wraps, marks and unseen characters."""

import random
import textwrap
import unicodedata

from evals.tampering.mutations import Mutation


def _wrapped(text: str, chance: random.Random) -> str:
    lines = textwrap.wrap(
        text, chance.randrange(18, 110), break_long_words=False, break_on_hyphens=False
    )
    indent = " " * chance.choice((0, 0, 2, 4))
    return chance.choice(("\n", "\r\n", " \n", "\n\n")).join(
        (lines[0], *(indent + x for x in lines[1:]))
    )


def _spaced(text: str, chance: random.Random) -> str:
    spaces = ("  ", "\u00a0", " \u00a0", "\u2009", "\u202f", "   ", "\t", "\u3000")
    return "".join(chance.choice(spaces) if c == " " and chance.random() < 0.3 else c for c in text)


def _hyphenated(text: str, chance: random.Random) -> str:
    inside = [i for i in range(3, len(text) - 3) if text[i - 3 : i + 3].isalpha()]
    for at in sorted(chance.sample(inside, chance.randrange(1, 4)), reverse=True):
        text = text[:at] + chance.choice("-\u2010\u00ad") + "\n" + text[at:]
    return text


def _dashed(text: str, chance: random.Random) -> str:
    return "".join(chance.choice("-–—\u2010\u2011") if c in "-–" else c for c in text)


def _soft(text: str, chance: random.Random) -> str:
    return "".join(c + "\u00ad" if chance.random() < 0.2 else c for c in text)


def _zero(text: str, chance: random.Random) -> str:
    signs = "\u200b\u2060\ufeff"
    return "".join(
        chance.choice((c + chance.choice(signs), chance.choice(signs) + c)) if c == " " else c
        for c in text
    )


def _marked(text: str, chance: random.Random) -> str:
    mark = chance.choice(("- ", "* ", "• ", "1. ", "12) ", "– ", "a) ", "+ ", "3. ", "  - ", "◦ "))
    return mark + chance.choice((text, text[:1].lower() + text[1:]))


def _bold(text: str, chance: random.Random) -> str:
    sign = chance.choice(("**", "__", "*", "***", "_"))
    words = text.split(" ")
    start = chance.randrange(len(words))
    end = chance.randrange(start, len(words))
    if chance.random() < 0.5:
        start, end = 0, len(words) - 1
    words[start] = sign + words[start]
    words[end] += sign
    return " ".join(words)


def _cell(text: str, chance: random.Random) -> str:
    row = f"| {chance.randrange(1, 11)} | {text} | Kommunstyrelsen |"
    return chance.choice((row, f"|{text}|", f"| Text |\n|---|\n{row}"))


def _heading(text: str, chance: random.Random) -> str:
    return f"{'#' * chance.randrange(1, 7)} {text}"


def _decomposed(text: str, _chance: random.Random) -> str:
    return unicodedata.normalize("NFD", text)


def _unstopped(text: str, _chance: random.Random) -> str:
    return text.removesuffix(".")


def _quoted_block(text: str, chance: random.Random) -> str:
    lines = textwrap.wrap(text, chance.randrange(40, 90), break_on_hyphens=False)
    return "\n".join(f"> {line}" for line in lines)


def _many(text: str, chance: random.Random) -> str:
    for disguise in chance.sample((_dashed, _soft, _decomposed), 2):
        text = disguise(text, chance)
    return chance.choice((_spaced, _zero, _marked, _heading, _cell))(text, chance)


DISGUISES: dict[str, Mutation] = {
    "radbrytning": _wrapped,
    "mellanslag": _spaced,
    "avstavning": _hyphenated,
    "streck": _dashed,
    "mjukt bindestreck": _soft,
    "nollbredd mellan ord": _zero,
    "listtecken": _marked,
    "fet stil": _bold,
    "tabellcell": _cell,
    "rubrik": _heading,
    "sammansatta tecken": _decomposed,
    "utan punkt": _unstopped,
    "blockcitat": _quoted_block,
    "flera": _many,
}
