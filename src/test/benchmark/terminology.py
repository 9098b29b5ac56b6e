#!/usr/bin/env python3
"""Measures the terminology operations on a generated code system of a million concepts.

Each concept has five designations and ten properties; the hierarchy is twelve levels deep, and every tenth concept has two
parents. It is loaded with a heap of one gibibyte; then each operation is asked for many different codes, side by side with
a bare Jetty that sends as many bytes. Needs wrk, as load.py does, and a build (mvn -q package -DskipTests).

With --opensearch instead: loaded into the data directory of a server and into a cluster of one node (with a gibibyte) that two servers
serve from, one that runs meanwhile and one that starts afterwards with nothing; one client asks, one request at a time. Needs a build
with the cluster's classes (-Dcluster.skip=false).
"""

import argparse
import json
import random
import statistics
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

import load
import scale
import servers

SYSTEM = "http://example.org/generated"
BELOW = SYSTEM + "/below"
WHOLE = SYSTEM + "/all"
MAP = SYSTEM + "/map"
DEPTH = 12
FANOUT = 3.1
LANGUAGES = ["de", "es", "fr", "it", "nl"]
MAPPED = 5000
SAMPLE = 500
AIMS = {"$lookup": 0.25, "$validate-code": 0.25, "$expand": 0.10, "$subsumes": None, "$translate": None}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--concepts", type=int, default=1_000_000)
    parser.add_argument("--java", default="java", metavar="PATH")
    parser.add_argument("--seconds", type=int, default=8, help="of each measurement")
    parser.add_argument("--warm-up", type=int, default=15)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--threads", type=int, default=2, help="of wrk")
    parser.add_argument("--opensearch", action="store_true", help="compares the two stores instead")
    options = parser.parse_args()
    servers.built()
    with tempfile.TemporaryDirectory(prefix="materia-terminology") as work:
        work = Path(work)
        levels = generate(work / "release", options.concepts)
        if options.opensearch:
            compare(work, levels, options)
            return
        load_release(work, options)
        monographs = work / "monographs"
        monographs.mkdir()
        with servers.materia(options.java, monographs, work / "data") as server:
            too_costly(server)
        print(f"{'operation':16}{'server':7}{'bytes':>7}{'req/s':>9}{'ratio':>7}{'aim':>6}{'p50 ms':>8}{'p99 ms':>8}"
              f"{'CPU us':>8}{'failed':>8}{'MiB':>6}")
        for name, paths in requests(levels).items():
            measure(name, paths, monographs, work, options)


def generate(folder, count):
    """Writes the release; gives the codes of each level."""
    folder.mkdir()
    chance = random.Random(1)
    syllables = [a + b for a in "bcdfglmnprstv" for b in "aeiou"]
    words = ["".join(chance.choice(syllables) for _ in range(chance.randint(2, 4))) for _ in range(20_000)]
    words += ["ab" + w for w in words[:200]]
    sizes = [FANOUT ** level for level in range(DEPTH + 1)]
    sizes = [max(1, int(s * count / sum(sizes))) for s in sizes]
    sizes[-1] += count - sum(sizes)
    head = {"resourceType": "CodeSystem", "url": SYSTEM, "version": "1", "name": "Generated", "status": "active",
            "content": "complete", "caseSensitive": True, "valueSet": WHOLE, "hierarchyMeaning": "is-a",
            "property": [{"code": "parent", "type": "code", "uri": "http://hl7.org/fhir/concept-properties#parent"}]
            + [{"code": f"p{i}", "type": "code"} for i in range(10)]}
    levels = []
    number = 0
    with open(folder / "system.json", "w", encoding="utf-8") as out:
        out.write(json.dumps(head)[:-1] + ', "concept": [\n')
        for size in sizes:
            above = levels[-1] if levels else []
            level = []
            for _ in range(size):
                code = f"{1_000_000 + number}"
                parents = chance.sample(above, min(len(above), 2 if number % 10 == 0 else 1))
                out.write((",\n" if number else "") + concept(code, parents, words, chance))
                level.append(code)
                number += 1
            levels.append(level)
        out.write("\n]}\n")
    write(folder / "whole.json", {
        "resourceType": "ValueSet", "url": WHOLE, "status": "active",
        "compose": {"include": [{"system": SYSTEM}]}})
    write(folder / "below.json", {
        "resourceType": "ValueSet", "url": BELOW, "status": "active",
        "compose": {"include": [{"system": SYSTEM, "filter": [
            {"property": "concept", "op": "is-a", "value": levels[1][0]}]}]}})
    write(folder / "map.json", {
        "resourceType": "ConceptMap", "url": MAP, "status": "active", "group": [{
            "source": SYSTEM, "target": SYSTEM + "/other", "element": [
                {"code": c, "target": [{"code": "t" + c, "equivalence": "equivalent"}]}
                for c in levels[-1][:MAPPED]]}]})
    return levels


def write(file, resource):
    file.write_text(json.dumps(resource), encoding="utf-8")


def concept(code, parents, words, chance):
    """JSON by hand: a million times, json.dumps takes minutes."""
    name = lambda: f"{chance.choice(words)} {chance.choice(words)} {chance.choice(words)}"
    designations = ",".join(f'{{"language":"{language}","value":"{name()}"}}' for language in LANGUAGES)
    properties = [f'{{"code":"parent","valueCode":"{p}"}}' for p in parents]
    properties += [f'{{"code":"p{i}","valueCode":"v{chance.randrange(10 ** (i % 5 + 1))}"}}' for i in range(10)]
    return (f'{{"code":"{code}","display":"{name()}","designation":[{designations}],'
            f'"property":[{",".join(properties)}]}}')


def load_release(work, options):
    began = time.monotonic()
    command = [options.java, servers.HEAP, "-jar", servers.JAR, "load", work / "release", "--data", work / "data"]
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr + done.stdout)
    seconds = time.monotonic() - began
    size = sum(f.stat().st_size for f in (work / "data").rglob("*") if f.is_file())
    release = sum(f.stat().st_size for f in (work / "release").iterdir())
    print(done.stdout.strip())
    print(f"{options.concepts} concepts, {release / 2**20:.0f} MiB, loaded with {servers.HEAP} in {seconds:.0f} s; "
          f"index {size / 2**20:.0f} MiB", flush=True)


def too_costly(server):
    """An expansion of everything is refused, and at once."""
    path = f"/fhir/ValueSet/$expand?url={quote(WHOLE)}"
    server.get([path])
    began = time.monotonic()
    status, body = server.get([path])[0]
    milliseconds = (time.monotonic() - began) * 1000
    if b"too-costly" not in body:
        raise SystemExit(f"An expansion of everything was answered {status}: {body[:500]}")
    print(f"$expand of everything: too-costly ({status}) in {milliseconds:.0f} ms; "
          f"memory (without files) {server.memory_mib()[1]:.0f} MiB", flush=True)


def requests(levels):
    """Paths of each operation."""
    chance = random.Random(2)
    everywhere = [code for level in levels[-3:] for code in chance.sample(level, min(len(level), SAMPLE))]
    pairs = [(chance.choice(levels[2]), chance.choice(levels[-1])) for _ in range(SAMPLE)]
    typed = ["ab"] + [a + b for a in "bcdfglmnprstv" for b in "aeiou"]
    system, url = quote(SYSTEM), quote
    return {
        "$lookup": [f"/fhir/CodeSystem/$lookup?system={system}&code={c}" for c in everywhere],
        "$validate-code": [
            f"/fhir/ValueSet/$validate-code?url={url(BELOW)}&system={system}&code={c}" for c in everywhere],
        "$expand": [f"/fhir/ValueSet/$expand?url={url(WHOLE)}&filter={t}&count=20" for t in typed],
        "$subsumes": [f"/fhir/CodeSystem/$subsumes?system={system}&codeA={a}&codeB={b}" for a, b in pairs],
        "$translate": [
            f"/fhir/ConceptMap/$translate?url={url(MAP)}&system={system}&code={c}"
            for c in levels[-1][:min(MAPPED, SAMPLE)]],
    }


def measure(name, paths, monographs, work, options):
    """One operation; prints a line for the floor and one for ours."""
    with servers.materia(options.java, monographs, work / "data") as server:
        size = round(statistics.mean(len(body) for _, body in server.get(paths[:100])))
        ours = load.one_round(server, paths, "identity", work / "paths.tsv", options)
        ours["memory"] = server.memory_mib()[1]
    with servers.floor(options.java, size) as server:
        floor = load.one_round(server, paths, "identity", work / "paths.tsv", options)
        floor["memory"] = server.memory_mib()[1]
    for each, run in (("floor", floor), ("us", ours)):
        aim = AIMS[name] if each == "us" and AIMS[name] else ""
        print(f"{name:16}{each:7}{run['size']:7.0f}{run['rate']:9.0f}{run['rate'] / floor['rate']:7.3f}{aim:>6}"
              f"{run['p50']:8.2f}{run['p99']:8.2f}{run['cpu']:8.1f}{run['failed']:8}{run['memory']:6.0f}", flush=True)


def compare(work, levels, options):
    """The two stores, as columns of a table."""
    options.connections = options.threads = 1
    (work / "monographs").mkdir()
    columns = [embedded(work, levels, options), cluster(work, levels, options)]
    for name in {**columns[0], **columns[1]}:
        print(f"{name:50}" + "".join(f"{column.get(name, ''):>18}" for column in columns), flush=True)


def embedded(work, levels, options):
    data = work / "data"
    seconds, cpu = servers.load_release(options.java, work / "release", "--data", data)
    column = {"": "embedded", "load: s": f"{seconds:.0f}", "load: CPU s": f"{cpu:.0f}",
              "load: MiB of the data directory": scale.mebibytes(data)}
    with servers.materia(options.java, work / "monographs", data):
        pass  # The import.
    with servers.materia(options.java, work / "monographs", data) as server:
        column.update(scale.start("start", server))
        column.update(latencies(server, levels, work, options))
    return column


def cluster(work, levels, options):
    ports = [servers.free_port()]
    data = work / "later"
    with servers.search_node(options.java, work / "search", ports, 0) as node:
        store = f"http://127.0.0.1:{node.port}"
        servers.import_into_cluster(options.java, store, work / "monographs", work / "importer")
        with servers.on_cluster(options.java, store, work / "running") as running:
            known = f"/fhir/CodeSystem/$lookup?system={quote(SYSTEM)}&code={levels[0][0]}"
            running.get([known])  # The first question of terminology takes longer.
            empty, before, ours = scale.mebibytes(work / "search" / "data"), node.cpu_seconds(), running.cpu_seconds()
            seconds, cpu = servers.load_release(
                options.java, work / "release", "--store", store, "--data", work / "loader")
            column = {"": "OpenSearch x 1", "load: s": f"{seconds:.0f}",
                      "load: CPU s": f"{cpu:.0f} + {node.cpu_seconds() - before:.0f}",
                      "load: MiB of the node": scale.mebibytes(work / "search" / "data") - empty}
            ended = time.monotonic()
            while running.get([known])[0][0] != 200:
                time.sleep(0.1)
            column["served by one that runs: s after the load"] = f"{time.monotonic() - ended:.1f}"
            column["served by one that runs: its CPU s"] = f"{running.cpu_seconds() - ours:.1f}"
        with servers.on_cluster(options.java, store, data) as server:
            column.update(scale.start("start", server))
            column["load: MiB of the data directory"] = scale.mebibytes(data)
            column.update(latencies(server, levels, work, options))
        column["node: resident (not files) MiB"] = scale.memory(node)
    return column


def latencies(server, levels, work, options):
    """By a client that asks one thing after the other."""
    column = {}
    for name, paths in requests(levels).items():
        column.update(scale.latency(server, name, "{}", paths, work / "paths.tsv", options))
    column["after that: resident (not files) MiB"] = scale.memory(server)
    return column


if __name__ == "__main__":
    main()
