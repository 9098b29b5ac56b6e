// The Postman collection as a document: what newman cannot see.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const files = ["materia.postman_collection.json", "materia.postman_environment.json"].map((name) => `docs/postman/${name}`);
const collection = JSON.parse(read(files[0]));
const requests = (items) => items.flatMap((item) => (item.item ? requests(item.item) : [item]));

test("the files are formatted as Postman exports them", () => {
    for (const file of files) {
        assert.equal(read(file), JSON.stringify(JSON.parse(read(file)), null, "\t") + "\n", file);
    }
});

test("every request is described and asserts something of its answer", () => {
    for (const each of requests(collection.item)) {
        const script = each.event.find((event) => event.listen === "test").script.exec.join("\n");
        assert.match(script, /pm\.test\(/, each.name);
        assert.match(script, /pm\.expect\(|have\.status\(/, each.name);
        assert.ok(each.request.description, each.name);
    }
});

test("every search parameter of ours is asked by", () => {
    const asked = requests(collection.item).flatMap((each) => (each.request.url.query || []).map((part) => part.key.split(":")[0]));
    const own = readdirSync(new URL("fhir-resources/search-parameters", root)).map((name) => name.match(/^SearchParameter-(.+)\.json$/)[1]);
    assert.ok(own.length > 0);
    assert.deepEqual(own.filter((name) => !asked.includes(name)), []);
});
