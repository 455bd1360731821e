"""Reviews a contract text: what is official, what was changed, what was made up, what is missing."""
