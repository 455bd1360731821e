"""The tokenizer: frequent words whole, compounds in their parts, å, ä and ö without their marks."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import repeat
from math import log2

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

UNKNOWN = "[UNK]"


def new_tokenizer(counts: Counter[str], size: int) -> Tokenizer:
    """A unigram tokenizer of `size` pieces, fitted on words and how often they stand."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKD(), normalizers.StripAccents(), normalizers.Lowercase()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    trainer = trainers.UnigramTrainer(
        vocab_size=size,
        special_tokens=[UNKNOWN],
        unk_token=UNKNOWN,
        max_piece_length=20,
        show_progress=False,
    )
    tokenizer.train_from_iterator(_repeated(counts), trainer)
    return tokenizer


def _repeated(counts: Counter[str]) -> Iterator[str]:
    """Each word as often as the logarithm of its count: parts of rare words matter more so."""
    for word, count in counts.items():
        yield from repeat(word, 1 + int(2 * log2(count)))


def count_words(texts: Iterable[str], weight: int = 1) -> Counter[str]:
    """How often each word stands in the texts, times a weight."""
    splitter = pre_tokenizers.BertPreTokenizer()
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word for word, _ in splitter.pre_tokenize_str(text.lower()))
    return Counter({word: count * weight for word, count in counts.items() if word.isalpha()})
