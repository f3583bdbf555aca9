"""Load: hundreds of portals in one run."""
