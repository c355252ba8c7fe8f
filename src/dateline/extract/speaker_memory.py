"""Who spoke before in a report: whom "he", "the group" or a family name stands for."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.extract.findings import Findings
from dateline.extract.mentions import Mention
from dateline.extract.speakers import BODIES, Speaker, speaker
from dateline.lexicon.words import HYPHENS

HE = frozenset(("he", "she"))
MONITORS = frozenset(("monitor", "monitoring", "watchdog"))


def _of_mention(mention: Mention) -> Speaker:
    return Speaker(
        first=mention.first, last=mention.last, name=(mention.first, mention.last), kind="body", named=mention
    )


class Memory:
    """Who spoke so far in a report: what pronouns and short names are read from."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._spoke: list[Speaker] = []
        self._bodies = [m for m in findings.mentions if m.kind in {"actor", "organisation"}]
        self._posts = frozenset(
            t for m in findings.mentions if m.kind in {"title", "actor", "organisation"} for t in range(m.first, m.last)
        )

    def resolve(self, one: Speaker) -> Speaker:
        """Return a speaker with the words it stands for, if it only points to one told before; remember it."""
        found = self._antecedent(one)
        told = one
        if found is not None:
            told = replace(one, antecedent=found.antecedent or found.name, named=found.named or one.named)
            if one.kind in {"pronoun", "person"} or one.title is None:
                told = replace(
                    told, title=one.title or found.title, organization=one.organization or found.organization
                )
        self._spoke.append(told)
        return told

    @property
    def last(self) -> Speaker | None:
        """The one who spoke last, or None."""
        return self._spoke[-1] if self._spoke else None

    def _antecedent(self, one: Speaker) -> Speaker | None:
        document = self._findings.document
        word = document.tokens[one.name[0]].folded
        if one.kind == "pronoun":
            return self._stood_for(word)
        if one.kind == "person":
            return self._full_name(one)
        if one.named is not None and one.named.kind in {"actor", "organisation"}:
            return None
        words = {t.lemma for t in document.tokens[one.first : one.last]}
        if words & MONITORS:
            return self._monitor()
        if not self._definite(one) or one.title is not None or self._owned(one):
            return None
        head = document.tokens[one.name[1] - 1].lemma
        same = [s for s in self._spoke if any(t.lemma == head for t in document.tokens[s.first : s.last])]
        if same:
            return same[-1]
        return self._body(one, head)

    def _body(self, one: Speaker, head: str) -> Speaker | None:
        """Return the body named last whose name has the same head, else for "the group" the one that spoke last."""
        tokens = self._findings.document.tokens
        if tokens[one.name[1] - 1].tag == "PROPN" or head in BODIES:
            for mention in reversed(self._bodies):
                if mention.last <= one.first and tokens[mention.last - 1].lemma == head:
                    return _of_mention(mention)
        if head not in BODIES or tokens[one.name[1] - 1].text[:1].isupper():
            return None
        return next((s for s in reversed(self._spoke) if s.kind == "body"), None)

    def _monitor(self) -> Speaker | None:
        """Return the monitor that a report names: "a monitoring group" is the one told of later, too."""
        named = [m for m in self._bodies if m.organisation is not None and m.organisation.org_class == "monitor"]
        names = {m.organisation.name for m in named if m.organisation is not None}
        return _of_mention(named[0]) if len(names) == 1 else None

    def _stood_for(self, word: str) -> Speaker | None:
        spoke = [s for s in self._spoke if s.kind != "pronoun" or s.antecedent is not None]
        if word in HE:
            return next(
                (
                    s
                    for s in reversed(spoke)
                    if s.kind == "person" or s.title is not None or s.kind == "source" or self._was_he(s)
                ),
                None,
            )
        if word == "it":
            bodies = (s for s in reversed(spoke) if s.kind == "body" or (s.kind == "pronoun" and not self._was_he(s)))
            return next(bodies, None)
        return spoke[-1] if spoke else None

    def _was_he(self, one: Speaker) -> bool:
        return one.kind == "pronoun" and self._findings.document.tokens[one.name[0]].folded in HE

    def _definite(self, one: Speaker) -> bool:
        tokens = self._findings.document.tokens
        before = tokens[one.first - 1].folded if one.first > 0 else ""
        return before in {"the", "its", "this", "that", "these", "those", "their"}

    def _owned(self, one: Speaker) -> bool:
        """Tell whether a country stands in the name: "the Israeli military" is no group named before."""
        found = (m for m in self._findings.mentions if m.kind == "country")
        return any(one.first <= m.first and m.last <= one.last for m in found)

    def _full_name(self, one: Speaker) -> Speaker | None:
        """Return the earlier speaker of whose name this is the end, or the first full name in the text that ends so."""
        words = self._folded(one.name)
        for earlier in reversed(self._spoke):
            if earlier.kind == "person" and earlier.name[0] < one.name[0]:
                known = self._folded(earlier.name)
                if known[-len(words) :] == words or (len(words) == 1 and words[0] in known):
                    return earlier
        return self._named_before(one, words)

    def _named_before(self, one: Speaker, words: tuple[str, ...]) -> Speaker | None:
        tokens = self._findings.document.tokens
        if len(words) > 2:
            return None
        for at in range(one.name[0] - len(words)):
            if (
                tokens[at].folded == words[0]
                and at > 0
                and tuple(t.folded for t in tokens[at : at + len(words)]) == words
            ):
                first = at
                while (
                    first > 0 and tokens[first - 1].tag == "PROPN" and first - 1 not in self._posts and at - first < 3
                ):
                    first -= 1
                if first < at:
                    return speaker(self._findings, first, at + len(words))
        return None

    def _folded(self, name: tuple[int, int]) -> tuple[str, ...]:
        tokens = self._findings.document.tokens
        return tuple(t.folded for t in tokens[name[0] : name[1]] if t.folded not in HYPHENS)
