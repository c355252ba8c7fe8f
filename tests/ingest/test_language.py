"""The language of whole texts, and of texts too short to tell."""

import pytest

from dateline.ingest.language import language_code, language_of
from tests.ingest.samples import NEWS, SECOND

NAMES = (
    "Aleppo, Idlib, Hama, Homs, Deir ez-Zor, Raqqa, Hasakah, Latakia, Tartus, Daraa, Quneitra, Suwayda, Damascus, "
    "Douma, Manbij, Kobani, Afrin, Azaz, Jarabulus, Al-Bab, Tal Abyad, Ras al-Ayn, Qamishli, Abu Kamal, Mayadin"
)
CROATIAN = (
    "Trojica policajaca poginula su u ponedjeljak u eksploziji bombe u središtu grada, priopćila je policija. "
    "Odgovornost za napad zasad nije preuzela nijedna skupina, a ministar je rekao da se istraga nastavlja i da su "
    "dvije osobe uhićene u predgrađu."
)
CASES = [
    (NEWS, "en"),
    (f"{NEWS} {SECOND}".upper(), "en"),
    ("The army said that it had killed five fighters.", "en"),
    ("Three killed, 12 hurt: Baghdad police", "en"),
    ("Five soldiers injured in Mosul", "en"),
    ("Explosion in Kabul", "en"),
    (f"{NEWS} The group wrote: «أعلنت وزارة الدفاع أن ثلاثة جنود قتلوا»", "en"),
    ("Une bombe a tué trois policiers lundi à Kaboul, a annoncé la police. Aucun groupe ne l'a revendiquée.", "fr"),
    ("Bij een aanslag in Kaboel zijn drie agenten gedood. De politie zei dat er ook gewonden waren gevallen.", "nl"),
    ("Bei einem Anschlag in Kabul sind drei Polizisten getötet worden. Das war am Montag, so die Polizei.", "de"),
    ("Tres policías murieron el lunes por la explosión de una bomba en Bogotá, según informó la alcaldía.", "es"),
    ("Три человека погибли при взрыве в понедельник вечером, сообщила полиция города.", "ru"),
    ("Троє людей загинули внаслідок вибуху в понеділок увечері, повідомила поліція міста.", "uk"),
    ("أعلنت وزارة الدفاع أن ثلاثة جنود قتلوا في انفجار عبوة ناسفة قرب الحدود مساء الاثنين", "ar"),
    ("وزارت دفاع اعلام کرد که سه سرباز در انفجار بمب در نزدیکی مرز کشته شدند", "fa"),
    ("Başkentte pazartesi günü meydana gelen patlamada üç polis memuru hayatını kaybetti, dedi valilik.", "tr"),
    (CROATIAN, "hr"),
    (NAMES, "und"),
    ("12 345 !", "und"),
    ("", "und"),
]


@pytest.mark.parametrize(("text", "language"), CASES)
def test_tells_the_language_or_that_it_cannot(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_hint_decides_only_where_the_text_does_not() -> None:
    assert language_of(NAMES, "en") == "en"
    assert language_of(NEWS, "ar") == "en"


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en", "en"), ("EN-gb", "en"), ("pt_BR", "pt"), ("eng", "en"), ("English", "en"), ("und", None), ("", None)],
)
def test_reads_language_tags(tag: str, code: str | None) -> None:
    assert language_code(tag) == code
