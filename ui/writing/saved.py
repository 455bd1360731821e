"""The list of saved drafts: which one is open, new ones, copies, names, and removal."""

from ui.writing.window import LIST, NAME, Data, Outcome, Window


def start(window: Window, data: Data) -> Outcome:
    """Open the draft that this window had, or else the one last worked on."""
    listed = window.drafts.listed(window.owner)
    wanted = str(data.get("utkast", ""))
    draft = next((d for d in listed if d.id == wanted), listed[0] if listed else None)
    return Outcome(draft, fields=draft is not None)


def new(window: Window, _: Data) -> Outcome:
    """A new, empty draft."""
    draft = window.drafts.created(window.owner, window.empty)
    return Outcome(draft, "Ett nytt utkast är öppet.", NAME, fields=True)


def open_other(window: Window, data: Data) -> Outcome:
    """Another draft of the list."""
    draft = window.drafts.opened(window.owner, data["utkast"])
    return Outcome(draft, f"Utkastet ”{draft.title}” är öppet.", NAME, fields=True)


def copy(window: Window, data: Data) -> Outcome:
    """A copy, which is then open."""
    draft = window.drafts.copied(window.owner, data["utkast"])
    return Outcome(draft, f"”{draft.title}” är öppet.", NAME, fields=True)


def rename(window: Window, data: Data) -> Outcome:
    """Another name."""
    named = window.drafts.renamed(window.owner, data["utkast"], data["text"])
    focus = f'[data-fraga="byt-namn"][data-utkast="{named.id}"]'
    return Outcome(window.present(), f"Utkastet heter nu ”{named.title}”.", focus)


def remove(window: Window, data: Data) -> Outcome:
    """A draft and every trace of it; where it was open the one used before is opened."""
    removed = window.drafts.removed(window.owner, data["utkast"])
    said = f"Utkastet ”{removed.title}” är borttaget."
    if removed.id != window.place.draft:
        return Outcome(window.present(), said, LIST)
    left = window.drafts.listed(window.owner)
    return Outcome(left[0] if left else None, said, NAME, fields=True)
