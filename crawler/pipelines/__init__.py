"""Item pipelines: clean, then store. (The raw response is in the WARC file before they run.)"""
