"""Measures own documents: proposals, questions, many municipalities at once, and kills."""
