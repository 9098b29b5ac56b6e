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
SYSTEM = "http://example.org/fhir/CodeSystem/failures"
CONCEPTS = 20_000
FILES = "materia-terminologies-3-1"
OTHER = {"a": "b", "b": "a", "1": "2", "2": "1"}
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
    parser.add_argument("--only", default="", metavar="WORDS", help="only failures whose names have these words")
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
    expected = {edition: site.reference(edition, release) for edition, release in zip("ab", "12")}
    paths = sorted(expected["a"])
    differing = sum(expected["a"][path] != expected["b"][path] for path in paths)
    print(f"{len(paths)} requests, of which {differing} are answered otherwise in the other edition", flush=True)
    # What is asked of a terminology is answered by the release, whatever the edition of the monographs is.
    for edition, release in zip("ab", "12"):
        asked = {path: expected[edition].pop(path) for path in paths if SYSTEM in path}
        expected[release] = asked
    site.start()
    site.load("1")
    site.import_edition("a")
    load = Load(site, expected, paths, {"a", "1"})
    site.await_ready()
    load.start(options.clients, options.pause)
    print(f"{'':46}{'requests':>9}{'retried':>9}{'failed':>8}{'wrong':>7}{'longest s':>11}{'whole after s':>15}")
    load.measure("nothing fails", lambda: time.sleep(pace.calm))
    for _ in range(options.rounds):
        for name, failure in failures(site, load, pace):
            if options.only in name:
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
        load.must_be_seen(edition if is_served else OTHER[edition])
        return not is_served

    def import_killed():
        while not killed_in_its_midst():
            pass
        imported()

    def seen(release, change):
        load.may_be_seen(release)
        change()
        time.sleep(SEEN)
        load.must_be_seen(release)
        time.sleep(3)

    def load_killed_in_its_midst():
        """Whether a load was killed between its first part and its catalogue."""
        load.may_be_seen("2")
        loader = site.begin_load("2")
        site.await_parts()
        loader.kill()
        loader.wait()
        time.sleep(SEEN)
        is_served = "2" in site.releases()
        load.must_be_seen("2" if is_served else "1")
        if is_served:
            seen("1", lambda: site.take_back("2"))
        return not is_served

    def load_killed():
        while not load_killed_in_its_midst():
            pass
        seen("2", lambda: site.load("2"))
        seen("1", lambda: site.take_back("2"))

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
        *([] if pace is SHORT else [("a load is killed in its midst, repeated, taken back", load_killed)]),
        (f"a search node stands still for {pace.frozen} s", lambda: frozen(site.searches[(site.manager() + 1) % 3])),
        (f"a Materia node stands still for {pace.frozen} s", lambda: frozen(site.servers[1])),
    ]


class Load:
    """Clients that ask all the time, and what they were answered."""

    def __init__(self, site, expected, paths, seen):
        """seen: editions and releases by which answers are right."""
        self.site = site
        self.expected = expected
        self.paths = paths
        self.seen = seen
        self.lock = threading.Lock()
        self.requests = self.retried = self.failed = self.wrong = 0
        self.longest = 0
        self.late = 0  # When the last answer came that was no usual one.
        self.problems = []
        self.running = True
        self.threads = []

    def start(self, clients, pause):
        for n in range(clients):
            thread = threading.Thread(target=self._ask, args=(self.paths, n * 7, pause))
            thread.start()
            self.threads.append(thread)

    def stop(self):
        self.running = False
        for thread in self.threads:
            thread.join()

    def other(self):
        return "a" if "b" in self.seen else "b"

    def may_be_seen(self, edition):
        with self.lock:
            self.seen = self.seen | {edition}

    def must_be_seen(self, edition):
        with self.lock:
            self.seen = self.seen - {OTHER[edition]} | {edition}

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
        else:
            right = [self.expected[each][path] for each in allowed if path in self.expected[each]]
            if plain(body) not in right:
                self.wrong += 1
                self.problems.append(f"wrong: {path} is of none of {sorted(allowed)}: "
                                     + str(difference(plain(body), right[0])))


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

        for release in "12":
            concepts = [{"code": f"c{n}", "display": f"concept {n} of release {release}"} for n in range(CONCEPTS)]
            (work / f"{release}.json").write_text(json.dumps({
                "resourceType": "CodeSystem", "url": SYSTEM, "version": release, "name": "Failures", "status": "active",
                "content": "complete", "valueSet": SYSTEM + "/vs", "concept": concepts}))

    def java(self, name, *arguments, heap="-Xmx512m", stdin=None):
        log = open(self.work / f"{name}.log", "ab")
        process = subprocess.Popen(
            ["java", heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", *map(str, arguments)],
            stdin=stdin, stdout=log, stderr=log, cwd=TOP)
        self.others.append(process)
        return process

    def reference(self, edition, release):
        """What a server with the embedded store answers."""
        port = free_port()
        self.run("load", *self.program, "load", self.work / f"{release}.json", "--data", self.work / f"embedded-{edition}")
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
        terminologies = [f"/fhir/CodeSystem/$lookup?system={SYSTEM}&code=c{CONCEPTS - 1}",
                         f"/fhir/CodeSystem/$validate-code?url={SYSTEM}&code=c1&display=concept%201%20of%20release%201"]
        return reads + searches + terminologies

    def start_search(self, n):
        home = self.work / f"search-{n}"
        self.searches[n] = self.java(
            f"search-{n}", f"-XX:SharedArchiveFile={TOP / 'target' / 'opensearch.jsa'}",
            "-cp", self.search_class_path, "OpenSearchNode", home,
            self.search_ports[n], self.transport_ports[n], *self.transport_ports, stdin=subprocess.PIPE)

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
        before = self._written("materia-resources-1")
        until(lambda: self._written("materia-resources-1") > before, pause=0.01)

    def await_parts(self):
        """Until a running load has written a part of what it has loaded: more than its lease and a catalogue."""
        def size():
            return self._search(f"/{FILES}/_stats/translog")["_all"]["primaries"]["translog"]["size_in_bytes"]
        before = size()
        until(lambda: size() > before + 100_000, pause=0.01)

    def _written(self, index):
        return self._search(f"/{index}/_stats/indexing")["_all"]["primaries"]["indexing"]["index_total"]

    def releases(self):
        """The catalogue of what is loaded."""
        source = self._search(f"/{FILES}/_doc/catalogue")["_source"]
        return [item["version"] for item in json.loads(source["catalogue"])["items"]]

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
        self.require("import", self.begin_import(edition))

    def begin_load(self, release):
        return self.java("load", *self.program, "load", self.work / f"{release}.json", "--store", self.store,
                         "--data", self.work / "loader")

    def load(self, release):
        self.require("load", self.begin_load(release))

    def take_back(self, release):
        self.run("load", *self.program, "load", "--remove", f"{SYSTEM}|{release}", "--store", self.store,
                 "--data", self.work / "loader")

    def run(self, name, *arguments):
        self.require(name, self.java(name, *arguments))

    def require(self, name, process):
        if process.wait() not in (0, 1):
            raise SystemExit(f"The {name} failed:\n" + (self.work / f"{name}.log").read_text()[-3000:])

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
