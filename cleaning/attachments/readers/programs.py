"""Other programs that read what no library here does: catdoc, LibreOffice, bsdtar.

None is needed, each is asked for by name in the note when it is missing. They run in the worker's own directory,
without the network and with an end.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import tempfile
from pathlib import Path

from cleaning.attachments.readers.garbled import garbled
from cleaning.attachments.reading import Limits, Problem, Text

_OFFICE_MEMORY = 4 << 30
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""
_PROXIES = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
_AS_TEXT = "txt:Text (encoded):UTF8"


def limit(kind: int, most: int) -> None:
    """Set a limit of this process and what it starts, no higher than it may be."""
    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def run(arguments: list[str], limits: Limits, folder: str, *, office: bool = False) -> bytes:
    """What a program prints, up to the limits. Raises Problem when it fails, hangs or prints too much."""
    bound = (resource.RLIMIT_AS, _OFFICE_MEMORY) if office else (resource.RLIMIT_FSIZE, limits.unpacked + (1 << 20))
    with tempfile.TemporaryFile(dir=folder) as out, tempfile.TemporaryFile(dir=folder) as errors:
        try:
            code = subprocess.run(
                arguments,
                cwd=folder,
                env={**os.environ, **_PROXIES, "HOME": folder, "TMPDIR": folder, "LC_ALL": "C.UTF-8"},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=errors,
                timeout=limits.seconds,
                preexec_fn=lambda: limit(*bound),
                check=False,
            ).returncode
        except subprocess.TimeoutExpired as error:
            raise Problem(
                "timed_out", f"{Path(arguments[0]).name} took longer than {limits.seconds:g} seconds."
            ) from error
        size = out.tell()
        if size > limits.unpacked:
            raise Problem("too_large", "The file unpacks to more than the limit.")
        out.seek(0)
        printed = out.read()
        errors.seek(0)
        said = errors.read(4096).lower()
    if code and (b"passphrase" in said or b"encrypt" in said or b"password" in said):
        raise Problem("encrypted", "The file needs a password.")
    if code and not printed:
        raise Problem("unreadable", f"{Path(arguments[0]).name} could not read the file.")
    return printed


def word_text(data: bytes, limits: Limits, problem: Problem) -> Text:
    """The text of a Word file that the reader here could not read, by LibreOffice or else by catdoc.

    catdoc loses parts of some files without a word, so its text is little trusted. Raises the problem that was met
    when neither program is installed or can read the file.
    """
    if _office() is not None:
        return office_text(data, "doc", "doc", limits, problem)
    catdoc = shutil.which("catdoc")
    if catdoc is None:
        raise Problem("needs_tool", f"{problem.note} Install LibreOffice or catdoc, which may read it.") from problem
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "file.doc")
        file.write_bytes(data)
        printed = run([catdoc, "-w", "-d", "utf-8", file.name], limits, folder).decode("utf-8", "replace")
    text = "\n".join(line for part in printed.split("\n") if (line := part.strip(" \u3000\f\x07")))
    if not text or garbled(text) or "\ufffd" in text:
        raise problem
    note = "Read by catdoc, which can lose parts; LibreOffice would read it better."
    return Text(text, "doc", confidence=0.5, note=note)


def _office() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def office_text(data: bytes, suffix: str, method: str, limits: Limits, problem: Problem | None = None) -> Text:
    """The text of a file LibreOffice can open, converted without its window, macros or the network."""
    office = _office()
    if office is None:
        note = problem.note if problem else "No reader for this kind of file is installed."
        raise Problem("needs_tool", f"{note} Install LibreOffice Writer (libreoffice-writer-nogui), which may read it.")
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder, "profile", "user")
        profile.mkdir(parents=True)
        Path(profile, "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        Path(folder, f"file.{suffix}").write_bytes(data)
        command = [office, f"-env:UserInstallation={profile.parent.as_uri()}", "--headless", "--norestore"]
        run([*command, "--convert-to", _AS_TEXT, f"file.{suffix}"], limits, folder, office=True)
        out = Path(folder, "file.txt")
        if not out.exists():
            raise problem or Problem("unreadable", "LibreOffice could not read the file.")
        if out.stat().st_size > limits.unpacked:
            raise Problem("too_large", "The file holds more text than the limit.")
        printed = out.read_text(encoding="utf-8-sig", errors="replace")
    text = "\n".join(line for part in printed.split("\n") if (line := part.strip(" \t\u3000\f")))
    if not text and problem:
        raise problem
    return Text(text, method, confidence=0.95)
