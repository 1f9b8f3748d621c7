"""Whether a text can be English: wholly foreign texts are told apart, and nothing finer."""

from __future__ import annotations

import pytest

from pytest_factcheck.language.english import may_be_english

GERMAN = (
    "Die Bürgermeisterin Ana Holt hat die Brücke eröffnet. Der Flughafen wurde geschlossen, "
    "und in der Stadt war es so still wie an einem Sonntag."
)
SPANISH = (
    "La alcaldesa inauguró el puente en la ciudad. El aeropuerto fue cerrado a las diez "
    "y no se abrió más en la noche, me dijo un vecino."
)
RUSSIAN = "Мэр открыл мост."
CHINESE = "市长打开了桥。机场已关闭。"


@pytest.mark.parametrize("text", [GERMAN, SPANISH, RUSSIAN, CHINESE])
def test_a_wholly_foreign_text_is_not_english(text: str) -> None:
    assert not may_be_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1,000 - 2,000",
        "Mayor opens bridge",
        "The mayor Łukasz Żółć opened it.",
        f"{GERMAN} The mayor said so.",
    ],
)
def test_what_may_be_english_in_part_or_is_too_short_to_tell_is_read(text: str) -> None:
    assert may_be_english(text)
