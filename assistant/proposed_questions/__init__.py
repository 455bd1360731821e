"""Lets a language model propose questions for the passages of an edition that have none, for review."""
