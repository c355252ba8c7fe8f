"""Who says what: one table of statements, one of sentences that hold none, and laws for any text."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dateline.extract.analyse import analyse
from dateline.extract.attribution import Attribution, attributions
from dateline.extract.document import Document
from dateline.extract.findings import Findings
from dateline.extract.frames import told
from dateline.ingest.read import read_text


def read(text: str) -> tuple[Document, tuple[Attribution, ...]]:
    """Return a text's document and its attributions."""
    findings = Findings(analyse(read_text(text)))
    document = findings.document
    return document, attributions(findings, [told(findings, sentence) for sentence in document.sentences])


def words(document: Document, one: Attribution) -> tuple[str, str, str]:
    """Return the name, cue and content of an attribution."""
    start, end = one.content
    return document.words(*one.name), document.words(*one.cue), document.source.text[start:end]


CASES = [
    # text                                    speaker   cue    content
    ("The army said two posts had fallen.", "army", "said", "two posts had fallen"),
    ("The army said that two posts had fallen.", "army", "said", "two posts had fallen"),
    ("Two posts had fallen, the army said.", "army", "said", "Two posts had fallen"),
    ("Two posts had fallen, the army said on Sunday.", "army", "said", "Two posts had fallen"),
    ("Two posts had fallen, the army said in a statement.", "army", "said", "Two posts had fallen"),
    ("“Two posts have fallen,” the army said.", "army", "said", "Two posts have fallen"),
    ('"Two posts have fallen," said the army.', "army", "said", "Two posts have fallen"),
    ("‘Two posts have fallen,’ the army said.", "army", "said", "Two posts have fallen"),
    ("«Two posts have fallen», the army said.", "army", "said", "Two posts have fallen"),
    ("The army said: “Two posts have fallen.”", "army", "said", "Two posts have fallen."),
    ("The army said, “Two posts have fallen.”", "army", "said", "Two posts have fallen."),
    ("According to police, three men died.", "police", "According to", "three men died"),
    ("Three men died, according to police.", "police", "according to", "Three men died"),
    (
        "Three men died, according to local officials in Homs.",
        "local officials in Homs",
        "according to",
        "Three men died",
    ),
    ("Witnesses said gunmen stormed the village.", "Witnesses", "said", "gunmen stormed the village"),
    ("Residents told AFP that shells fell all night.", "Residents", "told", "shells fell all night"),
    ("Shells fell all night, residents told AFP.", "residents", "told", "Shells fell all night"),
    ("Shells fell all night, residents told Reuters by phone.", "residents", "told", "Shells fell all night"),
    ("The minister told reporters the road was open.", "minister", "told", "the road was open"),
    ("The ministry denied that it had shelled the camp.", "ministry", "denied", "it had shelled the camp"),
    ("The ministry denied shelling the camp.", "ministry", "denied", "shelling the camp"),
    ("The militia denied any involvement.", "militia", "denied", "any involvement"),
    ("Police blamed rebels for the blast.", "Police", "blamed", "rebels for the blast"),
    ("The governor accused the army of using gas.", "governor", "accused", "the army of using gas"),
    (
        "Hamas claimed responsibility for the bombing.",
        "Hamas",
        "claimed responsibility",
        "responsibility for the bombing",
    ),
    (
        "Hamas claimed responsibility for the bombing on Telegram.",
        "Hamas",
        "claimed responsibility",
        "responsibility for the bombing",
    ),
    ("The group claimed it had shot down a drone.", "group", "claimed", "it had shot down a drone"),
    ("The United Nations put the toll at 12.", "United Nations", "put", "the toll at 12"),
    ("The hospital director gave a toll of nine dead.", "hospital director", "gave", "a toll of nine dead"),
    ("The envoy called for a truce.", "envoy", "called for", "a truce"),
    ("The envoy called on both sides to stop.", "envoy", "called on", "both sides to stop"),
    ("The president vowed to hit back.", "president", "vowed", "to hit back"),
    ("The commander threatened to strike the port.", "commander", "threatened", "to strike the port"),
    ("The agency warned that stocks were low.", "agency", "warned", "stocks were low"),
    ("The army announced a truce.", "army", "announced", "a truce"),
    (
        "A military source announced on Monday that the town had fallen.",
        "military source",
        "announced",
        "the town had fallen",
    ),
    ("Officials believe the cell fled.", "Officials", "believe", "the cell fled"),
    ("State television reported two blasts.", "State television", "reported", "two blasts"),
    ("Two blasts were reported by state television.", "state television", "reported", "Two blasts"),
    ("The mayor described the raid as a crime.", "mayor", "described", "the raid as a crime"),
    ("The mayor called it “a massacre of children”.", "mayor", "called", "it “a massacre of children"),
    ("The minister condemned the attack.", "minister", "condemned", "the attack"),
    ("The minister was quoted as saying the truce was dead.", "minister", "quoted as saying", "the truce was dead"),
    ("Talks have failed, the minister was quoted as saying.", "minister", "quoted as saying", "Talks have failed"),
    ("The spokesman pointed out that roads were cut.", "spokesman", "pointed out", "roads were cut"),
    ("Omar Haddad, the mayor of the town, said shops had closed.", "Omar Haddad", "said", "shops had closed"),
    ("Mayor Omar Haddad said shops had closed.", "Omar Haddad", "said", "shops had closed"),
    ("“Shops have closed,” said Omar Haddad, a spokesman for the police.", "Omar Haddad", "said", "Shops have closed"),
    ("Shops had closed, said Omar Haddad, the town's mayor.", "Omar Haddad", "said", "Shops had closed"),
    (
        "A security official, speaking on condition of anonymity, said the cell fled.",
        "security official",
        "said",
        "the cell fled",
    ),
    (
        "A doctor at the hospital in Homs said nine people died.",
        "doctor at the hospital in Homs",
        "said",
        "nine people died",
    ),
    (
        "A source at the police command told the agency that shells fell.",
        "source at the police command",
        "told",
        "shells fell",
    ),
    ("Police and witnesses said the car blew up.", "Police and witnesses", "said", "the car blew up"),
    ("The Observatory, which has a network of sources, said nine died.", "Observatory", "said", "nine died"),
    ("Omar Haddad who runs the clinic said nine died.", "Omar Haddad", "said", "nine died"),
    ("The US Central Command (CENTCOM) said it fired back.", "US Central Command", "said", "it fired back"),
    ("On Thursday, the minister reiterated that troops would leave.", "minister", "reiterated", "troops would leave"),
    ("In a statement, the army said it fired back.", "army", "said", "it fired back"),
    (
        "The minister said the army did “everything it could to limit harm.”",
        "minister",
        "said",
        "the army did “everything it could to limit harm.",
    ),
    (
        "Air raids killed nine people a monitoring group said Friday.",
        "monitoring group",
        "said",
        "Air raids killed nine people",
    ),
    ("Four civilians were killed said the mayor.", "mayor", "said", "Four civilians were killed"),
    ('"It is a disaster" said spokesman Omar Haddad.', "Omar Haddad", "said", "It is a disaster"),
    ("Israel said it had struck a depot.", "Israel", "said", "it had struck a depot"),
    ("She said the house was empty.", "She", "said", "the house was empty"),
    ("The tank burned in the night, the army said.", "army", "said", "The tank burned in the night"),
    ("The army has said that it will stay.", "army", "said", "it will stay"),
    ("The court heard nothing, Omar Haddad wrote on X.", "Omar Haddad", "wrote", "The court heard nothing"),
    ("Three soldiers were killed, Reuters reported.", "Reuters", "reported", "Three soldiers were killed"),
    ("The Homs Coalition said nine died.", "Homs Coalition", "said", "nine died"),
    ("Army: two posts have fallen", "Army", ":", "two posts have fallen"),
    ("Two posts have fallen: army", "army", ":", "Two posts have fallen"),
    ("Two soldiers killed in ambush - police", "police", "-", "Two soldiers killed in ambush"),
    ("The ministry confirmed the deaths of nine soldiers.", "ministry", "confirmed", "the deaths of nine soldiers"),
    (
        "The paper quoted Omar Haddad as saying that talks failed.",
        "paper",
        "quoted",
        "Omar Haddad as saying that talks failed",
    ),
]


@pytest.mark.parametrize(("text", "name", "cue", "content"), CASES, ids=[case[0] for case in CASES])
def test_a_statement_has_its_speaker_cue_and_content(text: str, name: str, cue: str, content: str) -> None:
    document, found = read(text)
    assert [words(document, one) for one in found] == [(name, cue, content)]


NONE = [
    "Two men were killed in the village on Sunday.",
    "Two men were reportedly killed.",
    "It was reported that two men died.",
    "The blast claimed 12 lives.",
    "The war began in March.",
    "Rebels concluded their operation.",
    "The group holds three towns.",
    "A video showed bodies in the street.",
    "They put the boxes in the lorry.",
    "He reported for duty.",
    "The army would say nothing.",
    "Several states sent envoys.",
    "The police gave residents a deadline.",
    "The town has been quiet since the truce began.",
]


@pytest.mark.parametrize("text", NONE)
def test_a_sentence_without_a_statement_gives_none(text: str) -> None:
    assert read(text)[1] == ()


SEVERAL = [
    ("The army said it fired back, adding that two men died.", ["it fired back", "two men died"]),
    ("The army said it fired back and added that two men died.", ["it fired back", "two men died"]),
    (
        "“It is over,” the mayor said. “Nobody is left in the town now.”",
        ["It is over", "Nobody is left in the town now."],
    ),
    ("Two died, the mayor said, adding that a third was hurt.", ["Two died", "a third was hurt"]),
    ("The army said it fired back, while the UN put the toll at nine.", ["it fired back", "the toll at nine"]),
    ("The army said it fired back, Reuters reported.", ["it fired back", "The army said it fired back"]),
    ("“It is over,” it said, but denied that men had died.", ["It is over", "men had died"]),
]


@pytest.mark.parametrize(("text", "contents"), SEVERAL)
def test_each_content_under_a_cue_is_a_statement(text: str, contents: list[str]) -> None:
    document, found = read("Police spoke. " + text if text.startswith("“It is over,” it") else text)
    assert [words(document, one)[2] for one in found] == contents


POSTS = [
    ("Pentagon Deputy Press Secretary Sabrina Singh said troops stay.", "Pentagon Deputy Press Secretary", "Pentagon"),
    ("Iraqi Prime Minister Mohammed Shia al-Sudani said troops must go.", "Prime Minister", None),
    ("Omar Haddad, a spokesman for the Taliban, said the road was open.", "spokesman", "Taliban"),
    ("Observatory director Omar Haddad said nine died.", "Observatory director", "Observatory"),
    ("Bakery owner Omar Haddad said nine died.", "Bakery owner", None),
    ("Witnesses said nine died.", None, None),
    ("Omar Haddad said nine died.", None, None),
]


@pytest.mark.parametrize(("text", "title", "organization"), POSTS)
def test_a_speaker_has_title_and_body(text: str, title: str | None, organization: str | None) -> None:
    document, [one] = read(text)
    told_title = document.words(*one.title) if one.title else None
    body = document.words(*one.organization) if one.organization else None
    assert (told_title, body) == (title, organization)


STANDS_FOR = [
    ("Mayor Omar Haddad said nine died. He said shops closed.", "Omar Haddad"),
    ("Mayor Omar Haddad said nine died. Haddad said shops closed.", "Omar Haddad"),
    ("Mayor Omar Haddad hid in a cellar. Nine died, Haddad said.", "Omar Haddad"),
    ("CENTCOM said nine died. It said troops would stay.", "CENTCOM"),
    ("A police source said nine died. The source said shops closed.", "police source"),
    ("The Taliban said nine died. The group said shops closed.", "Taliban"),
    (
        "A source at the police command said nine died. The source added that two were hurt.",
        "source at the police command",
    ),
]


@pytest.mark.parametrize(("text", "name"), STANDS_FOR)
def test_short_names_and_pronouns_stand_for_the_one_named_before(text: str, name: str) -> None:
    document, found = read(text)
    assert found[-1].antecedent is not None
    assert document.words(*found[-1].antecedent) == name


CHANNELS = [
    ("The army said in a statement that it fired back.", "statement"),
    ("The group said on its Telegram channel that it fired.", "telegram"),
    ("The minister wrote on X that talks had failed.", "x"),
    ("The mayor said on his Facebook page that shells fell.", "facebook"),
    ("The minister told a news conference that talks had failed.", "press_conference"),
    ("The minister said in an interview that talks had failed.", "interview"),
    ("State television said two men had died.", "official_media"),
    ("A resident said by phone that shells fell.", "phone"),
    ("The group claimed responsibility for the attack in a statement published on Telegram.", "telegram"),
    ("The army said it fired back.", None),
]


@pytest.mark.parametrize(("text", "channel"), CHANNELS)
def test_a_statement_goes_through_its_channel(text: str, channel: str | None) -> None:
    _, [one] = read(text)
    assert one.channel == channel


KINDS = [
    ("The army said it fired.", "say"),
    ("Hamas claimed responsibility for the attack.", "claim"),
    ("The army denied that it fired.", "deny"),
    ("The army blamed rebels for the attack.", "blame"),
    ("The army threatened to fire.", "threaten"),
    ("The army announced a truce.", "announce"),
    ("The agency reported two blasts.", "report"),
    ("The agency warned that stocks were low.", "warn"),
    ("Officials believe the cell fled.", "believe"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_cue_has_its_class(text: str, kind: str) -> None:
    _, [one] = read(text)
    assert one.kind == kind


def test_words_in_marks_make_a_statement_direct() -> None:
    _, [whole] = read("“It is over,” the mayor said.")
    _, [partly] = read("The mayor said the raid was “necessary” for peace.")
    _, [none] = read("The mayor said the raid was necessary.")
    assert (whole.direct, partly.direct, none.direct) == (True, True, False)


def test_the_day_something_was_said_is_no_part_of_it() -> None:
    document, [one] = read("Two posts fell on Friday, the army said on Sunday.")
    assert one.time is not None
    assert document.words(one.time.first, one.time.last) == "Sunday"


PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "‘",
        "’",
        "'",
        "«",
        "»",
        "said",
        "the army",
        "he",
        "adding that",
        ",",
        ".",
        "\n",
        "according to",
        ":",
        "-",
        "told",
        "Reuters",
        "Omar Haddad",
        "on Sunday",
        "two men died",
        "claimed responsibility",
        "and",
        "who",
        "(",
        ")",
        "was quoted as saying",
        "statement",
    ]
)


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES, max_size=24).map(" ".join) | st.text(max_size=80))
def test_any_text_is_read_and_contents_lie_within_it(text: str) -> None:
    assume(any(c.isalnum() for c in text))
    document, found = read(text)
    for one in found:
        start, end = one.content
        assert 0 <= start < end <= len(document.source.text)
        assert 0 <= one.speaker_first < one.speaker_last <= len(document.tokens)
        assert 0 <= one.cue[0] <= one.cue[1] <= len(document.tokens)
        assert one.name[0] < one.name[1]
