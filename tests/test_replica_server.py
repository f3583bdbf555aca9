"""How the replica answers: validators, compression, TLS, tunnels, counters, the command and its control face."""

from __future__ import annotations

import gzip
import http.client
import json
import os
import signal
import socket
import ssl
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import pytest

from tests.replica import Replica, golds
from tests.replica.client import (
    COLUMNS,
    NANCHANG,
    XUCHANG,
    ZENGCHENG,
    connect,
    fetch,
    rows,
)
from tests.replica.model import Column, Document
from tests.replica.systems import epoint


@pytest.mark.parametrize("portal", [portal for portal in COLUMNS if portal != "xuchang"])
def test_unchanged_listing_is_a_304_by_either_validator(replica: Replica, portal: str) -> None:
    column = COLUMNS[portal]
    first = fetch(replica, column)
    tag, since = first.headers["ETag"], first.headers["Last-Modified"]
    for asked in ({"If_None_Match": tag}, {"If_None_Match": f'"x", W/{tag}'}, {"If_Modified_Since": since}):
        answer = fetch(replica, column, **asked)
        assert (answer.status, answer.content) == (304, b"")
        assert answer.headers["ETag"] == tag
    assert fetch(replica, column, If_None_Match='"other"', If_Modified_Since=since).status == 200
    older = "Mon, 01 Jan 2018 00:00:00 GMT"
    assert fetch(replica, column, If_Modified_Since=older).content == first.content
    replica.day = 3
    changed = fetch(replica, column, If_None_Match=tag, If_Modified_Since=since)
    assert changed.status == 200
    assert changed.headers["ETag"] != tag
    assert parsedate_to_datetime(changed.headers["Last-Modified"]) > parsedate_to_datetime(since)


def test_xuchang_listings_have_no_validators_but_its_reports_have(replica: Replica) -> None:
    answer = fetch(replica, XUCHANG)
    assert "ETag" not in answer.headers
    assert "Last-Modified" not in answer.headers
    assert fetch(replica, XUCHANG, If_Modified_Since="Sat, 01 Jan 2028 00:00:00 GMT").status == 200
    report = next(gold["url"] for gold in golds(1) if gold["portal"] == "xuchang")
    assert fetch(replica, report, If_None_Match=fetch(replica, report).headers["ETag"]).status == 304


def test_gzip_only_for_those_who_take_it(replica: Replica) -> None:
    bare, packed = fetch(replica, NANCHANG), fetch(replica, NANCHANG, Accept_Encoding="gzip, deflate")
    assert "Content-Encoding" not in bare.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.content) < len(bare.content) / 2
    assert gzip.decompress(packed.content) == bare.content
    assert [each.bytes for each in replica.requests] == [len(bare.content), len(packed.content)]
    assert fetch(replica, NANCHANG, Accept_Encoding="gzip;q=0, br").content == bare.content
    assert fetch(replica, NANCHANG, Accept_Encoding="br, gzip;q=0.5").content == packed.content


def test_a_connection_serves_many_requests_and_head_has_no_body(replica: Replica) -> None:
    for column in (NANCHANG, XUCHANG):
        connection = connect(replica, column)
        target = column if column.startswith("http:") else urlsplit(column).path
        sizes = []
        for method in ("GET", "HEAD", "GET"):
            connection.request(method, target, headers={"Host": urlsplit(column).netloc})
            answer = connection.getresponse()
            sizes.append((len(answer.read()), int(answer.headers["Content-Length"])))
        connection.close()
        assert sizes[0] == sizes[2]
        assert sizes[1] == (0, sizes[0][1])


def test_the_hit_counter_answers_posts(replica: Replica) -> None:
    answer = fetch(replica, "http://sthjj.nc.gov.cn/u/hit/count", method="POST")
    assert isinstance(json.loads(answer.content)["data"], int)


@pytest.mark.parametrize("portal", COLUMNS)
def test_both_schemes_show_the_same_page(replica: Replica, portal: str) -> None:
    column = COLUMNS[portal].partition("://")[2]
    assert fetch(replica, f"http://{column}").content == fetch(replica, f"https://{column}").content


def test_certificates_are_verified_by_the_ca_file_and_by_nothing_else(replica: Replica) -> None:
    assert fetch(replica, XUCHANG).status == 200
    port = int(replica.proxy_url.rpartition(":")[2])
    stranger = http.client.HTTPSConnection("127.0.0.1", port, timeout=10, context=ssl.create_default_context())
    stranger.set_tunnel("sthjj.xuchang.gov.cn", 443)
    with pytest.raises(ssl.SSLCertVerificationError):
        stranger.request("GET", "/")


@pytest.mark.parametrize(
    "url",
    [
        "http://www.example.com/",
        "http://169.254.169.254/latest/meta-data/",
        "http://sub.www.zc.gov.cn/",
        "http://www.zc.gov.cn:8080/",
        "ftp://www.zc.gov.cn/",
        "https://www.zc.gov.cn/",
    ],
)
def test_unknown_hosts_ports_and_schemes_are_refused(replica: Replica, url: str) -> None:
    connection = connect(replica, "http://www.zc.gov.cn/")
    connection.request("GET", url)
    assert connection.getresponse().status == 502
    connection.close()
    assert [(each.url, each.status) for each in replica.requests] == [(url, 502)]


def test_unknown_tunnels_are_refused_and_nothing_is_forwarded(replica: Replica) -> None:
    with socket.create_server(("127.0.0.1", 0)) as victim:
        victim.settimeout(0.5)
        port = victim.getsockname()[1]
        for target in (f"127.0.0.1:{port}", "www.example.com:443", "www.zc.gov.cn:8443"):
            with socket.create_connection(("127.0.0.1", int(replica.proxy_url.rpartition(":")[2])), 10) as client:
                client.sendall(f"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n\r\n".encode())
                assert b" 502 " in client.recv(100)
        connection = connect(replica, "http://www.zc.gov.cn/")
        connection.request("GET", f"http://127.0.0.1:{port}/")
        assert connection.getresponse().status == 502
        with pytest.raises(TimeoutError):
            victim.accept()


def test_requests_are_counted_by_address_and_host(replica: Replica) -> None:
    fetch(replica, NANCHANG, User_Agent="a reader")
    fetch(replica, NANCHANG)
    fetch(replica, f"{NANCHANG}nothing.shtml")
    fetch(replica, XUCHANG)
    assert replica.count() == 4
    assert replica.count(NANCHANG) == 2
    assert replica.count("sthjj.nc.gov.cn") == 3
    assert replica.count("sthjj.xuchang.gov.cn") == 1
    first = replica.requests[0]
    assert (first.method, first.url, first.status) == ("GET", NANCHANG, 200)
    assert first.headers["User-Agent"] == "a reader"
    assert [each.status for each in replica.requests] == [200, 200, 404, 200]
    assert [each.time for each in replica.requests] == sorted(each.time for each in replica.requests)
    replica.reset_counts()
    assert (replica.count(), replica.requests) == (0, [])


def test_many_clients_at_once_get_whole_pages(replica: Replica) -> None:
    urls = [gold["url"] for gold in golds(1)] * 4
    alone = {url: fetch(replica, url).content for url in set(urls)}
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda url: (url, fetch(replica, url).content), urls))
    assert all(content == alone[url] for url, content in answers)
    assert replica.count() == len(urls) + len(alone)


def test_the_same_day_gives_the_same_bytes_in_another_replica(replica: Replica) -> None:
    urls = [*COLUMNS.values(), *[gold["url"] for gold in golds(1)]]
    with Replica() as other:
        assert [fetch(replica, url).content for url in urls] == [fetch(other, url).content for url in urls]


def test_a_test_can_bring_its_own_portal(replica: Replica) -> None:
    text = Document("/tzgg/20260101/a.html", "某局2025年法治政府建设年度报告", "2026-01-01", "某局", ("正文。",))
    column = Column("/tzgg/", "通知公告", ("首页", "通知公告"), (text,))
    own = replace(replica.sites[0], host="www.example.gov.cn", system=epoint, columns=(column,), facts={"project": ""})
    with Replica(more=[own]) as other:
        assert rows("xuchang", fetch(other, "https://www.example.gov.cn/tzgg/moreinfo.html").text) == [
            (text.path, text.title, text.published)
        ]
        assert fetch(other, ZENGCHENG).status == 200
    connection = connect(replica, "http://www.example.gov.cn/")
    connection.request("GET", "http://www.example.gov.cn/tzgg/")
    assert connection.getresponse().status == 502
    connection.close()


def test_leaving_cuts_open_connections_and_removes_the_folder() -> None:
    with Replica(day=2) as replica:
        replica.set_mode("www.zc.gov.cn", "timeout")
        waiting = connect(replica, ZENGCHENG, timeout=30)
        waiting.request("GET", ZENGCHENG)
        ca_file = replica.ca_file
        assert os.path.exists(ca_file)
    with pytest.raises(ConnectionError):
        waiting.getresponse()
    assert not os.path.exists(ca_file)


@pytest.fixture
def served() -> Iterator[tuple[subprocess.Popen[str], dict[str, str]]]:
    command = [sys.executable, "-m", "tests.replica", "--day", "2"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process, json.loads(process.stdout.readline())
        process.kill()


def control(served: dict[str, str], path: str, method: str = "GET") -> dict[str, object] | list[dict[str, object]]:
    with urllib.request.urlopen(urllib.request.Request(served["proxy"] + path, method=method), timeout=10) as answer:
        return json.load(answer)


def test_the_command_serves_a_client_that_knows_only_its_environment(
    served: tuple[subprocess.Popen[str], dict[str, str]],
) -> None:
    _, where = served
    client = "import sys, urllib.request as r\nfor url in sys.argv[1:]: print(r.urlopen(url, timeout=10).status)"
    proxies = {
        "http_proxy": where["proxy"],
        "https_proxy": where["proxy"],
        "no_proxy": "",
        "SSL_CERT_FILE": where["ca"],
    }
    command = [sys.executable, "-c", client, NANCHANG, XUCHANG]
    done = subprocess.run(
        command, env={**os.environ, **proxies}, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == ["200", "200"]
    seen = control(where, "/_replica/requests")
    assert [(each["url"], each["status"]) for each in seen] == [(NANCHANG, 200), (XUCHANG, 200)]


def test_the_control_face_moves_the_day_and_the_modes(
    served: tuple[subprocess.Popen[str], dict[str, str]],
) -> None:
    _, where = served
    assert control(where, "/_replica/day?n=3", "POST") == {"day": 3, "modes": {}}
    moved = control(where, "/_replica/mode?host=www.zc.gov.cn&mode=status_403", "POST")
    assert moved == {"day": 3, "modes": {"www.zc.gov.cn": "status_403"}}
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({"http": where["proxy"]}))
    with pytest.raises(urllib.error.HTTPError, match="403"):
        opener.open(ZENGCHENG, timeout=10)
    assert [each["status"] for each in control(where, "/_replica/requests")] == [403]
    control(where, "/_replica/reset", "POST")
    assert control(where, "/_replica/requests") == []
    control(where, "/_replica/mode?host=www.zc.gov.cn&mode=", "POST")
    assert opener.open(ZENGCHENG, timeout=10).status == 200
    for path in ("/_replica/day?n=9", "/_replica/day", "/_replica/mode?host=www.example.com&mode=timeout"):
        with pytest.raises(urllib.error.HTTPError, match="400"):
            control(where, path, "POST")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        control(where, "/anything")


def test_the_command_serves_on_without_an_input() -> None:
    command = [sys.executable, "-m", "tests.replica"]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        where = json.loads(process.stdout.readline())
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.5)
        assert control(where, "/_replica/requests") == []
        process.terminate()
        assert process.wait(20) == 0


@pytest.mark.parametrize("how", ["SIGTERM", "SIGINT", "input"])
def test_the_command_ends_when_told_or_left(served: tuple[subprocess.Popen[str], dict[str, str]], how: str) -> None:
    process, where = served
    if how == "input":
        assert process.stdin
        process.stdin.close()
    else:
        process.send_signal(getattr(signal, how))
    assert process.wait(20) == 0
    assert not os.path.exists(where["ca"])
