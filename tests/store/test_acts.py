"""A person's word on incidents and pairs: it holds whatever arrives."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from dateline.errors import StoreError
from dateline.model.report import Report
from dateline.store import Filter, Store, open_store
from tests.store.factories import AT, a_casualty, a_party, a_place, a_report, a_weapon, an_event

HARRAN, KUT = a_place("Harran"), a_place("Kut", at=(32.5, 45.8))


def in_town(place: object, publisher: str, count: int = 3, published: str = "2024-01-21", **more: object) -> Report:
    event = an_event(
        place=place,  # type: ignore[arg-type]
        weapons=[a_weapon("mortar")],
        casualties=[a_casualty(count)],
        perpetrators=[a_party("The Militia", "m")],
        **more,  # type: ignore[arg-type]
    )
    return a_report(event, publisher=publisher, published=published, text=f"{publisher} has its own words.")


A, B, C = in_town(HARRAN, "Gazette"), in_town(HARRAN, "Courier"), in_town(HARRAN, "Herald", published="2024-01-22")
FAR = in_town(KUT, "Weekly")


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store("sqlite://") as opened:
        yield opened


def grouping(store: Store) -> set[frozenset[str]]:
    names = {A.id: "A", B.id: "B", C.id: "C", FAR.id: "F"}
    return {frozenset(names[link.id] for link in i.reports) for i in store.incidents(Filter(rejected=True))}


def groups(*members: str) -> set[frozenset[str]]:
    return {frozenset(letters) for letters in members}


def pair(one: Report, other: Report) -> tuple[str, str]:
    return f"{one.id}/e1", f"{other.id}/e1"


def test_confirmed_and_rejected(store: Store) -> None:
    [incident_id] = store.add(A, AT).created
    store.review(incident_id, "confirm", by="Noor", at=AT)
    found = store.incident(incident_id)
    assert found is not None
    assert (found.review.status, found.review.by, found.revision) == ("confirmed", "Noor", 2)
    store.add(B, AT)
    store.review(incident_id[:9], "reject", by="Sam", at=AT, reason="an exercise")
    assert list(store.incidents()) == []
    [rejected] = store.incidents(Filter(rejected=True))
    assert (rejected.review.status, rejected.review.by) == ("rejected", "Sam")
    store.add(C, AT)
    assert list(store.incidents()) == []


def test_no_review_of_an_unknown_incident(store: Store) -> None:
    with pytest.raises(StoreError, match="no incident"):
        store.review("inc-1", "confirm", by="Noor", at=AT)


def test_not_the_same_parts_and_stays_parted(store: Store) -> None:
    for report in (A, B):
        store.add(report, AT)
    assert grouping(store) == groups("AB")
    parted = store.judge(*pair(A, B), same=False, by="Noor", at=AT)
    assert grouping(store) == groups("A", "B")
    assert len(parted.created) == 1
    store.add(C, AT)
    assert all(not {"A", "B"} <= members for members in grouping(store))


def test_same_joins_and_stays_joined_and_may_be_taken_back(store: Store) -> None:
    for report in (A, FAR):
        store.add(report, AT)
    [first, second] = (incident.id for incident in store.incidents())
    store.judge(*pair(A, FAR), same=True, by="Noor", at=AT, reason="both mean the depot between them")
    assert grouping(store) == groups("AF")
    store.add(B, AT)
    assert grouping(store) == groups("ABF")
    store.judge(*pair(FAR, A), same=False, by="Noor", at=AT + timedelta(1))
    assert grouping(store) == groups("AB", "F")
    assert {incident.id for incident in store.incidents()} == {first, second}
    numbers = {name: [r.number for r in store.revisions(name)] for name in (first, second)}
    assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())


def test_a_word_said_before_the_third_report_holds_after_it(store: Store) -> None:
    later, earlier = open_store("sqlite://"), store
    for report in (A, B, C):
        later.add(report, AT)
    later.judge(*pair(A, B), same=False, by="Noor", at=AT)
    for report in (B, A):
        earlier.add(report, AT)
    earlier.judge(*pair(B, A), same=False, by="Noor", at=AT)
    earlier.add(C, AT)
    assert grouping(later) == grouping(earlier)
    later.close()


def test_a_recollection_goes_where_a_person_says(store: Store) -> None:
    recalled = in_town(HARRAN, "Monthly", status="background")
    for report in (A, FAR, recalled):
        store.add(report, AT)
    store.judge(f"{recalled.id}/e1", f"{FAR.id}/e1", same=True, by="Noor", at=AT)
    homes = [incident.reports[0].id for incident in store.incidents() if len(incident.reports) == 2]
    assert FAR.id in {link.id for i in store.incidents() for link in i.reports if len(i.reports) == 2}
    assert len(homes) == 1


def test_contradictions_are_refused(store: Store) -> None:
    for report in (A, B, C):
        store.add(report, AT)
    store.judge(*pair(A, B), same=True, by="Noor", at=AT)
    store.judge(*pair(B, C), same=True, by="Noor", at=AT)
    with pytest.raises(StoreError, match="contradicts an earlier decision"):
        store.judge(*pair(A, C), same=False, by="Sam", at=AT)
    assert grouping(store) == groups("ABC")


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (f"{A.id}/e1", "nobody/e1", "no event 'e1' of a report 'nobody'"),
        (f"{A.id}/e1", f"{A.id}/e1", "the same as itself"),
        (f"{A.id}/e9", f"{B.id}/e1", "no event 'e9'"),
    ],
)
def test_words_on_no_pair_are_refused(store: Store, left: str, right: str, reason: str) -> None:
    for report in (A, B):
        store.add(report, AT)
    with pytest.raises(StoreError, match=reason):
        store.judge(left, right, same=True, by="Noor", at=AT)


def test_two_recollections_are_no_incident_yet(store: Store) -> None:
    one, other = (in_town(HARRAN, name, status="background") for name in ("Gazette", "Courier"))
    for report in (one, other):
        store.add(report, AT)
    with pytest.raises(StoreError, match="neither report brings this as news"):
        store.judge(*pair(one, other), same=True, by="Noor", at=AT)


def test_unsure_pairs_wait_for_a_word(store: Store) -> None:
    vague = a_report(
        an_event(sub_type="Attack", place=HARRAN, casualties=[a_casualty(9)]), publisher="Weekly", text="Unsure."
    )
    for report in (A, vague):
        store.add(report, AT)
    [found] = store.unsure()
    assert {found.left, found.right} == {f"{A.id}/e1", f"{vague.id}/e1"}
    assert 0.3 < found.score < 0.7
    assert "same place: Harran" in found.reasons
    store.judge(found.left, found.right, same=False, by="Noor", at=AT)
    assert list(store.unsure()) == []
