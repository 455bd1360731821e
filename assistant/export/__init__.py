"""Writes files that people take with them."""
