"""Telegram exports: one report for each message with words."""

import json

from tests.ingest.samples import NEWS, errors, outcomes, sources, telegram, the_error, the_source

MESSAGE: dict[str, object] = {
    "id": 5,
    "type": "message",
    "date": "2024-01-20T20:01:02",
    "date_unixtime": "1705768262",
    "from": "Province Watch",
    "text": [
        "Three ",
        {"type": "bold", "text": "missiles"},
        " hit the base. ",
        {"type": "link", "text": "https://a.example"},
    ],
}


def test_joins_the_parts_of_a_message() -> None:
    source = the_source(telegram(MESSAGE))
    assert source.text == "Three missiles hit the base. https://a.example"
    assert (source.uri, source.publisher, source.title) == ("telegram:77/5", "Province Watch", None)


def test_the_instant_is_that_of_the_server_not_of_the_exporting_clock() -> None:
    source = the_source(telegram(MESSAGE))
    assert (source.published_at, source.published_basis) == ("2024-01-20T16:31:02Z", "metadata")


def test_without_the_instant_only_the_day_is_kept() -> None:
    message = {key: value for key, value in MESSAGE.items() if key != "date_unixtime"}
    assert the_source(telegram(message)).published_at == "2024-01-20"


def test_a_known_username_gives_a_web_address() -> None:
    assert the_source(telegram(MESSAGE, username="@watch")).uri == "https://t.me/watch/5"


def test_without_a_number_there_is_no_address() -> None:
    assert the_source(telegram({**MESSAGE, "id": None})).uri is None
    assert the_source(telegram(MESSAGE, id=None)).uri is None


def test_says_whose_words_were_forwarded() -> None:
    source = the_source(telegram({**MESSAGE, "forwarded_from": "Another Channel"}))
    assert source.warnings == ("forwarded from Another Channel",)


def test_passes_over_messages_without_words() -> None:
    service = {"id": 1, "type": "service", "text": "joined"}
    photo = {"id": 2, "type": "message", "text": "", "photo": "a.jpg"}
    odd = {"id": 3, "type": "message", "text": 7}
    assert the_source(telegram(service, photo, odd, MESSAGE)).uri == "telegram:77/5"


def test_an_export_without_words_is_a_fault() -> None:
    assert "no message has text" in the_error(telegram()).reason


def test_reads_all_chats_of_an_account() -> None:
    chat = {"name": "Watch", "id": 9, "messages": [MESSAGE]}
    other = {"name": None, "id": 10, "messages": [{**MESSAGE, "text": NEWS}, "odd"]}
    found = outcomes(json.dumps({"chats": {"list": [chat, other, "odd"]}}).encode())
    assert [(source.uri, source.publisher) for source in sources(found)] == [
        ("telegram:9/5", "Watch"),
        ("telegram:10/5", "Province Watch"),
    ]
    assert [error.line for error in errors(found)] == [3]


def test_keeps_the_whole_messages_of_an_export_that_breaks_off() -> None:
    found = outcomes(telegram(MESSAGE, {**MESSAGE, "id": 6})[:-150])
    assert [source.uri for source in sources(found)] == ["telegram:77/5"]
    assert "items before the break were read" in errors(found)[0].reason
