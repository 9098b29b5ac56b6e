// fhir-kit-client against the samples; FHIR_BASE is the server's FHIR base.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "fhir-kit-client";

const client = new Client({ baseUrl: process.env.FHIR_BASE });
const ids = (bundle) => bundle.entry.map((entry) => entry.resource.id);

test("the capability statement tells what can be done", async () => {
    const statement = await client.capabilityStatement();
    assert.equal(statement.fhirVersion, "4.0.1");
    const medicine = statement.rest[0].resource.find((resource) => resource.type === "MedicationKnowledge");
    assert.ok(medicine.interaction.some((interaction) => interaction.code === "vread"));
});

test("a medicine is read, and its version", async () => {
    const medicine = await client.read({ resourceType: "MedicationKnowledge", id: "apixaban" });
    assert.equal(medicine.code.text, "Apixaban");
    const version = await client.vread({ resourceType: "MedicationKnowledge", id: "apixaban", version: medicine.meta.versionId });
    assert.deepEqual(version, medicine);
    const history = await client.history({ resourceType: "MedicationKnowledge", id: "apixaban" });
    assert.equal(history.type, "history");
    assert.deepEqual(history.entry[0].resource, medicine);
});

test("a search finds by GET and by POST", async () => {
    const question = { resourceType: "MedicationKnowledge", searchParams: { "indication:text": "atrial fibrillation" } };
    assert.deepEqual(ids(await client.search(question)).sort(), ["apixaban"]);
    assert.deepEqual(ids(await client.search({ ...question, options: { postSearch: true } })).sort(), ["apixaban"]);
});

test("pages are followed to the last and back", async () => {
    let page = await client.search({ resourceType: "MedicationKnowledge", searchParams: { _count: 10, _sort: "_id" } });
    const all = [];
    while (page) {
        all.push(...ids(page));
        page = await client.nextPage({ bundle: page });
    }
    assert.equal(all.length, 25);
    assert.deepEqual(all, [...new Set(all)].sort());
});

test("references are resolved", async () => {
    const medicine = await client.read({ resourceType: "MedicationKnowledge", id: "apixaban" });
    const substance = await client.resolve({ reference: medicine.ingredient[0].itemReference.reference });
    assert.equal(substance.code.text, "apixaban");
});

test("an operation gives a document", async () => {
    const document = await client.operation({ name: "document", resourceType: "Composition", id: "apixaban", method: "GET" });
    assert.equal(document.type, "document");
    assert.equal(document.entry[0].resource.title, "Apixaban");
});

test("a batch is answered entry by entry", async () => {
    const answer = await client.batch({
        body: {
            resourceType: "Bundle",
            type: "batch",
            entry: [
                { request: { method: "GET", url: "Medication/apixaban" } },
                { request: { method: "GET", url: "Medication/nothing" } },
            ],
        },
    });
    assert.deepEqual(answer.entry.map((entry) => entry.response.status), ["200 OK", "404 Not Found"]);
});

test("an error comes with its OperationOutcome", async () => {
    await assert.rejects(client.read({ resourceType: "MedicationKnowledge", id: "nothing" }), (error) => {
        assert.equal(error.response.status, 404);
        assert.equal(error.response.data.issue[0].code, "not-found");
        assert.match(error.response.data.issue[0].diagnostics, /no MedicationKnowledge with the id 'nothing'/);
        return true;
    });
});
