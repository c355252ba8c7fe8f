"""Words around numbers and names of days that tell a time from what only looks like one."""

from __future__ import annotations

from typing import Final

CUES: Final = (
    "on in at of since until through by to from between before after during around about for early late mid every"
)
# names that a date is part of: "April 7th Street", "the 17 February Brigade"
DATE_NAMES: Final = frozenset(
    """
    street st avenue ave road square bridge brigade brigades battalion division movement martyrs martyr university
    hospital stadium school city district neighborhood neighbourhood roundabout boulevard airport camp dam party
    alliance coalition bloc group organisation organization mosque park club company accords agreement
    """.split()
)
PAPER_NAMES: Final = frozenset(
    "times telegraph mail express mirror herald star post independent mosque tribune magazine prayers prayer".split()
)
DAY_NICKNAMES: Final = frozenset("black bloody super ash man cyber fat red".split())
NO_YEAR_AFTER: Final = frozenset(
    """
    route highway road flight resolution resolutions room number no nos article section brigade battalion unit page
    boeing airbus channel radio model version studio area catch code order law decree case psalm bed lot gate box
    """.split()
)
COUNTED: Final = frozenset(
    """
    people men women children soldiers civilians police troops personnel families houses homes militants fighters
    dollars km kilometers kilometres miles meters metres feet rounds refugees protesters workers members migrants
    households patients cases tons tonnes percent prisoners detainees students vehicles others persons were
    policemen officers rebels insurgents terrorists gunmen villagers residents passengers dead wounded killed
    injured bodies deaths casualties
    """.split()
)
# what may follow a date that stands for itself, not before a noun
FUNCTION_WORDS: Final = frozenset(
    """
    a an the and or but that which who when where while as at in on of for from to by with without into over under
    near after before during between against about since until till is are was were be been being has have had do
    does did will would can could may might must shall should not no nor it he she they we i you his her its their
    our this these those there said says say told saying according because if than then so also amid following
    left killed wounded injured hit struck began ended started came saw took met alone when where whose whom amid
    despite through per via up out off again later earlier just only still even both all some
    """.split()
)
