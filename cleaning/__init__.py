"""Cleaning: the bytes of one government page in, one report record out.

Pure functions: no Scrapy, no network, no database.
"""
