"""The tamper bench: official sentences, changed by rule and seed, and only set in other type.

`python -m evals.tampering` prints for every kind how many distinct cases there were and how many were
judged as they should be: no tampered sentence verbatim, no faithful one anything else, and the right
commitment named. With `--beside` the same cases go through two public quote checkers.
"""
