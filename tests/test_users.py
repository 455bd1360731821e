"""Who the user is, is what the trusted proxy says, and nothing else."""

import gradio as gr
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers
from starlette.requests import Request

from assistant.domain.errors import InputFault
from ui.users import LONGEST_NAME, user_in, user_of


def headers(*given: tuple[str, bytes]) -> Headers:
    return Headers(raw=[(name.lower().encode(), value) for name, value in given])


def test_without_a_header_there_is_one_user_whatever_the_request_says() -> None:
    scope = {"type": "http", "headers": [(b"x-user", b"anna")]}
    assert user_of(gr.Request(Request(scope)), None) == ""
    assert user_of(gr.Request(Request(scope)), "X-User") == "anna"


@given(st.text(min_size=1, max_size=LONGEST_NAME).filter(lambda n: n.isprintable() and n.strip()))
def test_a_name_is_read_as_the_proxy_wrote_it(name: str) -> None:
    assert user_in(headers(("X-User", name.encode())), "x-USER") == name.strip()


def test_a_name_in_latin_1_is_read_too() -> None:
    assert user_in(headers(("X-User", "åsa".encode("latin-1"))), "X-User") == "åsa"


@pytest.mark.parametrize(
    "told",
    [
        [],
        [b""],
        [b"  "],
        [b"a" * (LONGEST_NAME + 1)],
        [b"anna\x00"],
        [b"an\tna"],
        ["an\u200bna".encode()],
        [b"anna", b"anna"],
        [b"mallory", b"anna"],
    ],
)
def test_what_does_not_name_one_user_is_refused(told: list[bytes]) -> None:
    with pytest.raises(InputFault, match="vem ni är"):
        user_in(headers(*(("X-User", value) for value in told)), "X-User")
