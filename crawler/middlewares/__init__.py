"""Downloader middlewares: between the spider's wish and the portal's answer."""
