"""The words that time expressions are made of, and what each is worth."""

from __future__ import annotations

from typing import Final

from dateline.extract.times.expressions import Part, Unit

MONTHS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
SHY_MONTHS: Final = frozenset("may march mar jan jun june april august dec".split())  # names and verbs too

WEEKDAYS: Final[dict[str, int]] = {
    form: number
    for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
    for form in (name, name + "s")
}
SHORT_WEEKDAYS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun"))
    for name in names.split()
}

NUMBERS: Final[dict[str, int]] = {
    word: value
    for value, word in enumerate(
        (
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
            " seventeen eighteen nineteen twenty"
        ).split(),
        start=1,
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100}
VAGUE: Final = frozenset("few several many some couple dozen dozens".split())
ORDINALS: Final[dict[str, int]] = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=1
    )
}

UNITS: Final[dict[str, Unit]] = {
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "fortnight": "week",
    "month": "month",
    "year": "year",
    "decade": "decade",
}
PLURALS: Final[dict[str, Unit]] = {
    **{word + "s": unit for word, unit in UNITS.items()},
    "hrs": "hour",
    "mins": "minute",
    "moments": "minute",
}

PARTS: Final[dict[str, Part]] = {
    "morning": "morning",
    "mornings": "morning",
    "midmorning": "morning",
    "afternoon": "afternoon",
    "afternoons": "afternoon",
    "evening": "evening",
    "evenings": "evening",
    "night": "night",
    "nights": "night",
    "nighttime": "night",
}
TURNS: Final[dict[str, Part]] = {
    "dawn": "dawn",
    "daybreak": "dawn",
    "sunrise": "dawn",
    "predawn": "early_hours",
    "dusk": "evening",
    "sunset": "evening",
    "sundown": "evening",
    "nightfall": "evening",
    "noon": "noon",
    "midday": "noon",
    "noontime": "noon",
    "lunchtime": "noon",
}

SEASONS: Final[dict[str, int]] = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
ZONE_LETTERS: Final = frozenset(
    (
        "gmt utc z zulu est edt cst cdt mst mdt pst pdt et pt bst cet cest eet eest msk ist irst pkt aft sast"
        " wat cat eat jst kst trt sgt hkt ict wib aest aedt"
    ).split()
)

# class of a rule's item: the folded words in it
WORD_CLASSES: Final[dict[str, str]] = {
    "number": " ".join(NUMBERS),
    "vague": " ".join(sorted(VAGUE)),
    "ordinal": " ".join(word for word in ORDINALS if word != "second"),
    "second": "second",
    "unit": "minute hour fortnight decade",
    "day_word": "day",
    "week_word": "week",
    "month_word": "month",
    "year_word": "year",
    "units": " ".join(word for word in PLURALS if word not in ("weekends", "hours", "hrs")),
    "hours": "hours",
    "weekend": "weekend weekends",
    "part": " ".join(PARTS),
    "turn": " ".join(word for word in TURNS),
    "midnight": "midnight",
    "overnight": "overnight",
    "tonight": "tonight",
    "today": "today todays",
    "yesterday": "yesterday yesterdays",
    "tomorrow": "tomorrow tomorrows",
    "season": " ".join(SEASONS),
    "th": "th st nd rd",
    "ago": "ago",
    "earlier": "earlier previously",
    "later": "later afterwards afterward thereafter",
    "before": "before",
    "after": "after",
    "from": "from",
    "now": "now",
    "since": "since",
    "until": "until till til",
    "through": "through",
    "by": "by",
    "to": "to",
    "and": "and",
    "or": "or",
    "between": "between",
    "early": "early",
    "mid": "mid",
    "late": "late",
    "middle": "middle",
    "start": "start beginning outset onset",
    "end": "end close ending",
    "half": "half",
    "quarter": "quarter",
    "last": "last",
    "past": "past",
    "next": "next",
    "coming": "coming upcoming",
    "this": "this",
    "current": "current",
    "that": "that",
    "same": "same",
    "previous": "previous preceding prior",
    "following": "following",
    "recent": "recent",
    "the": "the",
    "a": "a an",
    "of": "of",
    "on": "on",
    "in": "in",
    "at": "at",
    "for": "for",
    "during": "during within over throughout",
    "around": "around approximately roughly circa nearly almost some",
    "about": "about",
    "shortly": "shortly soon just",
    "into": "into",
    "aged": "aged age",
    "feast": "ramadan nowruz newroz norouz noruz navroz ashura arbaeen passover sukkot hanukkah thanksgiving",
    "christmas": "christmas",
    "easter": "easter",
    "orthodox": "orthodox",
    "eid": "eid",
    "al": "al ul el",
    "eid_name": "fitr adha",
    "new": "new",
    "eve": "eve",
    "yom": "yom",
    "kippur": "kippur",
    "rosh": "rosh",
    "hashanah": "hashanah hashana",
    "good": "good palm",
    "bastille": "bastille",
    "more": "more less fewer",
    "than": "than",
    "every": "every each",
    "other": "other",
    "daily": "daily",
    "weekly": "weekly",
    "monthly": "monthly",
    "nightly": "nightly",
    "yearly": "yearly annually annual",
    "ampm": "am pm",
    "oclock": "oclock",
    "zone": " ".join(sorted(ZONE_LETTERS)),
    "local": "local",
    "time": "time",
    "hrs": "h hr hrs",
    "t": "t",
    "pre": "pre",
    "dated": "dated",
    "holy": "holy muslim islamic fasting",
    "old": "old",
    "small": "small",
    "s": "s",
    "m": "m",
}
MARKS: Final[dict[str, str]] = {
    ",": "comma",
    ".": "stop",
    "-": "dash",
    "‐": "dash",
    "‑": "dash",
    "‒": "dash",
    "–": "dash",
    "—": "dash",
    "--": "dash",
    "/": "slash",
    "(": "open",
    "[": "open",
    ")": "close",
    "]": "close",
    "+": "plus",
    ";": "semicolon",
    ":": "colon",
    "'": "quote",
    "’": "quote",
}
# names that rules use for one of several classes
UNIONS: Final[dict[str, str]] = {
    "month": "sure_month shy_month",
    "weekday": "full_weekday short_weekday",
    "dom": "n12 n24 n31",
    "hour": "n12 n24",
    "count": "n12 n24 n31 n99 n hmm number",
    "hhmm": "year hhmm_only",
    "nth": "ordinal second",
    "anyunit": "unit second day_word week_word month_word year_word",
    "anyunits": "units hours hrs",
    "period": "week_word month_word year_word",
    "gone": "last past",
    "ahead": "next coming",
    "present": "this current",
    "digits_two": "n12 n24 n31 n99",
}
