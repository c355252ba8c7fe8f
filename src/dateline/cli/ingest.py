"""`dateline ingest`: reports into the store, one at a time and whole, and what that changed."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from dateline.cli import OK, STOPPED, UNREADABLE
from dateline.cli.options import STORE, Db, Paths, Published, Workers, check_input
from dateline.cli.progress import Meter, expected
from dateline.cli.stores import open_for_adding
from dateline.cli.terminal import one_line
from dateline.errors import UnreadableError
from dateline.pipeline import Kept, Known
from dateline.pipeline import ingest as ingest_into
from dateline.store import Store

REASONS = 5  # named in the summary


class Tally:
    """What a run did so far."""

    def __init__(self) -> None:
        self.new = self.known = self.eventless = 0
        self.created: set[str] = set()
        self.linked: set[str] = set()
        self.revised: set[str] = set()
        self.unreadable: Counter[str] = Counter()

    def count(self, outcome: Kept | Known | UnreadableError) -> None:
        """Take one outcome into account."""
        match outcome:
            case Kept(report, added):
                self.new += 1
                self.eventless += not report.events
                self.created.update(added.created)
                self.linked.update(added.linked)
                self.revised.update(added.revised)
            case Known():
                self.known += 1
            case UnreadableError():
                self.unreadable[outcome.reason] += 1

    def lines(self) -> list[str]:
        """Return the summary, for people."""
        created, linked, revised = (len(ids) for ids in (self.created, self.linked, self.revised))
        told = [
            f"  reports     {self.new:,} new, {self.known:,} already known",
            f"  incidents   {created:,} created, {linked:,} linked to further reports, {revised:,} revised",
        ]
        if self.eventless:
            told.append(f"  no event    in {self.eventless:,} of the new reports")
        if self.unreadable:
            told.append(f"  unreadable  {self.unreadable.total():,}")
            told += [f"    {count:,} × {one_line(reason)}" for reason, count in self.unreadable.most_common(REASONS)]
            if len(self.unreadable) > REASONS:
                told.append("    and others, named above")
        return told


def ingest(*paths: Paths, db: Db = STORE, published: Published = None, workers: Workers = None) -> int:
    """Add reports to the store and link them into incidents; running it again changes nothing.

    Paths may be web addresses of pages and feeds too. Interrupted, it leaves the store whole: run it again to go on.
    """
    check_input(paths, published, workers, "ingest")
    tally = Tally()
    with open_for_adding(db) as store:
        stopped = _read(store, paths, published, workers, tally)
    print(f"{'Stopped; so far read' if stopped else 'Read'} into {one_line(db)}")
    print("\n".join(tally.lines()))
    if stopped:
        print("  Nothing is half done; run the same command again to go on.")
        return STOPPED
    return UNREADABLE if tally.unreadable else OK


def _read(store: Store, paths: tuple[str, ...], published: str | None, workers: int | None, tally: Tally) -> bool:
    """Add what the paths give; tell whether it was interrupted."""
    with Meter(expected(paths)) as meter:
        try:
            for outcome in ingest_into(paths, store, lambda: datetime.now(UTC), published=published, workers=workers):
                tally.count(outcome)
                if isinstance(outcome, UnreadableError):
                    meter.complain(outcome)
                meter.step()
        except KeyboardInterrupt:
            return True
    return False
