"""Whether a PDF paints with a colour that cannot be told from white paper."""

from dataclasses import replace
from typing import Any

from assistant.documents.pdf_graphics import Ink, State

LIGHT = 0.94
"""Share of full light in every component from which a colour is as good as white."""
DEVICE = frozenset(("/DeviceGray", "/DeviceRGB", "/DeviceCMYK"))
LIKE_DEVICE = frozenset(("/ICCBased", "/CalGray", "/CalRGB"))
"""Spaces whose numbers mean what those of a device mean; an ink of its own or a pattern says nothing."""
OPERATORS = frozenset((b"g", b"rg", b"k", b"G", b"RG", b"K", b"cs", b"CS"))
OPERATORS |= {b"sc", b"scn", b"SC", b"SCN"}


def recoloured(state: State, operator: bytes, operands: list[Any], resources: Any) -> State:  # noqa: ANN401
    """The state after an operation that chooses a colour; in small letters to fill, else to stroke."""
    fills = operator.islower()
    ink = state.fill if fills else state.stroke
    match operator.lower():
        case b"cs":
            ink = Ink(known=_is_known(operands[0], resources))
        case b"sc" | b"scn":
            ink = replace(ink, light=ink.known and _is_light(operands))
        case _:
            ink = Ink(light=_is_light(operands))
    return replace(state, fill=ink) if fills else replace(state, stroke=ink)


def _is_known(name: Any, resources: Any) -> bool:  # noqa: ANN401  objects of pypdf
    if name in DEVICE:
        return True
    spaces = resources.get("/ColorSpace", {}).get_object() if "/ColorSpace" in resources else {}
    space = spaces[name].get_object() if name in spaces else None
    return (space[0] in LIKE_DEVICE) if isinstance(space, list) else space in DEVICE


def _is_light(operands: list[Any]) -> bool:
    components = [float(operand) for operand in operands]
    if len(components) == 4:
        return max(components) <= 1 - LIGHT
    return len(components) in {1, 3} and min(components) >= LIGHT
