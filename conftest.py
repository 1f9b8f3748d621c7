"""Open the plugin, also where the package is not installed, and pytester for the tests of it."""

pytest_plugins = ("pytester", "pytest_factcheck.plugin")
