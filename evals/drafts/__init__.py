"""A generated corpus of drafts, and the faults of a draft that a rule can see."""
