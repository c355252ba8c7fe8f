"""Where the sentences of a report begin and end.

Rules, not weights: a full stop ends a sentence unless it belongs to a rank, a title, an initial or a
number; the quotes and brackets that close with a sentence stay with it; paragraphs end sentences.
"""

from collections.abc import Sequence
from typing import NamedTuple

from dateline.extract.document import Sentence
from dateline.extract.lines import line_breaks

_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("”’»)]}")
_OPENERS = frozenset("“‘«([{\"'")
_STRAIGHT = frozenset("\"'")
_BEFORE_NAME = frozenset(
    (
        "mr mrs ms dr prof st rev hon gov sen rep amb pres gen maj lt capt cpt cmdr cdr adm brig sgt cpl pvt "
        "pfc spc ssgt msgt supt insp det mt ft messrs gens sens reps drs lieut comdr pte lcpl ens fr vs "
        "approx est natl intl nos vol fig col"
    ).split()
)
_BEFORE_NUMBER = frozenset("no nos art sec p pp ch vol fig para res".split())
_DATES = frozenset(
    (
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun january "
        "february march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday"
    ).split()
)
_ZONES = frozenset("gmt utc est edt et pst pdt pt cst cdt ct bst cet cest eet eest msk ist pkt local".split())
_ALSO_WORDS = frozenset("sat sun mar dec det est fig fri hon mon mt pres rep rev spec vol wed co sen gen gov".split())
_STARTERS = frozenset(
    (
        "the a an this that these those there here he she it they we i you his her its their our my who what "
        "when where why how while after before since although though if as at in on by for from with during "
        "among according under but and or yet so nor however meanwhile also both all some many most several "
        "more no not one two three four five six seven eight nine ten dozens hundreds thousands another other "
        "others each every at earlier later last then now today yesterday officials police authorities "
        "witnesses residents rebels militants gunmen soldiers protesters demonstrators insurgents"
    ).split()
)
_BARE_STARTERS = frozenset("the he she they it we this these".split())  # begin even without their capital
_SAYING = frozenset("said says told asked added wrote shouted replied cried asks adds writes".split())
_OPENING_HOURS = frozenset("at around about by before after until from since shortly just".split())


class _Text(NamedTuple):
    text: str
    spans: Sequence[tuple[int, int]]
    caseless: bool

    def word(self, i: int) -> str:
        return self.text[self.spans[i][0] : self.spans[i][1]] if 0 <= i < len(self.spans) else ""

    def gap(self, i: int) -> str:
        """Return what stands between words i and i + 1."""
        return self.text[self.spans[i][1] : self.spans[i + 1][0]]


def sentences(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Sentence, ...]:
    """Cut a text's words into sentences that together hold every word."""
    here = _Text(text, spans, _is_caseless(text))
    breaks = line_breaks(text)
    found: list[Sentence] = []
    first = i = 0
    last = len(spans) - 1
    while i <= last:
        if i < last and text[spans[i][1] - 1] in _STOPS:
            i = _with_closers(here, i)
            ends = i == last or _stop_ends(here, first, i) or _line_ends(here, breaks, i)
        else:
            ends = i == last or _line_ends(here, breaks, i)
        if ends:
            found.append(Sentence(len(found), first, i + 1, spans[first][0], spans[i][1]))
            first = i + 1
        i += 1
    return tuple(found)


def _line_ends(here: _Text, breaks: frozenset[int], i: int) -> bool:
    start, end = here.spans[i][1], here.spans[i + 1][0]
    if end - start < 1 or not breaks or "\n" not in here.text[start:end]:
        return False
    return any(here.text[at] == "\n" and at in breaks for at in range(start, end)) and not _is_rank(here.word(i))


def _is_rank(word: str) -> bool:
    return word[-1] == "." and word[:-1].lower() in _BEFORE_NAME and word[0].isupper()


def _with_closers(here: _Text, i: int) -> int:
    """Return the last of the stops, quotes and brackets that close together with the stop at i."""
    while i + 1 < len(here.spans):
        mark = here.text[here.spans[i + 1][0]]
        gap = here.gap(i)
        is_closer = mark in _CLOSERS and (not gap or (gap == " " and mark in "”»)]"))
        is_quote = not gap and mark in _STRAIGHT and not here.word(i + 1)[1:].isalpha()
        is_stop = not gap and here.word(i + 1)[0] in _STOPS
        if not (is_closer or is_quote or is_stop):
            break
        i += 1
    return i


def _stop_ends(here: _Text, first: int, i: int) -> bool:
    """Tell whether the stop that ends with word i, which may be a closing mark, ends a sentence."""
    at = i
    while at > first and here.word(at)[-1] not in _STOPS:
        at -= 1
    stop, gap = here.word(at), here.gap(i)
    following = i + 1
    while following < len(here.spans) - 1 and here.word(following) in _OPENERS:
        following += 1
    begins = here.word(following)
    if not gap:
        return stop == "." and _lost_space(here, at, i, begins)
    if begins[0].islower() and not here.caseless and not _is_small_name(here, following):
        return stop == "." and begins in _BARE_STARTERS and _is_plain(here.word(at - 1))
    if not (begins[0].isalnum() or here.word(i + 1) in _OPENERS or begins[0] in "•*$£€#@"):
        return False
    if here.word(i + 1) == "(" and _is_dateline(here, first, at):
        return False
    if stop not in (".", "!", "?", "…"):
        return stop[0] in _STOPS or _abbreviation_ends(here, first, at, following)
    if stop in "!?" and i > at:
        return not _is_attribution(here, following)
    return stop != "." or _full_stop_ends(here, first, at, following)


def _is_dateline(here: _Text, first: int, at: int) -> bool:
    """Tell whether a town in capitals and its state make up the words so far: MADISON, Wis. (AP)."""
    return at - first < 7 and here.word(at - 2) == "," and here.word(first).isupper()


def _is_small_name(here: _Text, i: int) -> bool:
    """Tell whether a name begins here with a small letter: al-Shabaab."""
    return (
        here.word(i) in ("al", "el", "an", "as", "at", "ar") and here.word(i + 1) == "-" and here.word(i + 2).istitle()
    )


def _lost_space(here: _Text, at: int, i: int, begins: str) -> bool:
    """Tell whether a sentence begins right after a stop, its space lost: "left.The"."""
    return _is_plain(here.word(at - 1)) and begins.istitle() and (i > at or len(begins) > 1)


def _is_plain(word: str) -> bool:
    """Tell whether a word is no abbreviation, so that the stop after it is a full stop."""
    return len(word) > 2 and word.isalpha() and word.islower() and word not in _BEFORE_NUMBER


def _is_attribution(here: _Text, i: int) -> bool:
    """Tell whether a speaker's name and a verb of saying follow: “Stop!” Abadi said."""
    for at in range(i, min(i + 6, len(here.spans))):
        word = here.word(at)
        if word in _SAYING:
            return True
        if not (word[0].isupper() or word in ("-", "al", "bin", "the", "of")):
            return False
    return False


def _full_stop_ends(here: _Text, first: int, at: int, following: int) -> bool:
    """Decide for a full stop that stands by itself."""
    before, begins = here.word(at - 1) if at > first else "", here.word(following)
    if here.spans[at][0] != here.spans[at - 1][1]:
        return True
    if begins[0].isdigit() and before.lower() in _BEFORE_NUMBER:
        return False
    if at - first == 1 and before.isdigit() and len(before) < 4:
        return False  # the number of a list item
    if len(before) == 1 and before.isupper() and before.isalpha():
        return begins.lower() in _STARTERS and before != "I"
    return before.lower() not in _BEFORE_NAME or before.islower()


def _abbreviation_ends(here: _Text, first: int, at: int, following: int) -> bool:
    """Decide for an abbreviation that carries its own stop: "Gen.", "U.S.", "p.m."."""
    word, begins = here.word(at), here.word(following)
    key, follows = word[:-1].replace(".", "").lower(), begins.lower()
    if word.islower() and key in _ALSO_WORDS:
        return True
    if key in _BEFORE_NAME or begins[0].isdigit():
        return False
    if key in ("am", "pm"):
        return _clock_ends(here, first, at, following)
    if here.caseless and follows not in _STARTERS:
        return False
    return follows in _STARTERS or (following > at + 1 and here.word(at + 1) in '“"')


def _clock_ends(here: _Text, first: int, at: int, following: int) -> bool:
    follows = here.word(following).lower()
    if follows in _DATES or follows in _ZONES or "time" in (here.word(following + 1), here.word(following + 2)):
        return False
    if follows in _STARTERS and not here.caseless:
        return True
    opens = here.word(first).lower() in _OPENING_HOURS and at - first <= 4
    return not opens and not here.caseless


def _is_caseless(text: str) -> bool:
    """Tell whether a text has lost its capitals, so that small letters may begin a sentence."""
    sample = text[:20_000]
    return not any(c.isupper() for c in sample[:400]) and sum(map(str.isupper, sample)) * 200 < len(sample)
