"""How the program's Swedish flows, in the opinion of a language model: shown, and never part of the gate."""
