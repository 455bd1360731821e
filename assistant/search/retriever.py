"""The search as a LangChain retriever, so that it fits into any chain."""

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.search.index import PassageIndex


class PassageRetriever(BaseRetriever):
    """Returns passages as LangChain documents: verbatim text, with id, location and score."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    index: PassageIndex
    limit: int = 10

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002  LangChain's signature
    ) -> list[Document]:
        return [
            Document(
                id=hit.passage.id,
                page_content=hit.passage.text,
                metadata={"location": hit.passage.location, "score": hit.score},
            )
            for hit in self.index.nearest(query, self.limit)
        ]
