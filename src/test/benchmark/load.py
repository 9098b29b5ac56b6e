#!/usr/bin/env python3
"""Measures requests a second, latency and CPU time of three servers, one at a time and in alternation:

  floor  a bare Jetty of the same version that sends one fixed byte array, as long as our mean answer
  naive  HAPI's plain server over hash maps
  us     target/materia.jar

Each server is started for each scenario and round, warmed up and measured, and at last loaded again while the status and
length of every answer are compared with what they were when asked alone. Needs wrk
(Debian: apt-get install wrk) and a build (mvn -q package -DskipTests). The ratios mean something on a busy machine too,
as all servers share it; CPU microseconds a request mean most there.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

import servers

# Name, what is asked for (the first that our server answers is taken; {…} stands for each value of VALUES in turn),
# and the least share of the floor's requests a second that we aim at.
SCENARIOS = [
    ("read", ["MedicationKnowledge/{medicine}"], 0.60),
    ("code", ["MedicinalProductIndication?disease={disease}", "Medication?_id={medicine}"], 0.30),
    ("metadata", ["metadata"], 0.50),
    ("page", ["MedicationKnowledge?contraindicated-for:text={condition}&_count=10",
              "DetectedIssue?code={risk}&_count=10"], 0.30),
]
DISEASES = "http://purl.obolibrary.org/obo/doid.owl"
# ids of medicines; diseases that exactly one indication has; words of contraindications; codes of v3-ActCode.
VALUES = {
    "medicine": lambda content: [r["id"] for r in content("Medication")],
    "disease": lambda content: [f"{DISEASES}|{code}" for code in with_one_indication(content)],
    "condition": lambda content: ["pregnancy", "hypersensitivity", "renal", "hepatic", "asthma", "breastfeeding"],
    "risk": lambda content: ["COND", "PREG", "LACT", "ALGY", "AGE"],
}
P99_AIM = 4  # times the floor's


def with_one_indication(content):
    """Diseases' codes that exactly one indication has."""
    counts = {}
    for indication in content("MedicinalProductIndication"):
        for coding in indication["diseaseSymptomProcedure"].get("coding", []):
            if coding["system"] == DISEASES:
                counts[coding["code"]] = counts.get(coding["code"], 0) + 1
    return sorted(code for code, count in counts.items() if count == 1)


def main():
    options = parse_options()
    if not shutil.which("wrk"):
        raise SystemExit("wrk is missing. Debian and Ubuntu: apt-get install wrk")
    servers.built()
    with tempfile.TemporaryDirectory(prefix="materia-load") as work:
        content = Content(options, Path(work))
        for java in options.java or ["java"]:
            version = subprocess.run([java, "-version"], capture_output=True, text=True).stderr.splitlines()[0]
            print(f"\n{version}; {options.connections} connections, {options.rounds} rounds of {options.seconds} s "
                  f"after {options.warm_up} s of warm-up; medians", flush=True)
            print(f"{'scenario':14}{'server':7}{'bytes':>8}{'req/s':>9}{'ratio':>7}{'aim':>6}{'p50 ms':>8}{'p99 ms':>8}"
                  f"{'ratio':>7}{'CPU us':>8}{'ratio':>7}{'failed':>8}{'wrong':>7}")
            for name, paths, aim in content.scenarios:
                for encoding in ("identity", "gzip"):
                    measure(content, java, (name, paths, aim), encoding, options)


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--monographs", type=Path, default=servers.default_monographs(), metavar="DIR")
    parser.add_argument("--java", action="append", metavar="PATH", help="may stand several times (default: java)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=8, help="of each measurement")
    parser.add_argument("--warm-up", type=int, default=20, help="seconds before it: the JIT compiler shares the cores")
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--threads", type=int, default=2, help="of wrk")
    parser.add_argument("--scenario", action="append", choices=[s[0] for s in SCENARIOS])
    parser.add_argument("--encoding", action="append", choices=["identity", "gzip"])
    parser.add_argument("--server", action="append", choices=["floor", "naive", "us"])
    parser.add_argument("--serve-option", action="append", default=[], help="given to 'serve', such as --access-log")
    return parser.parse_args()


class Content:
    """The monographs converted for the naive server, imported for ours, and the requests that both can answer."""

    def __init__(self, options, work):
        self.monographs = options.monographs.resolve()
        self.ndjson = work / "ndjson"
        self.data = work / "data"
        self.paths = work / "paths.tsv"
        java = (options.java or ["java"])[0]
        # Its exit code says whether there are findings, which is no matter here.
        subprocess.run([java, "-jar", servers.JAR, "convert", self.monographs, "--out", self.ndjson],
                       capture_output=True)
        with servers.materia(java, self.monographs, self.data) as ours:
            self.scenarios = [
                (name, self._answered(ours, alternatives), aim)
                for name, alternatives, aim in SCENARIOS if name in (options.scenario or name)]

    def of_type(self, resource_type):
        with open(self.ndjson / f"{resource_type}.ndjson", encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]

    def _answered(self, ours, alternatives):
        for template in alternatives:
            paths = self._expand(template)
            if ours.get(paths[:1])[0][0] == 200:
                print(f"{len(paths):4} requests like {paths[0]}")
                return paths
        raise SystemExit(f"None of these is answered: {alternatives}")

    def _expand(self, template):
        for name, values in VALUES.items():
            if "{" + name + "}" in template:
                return ["/fhir/" + template.replace("{" + name + "}", quote(v)) for v in values(self.of_type)]
        return ["/fhir/" + template]


def measure(content, java, scenario, encoding, options):
    """All rounds of one scenario; prints a line for each server."""
    name, paths, aim = scenario
    if encoding not in (options.encoding or encoding):
        return
    with servers.materia(java, content.monographs, content.data) as ours:
        size = round(statistics.mean(len(body) for _, body in ours.get(paths, {"Accept-Encoding": encoding})))
    start = {
        "floor": lambda: servers.floor(java, size),
        "naive": lambda: servers.naive(java, content.ndjson, paths[0]),
        "us": lambda: servers.materia(java, content.monographs, content.data, options.serve_option),
    }
    chosen = [s for s in start if s in (options.server or s)]
    results = {s: [] for s in chosen}
    for _ in range(options.rounds):
        for each in chosen:
            with start[each]() as server:
                results[each].append(one_round(server, paths, encoding, content.paths, options))
                if each == "naive" and encoding == "gzip":
                    results[each][-1]["wrong"] = 0  # Its Bundles have a new id each time, which makes gzip's length vary.
    floor_rate, floor_p99, floor_cpu = (
        median(results.get("floor", []), key) for key in ("rate", "p99", "cpu"))
    for each in chosen:
        runs = results[each]
        rate, p50, p99, cpu = (median(runs, key) for key in ("rate", "p50", "p99", "cpu"))
        print(f"{name + (' gzip' if encoding == 'gzip' else ''):14}{each:7}{median(runs, 'size'):8.0f}{rate:9.0f}"
              f"{rate / floor_rate:7.3f}{aim if each == 'us' else '':>6}{p50:8.2f}{p99:8.2f}{p99 / floor_p99:7.2f}"
              f"{cpu:8.1f}{floor_cpu / cpu:7.3f}{sum(r['failed'] for r in runs):8}{sum(r['wrong'] for r in runs):7}",
              flush=True)


def median(runs, key):
    return statistics.median(run[key] for run in runs) if runs else float("nan")


def one_round(server, paths, encoding, file, options):
    """Learns the answers, warms up, measures, checks."""
    answers = server.get(paths, {"Accept-Encoding": encoding})
    for path, (status, _) in zip(paths, answers):
        if status != 200:
            raise SystemExit(f"{path} was answered with {status}")
    file.write_text("".join(f"{p}\t{len(body)}\n" for p, (_, body) in zip(paths, answers)))
    wrk(server, file, encoding, options, options.warm_up)
    cpu = server.cpu_seconds()
    run = wrk(server, file, encoding, options, options.seconds)
    cpu = server.cpu_seconds() - cpu
    check = wrk(server, file, encoding, options, max(1, options.seconds // 4), check=True)
    return {
        "size": statistics.mean(len(body) for _, body in answers),
        "rate": run["requests"] / run["seconds"],
        "p50": run["p50"],
        "p99": run["p99"],
        "cpu": cpu * 1e6 / run["requests"],
        "failed": run["failed"] + check["failed"],
        "wrong": check["wrong"],
    }


def wrk(server, file, encoding, options, seconds, check=False):
    threads = options.connections if check else options.threads
    command = ["wrk", "--threads", threads, "--connections", options.connections, "--duration", f"{seconds}s",
               "--timeout", "10s", "--script", Path(__file__).with_name("requests.lua"),
               f"http://127.0.0.1:{server.port}/", "--", file, encoding, *(["check"] if check else [])]
    out = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=True).stdout
    return json.loads(next(line[7:] for line in out.splitlines() if line.startswith("RESULT ")))


if __name__ == "__main__":
    main()
