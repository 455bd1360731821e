"""Any sentence-transformers model, for those who may download one or have it in a folder."""

from typing import TYPE_CHECKING

import numpy as np

from assistant.domain.errors import SettingsFault, quoted
from assistant.search.encoder import Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


class TransformerEncoder:
    """A sentence-transformers model behind the port."""

    def __init__(self, model: "SentenceTransformer") -> None:
        self._model = model

    @classmethod
    def from_name(cls, name: str) -> "TransformerEncoder":
        """Load by name or folder, from this machine only: nothing is downloaded at run time."""
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415  6 s to import

        try:
            return cls(SentenceTransformer(name, local_files_only=True))
        except (OSError, ValueError) as error:
            raise SettingsFault(
                f"Inställningen KLIMATKONTRAKT_ENCODER: modellen {quoted(name)} finns inte på den här "
                "datorn. Hämta den först, eller ange mappen där den ligger."
            ) from error

    def encode(self, texts: list[str]) -> Vectors:
        """One row of length one for each text."""
        vectors = self._model.encode(
            texts, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
        )
        return np.asarray(vectors, dtype=np.float32)
