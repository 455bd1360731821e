"""The municipality's own documents: kept, searched, and read for facts that a person may confirm."""
