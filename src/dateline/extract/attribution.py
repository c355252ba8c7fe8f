"""Who says what: for each statement in a report its speaker, cue, channel, time and the words that are said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from dateline.extract.document import Document
from dateline.extract.encoder.reading import Asked, Run
from dateline.extract.findings import Findings
from dateline.extract.frame import Told
from dateline.extract.mentions import Mention
from dateline.extract.quotes import Quotation, quotations
from dateline.extract.saying import Saying
from dateline.extract.sayings import sayings
from dateline.extract.speaker_memory import Memory
from dateline.extract.speakers import Speaker, speaker
from dateline.extract.times import TimeMention
from dateline.lexicon.cues import load_cues
from dateline.lexicon.phrases import Hit

CUE = 0.6  # probability from which the encoder's word is a cue that rules do not know
PART = 0.4  # from which a word belongs to what is said, or names who says it
UNLIKELY = 0.05  # under which a cue of the rules is no word of saying
LEAST_SAID = 3  # words
MARKS = "“”„«»\"‘’'"
BARE_WORDS = 5  # words from which a quotation that no cue is told for is somebody's statement


class Attribution(Struct, frozen=True, kw_only=True):
    """A statement: tokens of its speaker and cue, characters of its content without outer marks.

    `antecedent` are the tokens of the fuller name that the speaker's words stand for. `cue` is empty, at
    the token where the content begins, where nothing tells that it is said (an embedded post).
    """

    speaker_first: int
    speaker_last: int
    name: tuple[int, int]
    title: tuple[int, int] | None
    organization: tuple[int, int] | None
    named: Mention | None
    antecedent: tuple[int, int] | None
    cue: tuple[int, int]
    content: tuple[int, int]
    direct: bool
    channel: str | None
    time: TimeMention | None
    sentence: int
    kind: str


def attributions(findings: Findings, told: Sequence[Told]) -> tuple[Attribution, ...]:
    """Return the statements in the sentences read, in text order of their cues."""
    return tuple(one for one in _Attributions(findings, told).read() if one.content[0] < one.content[1])


class _Attributions:
    """A report under reading: its quotations, its channels, and who spoke so far."""

    def __init__(self, findings: Findings, told: Sequence[Told]) -> None:
        self.findings = findings
        self.document: Document = findings.document
        self.told = told
        self.quotes = [q for q in quotations(self.document.source.text) if q.depth == 0]
        self.memory = Memory(findings)
        self.body = findings.filing_line.body if findings.filing_line is not None else 0
        self.channels: tuple[Hit[str], ...] = tuple(
            load_cues().channels.find([token.folded for token in self.document.tokens])
        )
        self.quoted = frozenset(self._quoted())

    def _quoted(self) -> Iterator[int]:
        """Yield the tokens inside quotations that are no scare quotes."""
        at, tokens = 0, self.document.tokens
        for quote in self.quotes:
            if quote.scare:
                continue
            while at < len(tokens) and tokens[at].start < quote.start:
                at += 1
            while at < len(tokens) and tokens[at].end <= quote.end:
                yield at
                at += 1

    def read(self) -> list[Attribution]:
        """Return the attributions."""
        found: list[Attribution] = []
        for one in self.told:
            said = sayings(self.findings, one, self.quoted)
            for index, saying in enumerate(said):
                made = self._attribution(one, saying, said[index + 1 :])
                if made is not None:
                    found.append(made)
        found = self._checked(found)
        found += self._unforeseen(found)
        found += self._bare(found)
        return sorted(found, key=lambda a: (a.sentence, a.cue, a.content))

    def _checked(self, found: Sequence[Attribution]) -> list[Attribution]:
        """Return attributions of the rules but those whose cue the encoder takes for no word of saying."""
        reading = self.findings.reading
        if reading is None:
            return list(found)
        cue, content = reading.inside("cue"), reading.inside("content")
        return [
            one
            for one in found
            if one.cue[0] == one.cue[1]
            or cue[slice(*one.cue)].max() >= UNLIKELY
            or content[slice(*self.document.tokens_at(*one.content))].mean() >= 0.5
        ]

    def _unforeseen(self, known: Sequence[Attribution]) -> Iterator[Attribution]:
        """Yield the attributions whose cues the encoder finds and no rule does."""
        reading = self.findings.reading
        if reading is None:
            return
        taken = {token for one in known for token in range(*one.cue)}
        for run in reading.tagged("cue", CUE):
            if run.first < self.body or taken.intersection(range(run.first, run.last)):
                continue
            told = next((one for one in self.told if one.sentence.first <= run.first < one.sentence.last), None)
            asked = reading.ask(run.first, run.last)
            content = self._said(asked, run) if told is not None else None
            if told is None or content is None:
                continue
            sources = [r for r in asked.runs("source", PART) if r.last <= content[0] or r.first >= content[1]]
            best = max(sources, key=lambda r: (r.last - r.first) * r.score, default=None)
            if best is not None:
                one = self.memory.resolve(speaker(self.findings, best.first, best.last))
            elif self.memory.last is not None:
                one = self.memory.last
            else:
                continue
            start, end = self._trimmed(self.document.tokens[content[0]].start, self.document.tokens[content[1] - 1].end)
            if start < end and not any(a.content[0] < end and start < a.content[1] for a in known):
                saying = Saying(
                    cue_first=run.first,
                    cue_last=run.last,
                    cue_class="say",
                    shape="before" if content[1] <= run.first else "after",
                    speaker=None,
                    content=content,
                    clause_first=run.first,
                    clause_last=run.last,
                )
                yield self._made(one, saying, (start, end), told)

    def _said(self, asked: Asked, cue: Run) -> tuple[int, int] | None:
        """Return the tokens that a cue introduces, in its own sentence: those before it or those behind it."""
        sentence = self.document.sentence_of(cue.first)
        sides = []
        for first, last in ((sentence.first, cue.first), (cue.last, sentence.last)):
            inside = [at for at in range(first, last) if asked.role("content")[at] >= PART]
            if len(inside) >= LEAST_SAID:
                sides.append((len(inside), (inside[0], inside[-1] + 1)))
        return max(sides, default=(0, None), key=lambda side: side[0])[1]

    def _attribution(self, told: Told, saying: Saying, later: Sequence[Saying]) -> Attribution | None:
        content = self._content(told, saying, later)
        if content is None:
            return None
        if saying.speaker is not None:
            one = self.memory.resolve(speaker(self.findings, *saying.speaker))
        elif self.memory.last is not None:
            one = self.memory.last
        else:
            return None
        return self._made(one, saying, content, told)

    def _made(self, one: Speaker, saying: Saying, content: tuple[int, int], told: Told) -> Attribution:
        return Attribution(
            speaker_first=one.first,
            speaker_last=one.last,
            name=one.name,
            title=one.title,
            organization=one.organization,
            named=one.named,
            antecedent=one.antecedent,
            cue=(saying.cue_first, saying.cue_last),
            content=content,
            direct=self._direct(content),
            channel=self._channel(told, saying, content, one),
            time=self._time(told, saying, content),
            sentence=told.sentence.index,
            kind=saying.cue_class,
        )

    def _content(self, told: Told, saying: Saying, later: Sequence[Saying]) -> tuple[int, int] | None:
        """Return the characters that are said: whole quotations, or the clause less what tells who speaks."""
        tokens = self.document.tokens
        first, last = saying.content
        if saying.shape in {"after", "shared"} or (saying.shape == "phrase" and first > saying.cue_first):
            last = min([last, *(s.clause_first for s in later if s.clause_first > first and self._cuts(told, s))])
        if first >= last:
            return None
        line = self.findings.filing_line
        if line is not None and line.first <= first < line.body < last:
            first = line.body
        start, end = tokens[first].start, tokens[last - 1].end
        if saying.shape == "before" or (saying.shape == "phrase" and last <= saying.cue_first):
            quote = next(
                (
                    q
                    for q in self.quotes
                    if not q.scare and start < q.end <= tokens[last - 1].end + 1 and self._ends(q, tokens[last - 1].end)
                ),
                None,
            )
            if quote is not None and quote.start <= start + 1:
                return self._inside(quote)
        else:
            start, end = self._clause(told, start, end, last)
            quote = next((q for q in self.quotes if q.start == start), None)
            if quote is not None and (quote.end >= end or not self._goes_on(quote.end, end)):
                return self._inside(quote)
            end = self._before_channel(told, first, end)
            over = next((q for q in self.quotes if not q.scare and start < q.start < end < q.end), None)
            end = over.end if over is not None else end
        start, end = self._trimmed(start, end)
        return (start, end) if start < end else None

    def _before_channel(self, told: Told, first: int, end: int) -> int:
        """Return where a content ends that a channel follows: "claimed the attack | in a statement on Telegram"."""
        tokens = self.document.tokens
        for at, phrase in enumerate(told.phrases):
            at_token = phrase.chunk.first
            if (
                at_token <= first
                or phrase.kind != "PREP"
                or phrase.words[0] not in {"in", "on", "via", "through", "by"}
            ):
                continue
            opens = any(at_token <= h.first <= at_token + 1 for h in self.channels)
            rest = told.phrases[at:]
            if (
                opens
                and tokens[at_token].start < end
                and not any((p.kind == "VP" and p.chunk.finite) or p.kind == "COMP" for p in rest)
            ):
                return tokens[at_token - 1].end
        return end

    def _ends(self, quote: Quotation, at: int) -> bool:
        between = self.document.source.text[quote.end : at] if quote.end < at else ""
        return not between.strip(" ,.")

    def _goes_on(self, start: int, end: int) -> bool:
        return any(c.isalnum() for c in self.document.source.text[start:end])

    def _cuts(self, told: Told, later: Saying) -> bool:
        """Tell whether a later saying ends the content before it: it shares its speaker, or opens with "while"."""
        if later.shape in {"shared", "before"} or (
            later.shape == "phrase" and later.cue_last <= told.sentence.last and later.content[1] <= later.cue_first
        ):
            return True
        before = self.document.tokens[later.clause_first - 1].folded if later.clause_first > told.sentence.first else ""
        return later.shape == "after" and before in {"while", "whereas", "but", ";"}

    def _clause(self, told: Told, start: int, end: int, last: int) -> tuple[int, int]:
        """Return the characters of a clause without the conjunction that its following neighbour begins with."""
        text = self.document.source.text[start:end].rstrip()
        for word in (" while", " whereas", " but", " and"):
            if last < told.sentence.last and text.endswith(word):
                text = text[: -len(word)]
        return start, start + len(text)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Return characters without white space, commas and marks at their ends; a full stop inside marks stays."""
        text = self.document.source.text
        while start < end and (text[start].isspace() or text[start] in ",;:-–—"):
            start += 1
        while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:-–—"):
            end -= 1
        if start >= end:
            return start, end
        if text[end - 1] == "." and text[start] not in MARKS and not self._abbreviates(end):
            end -= 1
        if text[end - 1] in '”"' and any(start < q.start and q.end == end for q in self.quotes):
            end -= 1
        return start, end

    def _inside(self, quote: Quotation) -> tuple[int, int]:
        """Return the characters of a quotation without its marks and its closing comma."""
        text, end = self.document.source.text, quote.inner_end
        while end > quote.inner_start + 1 and text[end - 1] in ", ":
            end -= 1
        return quote.inner_start, end

    def _abbreviates(self, end: int) -> bool:
        token = next((t for t in reversed(self.document.tokens) if t.start < end <= t.end), None)
        return token is not None and token.end - token.start > 1 and token.text[0].isalnum()

    def _direct(self, content: tuple[int, int]) -> bool:
        return any(q.inner_start < content[1] and content[0] < q.inner_end for q in self.quotes)

    def _channel(self, told: Told, saying: Saying, content: tuple[int, int], one: Speaker) -> str | None:
        tokens = self.document.tokens
        sentence = told.sentence
        inside = [
            h
            for h in self.channels
            if sentence.first <= h.first
            and h.last <= sentence.last
            and h.first not in self.quoted
            and not (content[0] <= tokens[h.first].start < content[1])
        ]
        near = min(inside, key=lambda h: abs(h.first - saying.cue_first), default=None)
        if near is not None:
            return self._best(inside)
        body = one.named.organisation if one.named is not None else None
        return "official_media" if body is not None and body.org_class == "media" and body.name in STATE_MEDIA else None

    def _best(self, found: Sequence[Hit[str]]) -> str:
        """Return the most telling channel: where a statement was published comes before that it was one."""
        names = [hit.entries[0] for hit in found]
        return next((n for n in names if n not in {"statement", "report"}), names[0])

    def _time(self, told: Told, saying: Saying, content: tuple[int, int]) -> TimeMention | None:
        tokens, sentence = self.document.tokens, told.sentence
        inside = [
            t
            for t in self.findings.times
            if sentence.first <= t.first
            and t.last <= sentence.last
            and not (content[0] <= tokens[t.first].start < content[1])
            and t.relation not in {"since", "until"}
            and not (self.body > t.first)
        ]
        return min(inside, key=lambda t: abs(t.first - saying.cue_first), default=None)

    def _bare(self, found: Sequence[Attribution]) -> Iterator[Attribution]:
        """Yield quotations that nobody is said to speak: they go on with the words of the one before."""
        tokens = self.document.tokens
        for quote in self.quotes:
            words = self.document.source.text[quote.inner_start : quote.inner_end].split()
            if (
                quote.scare
                or quote.inner_start >= quote.inner_end
                or len(words) < BARE_WORDS
                or self._taken(quote, found)
            ):
                continue
            before = [a for a in found if tokens[a.cue[0]].start < quote.start]
            if not before:
                continue
            last = max(before, key=lambda a: a.cue)
            between = self.document.source.text[max(tokens[last.cue[1] - 1].end, last.content[1]) : quote.start]
            if len(between.split()) > 14 or not self._opens_sentence(quote):
                continue
            yield Attribution(
                speaker_first=last.speaker_first,
                speaker_last=last.speaker_last,
                name=last.name,
                title=last.title,
                organization=last.organization,
                named=last.named,
                antecedent=last.antecedent,
                cue=last.cue,
                content=self._inside(quote),
                direct=True,
                channel=last.channel,
                time=last.time,
                sentence=last.sentence,
                kind=last.kind,
            )

    def _opens_sentence(self, quote: Quotation) -> bool:
        before = self.document.source.text[: quote.start].rstrip()
        return not before or before[-1] in '.!?\n”"’'

    def _taken(self, quote: Quotation, found: Sequence[Attribution]) -> bool:
        return any(a.content[0] < quote.inner_end and quote.inner_start < a.content[1] for a in found) or not any(
            one.sentence.start <= quote.start < one.sentence.end for one in self.told
        )


STATE_MEDIA = frozenset(("SANA", "IRNA", "TASS", "Xinhua", "KCNA", "Tasnim", "Press TV", "Syrian Arab News Agency"))
