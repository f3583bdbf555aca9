"""The proxies of docs/publishing.md, started as they stand there before a public room."""

from __future__ import annotations

import http.client
import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from crawler.store.database import open_database
from tests.conftest import ROOT
from tests.datasette.conftest import Room, serving
from tests.ports import free_port

HOST = "room.example.org"
NGINX = (
    "daemon off; error_log stderr; pid {folder}/pid; events {{}} http {{ access_log off;"
    " client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;"
    " uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;\n{block}\n}}"
)
CADDY = "{{\n admin off\n auto_https off\n storage file_system {folder}\n}}\n{block}"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    path = tmp_path_factory.mktemp("proxied") / "reports.db"
    open_database(path).close()
    command = [sys.executable, "-m", "crawler", "serve", str(path), "--public", "--base-url", f"https://{HOST}/fazhi/"]
    with serving(command, path) as room:
        yield room


@pytest.mark.parametrize("kind", ["nginx", "caddy"])
def test_the_room_behind_a_proxy(room: Room, tmp_path: Path, kind: str) -> None:
    found = shutil.which(kind) or shutil.which(f"/usr/sbin/{kind}")
    assert found, "install it with: sh .ci/tools"
    port, authority = free_port(), trustme.CA()
    certificate = authority.issue_cert(HOST)
    certificate.private_key_pem.write_to_path(str(tmp_path / "room.key"))
    for blob in certificate.cert_chain_pems:
        blob.write_to_path(str(tmp_path / "room.pem"), append=True)
    text = (ROOT / "docs/publishing.md").read_text("utf-8")
    (block,) = re.findall(rf"^```{kind}(?:file)?\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    for told, played in (
        ("/etc/ssl", str(tmp_path)),
        ("127.0.0.1:8001", room.base.removeprefix("http://")),
        ("listen 443", f"listen 127.0.0.1:{port}"),
        (f"{HOST} {{", f"https://{HOST}:{port} {{"),
    ):
        block = block.replace(told, played)
    file = tmp_path / "proxy.conf"
    file.write_text({"nginx": NGINX, "caddy": CADDY}[kind].format(folder=tmp_path, block=block), "utf-8")
    arguments = {
        "nginx": ["-p", str(tmp_path), "-c", str(file)],
        "caddy": ["run", "--config", str(file), "--adapter", "caddyfile"],
    }
    log = (tmp_path / "log").open("w+")
    proxy = subprocess.Popen(
        [found, *arguments[kind]], cwd=tmp_path, stdout=log, stderr=log, env={"HOME": str(tmp_path), "PATH": "/usr/bin"}
    )
    context = ssl.create_default_context()
    authority.configure_trust(context)
    try:
        for _ in range(600):
            with socket.socket() as probe:
                if proxy.poll() is not None or probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        assert proxy.poll() is None, (tmp_path / "log").read_text()
        status, text = asked(port, context, "/fazhi/reports/portals.json?_size=1", "stranger.example")
        assert "stranger" not in text, (status, text)
        for path in ("/fazhi/", "/fazhi/en/", "/fazhi/reports/portals", "/fazhi/-/room/room.css"):
            status, text = asked(port, context, path, HOST)
            assert status == 200, (path, text[:300])
            assert not re.search(r'href="/(?!fazhi/)', text), path
        assert asked(port, context, "/fazhi/reports.json?sql=select+1", HOST)[0] in (400, 403)
        if kind == "nginx":
            statuses = [asked(port, context, "/fazhi/-/room/room.css", HOST)[0] for _ in range(60)]
            assert 429 in statuses, "the rate is limited"
    finally:
        proxy.terminate()
        proxy.wait(30)
        log.close()


def asked(port: int, context: ssl.SSLContext, path: str, host: str) -> tuple[int, str]:
    """A request under a name, over TLS that names the room's host."""
    plain = socket.create_connection(("127.0.0.1", port), timeout=60)
    with plain, context.wrap_socket(plain, server_hostname=HOST) as secured:
        secured.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        answer = http.client.HTTPResponse(secured)
        answer.begin()
        return answer.status, answer.read().decode("utf-8", "replace")
