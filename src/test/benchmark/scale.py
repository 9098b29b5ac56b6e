#!/usr/bin/env python3
"""Measures how the server grows with its content: the monographs once, and N times under other names.

For each size: the first import with a heap of one gibibyte, the start on the index that is there, memory, and the latency
of requests whose answers stay as long however much content there is (one client, one request at a time), so that what
grows is the search alone. Needs wrk, as load.py does, and a build (mvn -q package -DskipTests).
"""

import argparse
import random
import shutil
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--monographs", type=Path, default=servers.default_monographs(), metavar="DIR")
    parser.add_argument("--repeat", type=int, action="append", metavar="N", help="default: 1 and 10")
    parser.add_argument("--java", default="java", metavar="PATH")
    parser.add_argument("--seconds", type=int, default=5, help="of each measurement and of the warm-up before it")
    options = parser.parse_args()
    options.connections = options.threads = 1
    servers.built()
    rows = []
    for times in options.repeat or [1, 10]:
        with tempfile.TemporaryDirectory(prefix="materia-scale") as work:
            rows.append(measure(Path(work), times, options))
    for name in rows[0]:
        print(f"{name:58}" + "".join(f"{row[name]:>14}" for row in rows))


def measure(work, times, options):
    """One size, as a column of the table."""
    monographs = work / "monographs"
    monographs.mkdir()
    ids = copy(options.monographs, times, monographs)
    column = {"monographs": len(ids)}
    with servers.materia(options.java, monographs, work / "data") as server:
        column.update(start("first start, with the import", server))
    column["index: MiB"] = round(sum(f.stat().st_size for f in (work / "data").rglob("*") if f.is_file()) / 2**20)
    with servers.materia(options.java, monographs, work / "data") as server:
        column.update(start("start on that index", server))
        for name, template in REQUESTS:
            column.update(latency(server, name, template, ids, work / "paths.tsv", options))
        column["after load: resident (not files) MiB"] = memory(server)
    return column


def start(name, server):
    return {
        f"{name}: s": f"{server.seconds_to_start:.1f}",
        f"{name}: CPU s": f"{server.cpu_seconds():.1f}",
        f"{name}: resident (not files) MiB": memory(server),
    }


def memory(server):
    resident, anonymous = server.memory_mib()
    return f"{resident:.0f} ({anonymous:.0f})"


def latency(server, name, template, ids, file, options):
    paths = [template.format(i) for i in random.Random(4).sample(ids, min(SAMPLE, len(ids)))]
    answers = [(p, a) for p, a in zip(paths, server.get(paths)) if a[0] == 200]  # A few files describe no medicine.
    file.write_text("".join(f"{path}\t{len(body)}\n" for path, (_, body) in answers))
    load.wrk(server, file, "identity", options, options.seconds)
    cpu = server.cpu_seconds()
    run = load.wrk(server, file, "identity", options, options.seconds)
    cpu = (server.cpu_seconds() - cpu) * 1e6 / run["requests"]
    return {f"{name}: p50 / p99 ms": f"{run['p50']:.2f} / {run['p99']:.2f}", f"{name}: CPU us": f"{cpu:.0f}"}


def copy(source, times, to):
    """The files, in one folder, each as often under other names; returns the names."""
    names = []
    for file in sorted(source.rglob("*.md")):
        for i in range(times):
            name = file.stem + (f"-{i}" if i else "")
            shutil.copyfile(file, to / f"{name}.md")
            names.append(name)
    return names


if __name__ == "__main__":
    main()
