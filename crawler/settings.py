"""Scrapy's settings: politeness first. The numbers of the middlewares and pipelines are the flow, in order."""

from __future__ import annotations

import sys
from importlib.metadata import version

from crawler.environment import Misset, check, value
from crawler.places import output_folder
from crawler.portals import DELAY_FLOOR
from crawler.replica_route import take_route

try:
    check()
except Misset as error:
    sys.exit(f"Error: {error}")  # Scrapy shows a traceback for any other

BOT_NAME = "FazhiWatch"
SPIDER_MODULES = ["crawler.spiders"]

OUTPUT = output_folder()
CONTACT = value("FAZHI_CONTACT") or ""
USER_AGENT = (
    f"{BOT_NAME}/{version('fazhi-watch')} (research archive of annual rule-of-law reports;"
    f" {'contact ' + CONTACT if CONTACT.isascii() and CONTACT else 'no contact set'})"
)

ON_REPLICA = take_route()

ROBOTSTXT_OBEY = True
DEFAULT_REQUEST_HEADERS = {"Accept": "text/html,application/json;q=0.9,*/*;q=0.5", "Accept-Language": "zh-CN,zh;q=0.9"}

CONCURRENT_REQUESTS = 64
CONCURRENT_REQUESTS_PER_DOMAIN = 1
CONCURRENT_ITEMS = 1  # Scrapy makes as many tasks for each response, and ours do nothing side by side
DOWNLOAD_DELAY_JITTER = 0.2
DOWNLOAD_DELAY = 0.0 if ON_REPLICA else DELAY_FLOOR / (1 - DOWNLOAD_DELAY_JITTER)
AUTOTHROTTLE_ENABLED = not ON_REPLICA
AUTOTHROTTLE_START_DELAY = DOWNLOAD_DELAY
AUTOTHROTTLE_MAX_DELAY = 120.0
DOWNLOAD_TIMEOUT = value("FAZHI_TIMEOUT")
DOWNLOAD_MAXSIZE = 20_000_000  # bytes, also after decompression
DOWNLOAD_WARNSIZE = 0
FILE_BYTES = int(value("FAZHI_FILE_MB") * 1_000_000)  # of one attachment
FILE_BYTES_PER_REPORT = 4 * FILE_BYTES
FILES_PER_REPORT = 50
FILE_CHARACTERS = 1_000_000  # of the text that is kept of one file: fifty times a long report
FILE_CHARACTERS_PER_REPORT = 3 * FILE_CHARACTERS
PAGES_PER_REPORT = 20  # on which an article goes on; together no larger than one page may be
FILE_TIMEOUT = 5 * DOWNLOAD_TIMEOUT
FILES_AT_ONCE = 8  # attachments under way at the same time on all hosts: what of them may have to be held in memory
DOWNLOAD_FAIL_ON_DATALOSS = False  # a cut answer is kept as it came, and told
DOWNLOAD_VERIFY_CERTIFICATES = True
DOWNLOAD_TLS_MIN_VERSION = "TLSv1.2"  # RFC 8996
RETRY_TIMES = 1
RETRY_HTTP_CODES: list[int] = []
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"
DNS_TIMEOUT = 20
# On the replica the proxy on this machine is all that is ever connected to.
TWISTED_DNS_RESOLVER = (
    f"{'scrapy.resolver.CachingThreaded' if ON_REPLICA else 'crawler.download.handler.Public'}Resolver"
)
DOWNLOAD_HANDLERS = dict.fromkeys(("http", "https"), "crawler.download.handler.DownloadHandler") | dict.fromkeys(
    ("ftp", "file", "s3", "data")
)
REQUESTS_PER_HOST = 500  # in one run
BYTES_PER_HOST = 2_000_000_000  # in 24 hours
RUN_SECONDS = 12 * 3600.0  # after which what is left waits for the next run
DUE_SECONDS = 300.0  # after which a run that still lasts looks for columns that have come due since it began
HOST_SECONDS = 2 * 3600.0  # likewise, of one host: one that asks for ten minutes between requests holds up nobody
LEAST_FREE_BYTES = 500_000_000  # of disk below which a run ends before it cannot write any more
BREAKER_AFTER = 3  # bad fetches in a row before a host is left alone for the run

# Scrapy's own middlewares and extensions stay as they come, so that a later one arrives too; the exceptions say why.
_SCRAPY = "scrapy.downloadermiddlewares"
DOWNLOADER_MIDDLEWARES: dict[str, int | None] = {
    "crawler.middlewares.guard.GuardMiddleware": 50,
    "crawler.middlewares.robots.RobotsMiddleware": 100,
    "crawler.middlewares.redirect.RedirectMiddleware": 580,
    "crawler.middlewares.transport.TransportMiddleware": 590,
    "crawler.middlewares.snapshot.SnapshotMiddleware": 595,
    f"{_SCRAPY}.httpcompression.HttpCompressionMiddleware": None,  # transport unpacks and says what was cut
    f"{_SCRAPY}.offsite.OffsiteMiddleware": None,  # the guard knows the hosts of each portal
    f"{_SCRAPY}.robotstxt.RobotsTxtMiddleware": None,  # ours keeps robots.txt as evidence and waits for failing ones
    f"{_SCRAPY}.redirect.RedirectMiddleware": None,  # each hop is a fetch of its own, judged and kept
    f"{_SCRAPY}.redirect.MetaRefreshMiddleware": None,  # likewise
    f"{_SCRAPY}.cookies.CookiesMiddleware": None,  # no cookie is kept
    f"{_SCRAPY}.httpauth.HttpAuthMiddleware": None,  # no portal is logged in to
    f"{_SCRAPY}.httpcache.HttpCacheMiddleware": None,  # the archive is the cache
}
SPIDER_MIDDLEWARES: dict[str, int | None] = {
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,  # a listing of a thousand pages is a thousand deep
    "scrapy.spidermiddlewares.referer.RefererMiddleware": None,  # no page is told which other led to it
}
ITEM_PIPELINES = {
    "crawler.pipelines.clean.CleanPipeline": 100,
    "crawler.pipelines.pages.PagesPipeline": 130,
    "crawler.pipelines.files.FilesPipeline": 150,
    "crawler.pipelines.store.StorePipeline": 200,
}
EXTENSIONS: dict[str, int | None] = {
    "scrapy.extensions.throttle.AutoThrottle": None,  # ours never goes below a host's own delay
    "crawler.extensions.throttle.Throttle": 0,
    "crawler.extensions.storage_watch.StorageWatch": 0,
}

FEED_EXPORT_ENCODING = "utf-8"
TELNETCONSOLE_ENABLED = False  # nothing of ours listens
REMOTE_CONTROL_ENABLED = False  # likewise
WARN_ON_GENERATOR_RETURN_VALUE = False  # reads the source of every callback; the type checker sees the same
LOG_LEVEL = "WARNING"
LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
