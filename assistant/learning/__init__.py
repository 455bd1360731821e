"""What a newcomer learns from: the vocabulary, a quiz, a reading path and the round itself."""
