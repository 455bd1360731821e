"""Finds the passages that answer a question: words by bm25s, meaning by Chroma, one ranking."""
