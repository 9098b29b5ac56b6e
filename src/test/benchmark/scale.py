#!/usr/bin/env python3
"""Measures how the server grows with its content: the monographs once, and N times under other names.

For each size: the first import with a heap of one gibibyte, the start on the index that is there, memory, and the latency
of requests whose answers stay as long however much content there is (one client, one request at a time), so that what
grows is the search alone: by wrk of the same medicines again and again, and then of others, each once ("first"), where the times
are those of Python's client. With --opensearch N the same beside it from a cluster of N nodes (each with a gibibyte): there processor
time is that of all processes. Needs wrk, as load.py does, and a build (mvn -q package -DskipTests -Dcluster.skip=false).
"""

import argparse
import contextlib
import random
import shutil
import statistics
import tempfile
from pathlib import Path

import load
import servers

# What is asked of single medicines; {} is an id.
REQUESTS = [
    ("read", "/fhir/MedicationKnowledge/{}"),
    ("by id", "/fhir/Medication?_id={}"),
    ("indications", "/fhir/MedicinalProductIndication?subject=Medication/{}"),
    ("risks", "/fhir/DetectedIssue?implicated=Medication/{}"),
]
SAMPLE = 200
FIRST = 2000  # medicines at most that are asked for once; half of them let the JIT compiler see how that goes and are not counted.


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--monographs", type=Path, default=servers.default_monographs(), metavar="DIR")
    parser.add_argument("--repeat", type=int, action="append", metavar="N", help="default: 1 and 10")
    parser.add_argument("--opensearch", type=int, action="append", default=[], metavar="N", help="nodes of a cluster")
    parser.add_argument("--java", default="java", metavar="PATH")
    parser.add_argument("--seconds", type=int, default=5, help="of each measurement and of the warm-up before it")
    options = parser.parse_args()
    options.connections = options.threads = 1
    servers.built()
    rows = []
    for times in options.repeat or [1, 10]:
        with tempfile.TemporaryDirectory(prefix="materia-scale") as work:
            rows.append(measure(Path(work), times, options))
            show(rows)
        for nodes in options.opensearch:
            with tempfile.TemporaryDirectory(prefix="materia-scale") as work:
                rows.append(measure_cluster(Path(work), times, nodes, options))
                show(rows)


def show(rows):
    """All that is known so far, after each column: what comes next may fail after hours."""
    for name in rows[0]:
        print(f"{name:58}" + "".join(f"{row.get(name, ''):>16}" for row in rows))
    print(flush=True)


def measure(work, times, options):
    """One size, as a column of the table."""
    monographs = work / "monographs"
    ids = copy(options.monographs, times, monographs)
    column = {"store": "embedded", "monographs": len(ids)}
    with servers.materia(options.java, monographs, work / "data") as server:
        column.update(start("first start, with the import", server))
    column["index: MiB"] = mebibytes(work / "data")
    with servers.materia(options.java, monographs, work / "data") as server:
        column.update(start("start on that index", server))
        column.update(answers(server, ids, work / "paths.tsv", options))
        column["after load: resident (not files) MiB"] = memory(server)
    return column


def measure_cluster(work, times, nodes, options):
    """The same from a cluster; the import is that of a process of its own, which nobody serves from."""
    monographs = work / "monographs"
    ids = copy(options.monographs, times, monographs)
    column = {"store": f"OpenSearch x {nodes}", "monographs": len(ids)}
    ports = [servers.free_port() for _ in range(nodes)]
    with contextlib.ExitStack() as stack:
        cluster = [stack.enter_context(servers.search_node(options.java, work / f"search-{n}", ports, n))
                   for n in range(nodes)]
        store = ",".join(f"http://127.0.0.1:{node.port}" for node in cluster)
        before = sum(node.cpu_seconds() for node in cluster)
        seconds, cpu = servers.import_into_cluster(options.java, store, monographs, work / "importer")
        cpu += sum(node.cpu_seconds() for node in cluster) - before
        column["first start, with the import: s"] = f"{seconds:.1f}"
        column["first start, with the import: CPU s"] = f"{cpu:.1f}"
        column["index: MiB"] = sum(mebibytes(work / f"search-{n}" / "data") for n in range(nodes))
        with servers.on_cluster(options.java, store, work / "data") as server:
            column.update(start("start on that index", server))
            column.update(answers(server, ids, work / "paths.tsv", options, cluster))
            column["after load: resident (not files) MiB"] = memory(server)
    return column


def mebibytes(folder):
    return round(sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 2**20)


def start(name, server):
    return {
        f"{name}: s": f"{server.seconds_to_start:.1f}",
        f"{name}: CPU s": f"{server.cpu_seconds():.1f}",
        f"{name}: resident (not files) MiB": memory(server),
    }


def memory(server):
    resident, anonymous = server.memory_mib()
    return f"{resident:.0f} ({anonymous:.0f})"


def answers(server, ids, file, options, others=()):
    """Times of all requests. others: processes that have a part in the answers."""
    def cpu_seconds():
        return sum(each.cpu_seconds() for each in [server, *others])
    shuffled = random.Random(4).sample(ids, len(ids))
    rows = {}
    for name, template in REQUESTS:
        again, once = ([template.format(i) for i in part] for part in (shuffled[:SAMPLE], shuffled[SAMPLE:SAMPLE + FIRST]))
        rows.update(asked_again(server, name, again, file, options, cpu_seconds))
        rows.update(asked_once(server, f"{name}, first", once, cpu_seconds))
    return rows


def asked_again(server, name, paths, file, options, cpu_seconds):
    known = [(p, a) for p, a in zip(paths, server.get(paths)) if a[0] == 200]  # A few files describe no medicine.
    file.write_text("".join(f"{path}\t{len(body)}\n" for path, (_, body) in known))
    load.wrk(server, file, "identity", options, options.seconds)
    cpu = cpu_seconds()
    run = load.wrk(server, file, "identity", options, options.seconds)
    return row(name, run["p50"], run["p99"], cpu_seconds() - cpu, run["requests"])


def asked_once(server, name, paths, cpu_seconds):
    server.milliseconds(paths[:len(paths) // 2])
    measured = paths[len(paths) // 2:]
    cpu = cpu_seconds()
    times = server.milliseconds(measured)
    percentiles = statistics.quantiles(times, n=100, method="inclusive")
    return row(name, percentiles[49], percentiles[98], cpu_seconds() - cpu, len(measured))


def row(name, p50, p99, cpu_seconds, requests):
    return {f"{name}: p50 / p99 ms": f"{p50:.2f} / {p99:.2f}", f"{name}: CPU us": f"{cpu_seconds * 1e6 / requests:.0f}"}


def copy(source, times, to):
    """The files, in one folder, each as often under other names; returns the names."""
    to.mkdir()
    names = []
    for file in sorted(source.rglob("*.md")):
        for i in range(times):
            name = file.stem + (f"-{i}" if i else "")
            shutil.copyfile(file, to / f"{name}.md")
            names.append(name)
    return names


if __name__ == "__main__":
    main()
