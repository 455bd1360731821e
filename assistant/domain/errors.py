"""The faults a caller can act on; every message is one Swedish sentence for the person who caused it."""


class KlimatkontraktError(Exception):
    """Anything that the program says no to; `str(error)` is fit for a user."""


class InputFault(KlimatkontraktError):
    """What the user gave cannot be used (a question, an order, a file)."""


class UnknownDraft(InputFault):
    """There is no such saved draft, or it is someone else's; what is written can be kept in a new one."""


class TokenFault(KlimatkontraktError):
    """A text has a token that stands for no quotation; nothing of it may be shown."""


class CorpusFault(KlimatkontraktError):
    """The corpus is not whole: the message names the file, the item and the fault."""


class SettingsFault(KlimatkontraktError):
    """A setting has a value that cannot be used: the message names the setting."""


class ModelFault(KlimatkontraktError):
    """The language model gave no text that can be used; what is done without it still stands."""


def quoted(name: object) -> str:
    r"""Something that a user has named, as a message shows it; what does not show is a "�".

    >>> quoted("plan\x1b[2J.pdf")
    '”plan�[2J.pdf”'
    """
    shown = "".join(sign if sign.isprintable() else "�" for sign in str(name))
    return f"”{shown}”"
