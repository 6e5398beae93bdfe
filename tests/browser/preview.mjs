// One page of the preview in a real browser, which stays open while the plan behind it changes.
// What is done and expected stands in test_preview.py beside this file; here is only how.
//
// node preview.mjs FOLDER CHROMIUM   one order as a line of JSON in, one answer out:
// {oeffne, breite, hoehe, farben, skript}  {js}  {warte}  {taste}  {axe}  {spuren}  {halte}  {bild}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { amFokus, beschnitten, breite, tabbare, ueberlappt } from "./proben.mjs";

const [pakete, chromium] = process.argv.slice(2);
const paket = createRequire(join(pakete, "pakete.js"));
const { chromium: spieler } = paket("playwright-core");
const AXE = readFileSync(paket.resolve("axe-core/axe.min.js"), "utf-8");
const KENNUNGEN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const FRIST = 30_000;

const browser = await spieler.launch({
  executablePath: chromium,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
});
let umgebung = null;
let seite = null;
let konsole = [];
let fremd = [];

const AUFTRAEGE = {
  async oeffne({ oeffne, breite: width, hoehe: height, farben: colorScheme, skript: javaScriptEnabled }) {
    await umgebung?.close();
    [konsole, fremd] = [[], []];
    umgebung = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      javaScriptEnabled,
      reducedMotion: "reduce",
      locale: "de-DE",
    });
    seite = await umgebung.newPage();
    umgebung.on("request", (frage) => frage.url().startsWith(oeffne) || fremd.push(frage.url()));
    seite.on("console", (zeile) => ["error", "warning"].includes(zeile.type()) && konsole.push(zeile.text()));
    seite.on("pageerror", (fehler) => konsole.push(String(fehler)));
    await seite.goto(oeffne, { waitUntil: "load" });
    return null;
  },
  js: ({ js }) => seite.evaluate(js),
  // waits until an expression is true; a page that is just being loaded anew cannot be asked
  async warte({ warte }) {
    for (const ende = Date.now() + FRIST; Date.now() < ende; ) {
      if (await seite.evaluate(warte).catch(() => false)) return true;
      await new Promise((weiter) => setTimeout(weiter, 30));
    }
    throw new Error(`nie wahr: ${warte}`);
  },
  taste: ({ taste }) => seite.keyboard.press(taste).then(() => null),
  async axe() {
    await seite.evaluate(AXE);
    const ergebnis = await seite.evaluate(
      (kennungen) => axe.run(document, { runOnly: { type: "tag", values: kennungen }, resultTypes: ["violations"] }),
      KENNUNGEN,
    );
    const verstoesse = ergebnis.violations.flatMap((fund) => fund.nodes.map((n) => `${fund.id}: ${n.target} ${n.html}`));
    const { fenster, seite: ganz, raus } = await seite.evaluate(breite);
    const form = [...(await seite.evaluate(beschnitten)), ...(await seite.evaluate(ueberlappt)), ...raus];
    if (ganz > fenster) form.push(`${ganz} > ${fenster}`);
    return { verstoesse, form, geprueft: ergebnis.passes.length, konsole, fremd };
  },
  spuren: async () => ({ konsole, fremd }),
  async halte({ halte }) {
    const erwartet = (await seite.evaluate(tabbare)).slice(0, halte);
    await seite.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
    const weg = [];
    while (weg.length < erwartet.length) {
      await seite.keyboard.press("Tab");
      weg.push(await seite.evaluate(amFokus));
    }
    return { erwartet, weg };
  },
  bild: ({ bild }) => seite.screenshot({ path: bild }).then(() => null),
};

for await (const zeile of createInterface({ input: process.stdin })) {
  const auftrag = JSON.parse(zeile);
  const antwort = await AUFTRAEGE[Object.keys(auftrag)[0]](auftrag).then(
    (ergebnis) => ({ ergebnis: ergebnis ?? null }),
    (fehler) => ({ fehler: String(fehler) }),
  );
  process.stdout.write(`${JSON.stringify(antwort)}\n`);
}
await browser.close();
