"""Replica portals: the portals of the production portal files, played on loopback under their real host names.

``Replica`` is an HTTP proxy that answers for the hosts itself, so that portal files run with their real addresses::

    with Replica(day=1) as replica:
        subprocess.run([...], env={**os.environ, **replica.environment()})
        replica.day = 2
        replica.set_mode("www.zc.gov.cn", "status_412")
        replica.count("www.zc.gov.cn")

Days: 2 brings new reports (on Liangjiang in a new child column, and on Nanchang), 3 a silent edit (a figure in
Nanchang's 2024 report) and another clock and visit count on every page, 4 takes Xuchang's 2022 report (404) and a
report of Zengcheng's education bureau (soft 404) away, rows included. A page that did not change keeps its ETag.

``golds`` is what a reader should find. Texts marked ``seed`` are real reports; all other texts, numbers of pages,
site codes and filing numbers (Nanchang's own excepted) are made up, in the form the real portals use.

``python -m tests.replica`` serves the same to other programs; requests to the port itself steer it:
GET /_replica/requests, POST /_replica/day?n=2, POST /_replica/mode?host=H&mode=M[&path=P][&robots=1],
POST /_replica/reset. The modes are listed in ``tests.replica.modes``.
"""

from .replica import Replica
from .reports import golds
from .server import Seen

__all__ = ["Replica", "Seen", "golds"]
