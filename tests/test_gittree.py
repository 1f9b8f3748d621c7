"""The tree of a commit: links lead where they would in a working tree, and never out of the commit."""

from __future__ import annotations

import pytest

from pytest_factcheck.errors import UsageError
from pytest_factcheck.gittree import Tree, entries


def tree(root: str = "", links: dict[str, str] | None = None, *files: str, modules: str = "") -> Tree:
    """Return a tree in which the blob of each file is its name, and that of a link what it says."""
    found = {name: ("100644", name) for name in files}
    found |= {name: ("120000", target) for name, target in (links or {}).items()}
    found |= {name: ("160000", name) for name in modules.split()}
    return Tree(found, root, str)


@pytest.mark.parametrize(
    ("links", "name", "found"),
    [
        ({}, "seeds/a.txt", "seeds/a.txt"),
        ({}, "seeds", None),
        ({}, "seeds/b.txt", None),
        ({"link.txt": "seeds/a.txt"}, "link.txt", "seeds/a.txt"),
        ({"seeds/link.txt": "./a.txt"}, "seeds/link.txt", "seeds/a.txt"),
        ({"texts": "seeds"}, "texts/a.txt", "seeds/a.txt"),
        ({"texts": "seeds"}, "texts", None),
        ({"deep/texts": "../seeds/"}, "deep/texts/a.txt", "seeds/a.txt"),
        ({"texts": "kept", "kept": "seeds"}, "texts/a.txt", "seeds/a.txt"),
        ({"here": "deep/er", "up.txt": "here/../b.txt"}, "up.txt", "deep/b.txt"),
        ({"gone": "nowhere"}, "gone/a.txt", None),
        ({"loop": "loop"}, "loop/a.txt", None),
        ({"one": "other", "other": "one"}, "one", None),
        ({"more": "more/more"}, "more", None),
    ],
)
def test_a_name_is_the_file_to_which_it_leads(links: dict[str, str], name: str, found: str | None) -> None:
    assert tree("", links, "seeds/a.txt", "deep/b.txt", "deep/er/c.txt").file(name) == found


@pytest.mark.parametrize(("number", "found"), [(40, "a.txt"), (41, None)])
def test_as_many_links_are_followed_as_a_system_follows(number: int, found: str | None) -> None:
    links = {f"link{at}": f"link{at - 1}" for at in range(2, number + 1)} | {"link1": "a.txt"}
    assert tree("", links, "a.txt").file(f"link{number}") == found


@pytest.mark.parametrize("target", ["/etc/passwd", "..", "../seeds/a.txt", "seeds/../../a.txt"])
def test_a_link_that_leads_out_of_the_commit_is_refused(target: str) -> None:
    found = tree("", {"link": target}, "seeds/a.txt")
    with pytest.raises(UsageError) as caught:
        found.file("link")
    assert str(caught.value) == "`link` is a link that leads out of the repository, and is not followed"


def test_names_count_from_the_root_and_links_may_lead_above_it() -> None:
    found = tree("desk/north/", {"desk/north/seeds": "../../shared"}, "shared/a.txt", "desk/north/b.txt")
    assert found.file("b.txt") == "desk/north/b.txt"
    assert found.file("seeds/a.txt") == "shared/a.txt"
    assert list(found.names("")) == ["b.txt", "seeds"]
    assert list(found.names("seeds")) == ["seeds/a.txt"]


def test_the_root_itself_may_lie_behind_a_link() -> None:
    assert tree("desk/", {"desk": "desks/north"}, "desks/north/a.txt").file("a.txt") == "desks/north/a.txt"


def test_what_lies_behind_a_link_within_a_folder_is_none_of_its_names() -> None:
    found = tree("", {"seeds/latest": "2025"}, "seeds/2025/a.txt", "seeds-old/b.txt", modules="seeds/module")
    assert list(found.names("seeds")) == ["seeds/2025/a.txt", "seeds/latest"]
    assert list(found.names("./seeds")) == ["seeds/2025/a.txt", "seeds/latest"]
    assert list(found.names(".")) == ["seeds-old/b.txt", "seeds/2025/a.txt", "seeds/latest"]


def test_a_folder_is_where_a_name_lies() -> None:
    found = tree("", {"texts": "seeds", "gone": "nowhere"}, "seeds/deep/a.txt")
    names = ("seeds", "seeds/deep", "texts", "texts/deep", "gone", "seeds/deep/a.txt", "see")
    assert [name for name in names if found.has_folder(name)] == [
        "seeds",
        "seeds/deep",
        "texts",
        "texts/deep",
    ]


@pytest.mark.parametrize("name", ["module", "module/seeds", "texts"])
def test_a_folder_in_a_submodule_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match=f"^`{name}` lies in a submodule, which is not followed$"):
        tree("", {"texts": "module/texts"}, "a.txt", modules="module").has_folder(name)


def test_names_that_lead_out_of_a_folder_are_passed_over() -> None:
    listed = b"".join(
        b"100644 blob %d\t%s\0" % (number, name)
        for number, name in enumerate([b"a.txt", b"../b.txt", b"c/../../d.txt", b"/e.txt", b"..f/..g"])
    )
    assert list(entries(listed)) == [("a.txt", ("100644", "0")), ("..f/..g", ("100644", "4"))]
