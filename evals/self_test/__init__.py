"""Does the suite itself see? Faults are planted in the running program, and a suite must fall for each."""
