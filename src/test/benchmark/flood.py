#!/usr/bin/env python3
"""Measures what a flood of expensive requests leaves of a cheap one.

One connection reads single resources, one after the other, first alone and then while 64 others ask without pause for wide full-text
searches, iterated includes, large expansions and bulk exports. Printed are the times of the cheap read alone and in the flood, what the
flood was answered, and the memory of the server. The aim: the 99th percentile in the flood stays under ten times that of the idle server.
Both share the machine with the program that asks, which makes the ratio worse than it would be elsewhere. Needs a build (mvn -q package
-DskipTests).
"""

import argparse
import asyncio
import collections
import json
import multiprocessing
import statistics
import tempfile
import time
from pathlib import Path

import servers

EXPENSIVE = [
    "/fhir?_content=treatment&_count=500",
    "/fhir?_content=patient%20dose&_count=500&_format=xml",
    "/fhir/MedicationKnowledge?_count=200&_include:iterate=MedicationKnowledge:*",
    "/fhir/MedicationKnowledge?_count=50&_revinclude=MedicinalProductIndication:subject"
    "&_revinclude:iterate=Provenance:target&_include:iterate=MedicationKnowledge:*",
    "/fhir/ValueSet/$expand?url=http://www.nlm.nih.gov/research/umls/rxnorm/vs&count=5000&includeDesignations=true"
    "&_format=xml",
    "/fhir/ValueSet/$expand?url=https://w3id.org/materia/fhir/ValueSet/global-patient-set&filter=d&count=1000",
    "/fhir/ValueSet/$expand?url=http://www.nlm.nih.gov/research/umls/rxnorm/vs&filter=in&count=1000",
    "/fhir/$export",
]
AIM = 10


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--monographs", type=Path, default=servers.default_monographs(), metavar="DIR")
    parser.add_argument("--java", default="java")
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--seconds", type=int, default=30, help="of each measurement")
    parser.add_argument("--serve-option", action="append", default=[], help="given to 'serve'")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="materia-flood") as work:
        with servers.materia(options.java, options.monographs.resolve(), work, options.serve_option) as server:
            measure(server, options)


def measure(server, options):
    page = server.get(["/fhir/MedicationKnowledge?_count=100&_elements=id"])[0][1]
    cheap = [f"/fhir/MedicationKnowledge/{i}" for i in ids(page)]
    asyncio.run(reads(server.port, cheap, options.seconds / 2))  # Warm-up.
    idle = asyncio.run(reads(server.port, cheap, options.seconds))
    answers = multiprocessing.Queue()
    # In a process of its own: reading megabytes of answers would delay the reads that are measured.
    flood = multiprocessing.Process(target=pour, args=(server.port, options, answers))
    flood.start()
    time.sleep(5)  # Until all are at work.
    flooded = asyncio.run(reads(server.port, cheap, options.seconds))
    answers = answers.get()
    flood.join()
    after = asyncio.run(reads(server.port, cheap, 5))
    print(f"{'':12}{'reads':>8}{'p50 ms':>9}{'p99 ms':>9}{'worst ms':>10}")
    for name, times in (("idle", idle), ("flood", flooded), ("afterwards", after)):
        print(f"{name:12}{len(times):8}{p(times, 50):9.2f}{p(times, 99):9.2f}{max(times):10.1f}")
    print(f"p99 in the flood is {p(flooded, 99) / p(idle, 99):.1f} times that of the idle server (aim: under {AIM})")
    print("the flood was answered:")
    for path in EXPENSIVE:
        print(f"  {path}\n     ", ", ".join(f"{n} x {status}" for status, n in sorted(answers[path].items(), key=str)))
    print("resident memory: {:.0f} MiB, of it anonymous {:.0f} MiB".format(*server.memory_mib()))


def pour(port, options, to):
    """The flood, a little longer than it is measured; tells how each of its requests was answered."""
    async def all_at_once():
        answers = {path: collections.Counter() for path in EXPENSIVE}
        end = time.monotonic() + options.seconds + 6
        await asyncio.gather(*(expensive(port, n, end, answers) for n in range(options.connections)))
        return answers
    to.put(asyncio.run(all_at_once()))


def ids(page):
    return [entry["resource"]["id"] for entry in json.loads(page)["entry"]]


def p(times, percent):
    return statistics.quantiles(times, n=100)[percent - 1]


async def reads(port, paths, seconds):
    """Milliseconds of each of the reads that fit into the time, with a pause between them as a client has it."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    times = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        began = time.perf_counter()
        status = await ask(reader, writer, paths[len(times) % len(paths)])
        times.append((time.perf_counter() - began) * 1000)
        if status != 200:
            raise SystemExit(f"A read was answered {status}.")
        await asyncio.sleep(0.01)
    writer.close()
    return times


async def expensive(port, number, end, answers):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    n = number
    while time.monotonic() < end:
        path = EXPENSIVE[n % len(EXPENSIVE)]
        try:
            answers[path][await ask(reader, writer, path)] += 1
        except (ConnectionError, asyncio.IncompleteReadError):
            answers[path]["lost"] += 1
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
        n += 1
    writer.close()


async def ask(reader, writer, path):
    """The status; the body is read and dropped."""
    writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nPrefer: respond-async\r\n\r\n".encode())
    await writer.drain()
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    status = int(head.split(" ", 2)[1])
    fields = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
    if "content-length" in fields:
        await reader.readexactly(int(fields["content-length"]))
    elif fields.get("transfer-encoding") == "chunked":
        while size := int(await reader.readline(), 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    return status


if __name__ == "__main__":
    main()
