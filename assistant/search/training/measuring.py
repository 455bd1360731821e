"""What the card says of the model: Swedish sentences and their English, found by each other."""

import numpy as np

from assistant.search.encoder import Encoder


def translations_found(encoder: Encoder, pairs: list[tuple[str, str]]) -> tuple[float, float]:
    """Share of the sentences whose translation is the nearest of all: from Swedish, from English."""
    swedish = encoder.encode([one for one, _ in pairs])
    english = encoder.encode([other for _, other in pairs])
    cosines = swedish @ english.T
    right = np.arange(len(pairs))
    return (
        float((cosines.argmax(axis=1) == right).mean()),
        float((cosines.argmax(axis=0) == right).mean()),
    )
