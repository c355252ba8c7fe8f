"""E-mail messages: words, sender, subject and date."""

import pytest

from tests.ingest.samples import NEWS, mail, the_error, the_source


def test_reads_header_and_words() -> None:
    source = the_source(mail())
    assert (source.text, source.title, source.publisher) == (NEWS, "Bomb in Kunduz", "Press Office")
    assert (source.published_at, source.published_basis) == ("2024-01-22T18:30:00+04:30", "metadata")
    assert source.uri == "mid:1@ministry.example"


PARTS = (
    "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>In <b>HTML</b>.</p>\r\n"
    "--b\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "=93{plain}=94\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nAttached\r\n"
    "--b--\r\n"
)
MULTIPART = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n"

BODIES = [
    (MULTIPART, PARTS.format(plain="Three men died.").encode(), "“Three men died.”"),
    ("MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n", b"<p>Three<br>men</p>", "Three\nmen"),
    (
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=x-odd\r\n",
        "“Three men” died.".encode(),
        "“Three men” died.",
    ),
    ("MIME-Version: 1.0\r\nContent-Transfer-Encoding: base64\r\n", b"VGhyZWUgbWVu", "Three men"),
]


@pytest.mark.parametrize(("headers", "body", "text"), BODIES)
def test_reads_the_words_of_every_kind_of_body(headers: str, body: bytes, text: str) -> None:
    assert the_source(mail(headers, body)).text.strip() == text


@pytest.mark.parametrize(
    ("headers", "body"), [("", b" \r\n"), ("MIME-Version: 1.0\r\nContent-Type: image/png\r\n", b"\x89PNG")]
)
def test_refuses_a_message_without_words(headers: str, body: bytes) -> None:
    assert "attachment" in the_error(mail(headers, body)).reason


def test_reads_encoded_headers_and_no_date() -> None:
    data = b"From: =?utf-8?q?Minist=C3=A8re?= <a@b.example>\nSubject: =?utf-8?b?QnLDu2zDqQ==?=\n\nThree men died."
    source = the_source(data)
    assert (source.publisher, source.title, source.published_at, source.uri) == ("Ministère", "Brûlé", None, None)


@pytest.mark.parametrize(
    "header", ["Date: ,,,", "Date: Mon, 99 Foo", "To: <<<>>;:", "Content-Type: ;;;=", "Message-ID: <["]
)
def test_a_malformed_header_costs_no_words(header: str) -> None:
    data = f"{header}\nFrom: a@b.example\nSubject: x\nMIME-Version: 1.0\n\nThree men died.".encode()
    assert the_source(data).text == "Three men died."
