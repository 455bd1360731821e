"""Finds what the program itself says: phrase files, messages of faults, and texts of the page."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from assistant.domain.nouns import NAMES
from evals.web_text import text_of

ROOT = Path(__file__).parent.parent
PHRASES = {
    "assistant/answering/phrases.yaml": "svarens ord",
    "assistant/drafting/phrases.yaml": "utkastens ord",
    "assistant/reviewing/messages.yaml": "granskningens ord",
    "evals/report/words.yaml": "rapportens ord",
}
FAULTS = {"InputFault", "SettingsFault", "CorpusFault", "TokenFault"}
NOUN = re.compile(rf"\$({'|'.join(sorted(NAMES))})\b")
VARIABLE = re.compile(r"\$\w+|\$\{\w+\}|\{\w*\}")
SWEDISH = re.compile(
    r"\b(?:är|att|och|inte|ni|som|det|den|för|har|kan|eller|från|vad|under|finns|igen)\b",
    re.IGNORECASE,
)
FEWEST_WORDS = 4
NAMING_WORDS = 6
"""With how many of its first words a text is named."""
FILLED = "sex"
"""Stands for a variable: a short word, so that a text is not made harder than it is."""

ENDED = re.compile(rf"(?<=[.!?]) ?{FILLED}$")
"""A variable after the last sentence is a sentence of its own, or nothing."""


@dataclass(frozen=True, slots=True)
class OwnText:
    """Egen text: words of the program, where they stand, and whether they are whole sentences."""

    place: str
    name: str
    text: str
    whole: bool = True


def own_texts(edition: Path) -> Iterator[OwnText]:
    """Every text, in the order of the files."""
    for file, place in PHRASES.items():
        yield from _phrases(ROOT / file, place)
    advice = yaml.safe_load((edition / "review.yaml").read_text(encoding="utf-8"))
    for number, text in enumerate(_advice(advice), start=1):
        yield OwnText("granskningens råd om begrepp", str(number), filled(text))
    for folder, place in (("assistant", "felmeddelanden"), ("ui", "sidans ord")):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield from _literals(path, place)


def filled(text: str) -> str:
    """The text with a word for each variable; the nouns of an edition are named by Swedish words."""
    named = NOUN.sub(r"\1", text)
    return ENDED.sub("", VARIABLE.sub(FILLED, named)).strip()


def _phrases(path: Path, place: str) -> Iterator[OwnText]:
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    for name, value in read.items():
        texts = value if isinstance(value, list) else [value]
        for number, text in enumerate(texts, start=1):
            label = f"{name} {number}" if len(texts) > 1 else name
            yield OwnText(place, label, filled(text), text[:1].isupper() and " " in text)


def _advice(read: object) -> Iterator[str]:
    if isinstance(read, dict):
        for key, value in read.items():
            if key == "advice" and isinstance(value, str):
                yield value
            else:
                yield from _advice(value)
    elif isinstance(read, list):
        for value in read:
            yield from _advice(value)


def _literals(path: Path, place: str) -> Iterator[OwnText]:
    """Messages of the faults that are raised, and on the page every literal that is Swedish prose."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    name = path.relative_to(ROOT).as_posix()
    calls = [n for n in ast.walk(module) if isinstance(n, ast.Call) and _called(n) in FAULTS]
    nodes = (
        [c.args[0] for c in calls if c.args] if place == "felmeddelanden" else _outermost(module)
    )
    seen: Counter[str] = Counter()
    for node in nodes:
        text = "" if id(node) in documentation else filled(text_of(_written(node)))
        if len(text.split()) >= FEWEST_WORDS and SWEDISH.search(text) and text[0].isupper():
            for line in text.split("\n"):
                words = line.split()
                if len(words) >= FEWEST_WORDS:
                    # By its words and not by its line, so that it is the same case when it has moved.
                    label = f"{name}, ”{' '.join(words[:NAMING_WORDS])}”"
                    seen[label] += 1
                    numbered = f"{label} ({seen[label]})" if seen[label] > 1 else label
                    yield OwnText(place, numbered, line.strip(), place == "felmeddelanden")


def _outermost(module: ast.Module) -> list[ast.expr]:
    """The string literals, each as a whole."""
    joined = [node for node in ast.walk(module) if isinstance(node, ast.JoinedStr)]
    inside = {id(part) for node in joined for part in ast.walk(node) if part is not node}
    strings = [
        n for n in ast.walk(module) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    ]
    return [
        *(j for j in joined if id(j) not in inside),
        *(s for s in strings if id(s) not in inside),
    ]


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _written(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            _written(part) if isinstance(part, ast.Constant) else FILLED for part in node.values
        )
    return ""
