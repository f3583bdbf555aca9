"""A crawl on several machines: portals are spread over workers, the ledger stays with one coordinator."""
