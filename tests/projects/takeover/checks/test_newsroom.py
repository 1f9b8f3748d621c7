import harness


def test_the_newsroom_has_its_own_harness():
    assert harness.WIRES == 3
