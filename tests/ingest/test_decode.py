"""Bytes to text: what was declared, then UTF-8, then a guess with a warning."""

import codecs
import pickle
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.decode import decode, known_charset
from dateline.ingest.item import RefusedError

QUOTED = "“Three men were killed,” the café’s owner said."
ARABIC = "أعلنت وزارة الدفاع أن ثلاثة جنود قتلوا في انفجار عبوة ناسفة قرب الحدود مساء الاثنين"
RUSSIAN = "Три человека погибли при взрыве в понедельник вечером, сообщила полиция города."

SURE = [
    (QUOTED.encode(), None, QUOTED),
    (codecs.BOM_UTF8 + QUOTED.encode(), None, QUOTED),
    (codecs.BOM_UTF16_LE + QUOTED.encode("utf-16-le"), None, QUOTED),
    (codecs.BOM_UTF16_BE + QUOTED.encode("utf-16-be"), "utf-8", QUOTED),
    (codecs.BOM_UTF32_LE + QUOTED.encode("utf-32-le"), None, QUOTED),
    (QUOTED.encode("utf-16-le"), None, QUOTED),
    (QUOTED.encode("utf-16-be"), None, QUOTED),
    (QUOTED.encode("cp1252"), "ISO-8859-1", QUOTED),  # as browsers read that label
    (QUOTED.encode(), "iso-8859-1", QUOTED),  # a server's default, plainly wrong
    (ARABIC.encode("cp1256"), "windows-1256", ARABIC),
    (RUSSIAN.encode("koi8-r"), "KOI8-R", RUSSIAN),
    ("東京で爆発".encode("shift_jis"), "Shift_JIS", "東京で爆発"),
    ("東京で爆発".encode("iso-2022-jp"), "iso-2022-jp", "東京で爆発"),
    (b"", None, ""),
]


@pytest.mark.parametrize(("data", "declared", "text"), SURE)
def test_reads_what_marks_and_labels_say(data: bytes, declared: str | None, text: str) -> None:
    decoded = decode(data, declared)
    assert (decoded.text, decoded.warnings) == (text, ())


GUESSED = [
    (QUOTED.encode("cp1252"), None, QUOTED, "windows-1252"),
    (QUOTED.encode("cp1252"), "utf-8", QUOTED, "windows-1252"),
    (RUSSIAN.encode("cp1251"), None, RUSSIAN, "cp1251"),
    (QUOTED.encode() * 3 + b"\xe2\x80", None, QUOTED * 3 + "\ufffd", "UTF-8"),
    (codecs.BOM_UTF16_LE + b"a\x00b", None, "a\ufffd", "UTF-16-LE"),
]


@pytest.mark.parametrize(("data", "declared", "text", "named"), GUESSED)
def test_says_when_it_had_to_guess(data: bytes, declared: str | None, text: str, named: str) -> None:
    decoded = decode(data, declared)
    assert decoded.text == text
    assert named in decoded.warnings[0]


@pytest.mark.parametrize("label", ["unicode_escape", "zip", "idna", "utf-7", "rot13", "", "x" * 999, "iso-8859-99"])
def test_takes_no_label_that_is_not_a_charset_of_texts(label: str) -> None:
    assert known_charset(label) is None
    assert decode(b"a\\u0041", label).text == "a\\u0041"


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "latin-1", "gbk", "utf-16", "nonsense"]))
def test_any_bytes_give_text_or_a_refusal(data: bytes, declared: str | None) -> None:
    with suppress(RefusedError):
        assert isinstance(decode(data, declared).text, str)


@given(st.text(min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    data = text.encode()
    if not text.startswith("\ufeff") and b"\x00" not in data:
        assert decode(data).text == text


def test_a_refusal_says_what_to_do_across_processes() -> None:
    error = pickle.loads(pickle.dumps(RefusedError("save it as UTF-8")))  # noqa: S301 - our own bytes
    assert (str(error), error.reason) == ("save it as UTF-8", "save it as UTF-8")
