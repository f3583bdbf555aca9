"""What ``pyproject.toml`` cannot say: the wheel brings the tests' replica portals along, so that ``fazhi demo`` works
from an installed package too. They use relative imports alone."""

from setuptools import find_packages, setup

REPLICA = ["crawler.replica", *(f"crawler.replica.{name}" for name in find_packages("tests/replica"))]

setup(
    packages=[*find_packages(include=["crawler*", "cleaning*"]), *REPLICA],
    package_dir={"crawler.replica": "tests/replica"},
)
