"""What the readers of listings share, and what the search for columns uses of it.

``flatten`` reads a page into flat arrays, ``of_link`` a link's whole title, ``absolute`` an address as browsers
resolve it; ``is_document`` and ``DOCUMENT`` tell a document's own page. The rest serves the platform readers alone.
"""

from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.dom import Dom, Link
from crawler.platforms.listing.flatten import flatten
from crawler.platforms.listing.row_titles import of_link
from crawler.platforms.listing.rows import name_reports
from crawler.platforms.listing.static_page import DOCUMENT, is_document

__all__ = ["DOCUMENT", "Dom", "Link", "absolute", "flatten", "is_document", "name_reports", "of_link"]
