"""Our own sentences with `$words` to fill in; a word that is missing is an error."""

from string import Template

from assistant.domain.nouns import Nouns


class SwedishTemplate(Template):
    """Mall: its variables may have Swedish letters, so that a reviewer can read it as Swedish.

    >>> SwedishTemplate("$Åtagandet är $frivilligt.").substitute(Åtagandet="Avsikten", frivilligt="fri")
    'Avsikten är fri.'
    """

    idpattern = r"[a-zåäö_][a-z0-9åäö_]*"


def worded(text: str, nouns: Nouns) -> str:
    """Our own text with the nouns of an edition in it.

    >>> nouns = Nouns("ett", "löfte", "löftet", "löften", "löftena", "katalogen")
    >>> worded("$Åtagandena i $vägledningen", nouns)
    'Löftena i katalogen'
    """
    return SwedishTemplate(text).substitute(nouns.words)
