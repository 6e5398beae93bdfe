// Opens pages in a real browser and answers what is found on them: one job as a line of JSON in, one answer out.
// What is expected of a page stands in the Python tests beside this file; here is only how it is looked at.
//
// node pruefung.mjs FOLDER CHROMIUM   FOLDER holds node_modules with playwright-core, axe-core, html-validate
//
// A job is {art: "html", datei} or {art: "blatt", datei, modus, proben, schritte}.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";

import { amFokus, beschnitten, breite, ruhe, setzeStil, tabbare, ueberlappt, zeichnung } from "./proben.mjs";

const [pakete, chromium] = process.argv.slice(2);
const paket = createRequire(join(pakete, "pakete.js"));
const { chromium: spieler } = paket("playwright-core");
const { HtmlValidate, StaticConfigLoader } = paket("html-validate");
const AXE = readFileSync(paket.resolve("axe-core/axe.min.js"), "utf-8");

// WCAG 2.0 to 2.2 on levels A and AA, and what axe holds to be good practice beyond
const KENNUNGEN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

// A page in other colours has the same elements, a page in another width the same colours: each is looked at once.
const FARBREGELN = ["color-contrast", "link-in-text-block"];
const REGELN = {
  alle: { runOnly: { type: "tag", values: KENNUNGEN } },
  farben: { runOnly: { type: "rule", values: FARBREGELN } },
  aufbau: {
    runOnly: { type: "tag", values: KENNUNGEN },
    rules: Object.fromEntries(FARBREGELN.map((regel) => [regel, { enabled: false }])),
  },
};

// On narrow pages tables are set with »display: block«, and without a role they would be none any more. To
// html-validate these roles are redundant, thousands of times; it is spared them.
const TABELLENROLLE = / role="(?:table|rowgroup|row|columnheader|rowheader|cell)"/g;

const FRIST = 100;

// a page is served from this machine, and whatever else it asked for would be asked of this machine
const eingang = [];
const dienst = createServer((frage, antwort) => {
  eingang.push(frage.url);
  const datei = seiten.get(new URL(frage.url, ort).pathname);
  antwort.writeHead(datei ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
  antwort.end(datei ? readFileSync(datei) : "");
});
const seiten = new Map();
await new Promise((bereit) => dienst.listen(0, "127.0.0.1", bereit));
const ort = `http://127.0.0.1:${dienst.address().port}`;

const browser = await spieler.launch({
  executablePath: chromium,
  args: [
    "--no-sandbox", // the tests may run as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", // no other host can be reached, wherever this runs
  ],
});

const validator = new HtmlValidate(
  new StaticConfigLoader({ extends: ["html-validate:standard", "html-validate:a11y"], elements: ["html5"] }),
);

async function html({ datei }) {
  const bericht = await validator.validateString(readFileSync(datei, "utf-8").replace(TABELLENROLLE, ""), datei);
  return bericht.results.flatMap((r) => r.messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
}

// such as »color-contrast: <p> main > p – why«
const knoten = (fund) =>
  fund.nodes.map((n) => {
    const grund = n.any.concat(n.all, n.none).map((c) => c.message)[0];
    return `${fund.id}: ${n.html.match(/^<[^\s>]+/)}> ${n.target.join(" ")} – ${grund}`;
  });

const PROBEN = {
  async axe(blatt, { axe = "alle" }) {
    if (!(await blatt.evaluate(() => "axe" in window))) await blatt.evaluate(AXE);
    const ergebnis = await blatt.evaluate(
      (regeln) => window.axe.run(document, { ...regeln, resultTypes: ["violations", "incomplete"], preload: false }),
      REGELN[axe],
    );
    return {
      verstoesse: ergebnis.violations.flatMap(knoten),
      ungeklaert: ergebnis.incomplete.flatMap(knoten),
      regeln: ergebnis.violations.length + ergebnis.passes.length,
    };
  },
  breite: (blatt) => blatt.evaluate(breite),
  beschnitten: (blatt) => blatt.evaluate(beschnitten),
  ueberlappt: (blatt) => blatt.evaluate(ueberlappt),
  zeichnung: (blatt) => blatt.evaluate(zeichnung),
  async fokus(blatt, { halte = Infinity }) {
    const erwartet = (await blatt.evaluate(tabbare)).slice(0, halte);
    const weg = [];
    // the next Tab starts where the last click or focus was; a click on the margin of the top is such a place
    await blatt.evaluate(() => {
      document.activeElement.blur();
      scrollTo(0, 0);
    });
    while (weg.length < Math.min(halte, 2 * erwartet.length + 2)) {
      await blatt.keyboard.press("Tab");
      const halt = await blatt.evaluate(amFokus);
      if (halt === null || halt.nr === weg[0]?.nr) break;
      weg.push(halt);
    }
    return { erwartet, weg };
  },
};

// What a reader does, and what is then to be read off the page.
const SCHRITTE = {
  taste: (blatt, [name]) => blatt.keyboard.press(name),
  tippe: (blatt, [text]) => blatt.keyboard.type(text),
  async tabBis(blatt, [wahl]) {
    for (let schritte = 1; schritte <= 600; schritte += 1) {
      await blatt.keyboard.press("Tab");
      if (await blatt.evaluate((css) => document.activeElement.matches(css), wahl)) return schritte;
    }
    throw new Error(`Tab kommt nicht zu ${wahl}`);
  },
  // so many stops of the Tab key, from the end of the page upwards: then what sticks to the top is in the way
  async halte(blatt, [zahl]) {
    await blatt.evaluate(() => {
      scrollTo(0, document.documentElement.scrollHeight);
      [...document.querySelectorAll("footer, main a")].at(-1).setAttribute("tabindex", "-1");
      [...document.querySelectorAll("footer, main a")].at(-1).focus();
    });
    const weg = [];
    while (weg.length < Number(zahl)) {
      await blatt.keyboard.press("Shift+Tab");
      weg.push(await blatt.evaluate(amFokus));
    }
    return weg;
  },
  fokus: (blatt, [wahl]) => blatt.focus(wahl),
  bild: (blatt, [datei]) => blatt.screenshot({ path: datei, fullPage: true }).then(() => null),
  neu: (blatt) => blatt.reload().then(() => null),
  oeffne: (blatt, [zusatz]) => blatt.goto(new URL(zusatz, blatt.url()).href).then(() => null),
  ruhe: (blatt, [wahl]) => blatt.evaluate(ruhe, wahl),
  adresse: (blatt) => blatt.evaluate(() => decodeURIComponent(location.search + location.hash)),
  wert: (blatt, [wahl]) => blatt.inputValue(wahl),
  text: (blatt, [wahl]) => blatt.locator(wahl).first().textContent(),
  sichtbar: (blatt, [wahl]) => blatt.$$eval(wahl, (alle) => alle.filter((eines) => eines.checkVisibility()).length),
  alle: (blatt, [wahl]) => blatt.$$eval(wahl, (alle) => alle.length),
  // how long it takes from a word to what is found by it, in milliseconds
  suchdauer: (blatt, [wort]) =>
    blatt.evaluate(async (gesucht) => {
      const eingabe = document.getElementById("suche-wort");
      const ansage = document.querySelector("output[form=suche]");
      const gesagt = new Promise((fertig) => {
        new MutationObserver(() => ansage.textContent && fertig()).observe(ansage, { childList: true });
      });
      const beginn = performance.now();
      eingabe.value = gesucht;
      eingabe.dispatchEvent(new Event("input", { bubbles: true }));
      await gesagt;
      document.body.getBoundingClientRect(); // and it is laid out
      return performance.now() - beginn;
    }, wort),
  fokussiert: (blatt) => blatt.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim()),
  proben: (blatt, namen) => Promise.all(namen.map((name) => PROBEN[name](blatt, {}))),
};

// A page stays open for the next job on it: in another mode it is only given other surroundings, as a window
// is made narrower. What a job did to it by keys and clicks (schritte) is not carried over.
let offen = null;

async function oeffne(datei, skript) {
  await offen?.umgebung.close();
  offen = null;
  const umgebung = await browser.newContext({
    reducedMotion: "reduce", // what scrolls smoothly has not yet arrived when it is looked at
    javaScriptEnabled: skript,
    permissions: ["clipboard-read", "clipboard-write"],
    locale: "de-DE",
  });
  const seite = await umgebung.newPage();
  const [anfragen, konsole] = [[], []];
  umgebung.on("request", (frage) => anfragen.push(frage.url().replace(ort, "")));
  seite.on("console", (zeile) => ["error", "warning"].includes(zeile.type()) && konsole.push(zeile.text()));
  seite.on("pageerror", (fehler) => konsole.push(String(fehler)));
  const pfad = `/${basename(datei)}`;
  seiten.set(pfad, datei);
  eingang.length = 0;
  await seite.goto(ort + pfad, { waitUntil: "load" });
  return { datei, skript, umgebung, seite, anfragen, konsole };
}

async function blatt({ datei, modus, proben, schritte }) {
  if (offen?.datei !== datei || offen.skript !== modus.skript || schritte.length) {
    offen = await oeffne(datei, modus.skript);
  }
  const { seite, anfragen, konsole } = offen;
  await seite.setViewportSize({ width: modus.breite, height: modus.hoehe });
  await seite.emulateMedia({ media: modus.medium, colorScheme: modus.farben, forcedColors: modus.systemfarben });
  await seite.evaluate(setzeStil, modus.stil);
  const funde = {};
  for (const probe of proben) funde[probe] = await PROBEN[probe](seite, modus);
  const gelesen = [];
  for (const [schritt, ...werte] of schritte) gelesen.push((await SCHRITTE[schritt](seite, werte)) ?? null);
  if (schritte.length) offen.datei = null;
  return { ...funde, gelesen, anfragen: [...anfragen], eingang: [...eingang], konsole: [...konsole] };
}

// a page that never answers is a fault as any other
function befristet(auftrag) {
  let uhr;
  const zuSpaet = new Promise((_, ab) => {
    uhr = setTimeout(() => ab(new Error(`keine Antwort in ${FRIST} Sekunden`)), FRIST * 1000);
  });
  return Promise.race([(auftrag.art === "html" ? html : blatt)(auftrag), zuSpaet]).finally(() => clearTimeout(uhr));
}

for await (const zeile of createInterface({ input: process.stdin })) {
  let antwort;
  try {
    antwort = { ergebnis: await befristet(JSON.parse(zeile)) };
  } catch (fehler) {
    antwort = { fehler: String(fehler) };
    offen = null;
  }
  process.stdout.write(`${JSON.stringify(antwort)}\n`);
}
await browser.close();
dienst.close();
