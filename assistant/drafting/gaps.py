"""What is missing: the placeholder in the text, the question to ask, and whom to ask."""

from assistant.domain.drafts import Gap, GapKind
from assistant.domain.guidance import Phase
from assistant.domain.municipalities import Municipality
from assistant.domain.nouns import Nouns

PLACEHOLDERS = {
    GapKind.RESPONSIBLE: "[ansvarig nämnd]",
    GapKind.TIME: "[tidpunkt]",
    GapKind.GOAL: "[lokalt mål]",
    GapKind.RESOURCES: "[resurser]",
    GapKind.FOLLOW_UP: "[hur och hur ofta]",
    GapKind.SIGNATORY: "[namn och befattning]",
    GapKind.SIGNING: "[datum och ort]",
}
QUESTIONS = {
    GapKind.RESPONSIBLE: "Vilken nämnd eller styrelse ansvarar för {about}?",
    GapKind.TIME: "När ska arbetet med {about} vara genomfört?",
    GapKind.GOAL: "Vilket lokalt mål ska arbetet med {about} leda till?",
    GapKind.RESOURCES: "Vilka resurser avsätts för {about}?",
    GapKind.FOLLOW_UP: "Hur och hur ofta följs {about} upp?",
    GapKind.SIGNATORY: "Vem undertecknar kontraktet, och i vilken befattning?",
    GapKind.SIGNING: "När och var undertecknas kontraktet?",
    GapKind.STEP: "Vilket steg ska gälla för {about}?",
}
DIRECTORS = {"staden": "stadsdirektören", "regionen": "regiondirektören"}


def gap(
    kind: GapKind,
    commitment: int | None,
    municipality: Municipality,
    nouns: Nouns,
    placeholder: str = "",
) -> Gap:
    """A gap of that kind, about a commitment or about the contract."""
    place = "kontraktet" if commitment is None else str(commitment)
    about = "kontraktet" if commitment is None else nouns.numbered(commitment)
    return Gap(
        id=f"{place}-{kind.value.replace(' ', '-')}",
        commitment=commitment,
        kind=kind,
        placeholder=placeholder or PLACEHOLDERS[kind],
        question=QUESTIONS[kind].format(about=about),
        ask=_whom(kind, municipality),
    )


def point_gap(point: str, commitment: int, question: str, municipality: Municipality) -> Gap:
    """What the guidance leaves open in a point; nothing stands in the text for it."""
    return Gap(
        id=f"{point}-punkt",
        commitment=commitment,
        kind=GapKind.POINT,
        placeholder="",
        question=f"{question} (punkt {point})",
        ask=_whom(GapKind.POINT, municipality),
    )


def step_gap(
    commitment: int, phases: tuple[Phase, ...], municipality: Municipality, nouns: Nouns
) -> Gap:
    """Which step: neither steps nor points were ordered."""
    names = [phase.name for phase in phases]
    shown = f"{', '.join(names[:-1])} eller {names[-1]}" if names[1:] else names[0]
    return gap(GapKind.STEP, commitment, municipality, nouns, f"[{shown}]")


def _whom(kind: GapKind, municipality: Municipality) -> str:
    director = DIRECTORS.get(municipality.short_form, "kommundirektören")
    return {
        GapKind.STEP: "processledaren för klimatkontraktet, tillsammans med berörd förvaltning",
        GapKind.RESPONSIBLE: director,
        GapKind.TIME: "chefen för den förvaltning som ska göra arbetet",
        GapKind.GOAL: "klimat- eller hållbarhetsansvarig",
        GapKind.RESOURCES: "ekonomichefen",
        GapKind.FOLLOW_UP: "den som samordnar uppföljningen",
        GapKind.POINT: "chefen för den förvaltning som ska göra arbetet",
        GapKind.SIGNATORY: f"{director} eller kanslichefen",
        GapKind.SIGNING: "kanslichefen",
    }[kind]
