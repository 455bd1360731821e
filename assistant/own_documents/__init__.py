"""The municipality's own documents: kept, searched, and read for facts that a person may confirm."""

FOLDER = "documents"
"""Where they lie in the data folder; there is none before the first."""
