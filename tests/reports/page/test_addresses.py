"""Addresses: in a folder they lead from page to page, in one file from place to place."""

from __future__ import annotations

import pytest

from pytest_factcheck.reports.page.addresses import InFile, InFolder, View, path_of

OVERVIEW, CLAIM, SOURCE = View("overview"), View("claim", "talks-date"), View("source", "moscow-times")
FILE = View("file", "assertions/may/more talks.yaml")


@pytest.mark.parametrize(
    ("view", "path"),
    [
        (OVERVIEW, "index.html"),
        (View("sources"), "sources.html"),
        (CLAIM, "claims/talks-date.html"),
        (SOURCE, "sources/moscow-times.html"),
        (FILE, "files/assertions/may/more talks.yaml.html"),
    ],
)
def test_each_view_has_a_page_of_its_own(view: View, path: str) -> None:
    assert path_of(view) == path


@pytest.mark.parametrize(
    ("here", "view", "place", "address"),
    [
        (OVERVIEW, CLAIM, "", "claims/talks-date.html"),
        (CLAIM, OVERVIEW, "", "../index.html"),
        (CLAIM, SOURCE, "L7", "../sources/moscow-times.html#L7"),
        (SOURCE, SOURCE, "L7", "#L7"),
        (CLAIM, FILE, "L4", "../files/assertions/may/more%20talks.yaml.html#L4"),
        (FILE, CLAIM, "", "../../../claims/talks-date.html"),
    ],
)
def test_in_a_folder_an_address_is_relative_to_the_page(
    here: View, view: View, place: str, address: str
) -> None:
    assert InFolder(here).of(view, place) == address


@pytest.mark.parametrize(
    ("view", "place", "address"),
    [
        (OVERVIEW, "", "#overview"),
        (CLAIM, "", "#claim/talks-date"),
        (SOURCE, "L7", "#source/moscow-times/L7"),
        (FILE, "L4", "#file/assertions/may/more%20talks.yaml/L4"),
    ],
)
def test_in_one_file_an_address_is_a_place(view: View, place: str, address: str) -> None:
    assert InFile(OVERVIEW).of(view, place) == address


def test_the_place_that_an_address_names_is_marked() -> None:
    assert InFolder(SOURCE).mark("L7") == "L7"
    assert InFile(SOURCE).mark("L7") == "source/moscow-times/L7"


def test_a_filter_is_part_of_the_address_of_the_overview() -> None:
    assert InFolder(CLAIM).filtered("tag", "a&b=c") == "../index.html#?tag=a%26b%3Dc"
    assert (
        InFolder(SOURCE).filtered("source", "a", stance="silent") == "../index.html#?source=a&stance=silent"
    )
    assert InFile(CLAIM).filtered("result", "known issue") == "#overview?result=known%20issue"
