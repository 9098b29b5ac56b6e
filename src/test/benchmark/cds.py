#!/usr/bin/env python3
"""Measures order-sign (CDS Hooks) with 12 medicines taken and 10 conditions: latency of ours beside a bare Jetty that answers as many bytes.

    python3 src/test/benchmark/cds.py [--calls N] [--warm-up N] [--connections N]

Aim: p99 under 50 ms after warm-up, on two cores. Each round has another order, so that no two calls are alike.
"""

import argparse
import http.client
import itertools
import json
import statistics
import tempfile
import threading
import time
from pathlib import Path

import servers

SERVICE = "/cds-services/medication-order-sign"
ORDERED = ["simvastatin", "apixaban", "methotrexate", "clopidogrel", "amoxicillin", "paracetamol", "amlodipine", "vancomycin"]
TAKEN = ["warfarin", "aspirin", "levothyroxine", "metformin", "lisinopril", "furosemide", "omeprazole", "salbutamol",
         "gabapentin", "insulin glargine", "prednisolone", "digoxin"]
CONDITIONS = ["84114007", "38341003", "73211009", "13200003", "236423003", "195967001", "49436004", "64859006",
              "40930008", "235856003"]


def main():
    options = parse_options()
    servers.built()
    with tempfile.TemporaryDirectory(prefix="materia-cds") as work:
        with servers.materia("java", options.monographs.resolve(), Path(work) / "data") as ours:
            bodies = [call(medicine) for medicine in ORDERED]
            size = round(statistics.mean(len(post(ours.port, body)) for body in bodies))
            measure(ours.port, "POST", bodies, options.warm_up, options)
            taken = measure(ours.port, "POST", bodies, options.calls, options)
        with servers.floor("java", size) as floor:
            measure(floor.port, "GET", bodies, options.warm_up, options)
            least = measure(floor.port, "GET", bodies, options.calls, options)
    print(f"{size} bytes an answer, {options.connections} connections, {len(taken)} calls")
    for name, times in (("floor", least), ("us", taken)):
        print(f"{name:6} p50 {percentile(times, 50):7.2f} ms   p99 {percentile(times, 99):7.2f} ms")
    print(f"p99 is {percentile(taken, 99) / percentile(least, 99):.1f} times the floor's; the aim is under 50 ms")


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--monographs", type=Path, default=servers.default_monographs(), metavar="DIR")
    parser.add_argument("--calls", type=int, default=2000)
    parser.add_argument("--warm-up", type=int, default=2000, help="calls before it")
    parser.add_argument("--connections", type=int, default=2)
    return parser.parse_args()


def call(medicine):
    def bundle(resources):
        return {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": r} for r in resources]}

    def order(text, status, id):
        return {"resourceType": "MedicationRequest", "id": id, "status": status, "medicationCodeableConcept": {"text": text}}

    return json.dumps({
        "hook": "order-sign", "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
        "context": {"userId": "Practitioner/1", "patientId": "p", "draftOrders": bundle([order(medicine, "draft", "o")])},
        "prefetch": {
            "patient": {"resourceType": "Patient", "id": "p", "gender": "female", "birthDate": "1951-03-02"},
            "conditions": bundle([{"resourceType": "Condition", "code": {"coding": [
                {"system": "http://snomed.info/sct", "code": c}]}} for c in CONDITIONS]),
            "medications": bundle([order(t, "active", f"a{i}") for i, t in enumerate(TAKEN)]),
            "allergies": bundle([]), "observations": bundle([])}})


def post(port, body):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("POST", SERVICE, body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    text = answer.read()
    if answer.status != 200:
        raise SystemExit(f"{answer.status}: {text.decode()}")
    connection.close()
    return text


def measure(port, method, bodies, calls, options):
    """Milliseconds of each call."""
    times = []

    def ask(count):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for body in itertools.islice(itertools.cycle(bodies), count):
            began = time.perf_counter()
            connection.request(method, SERVICE, body if method == "POST" else None, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            answer.read()
            times.append((time.perf_counter() - began) * 1e3)
            if answer.status != 200:
                raise SystemExit(f"{answer.status}")
        connection.close()

    threads = [threading.Thread(target=ask, args=(calls // options.connections,)) for _ in range(options.connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def percentile(times, percent):
    return sorted(times)[min(len(times) - 1, len(times) * percent // 100)]


if __name__ == "__main__":
    main()
