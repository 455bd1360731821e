"""What tampering does to an official sentence, by kind: each by rule and seed."""

import random
from collections.abc import Callable

HEDGES = (
    "om möjligt", "där så är möjligt", "i möjligaste mån", "på sikt", "i mån av resurser", "vid behov",
    "eventuellt", "delvis", "så långt det är rimligt", "när ekonomin tillåter", "i huvudsak", "gradvis",
    "om medel finns", "i lämplig omfattning", "försöka", "sträva efter att", "verka för att", "kanske",
)  # fmt: skip
RESERVATIONS = (
    ", om ekonomin tillåter", " så långt det går", " (i mån av tid)", ", dock inte 2026",
    " – med undantag för bolagen", " senast 2045", " tillsammans med andra",
)  # fmt: skip
NEGATIONS = ("inte", "ej", "aldrig", "inte längre", "inte alltid")
SUBJECTS = (
    "Kommunen", "Staden", "Parterna", "Lunds kommun", "Göteborgs Stad", "Kommunstyrelsen", "Jag", "De",
    "Samtliga parter", "Ni", "Malmö stad", "Kommunkoncernen",
)  # fmt: skip
VERBS = (
    "förbinder {} att",
    "lovar att",
    "utfäster {} att",
    "ska",
    "vill",
    "avser att",
    "kommer att",
    "bör",
)
ADDED = (
    "lokalt", "regionalt", "inte minst", "ny", "2030", "viktiga", "alla", "vissa", "50 procent", "kommunala",
    "snabbt", "hållbar", "bland annat", "i kommunen", "gemensamma", "frivilligt",
)  # fmt: skip
SYNONYMS = {
    "fördjupa": "utveckla", "samordna": "koordinera", "förstärka": "förbättra", "stärka": "öka",
    "nationell": "regional", "kapacitet": "förmåga", "förmåga": "kapacitet", "resurser": "medel",
    "gemensam": "delad", "gemensamma": "delade", "utveckla": "förbättra", "säkerställa": "trygga",
    "minska": "sänka", "bygga": "skapa", "lokal": "kommunal", "metoder": "arbetssätt",
    "verktyg": "redskap", "beslut": "ställningstaganden", "åtgärder": "insatser", "driver": "främjar",
    "effektivt": "klokt", "påverka": "influera", "inkluderande": "öppen", "stödja": "hjälpa",
    "klimatomställningen": "omställningen", "klimatomställning": "klimatarbete", "via": "genom",
}  # fmt: skip
ENDINGS = ("en", "et", "ar", "er", "a", "s", "n", "na", "erna", "ens")
LOOK_ALIKES = {
    "a": "а",
    "e": "е",
    "o": "о",
    "p": "р",
    "c": "с",
    "i": "і",
    "s": "ѕ",
    "x": "х",
    "y": "у",
}
HIDDEN = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u202e", "\u202d", "\u200f", "\u2066",
          "\U000e0061", "\u180e", "\ufe0f", "\u034f", "\u2063")  # fmt: skip

Mutation = Callable[[str, random.Random], str]


def _words(mutate: Callable[[list[str], random.Random], None]) -> Mutation:
    def apply(text: str, chance: random.Random) -> str:
        words = text.split(" ")
        mutate(words, chance)
        return " ".join(words)

    return apply


@_words
def _drop(words: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(words))
    del words[at : at + chance.choice((1, 1, 1, 2, 3, 5))]


@_words
def _insert(words: list[str], chance: random.Random) -> None:
    words.insert(chance.randrange(len(words)), chance.choice(ADDED))


@_words
def _swap(words: list[str], chance: random.Random) -> None:
    one, other = chance.sample(range(len(words)), 2)
    words[one], words[other] = words[other], words[one]


@_words
def _negate(words: list[str], chance: random.Random) -> None:
    words.insert(chance.randrange(1, len(words)), chance.choice(NEGATIONS))


@_words
def _weaken(words: list[str], chance: random.Random) -> None:
    words.insert(chance.randrange(1, len(words) + 1), chance.choice(HEDGES))


@_words
def _reorder(words: list[str], chance: random.Random) -> None:
    start = chance.randrange(len(words) - 2)
    end = min(len(words), start + chance.randrange(2, 7))
    part = words[start:end]
    chance.shuffle(part)
    words[start:end] = part


@_words
def _number(words: list[str], chance: random.Random) -> None:
    words.insert(
        chance.randrange(1, len(words)),
        str(chance.choice((2, 5, 10, 25, 50, 75, 2027, 2035, 2045))),
    )


@_words
def _inflect(words: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(words))
    word = words[at].rstrip(".,")
    tail = words[at][len(word) :]
    endings = [e for e in ENDINGS if word.endswith(e) and len(word) > len(e) + 2]
    if endings and chance.random() < 0.5:
        word = word.removesuffix(chance.choice(endings))
    else:
        word += chance.choice(ENDINGS)
    words[at] = word + tail


def _compound(text: str, chance: random.Random) -> str:
    long = [i for i in range(3, len(text) - 3) if text[i - 3 : i + 3].isalpha()]
    at = chance.choice(long)
    return f"{text[:at]} {text[at:]}"


def _subject(opening: str) -> Mutation:
    """Let another pledge; the reflexive pronoun of the opening follows its subject."""
    _, _, verb_of_opening = opening.partition(" ")
    verbs = (verb_of_opening.replace("oss", "{}"), *VERBS)

    def apply(text: str, chance: random.Random) -> str:
        subject = chance.choice(SUBJECTS)
        reflexive = "oss" if subject in {"Vi", "Ni", "Jag"} else "sig"
        return text.replace(opening, f"{subject} {chance.choice(verbs).format(reflexive)}", 1)

    return apply


def _verb(opening: str) -> Mutation:
    subject, _, verb_of_opening = opening.partition(" ")

    def apply(text: str, chance: random.Random) -> str:
        verb = chance.choice(VERBS).format("oss")
        return text.replace(f"{subject} {verb_of_opening}", f"{subject} {verb}", 1)

    return apply


@_words
def _synonym(words: list[str], chance: random.Random) -> None:
    known = [i for i, w in enumerate(words) if w.strip(".,") in SYNONYMS]
    for at in chance.sample(known, chance.randrange(1, min(3, len(known)) + 1)) if known else ():
        bare = words[at].strip(".,")
        words[at] = words[at].replace(bare, SYNONYMS[bare])


def _letter(text: str, chance: random.Random) -> str:
    at = chance.choice([i for i, c in enumerate(text) if c.isalpha()])
    return text[:at] + chance.choice("abdeiklmnorståäö") + text[at + chance.randrange(2) :]


def _look_alike(text: str, chance: random.Random) -> str:
    at = chance.choice([i for i, c in enumerate(text) if c in LOOK_ALIKES])
    return text[:at] + LOOK_ALIKES[text[at]] + text[at + 1 :]


def _hidden(text: str, chance: random.Random) -> str:
    inside = [i for i in range(1, len(text)) if text[i - 1].isalpha() and text[i].isalpha()]
    at = chance.choice(inside)
    return text[:at] + chance.choice(HIDDEN) + text[at:]


def _split(text: str, chance: random.Random) -> str:
    places = [i for i, c in enumerate(text[:-20]) if c == " " and i > 40]
    at = chance.choice(places)
    rest = text[at + 1 :].lstrip("– ")
    return f"{text[:at].rstrip(' ,–')}. {rest[:1].upper()}{rest[1:]}"


def _appended(text: str, chance: random.Random) -> str:
    tail = chance.choice(RESERVATIONS)
    return text[:-1] + tail + "."


def _punctuation(text: str, chance: random.Random) -> str:
    at = chance.choice([i for i, c in enumerate(text) if c == " "])
    return text[:at] + chance.choice((",", ";", ":", "!", "?", ".")) + text[at:]


def mutations(opening: str) -> dict[str, Mutation]:
    """What tampering does, by kind, with sentences that begin with the edition's `opening`."""
    return {
        "stryk": _drop,
        "lägg till": _insert,
        "byt plats": _swap,
        "neka": _negate,
        "försvaga": _weaken,
        "kasta om": _reorder,
        "tal": _number,
        "böj": _inflect,
        "särskriv": _compound,
        "subjekt": _subject(opening),
        "verb": _verb(opening),
        "synonym": _synonym,
        "bokstav": _letter,
        "liknande tecken": _look_alike,
        "dolt tecken": _hidden,
        "dela": _split,
        "förbehåll": _appended,
        "skiljetecken": _punctuation,
    }
