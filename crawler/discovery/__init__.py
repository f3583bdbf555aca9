"""Finding the columns of a portal: which links lead there, what a page turns out to be, and the file written of it.

Knows pages and addresses; the requests are made by the ``discover`` spider, one task at a time.
"""
