"""What a new edition changes, and what that means for texts written from the one before it."""
