"""Swedish words as search terms: whole words for precision, pieces for everything else.

Character pieces find inflections, compounds and misspelt words without a dictionary; on Swedish
they help lexical search more than stemming does (McNamee & Mayfield 2004; measured again here,
see `make bench`). Diacritics are folded, since many type "atagande".
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise, takewhile

import snowballstemmer

WORD = re.compile(r"[^\W_]+(?:[-:./][^\W_]+)*")
STEMMER = snowballstemmer.stemmer("swedish")
PIECE = 5
"""Characters in a piece: long enough to mean something, short enough to survive an ending."""

STOP_WORDS = frozenset(
    """
    alla allt anser att av bara blev bli blir bra de dem den denna deras dess dessa det detta dig din dina
    ditt du där då eller en er era ert ett fick finns fram få får för från ge ger gör göra ha hade
    han har hej hel henne hon hos hur här i in inom inte ja jag just kan kanske kom kommer kunna
    lite man med mej men mer mig min mina mitt mot mycket mår måste ni nog nu när någon något några
    nån nåt och också om oss på sedan ses sig sin sina sitt ska skall skulle som så sånt tack
    till typ undrar upp ut utan vad var vara vart varit vem vet vi vid vilka vilken vilket vill
    väl vår våra vårt än är även över
    a about an and any are as at be by can could do does for from has have how i if in is it its
    me my of on or our should so that the their them there they this to us was we what when where
    which who why will with would you your
    """.split()  # noqa: SIM905  a list of words reads better as text
)


def words(text: str) -> list[str]:
    """The words of a text, lower-cased, Unicode-composed."""
    return WORD.findall(unicodedata.normalize("NFC", text).lower())


def content_words(text: str) -> list[str]:
    """The words that carry meaning; all of them when nothing else is left."""
    every = words(text)
    return [w for w in every if fold(w) not in FOLDED_STOP_WORDS] or every


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Without diacritics.

    >>> fold("åtagande")
    'atagande'
    """
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def folded_text(text: str) -> str:
    """The text as patterns expect it: lower case, without diacritics, single spaces."""
    return " ".join(fold(text.lower()).split())


FOLDED_STOP_WORDS = frozenset(fold(w) for w in STOP_WORDS)


def terms(text: str) -> list[str]:
    """The search terms of a text: each content word, its stem twice, and its pieces.

    The stem stands twice so that a word in another form outweighs the pieces of unlike words that
    happen to share an ending (measured on the development questions).

    >>> terms("målet")
    ['=malet', '~mal', '~mal', '<male', 'malet', 'alet>']
    """
    found: list[str] = []
    for word in content_words(text):
        folded = fold(word)
        found += [f"={folded}", stem(word), stem(word)]
        found.extend(pieces(folded))
    for line in text.splitlines():
        every = [fold(word) for word in words(line)]
        found += [
            f"{one}_{other}"
            for one, other in pairwise(every)
            if one in FOLDED_STOP_WORDS or other in FOLDED_STOP_WORDS
        ]
    return found


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a word by Snowball's Swedish rules, folded and marked as one."""
    return f"~{fold(STEMMER.stemWord(word))}"


def shared_start(one: str, other: str) -> int:
    """With how many letters two words begin alike.

    >>> shared_start("kompensation", "kompenserande")
    7
    """
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in pairs)


def pieces(word: str) -> list[str]:
    """The overlapping pieces of a word with its borders marked."""
    bordered = f"<{word}>"
    return [bordered[i : i + PIECE] for i in range(max(1, len(bordered) - PIECE + 1))]
