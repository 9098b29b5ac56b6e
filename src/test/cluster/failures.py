#!/usr/bin/env python3
"""Kills and freezes machines of a cluster that is asked all the time, and compares every answer.

Three OpenSearch nodes, three Materia nodes without state, an importer, and a balancer (in this program: the nodes in turn, one retry on
another), all on this machine. Every answer is compared, but for times and links, with what a server with the embedded store answers of
the same monographs: an answer of another edition than those that may be seen at the moment, or of two at once, is wrong. Printed are, for
each failure, the requests, how many were retried, failed and were wrong, the longest, and how long it took until all requests were
answered at the first try again within a second. Ends with 1 where anything failed or was wrong.

Needs a build with its test classes: mvn -q package -DskipTests -Dcluster.skip=false. --short is what the build itself runs: a few monographs,
and each failure as long as it takes to be noticed.
"""

import argparse
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

TOP = Path(__file__).resolve().parents[3]
BASE = "http://materia.example.org/fhir"
# Times of the import, and the generation in links to pages.
CHANGING = re.compile(rb'"(?:lastUpdated|date|recorded)":"[^"]*"|_cursor=[^"&]*')
TRY = 8  # Seconds until the balancer asks another node.
SOON = 1  # Second in which an answer is as usual.
SEEN = 5  # Seconds after which all nodes serve what was imported.


class Pace(NamedTuple):
    """How long things take, in seconds, and of how many monographs the content is."""

    calm: int
    dead: int
    frozen: int
    after: int
    monographs: int


LONG = Pace(calm=10, dead=10, frozen=20, after=5, monographs=1000)
SHORT = Pace(calm=2, dead=1, frozen=5, after=1, monographs=6)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--pause", type=float, default=0.05, help="seconds between two requests of a client")
    parser.add_argument("--class-path", help="of Materia, instead of the jar")
    parser.add_argument("--short", action="store_true", help="a few monographs, each failure for seconds")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="materia-cluster") as work:
        pace = SHORT if options.short else LONG
        site = Site(Path(work), options.class_path, pace)
        try:
            run(site, options, pace)
        finally:
            site.close()


def run(site, options, pace):
    site.start_searches()
    expected = {edition: site.reference(edition) for edition in "ab"}
    paths = sorted(expected["a"])
    differing = sum(expected["a"][path] != expected["b"][path] for path in paths)
    print(f"{len(paths)} requests, of which {differing} are answered otherwise in the other edition", flush=True)
    site.start()
    site.import_edition("a")
    load = Load(site, expected, "a")
    site.await_ready()
    load.start(options.clients, options.pause)
    print(f"{'':46}{'requests':>9}{'retried':>9}{'failed':>8}{'wrong':>7}{'longest s':>11}{'whole after s':>15}")
    load.measure("nothing fails", lambda: time.sleep(pace.calm))
    for _ in range(options.rounds):
        for name, failure in failures(site, load, pace):
            load.measure(name, failure)
    load.stop()
    print(f"in all: {load.requests} requests, {load.failed} failed, {load.wrong} wrong")
    for problem in load.problems[:5]:
        print(problem)
    sys.exit(1 if load.failed or load.wrong else 0)


def failures(site, load, pace):
    def again(kill, start):
        kill()
        time.sleep(pace.dead)
        start()
        site.await_green()
        time.sleep(pace.after)

    def frozen(process):
        process.send_signal(signal.SIGSTOP)
        time.sleep(pace.frozen)
        process.send_signal(signal.SIGCONT)
        time.sleep(pace.after)

    def imported():
        edition = load.other()
        load.may_be_seen(edition)
        site.import_edition(edition)
        time.sleep(SEEN)
        load.must_be_seen(edition)
        time.sleep(3)

    def killed_in_its_midst():
        """Whether an import was killed between its first write and its commit."""
        edition = load.other()
        before = site.generation()
        load.may_be_seen(edition)
        importer = site.begin_import(edition)
        site.await_written()
        importer.kill()
        importer.wait()
        time.sleep(SEEN)
        is_served = site.generation() != before
        load.must_be_seen(edition if is_served else "a" if edition == "b" else "b")
        return not is_served

    def import_killed():
        while not killed_in_its_midst():
            pass
        imported()

    def search_node(is_manager):
        manager = site.manager()
        n = next(n for n in range(3) if (n == manager) == is_manager)
        again(site.searches[n].kill, lambda: site.start_search(n))

    def materia_node():
        again(site.servers[0].kill, lambda: site.start_server(0))

    return [
        ("a search node is killed, and starts again", lambda: search_node(False)),
        ("the manager is killed, and starts again", lambda: search_node(True)),
        ("a Materia node is killed, and starts again", materia_node),
        ("everything is imported anew", imported),
        ("an import is killed in its midst, and repeated", import_killed),
        (f"a search node stands still for {pace.frozen} s", lambda: frozen(site.searches[(site.manager() + 1) % 3])),
        (f"a Materia node stands still for {pace.frozen} s", lambda: frozen(site.servers[1])),
    ]


class Load:
    """Clients that ask all the time, and what they were answered."""

    def __init__(self, site, expected, edition):
        self.site = site
        self.expected = expected
        self.seen = {edition}
        self.lock = threading.Lock()
        self.requests = self.retried = self.failed = self.wrong = 0
        self.longest = 0
        self.late = 0  # When the last answer came that was no usual one.
        self.problems = []
        self.running = True
        self.threads = []

    def start(self, clients, pause):
        paths = sorted(self.expected["a"])
        for n in range(clients):
            thread = threading.Thread(target=self._ask, args=(paths, n * 7, pause))
            thread.start()
            self.threads.append(thread)

    def stop(self):
        self.running = False
        for thread in self.threads:
            thread.join()

    def other(self):
        return "b" if self.seen == {"a"} else "a"

    def may_be_seen(self, edition):
        with self.lock:
            self.seen = self.seen | {edition}

    def must_be_seen(self, edition):
        with self.lock:
            self.seen = {edition}

    def measure(self, name, failure):
        with self.lock:
            before = (self.requests, self.retried, self.failed, self.wrong)
            self.longest = 0
            self.late = began = time.monotonic()
        failure()
        with self.lock:
            counts = [now - then for now, then in
                      zip((self.requests, self.retried, self.failed, self.wrong), before)]
            whole = self.late - began
            longest = self.longest
        print("{:46}{:9}{:9}{:8}{:7}".format(name, *counts) + f"{longest:11.2f}{whole:15.1f}", flush=True)

    def _ask(self, paths, n, pause):
        while self.running:
            path = paths[n % len(paths)]
            n += 1
            with self.lock:
                allowed = self.seen
            began = time.monotonic()
            body, tries, reasons = self._balanced(path, n)
            took = time.monotonic() - began
            with self.lock:
                self._count(path, body, tries, reasons, took, allowed | self.seen)
            time.sleep(pause)

    def _balanced(self, path, n):
        """The answer of a node, or of another one where the first does not give one."""
        reasons = []
        for attempt in range(2):
            status, body = get(self.site.ports[(n + attempt) % 3], path, TRY)
            if status == 200:
                return body, attempt + 1, reasons
            reasons.append(f"{status} {body[:200]}")
        return None, 2, reasons

    def _count(self, path, body, tries, reasons, took, allowed):
        self.requests += 1
        self.retried += tries - 1
        self.longest = max(self.longest, took)
        if tries > 1 or took > SOON:
            self.late = time.monotonic()
        if body is None:
            self.failed += 1
            self.problems.append(f"failed: {path}: {reasons}")
        elif not any(plain(body) == self.expected[edition][path] for edition in allowed):
            self.wrong += 1
            self.problems.append(f"wrong: {path} is of none of {sorted(allowed)}: "
                                 + str(difference(plain(body), self.expected[min(allowed)][path])))


class Site:
    """The processes."""

    def __init__(self, work, class_path, pace):
        self.work = work
        self.program = ["-cp", class_path, "org.w3id.materia.cli.Materia"] if class_path \
            else ["-jar", str(TOP / "target" / "materia.jar")]
        self.search_class_path = (TOP / "target" / "opensearch.classpath").read_text().strip()
        self.search_ports = [free_port() for _ in range(3)]
        self.transport_ports = [free_port() for _ in range(3)]
        self.ports = [free_port() for _ in range(3)]
        self.searches = [None] * 3
        self.servers = [None] * 3
        self.others = []
        self.store = ",".join(f"http://127.0.0.1:{port}" for port in self.search_ports)
        for edition, dose in (("a", 3), ("b", 4)):
            folder = work / edition
            folder.mkdir()
            for each in sorted((TOP / "fhir-resources" / "monographs").glob("*.md"))[:pace.monographs]:
                text = each.read_text()
                (folder / each.name).write_text(text.rstrip() + f"\n\n### Dosage\n\nAdults: {dose} mg by mouth once daily.\n")

    def java(self, name, *arguments, heap="-Xmx512m", stdin=None):
        log = open(self.work / f"{name}.log", "ab")
        process = subprocess.Popen(
            ["java", heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", *map(str, arguments)],
            stdin=stdin, stdout=log, stderr=log, cwd=TOP)
        self.others.append(process)
        return process

    def reference(self, edition):
        """What a server with the embedded store answers."""
        port = free_port()
        process = self.java(f"embedded-{edition}", *self.program, "serve", "--monographs", self.work / edition,
                            "--data", self.work / f"embedded-{edition}", "--port", port, "--public-base", BASE)
        until(lambda: get(port, "/health/ready", 5)[0] == 200, process)
        answers = {}
        for path in self.paths(port):
            status, body = get(port, path, 60)
            if status != 200:
                raise SystemExit(f"{path} is answered {status} by the embedded store: {body[:500]}")
            answers[path] = plain(body)
        process.terminate()
        process.wait()
        return answers

    @staticmethod
    def paths(port):
        page = json.loads(get(port, "/fhir/MedicationKnowledge?_count=100&_elements=id", 60)[1])
        ids = [entry["resource"]["id"] for entry in page["entry"]]
        reads = [f"/fhir/MedicationKnowledge/{each}" for each in ids]
        searches = [f"/fhir/{each}" for each in (
            "MedicationKnowledge?_count=100",
            "MedicationKnowledge?_count=10&_sort=-_id",
            "MedicationKnowledge?_count=10&_sort=-_id&_total=none",
            "MedicationKnowledge?name=a",
            "Composition?_count=100",
            "Composition?_text=mouth&_count=50",
            "MedicationKnowledge?_content=daily&_count=50",
            "MedicinalProductIndication?_count=100",
            "MedicinalProductContraindication?_count=100&_sort=_id",
            "MedicinalProductInteraction?_count=50",
            "Provenance?_count=2&_include=Provenance:target",
            "MedicationKnowledge?_count=5&_revinclude=MedicinalProductIndication:subject",
        )]
        return reads + searches

    def start_search(self, n):
        home = self.work / f"search-{n}"
        self.searches[n] = self.java(
            f"search-{n}", "-cp", self.search_class_path, TOP / "src" / "test" / "cluster" / "OpenSearchNode.java",
            home, self.search_ports[n], self.transport_ports[n], *self.transport_ports, stdin=subprocess.PIPE)

    def start_server(self, n):
        self.servers[n] = self.java(
            f"server-{n}", *self.program, "serve", "--store", self.store, "--data", self.work / f"server-{n}",
            "--port", self.ports[n], "--public-base", BASE)

    def start_searches(self):
        for n in range(3):
            self.start_search(n)

    def start(self):
        self.await_green()
        for n in range(3):
            self.start_server(n)

    def await_green(self):
        """Until all nodes are there, all copies are complete, and all servers answer."""
        def green():
            health = self._search("/_cluster/health")
            return health.get("status") == "green" and health.get("number_of_nodes") == 3
        until(green)
        until(lambda: all(s is None or get(p, "/health/live", 5)[0] == 200
                          for s, p in zip(self.servers, self.ports)))

    def manager(self):
        """The number of the node that manages the cluster."""
        name = self._search("/_cat/cluster_manager?format=json")[0]["node"]
        return self.transport_ports.index(int(name.removeprefix("node-")))

    def await_written(self):
        """Until a running import has written something that is not yet served."""
        def operations():
            stats = self._search("/materia-resources-1/_stats/indexing")
            return stats["_all"]["primaries"]["indexing"]["index_total"]
        before = operations()
        until(lambda: operations() > before, pause=0.01)

    def generation(self):
        """The number of the generation that is served."""
        return self._search("/materia-state-1/_doc/knowledge")["_source"]["number"]

    def _search(self, path):
        for port in self.search_ports:
            status, body = get(port, path, 5)
            if status == 200:
                return json.loads(body)
        return {}

    def begin_import(self, edition):
        return self.java("import", *self.program, "import", "--store", self.store,
                         "--data", self.work / f"importer-{time.monotonic_ns()}", "--monographs", self.work / edition)

    def import_edition(self, edition):
        if self.begin_import(edition).wait() not in (0, 1):
            raise SystemExit("The import failed:\n" + (self.work / "import.log").read_text()[-3000:])

    def await_ready(self):
        for port in self.ports:
            until(lambda: get(port, "/health/ready", 5)[0] == 200)

    def close(self):
        for process in self.others:
            process.send_signal(signal.SIGCONT)
            process.kill()
            process.wait()


def plain(body):
    """The answer without what no two stores have in common: when it was imported, and the generation in links."""
    return CHANGING.sub(b"", body)


def difference(answer, expected):
    """Where two begin to differ."""
    place = len(os.path.commonprefix([answer, expected]))
    return answer[max(place - 60, 0):place + 100], expected[max(place - 60, 0):place + 100]


def get(port, path, seconds):
    """Status and body; 0 and the reason where there is no answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    except (OSError, http.client.HTTPException) as failure:
        return 0, repr(failure).encode()
    finally:
        connection.close()


def until(condition, process=None, seconds=300, pause=0.2):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end or process and process.poll() is not None:
            raise SystemExit("What was waited for did not come.")
        time.sleep(pause)


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


if __name__ == "__main__":
    main()
