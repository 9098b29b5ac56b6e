// The pages for people in a browser, against the server at SERVER; run by BrowserTest.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const server = process.env.SERVER;
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser;

before(async () => {
  browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
  });
});

after(() => browser?.close());

/** Opens a page, and holds that nothing was refused, missing or thrown. */
async function open(path, { width = 1300, height = 900, script = true } = {}) {
  const page = await browser.newPage();
  page.faults = [];
  page.on("pageerror", error => page.faults.push(String(error)));
  page.on("console", message => message.type() === "error" && page.faults.push(message.text()));
  page.on("request", request => {
    if (!request.url().startsWith(server)) page.faults.push("asks elsewhere: " + request.url());
  });
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width, height });
  await page.goto(server + path, { waitUntil: "load" });
  return page;
}

async function done(page) {
  assert.deepEqual(page.faults, []);
  await page.close();
}

const marked = page => page.$$eval("#text .s.on", all => all.map(e => e.textContent));

test("paracetamol is found by typing and chosen by keyboard", async () => {
  const page = await open("/");
  await page.type("#q", "parac");
  await page.waitForSelector("#choices-0 li");
  assert.equal(await page.$eval("#q", e => e.getAttribute("aria-expanded")), "true");
  await page.keyboard.press("ArrowDown");
  const chosen = await page.$eval("#q", e => document.getElementById(e.getAttribute("aria-activedescendant")).textContent);
  assert.equal(chosen, "Paracetamol");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.equal(page.url(), server + "/medicines/paracetamol");
  assert.equal(await page.$eval("h1", e => e.textContent), "Paracetamol");
  await done(page);
});

test("Escape closes the suggestions and leaves what was typed", async () => {
  const page = await open("/");
  await page.type("#q", "amoxycil");
  await page.waitForSelector("#choices-0 li");
  await page.keyboard.press("Escape");
  assert.equal(await page.$eval("#choices-0", e => e.hidden), true);
  assert.equal(await page.$eval("#q", e => e.value), "amoxycil");
  await done(page);
});

test("the child's dose marks its sentence, and the sentence its dose", async () => {
  const page = await open("/medicines/paracetamol");
  const id = await page.$$eval("table.doses tbody", all =>
    all.find(e => e.querySelector("[data-label='For whom']")?.textContent.trim() === "Children").id);
  const dose = "#" + id;
  assert.match(await page.$eval(dose, e => e.innerText), /15 mg\/kg\s+every 4–6 hours\s+as needed\s+Oral/);
  await page.hover(dose + " .sentence");
  assert.deepEqual(await marked(page), ["Children: 15 mg/kg every 4 to 6 hours as needed."]);
  const [pane, sentence] = await page.evaluate(() =>
    [document.getElementById("text"), document.querySelector("#text .s.on")].map(e => e.getBoundingClientRect().toJSON()));
  assert.ok(sentence.top >= pane.top && sentence.bottom <= pane.bottom, "the sentence is in view");
  await page.hover("h1");
  await page.hover(`mark[data-f~="${id}"]`);
  assert.ok(await page.$eval(dose, e => e.classList.contains("on")));
  await page.focus(dose + " a.seen");
  assert.deepEqual(await marked(page), ["Children: 15 mg/kg every 4 to 6 hours as needed."]);
  await done(page);
});

test("a link to a fact shows the fact", async () => {
  for (const width of [390, 1300]) {
    const page = await open("/find?interacts-with=warfarin", { width });
    const link = await page.$$eval(".answer a", all => all.find(e => e.textContent === "Paracetamol").href);
    await page.goto(link, { waitUntil: "load" });
    const id = new URL(link).hash.slice(1);
    const fact = await page.$eval("#" + id, e => ({ text: e.textContent, top: e.getBoundingClientRect().top, height: innerHeight }));
    assert.match(fact.text, /warfarin/i);
    assert.ok(fact.top >= 0 && fact.top < fact.height, `the fact is in view at ${width}: ${fact.top}`);
    await done(page);
  }
});

test("what is contraindicated in pregnancy is asked by the form", async () => {
  const page = await open("/find");
  await page.type("#ask-contraindicated-for", "pregnancy");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  const rows = await page.$$eval(".answer tbody tr", all => all.map(e => e.innerText));
  assert.ok(rows.some(row => /Simvastatin/.test(row) && /contraindicated/.test(row)), rows.join("\n"));
  await done(page);
});

test("on a phone the text and the facts are tabs", async () => {
  const page = await open("/medicines/paracetamol", { width: 390, height: 800 });
  const visible = id => page.$eval("#" + id, e => e.offsetHeight > 0);
  assert.deepEqual([await visible("text"), await visible("facts")], [false, true]);
  await page.click('.jump a[href="#text"]');
  assert.deepEqual([await visible("text"), await visible("facts")], [true, false]);
  assert.equal(await page.$eval('.jump a[href="#text"]', e => e.getAttribute("aria-current")), "true");
  await page.click("#text a.to");
  assert.deepEqual([await visible("text"), await visible("facts")], [false, true]);
  await done(page);
});

test("everything is there without the script", async () => {
  const home = await open("/", { script: false, width: 390 });
  await home.type("#q", "paracetamol");
  await Promise.all([home.waitForNavigation(), home.click(".search button")]);
  assert.equal(home.url(), server + "/medicines/paracetamol");
  const heights = await home.$$eval("#text, #facts", all => all.map(e => e.offsetHeight));
  assert.ok(heights.every(height => height > 500), String(heights));
  await Promise.all([home.waitForNavigation(), home.click("#facts .fact a.seen")]);
  const target = await home.$eval(":target", e => [e.className, getComputedStyle(e).backgroundColor]);
  assert.equal(target[0], "s");
  assert.notEqual(target[1], "rgba(0, 0, 0, 0)");
  await done(home);
});

test("printed, both parts follow each other and the search is left out", async () => {
  const page = await open("/medicines/paracetamol", { width: 390 });
  await page.emulateMediaType("print");
  const shown = await page.evaluate(() => ["#text", "#facts", ".top", ".jump"].map(s => document.querySelector(s).offsetHeight > 0));
  assert.deepEqual(shown, [true, true, false, false]);
  const pdf = await page.pdf({ format: "A4" });
  assert.equal(Buffer.from(pdf.slice(0, 5)).toString(), "%PDF-");
  await done(page);
});

const paths = ["/", "/medicines/paracetamol", "/medicines/methotrexate", "/find?contraindicated-for=pregnancy", "/find?q=penicillin", "/fhir/MedicationKnowledge?_count=2", "/fhir/nothing", "/developers"];

test("no page is wider than its window", async () => {
  for (const path of paths) {
    for (const width of [320, 390, 1300, 3840]) {
      const page = await open(path, { width });
      const wide = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(wide[0] <= wide[1], `${path} at ${width} is ${wide[0]} wide`);
      await page.close();
    }
  }
});

test("axe finds nothing, in light and dark, wide and narrow", async () => {
  for (const path of paths) {
    for (const [width, scheme] of [[1300, "light"], [390, "dark"]]) {
      const page = await open(path, { width });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.evaluate(axe);
      const found = await page.evaluate(() => axe.run());
      const violations = found.violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html).join(" ; ")}`);
      assert.deepEqual(violations, [], `${path} ${width} ${scheme}`);
      assert.ok(found.passes.length > 10);
      await page.close();
    }
  }
});
