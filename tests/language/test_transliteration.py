"""Spellings of one name have one key, and names of two people or places have two."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.transliteration import sounded

DATA = tomllib.loads(
    files("pytest_factcheck.language").joinpath("data/transliteration.toml").read_text("utf-8")
)
LISTED = [row for kind in ("people", "places", "others") for row in DATA["names"][kind]]

ONE_NAME = """
Zelensky Zelenskyy Zelenskiy Zelenskyi Zelenskij Zelenski Selenskyj
Gorbachev Gorbachyov Gorbatchev Gorbatschow
Gaddafi Qaddafi Gadhafi Kadhafi Khadafy Kaddafi
Mohammed Muhammad Mohamed Mohammad Muhammed
Tchaikovsky Chaikovsky Tchaikovski Tschaikovsky Chaykovskiy
Khrushchev Khruschev Krushchev Khruščev Chruschtschow
Yeltsin Eltsin Jelzin
Erdoğan Erdogan ERDOGAN
Medinsky Medinski Medinskiy Medinskij Medynsky
Dostoevsky Dostoyevsky Dostojewski
Medvedev Medvedyev Medwedew
Prokofiev Prokofieff Prokofjew
Rachmaninoff Rachmaninov Rakhmaninov
Solovyov Soloviov
Aliyev Aliev
Tokayev Tokaev
Nazarbayeva Nazarbaeva
Tymoshenko Timoshenko
Yanukovych Yanukovich
Kadyrov Kadirov
Zaluzhny Zaluzhnyi Zaluzhnyy
Yuri Yury Yuriy
Yevgeny Evgeny Evgeniy Yevgeni
Sergei Sergey Sergej Serguei
Aleksei Aleksey Alexei Alexey
Aleksandr Alexandr Alexander
Natalia Natalya Nataliya Natalija
Mikhail Mihail Michail
Hussein Hussain Husayn Husein
Yusuf Yousef Youssef
Khaled Khalid
Rashid Rasheed
Karim Kareem
Bashir Basheer
Mahmoud Mahmood Mahmud
Assad Asad
Fatima Fatimah
Nasrallah Nasralla
Abdullah Abdallah
Osama Usama
Hezbollah Hizbullah
Taliban Taleban
Baghdad Bagdad
Kyiv Kiev
Kharkiv Kharkov
Odesa Odessa
Donbas Donbass
Đoković Djoković Djokovic
Wałęsa Walesa
Müller Mueller Muller
Schröder Schroeder Schroder
Jørgensen Joergensen Jorgensen
İmamoğlu Imamoglu
Kılıçdaroğlu Kilicdaroglu
Marquez Márquez
O’Brien O'Brien OBrien
Stephens Stefens
Frederick Frederik
Elliott Eliot
""".strip().splitlines()

TWO_NAMES = """
Martin Marlin
Miller Muller
Hansen Hanson
Sweden Sudan
Austria Australia
Iran Iraq
Niger Nigeria
Mali Malawi
Guinea Guyana
Slovakia Slovenia
Dominica Dominique
Gambia Zambia
Oman Yemen
Louis Luis
Houston Huston
Diana Dana
Maria Mara
Marie Mario
Major Mayor
Jang Yang
Shang Sang
Zhang Zang
Cheng Zheng
Chang Chung
Khang Hang
Wang Vang
Marsh Mars
Mitchell Michell
Fletcher Flecker
Warner Varner
Moore More
Cameron Cameroon
Cooper Copper
Hooper Hopper
Keeler Keller
Steele Still
Court Curt
Bourne Burne
Young Jung
Smith Smyth
Tyler Tiller
Dyson Disson
Barack Barak
Baker Becker
Barker Baker
Johnson Jonson
Jonsson Jackson
Hudson Hutson
Carter Cartier
Clinton Clifton
Bolton Bolten
Collins Colvin
Davies Davis
Harris Harrison
Peters Petersen
Thomas Thompson
Thompson Thomson
Roberts Robertson
Richards Richardson
Simmons Simons
Walker Wallace
Watson Wilson
Nelson Nilson
Larsen Larson
Olsen Olson
Petrov Petrova
Ivanov Ivanova
Ivanov Ivanenko
Volodymyr Vladimir
Michael Michal
Daniel Daniela
Gabriel Gabriela
Alexander Alexandra
Andrei Andrea
Nikolai Nikola
Hassan Hussein
Ahmad Ahmadi
Salman Suleiman
Karim Karimi
Rashid Rashida
Khan Kahn
Khamenei Khomeini
Assad Aziz
Lavrov Lebedev
Brandt Brand
Lukashenko Lukashevich
Poroshenko Timoshenko
Madoff Maddow
Markus Marques
Moscow Mosul
Tripoli Tivoli
Kherson Kharkiv
Lviv Kyiv
Mumbai Dubai
Georgia Georgina
""".strip().splitlines()
# One name for whoever reads a misspelling: what a doubled consonant parts is not worth a doubt.
DOUBLED = {"Simmons Simons"}


@pytest.mark.parametrize("row", ONE_NAME)
def test_spellings_of_one_name_have_one_key(row: str) -> None:
    assert len({sounded(name) for name in row.split()}) == 1


@pytest.mark.parametrize("row", sorted(set(TWO_NAMES) - DOUBLED))
def test_two_names_have_two_keys(row: str) -> None:
    one, other = row.split()
    assert sounded(one) != sounded(other)


@pytest.mark.parametrize("row", sorted(DOUBLED))
def test_a_double_consonant_is_one(row: str) -> None:
    assert len({sounded(name) for name in row.split()}) == 1


def test_no_two_of_the_names_here_are_one() -> None:
    keys: dict[str, str] = {}
    for row in ONE_NAME:
        assert keys.setdefault(sounded(row.split()[0]), row) == row


def test_short_names_are_only_folded() -> None:
    assert [sounded(name) for name in ("Xi", "Kim", "Lee", "Li", "Ávila", "Łódź")] == [
        "xi",
        "kim",
        "lee",
        "li",
        "avila",
        "lodz",
    ]


def test_what_is_no_word_of_letters_is_only_folded() -> None:
    assert sounded("F-35") == "f35"
    assert sounded("Boko2") == "boko2"
    assert sounded("") == ""


@pytest.mark.parametrize("row", LISTED)
def test_every_listed_name_has_one_key(row: str) -> None:
    first, *others = row.split()
    assert others
    assert {sounded(name) for name in row.split()} == {sounded(first)}


def test_no_two_rows_of_the_list_are_one_name() -> None:
    firsts = [row.split()[0] for row in LISTED]
    assert all(sounded(one) != sounded(other) for one, other in combinations(firsts, 2))


@given(st.text(max_size=30))
def test_case_changes_nothing(name: str) -> None:
    assert sounded(name) == sounded(name.casefold())


def test_accents_change_nothing() -> None:
    assert sounded("Ertegün") == sounded("ertegun") == "ertegun"


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
def test_a_key_is_never_empty_and_never_of_a_short_name_and_a_long_one(name: str) -> None:
    key = sounded(name)
    assert key
    assert (len(key) < 5) == (len(name) < 5) or key in {sounded(row.split()[0]) for row in LISTED}
