"""Others on the same cases: quote checkers, and plain ways to search."""
