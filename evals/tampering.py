"""The tamper bench: official sentences, changed by rule and seed, and only set in other type.

`python -m evals.tampering` prints for every kind how many distinct cases there were and how many were
judged as they should be: no tampered sentence verbatim, no faithful one anything else, and the right
commitment named.
"""

import argparse
import random
import sys
import textwrap
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from assistant.domain.guidance import Guidance
from assistant.domain.reviews import PledgeStatus, Review
from assistant.opening import Assistant

MOST_CASES = 5000
"""Distinct cases of a kind."""
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


@dataclass(frozen=True, slots=True)
class Case:
    """Fall: a text, where in it the sentence stands, and how it must be judged."""

    kind: str
    text: str
    commitment: int
    faithful: bool


@dataclass(slots=True)
class Tally:
    """Utfall: how the distinct cases of one kind were judged."""

    cases: int = 0
    right: int = 0
    named: int = 0


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
AROUND = (
    ("", ""),
    ("Kommunen arbetar vidare.\n\n", "\n\nKommunen följer upp varje år."),
    ("Bakgrund till åtagandet\n\n", "\n\nI kommunen pågår flera projekt."),
    ("", "\n\nNästa stycke handlar om något annat."),
)


def tampering_cases(guidance: Guidance, limit: int, seed: int = 2030) -> Iterator[Case]:
    """Distinct cases of every kind, at most `limit` a kind, the same for the same seed."""
    for faithful, kinds in ((False, mutations(guidance.edition.pledge_opening)), (True, DISGUISES)):
        for kind, mutation in kinds.items():
            yield from _cases(guidance, kind, mutation, limit, seed, faithful=faithful)
    yield from _merged(guidance, limit)


def _cases(  # noqa: PLR0913  one kind of case
    guidance: Guidance, kind: str, mutation: Mutation, limit: int, seed: int, *, faithful: bool
) -> Iterator[Case]:
    chance = random.Random(f"{kind}-{seed}")  # noqa: S311  cases, not secrets
    wordings = {c.number: c.official_wording for c in guidance.commitments}
    plain = {" ".join(text.split()) for text in wordings.values()}
    seen: set[str] = set()
    misses = 0
    while len(seen) < limit and misses < 40 * len(wordings):
        for number, wording in wordings.items():
            changed = mutation(wording, chance)
            before, after = chance.choice(AROUND)
            if changed in seen or (not faithful and " ".join(changed.split()) in plain):
                misses += 1
                continue
            seen.add(changed)
            yield Case(kind, before + changed + after, number, faithful)
            if len(seen) >= limit:
                return


def _merged(guidance: Guidance, limit: int) -> Iterator[Case]:
    wordings = [(c.number, c.official_wording) for c in guidance.commitments]
    opening = guidance.edition.pledge_opening
    begun = f"{opening[:1].lower()}{opening[1:]}"
    joins = (" och ", ", och ", " samt att ", "; ", " och att ", ", samt att ")
    count = 0
    for number, one in wordings:
        for other_number, other in wordings:
            for join in joins if number != other_number else ():
                rest = other.removeprefix(f"{opening} ")
                tail = rest if join.endswith("att ") else f"{begun} {rest}"
                if count < limit:
                    count += 1
                    yield Case(
                        "slå ihop", one.removesuffix(".") + join + tail, number, faithful=False
                    )


def judged_right(case: Case, review: Review) -> tuple[bool, bool]:
    """Whether a case was judged as it must be, and whether its commitment was named."""
    statuses = [p.status for p in review.pledges]
    named = any(p.commitment == case.commitment for p in review.pledges)
    if case.faithful:
        whole = len(review.pledges) == 1 and statuses == [PledgeStatus.VERBATIM]
        return whole, whole and named
    return PledgeStatus.VERBATIM not in statuses, named


def score(cases: Iterable[Case], review: Callable[[str], Review]) -> dict[tuple[bool, str], Tally]:
    """The outcome for each kind of case."""
    tallies: dict[tuple[bool, str], Tally] = defaultdict(Tally)
    for case in cases:
        right, named = judged_right(case, review(case.text))
        tally = tallies[case.faithful, case.kind]
        tally.cases += 1
        tally.right += right
        tally.named += named
    return tallies


def main(arguments: list[str] | None = None) -> int:
    """Print the table; the exit status is 1 when an aim is missed."""
    parser = argparse.ArgumentParser(prog="python -m evals.tampering")
    parser.add_argument("--limit", type=int, default=MOST_CASES)
    parser.add_argument("--show", type=int, default=0, help="wrongly judged cases to print a kind")
    given = parser.parse_args(arguments)
    assistant = Assistant.open()
    cases = list(tampering_cases(assistant.library.guidance, given.limit))
    tallies = score(cases, assistant.review)
    print(f"{'kind':28}{'distinct':>9}{'right':>9}{'named':>9}")
    for (faithful, kind), tally in tallies.items():
        group = "faithful" if faithful else "tampered"
        print(f"{group:9} {kind:18}{tally.cases:9}{tally.right:9}{tally.named:9}")
    tampered = [t for (faithful, _), t in tallies.items() if not faithful]
    faithful_ones = [t for (faithful, _), t in tallies.items() if faithful]
    called_verbatim = sum(t.cases - t.right for t in tampered)
    called_otherwise = sum(t.cases - t.right for t in faithful_ones)
    count = sum(t.cases for t in tampered)
    named = sum(t.named for t in tampered) / count
    print(f"tampered called verbatim: {called_verbatim} of {count}")
    print(f"faithful called otherwise: {called_otherwise} of {sum(t.cases for t in faithful_ones)}")
    print(f"right commitment named: {named:.2%} of the tampered")
    _show_wrong(cases, assistant.review, given.show)
    return int(called_verbatim > 0 or called_otherwise > 0 or named < 0.99)


def _show_wrong(cases: Iterable[Case], review: Callable[[str], Review], limit: int) -> None:
    shown: dict[str, int] = defaultdict(int)
    for case in cases if limit else ():
        found = review(case.text)
        right, named = judged_right(case, found)
        if (not right or not named) and shown[case.kind] < limit:
            shown[case.kind] += 1
            pledges = [(p.status.value, p.commitment) for p in found.pledges]
            print(f"{case.kind} {case.commitment} {pledges}: {case.text!r}")


if __name__ == "__main__":
    sys.exit(main())
