from tests.store.conftest import world

__all__ = ["world"]
