"""The user's own Word file back, with tracked changes and comments."""
