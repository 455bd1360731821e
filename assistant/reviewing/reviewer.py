"""Reviews a text: the flow, step by step."""

from collections.abc import Iterable, Iterator, Sequence

from assistant.domain.documents import Unshown
from assistant.domain.editions import EditionDiff
from assistant.domain.municipalities import Municipality
from assistant.domain.passages import PassageKind
from assistant.domain.reviews import Finding, PledgeStatus, Review
from assistant.guidance.library import Library
from assistant.guidance.review_knowledge import ReviewKnowledge
from assistant.reviewing.deciding import Judge
from assistant.reviewing.earlier_wordings import EarlierWordings
from assistant.reviewing.headings import Places
from assistant.reviewing.naming import Judged
from assistant.reviewing.pledge_findings import missing_findings, pledge_findings
from assistant.reviewing.recognition import Recogniser
from assistant.reviewing.reference_findings import References
from assistant.reviewing.text_findings import gap_findings, own_text_findings
from assistant.reviewing.unshown_findings import unshown_findings
from assistant.wording.sentences import Sentence, sentences_of


class Reviewer:
    """Granskaren: one edition, how earlier ones differ from it, and what is known about recognising it.

    `earlier` are comparisons with this edition, that of the latest first.
    """

    def __init__(
        self,
        library: Library,
        knowledge: ReviewKnowledge,
        earlier: Iterable[EditionDiff] = (),
        municipalities: Sequence[Municipality] = (),
    ) -> None:
        self._library = library
        self._knowledge = knowledge
        points = [p for p in library.passages if p.kind in (PassageKind.POINT, PassageKind.EXAMPLE)]
        self._judge = Judge(
            library.guidance,
            Recogniser(library.guidance, knowledge, points),
            municipalities,
            EarlierWordings(earlier),
        )
        self._references = References(library)

    def review(self, text: str, unshown: Iterable[Unshown] = ()) -> Review:
        """The pledges and findings of a contract text, and of what its file has but does not show."""
        sentences = self._sentences(text)
        judged = tuple(self._judge.judge(text, sentences))
        missing = self._missing(judged)
        findings = [
            *pledge_findings(judged, Places(self._library, sentences), self._library),
            *self._of_sentences(sentences, judged),
            *unshown_findings(unshown, self._numbers_in, self._library),
            *missing_findings(missing, text, self._library),
        ]
        findings.sort(key=lambda finding: (finding.start, finding.end))
        edition = self._library.guidance.edition.id
        return Review(edition, text, tuple(j.pledge for j in judged), missing, tuple(findings))

    def _sentences(self, text: str) -> tuple[Sentence, ...]:
        return tuple(sentences_of(text, self._library.guidance.edition.pledge_opening))

    def _numbers_in(self, text: str) -> list[int]:
        """The commitments that a text has, each once."""
        judged = self._judge.judge(text, self._sentences(text))
        return list(dict.fromkeys(j.pledge.commitment for j in judged if j.pledge.commitment))

    def _missing(self, judged: Sequence[Judged]) -> tuple[int, ...]:
        """The mandatory commitments of which there is no pledge, not even a changed one."""
        found = {j.pledge.commitment for j in judged}
        return tuple(c.number for c in self._library.guidance.mandatory if c.number not in found)

    def _of_sentences(
        self, sentences: Sequence[Sentence], judged: Sequence[Judged]
    ) -> Iterator[Finding]:
        """References and gaps everywhere; everything else in the municipality's own text only."""
        pledges = {j.pledge.start: j.pledge.status for j in judged}
        edition = self._library.guidance.edition
        for sentence in sentences:
            status = pledges.get(sentence.start)
            if status is PledgeStatus.VERBATIM:
                continue
            yield from self._references.findings(sentence)
            if status is PledgeStatus.CHANGED:
                yield from gap_findings(sentence)
            else:
                yield from own_text_findings(sentence, edition, self._knowledge.terms)
