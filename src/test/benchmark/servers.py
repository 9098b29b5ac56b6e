"""Programs to measure: started, asked, their CPU time and memory read, and stopped."""

import contextlib
import http.client
import os
import resource
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parents[3]
JAR = TOP / "target" / "materia.jar"
TEST_CLASSES = TOP / "target" / "test-classes"
BENCHMARK = "org.w3id.materia.server.benchmark."
HEAP = "-Xmx1g"
TICKS = os.sysconf("SC_CLK_TCK")


def built():
    """Ends with what to do where there is nothing to measure yet."""
    if not JAR.exists() or not (TEST_CLASSES / (BENCHMARK.replace(".", "/") + "FloorServer.class")).exists():
        raise SystemExit("First: mvn -q package -DskipTests")


def default_monographs():
    corpus = TOP.parent / "shared" / "corpus"
    return corpus if corpus.is_dir() else TOP / "fhir-resources" / "monographs"


class Server:
    """A server of this machine, in a process of its own, from its first right answer on."""

    def __init__(self, java, arguments, probe, log=None):
        """arguments: of the JVM, with {port} for the port; probe: a path that answers 200 when the server is ready."""
        self.port = free_port()
        self.log = log or tempfile.TemporaryFile()
        began = time.monotonic()
        self.process = subprocess.Popen(
            [java, HEAP] + [str(a).format(port=self.port) for a in arguments],
            stdin=subprocess.PIPE, stdout=self.log, stderr=self.log, cwd=TOP)
        while not self._answers(probe):
            if self.process.poll() is not None:
                self.log.seek(0)
                raise SystemExit("The server ended:\n" + self.log.read().decode())
            time.sleep(0.02)
        self.seconds_to_start = time.monotonic() - began

    def _answers(self, path):
        try:
            return self.get([path])[0][0] == 200
        except OSError:
            return False

    def get(self, paths, headers=None):
        """Status and body of each, over one connection."""
        return [(status, body) for status, body, _ in self._ask(paths, headers or {})]

    def milliseconds(self, paths):
        """How long each answer of 200 took, over one connection; Python's share in it included."""
        return [seconds * 1000 for status, _, seconds in self._ask(paths, {}) if status == 200]

    def _ask(self, paths, headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        with contextlib.closing(connection):
            for path in paths:
                began = time.perf_counter()
                connection.request("GET", path, headers=headers)
                answer = connection.getresponse()
                yield answer.status, answer.read(), time.perf_counter() - began

    def cpu_seconds(self):
        """User and system time that the process has taken, with all its threads (proc(5), stat, fields 14 and 15)."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory_mib(self):
        """Resident memory now, and without the pages of files that the system may drop (proc(5), status)."""
        kib = {}
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            name, _, value = line.partition(":")
            if name in ("VmRSS", "RssAnon"):
                kib[name] = int(value.split()[0])
        return kib["VmRSS"] / 1024, kib["RssAnon"] / 1024

    def __enter__(self):
        return self

    def __exit__(self, *_):
        ended = self.process.poll()
        if ended is not None:
            self.log.seek(0)
            print(f"The server ended by itself with {ended}:\n" + self.log.read().decode()[-4000:], file=sys.stderr)
        self.process.terminate()
        self.process.wait(30)
        self.log.close()


def materia(java, monographs, data, options=()):
    """Ours, ready when its first import is served."""
    return Server(
        java,
        ["-jar", JAR, "serve", "--port", "{port}", "--monographs", monographs, "--data", data, *options],
        "/health/ready")


def search_node(java, home, transport_ports, n):
    """The n-th OpenSearch node of a cluster of as many as there are ports; of one alone where there is one."""
    class_path = (TOP / "target" / "opensearch.classpath").read_text().strip()
    return Server(
        java,
        ["-cp", class_path, "OpenSearchNode", home, "{port}", transport_ports[n],
         *(transport_ports if len(transport_ports) > 1 else [])],
        "/")


def on_cluster(java, store, data):
    """Ours, without content of its own."""
    return Server(
        java, ["-jar", JAR, "serve", "--port", "{port}", "--store", store, "--data", data], "/health/ready")


def import_into_cluster(java, store, monographs, data):
    """Seconds, and seconds of processor time, that an import takes."""
    return _run(java, "import", "--store", store, "--monographs", monographs, "--data", data)


def load_release(java, release, *where):
    """Seconds, and seconds of processor time, that a load takes."""
    return _run(java, "load", release, *where)


def _run(java, *arguments):
    began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    ended = subprocess.run(
        [java, HEAP, "-jar", JAR, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=TOP)
    if ended.returncode not in (0, 1):
        raise SystemExit(f"{arguments[0]} failed:\n" + ended.stderr.decode()[-4000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - began, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def floor(java, size):
    """A bare Jetty that answers everything with as many bytes."""
    return Server(java, ["-cp", _class_path(), BENCHMARK + "FloorServer", "{port}", size], "/")


def naive(java, ndjson, probe):
    """HAPI's plain server over hash maps."""
    return Server(java, ["-cp", _class_path(), BENCHMARK + "NaiveServer", "{port}", ndjson], probe)


def _class_path():
    return f"{TEST_CLASSES}:{JAR}"
