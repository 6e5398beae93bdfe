// The page of the preview renews itself: it listens which state of the plan is shown, and comes back as it was left.
(() => {
  "use strict";
  const MERKZETTEL = `konzept-vorschau:${location.pathname}`;
  const ALLES = "a[href], button, input, select, textarea, summary, [tabindex]";

  document.addEventListener("DOMContentLoaded", () => {
    const vorschau = document.getElementById("vorschau");
    const lage = vorschau.querySelector(".v-lage");
    const klappen = [...vorschau.querySelectorAll("details")];

    // What is said is seen, and heard because it changes after the page is there.
    const sage = (text, getrennt = false) => {
      lage.textContent = "";
      lage.classList.toggle("v-getrennt", getrennt);
      setTimeout(() => { lage.textContent = text; }, 100);
    };

    const zettel = nimm();
    if (zettel) {
      // the search of the page has been restored from the address before
      addEventListener("load", () => {
        stelleWiederHer(zettel);
        sage(`Neu geladen: ${vorschau.dataset.zahlen}`);
      });
    }
    faltbar(vorschau, klappen);
    lausche(vorschau, sage);
  });

  function lausche(vorschau, sage) {
    let quelle = null;
    let getrennt = false;
    let frist = 0;

    const oeffne = () => {
      if (quelle) return;
      quelle = new EventSource(vorschau.dataset.ereignisse);
      quelle.addEventListener("stand", (ereignis) => {
        clearTimeout(frist);
        if (ereignis.data !== vorschau.dataset.stand) {
          merke();
          location.reload();
        } else if (getrennt) {
          getrennt = false;
          sage("Wieder verbunden.");
        }
      });
      quelle.addEventListener("error", () => {
        // the browser tries again by itself, and after a refusal of the server no more
        if (quelle?.readyState === EventSource.CLOSED) {
          schliesse();
          frist = setTimeout(oeffne, 2000);
        }
        if (getrennt) return;
        getrennt = true;
        sage("Die Vorschau läuft nicht mehr.", true);
      });
    };
    const schliesse = () => {
      clearTimeout(frist);
      quelle?.close();
      quelle = null;
    };

    // a browser keeps only few connections to one server: pages that nobody sees give theirs back
    const sichtbar = () => (document.hidden ? schliesse() : oeffne());
    document.addEventListener("visibilitychange", sichtbar);
    addEventListener("pagehide", schliesse);
    addEventListener("pageshow", sichtbar);
    sichtbar();
  }

  function faltbar(vorschau, klappen) {
    for (const klappe of klappen) {
      klappe.addEventListener("toggle", () => {
        if (klappe.open) for (const andere of klappen) if (andere !== klappe) andere.open = false;
      });
      klappe.addEventListener("keydown", (ereignis) => {
        if (ereignis.key !== "Escape" || !klappe.open) return;
        klappe.open = false;
        klappe.querySelector("summary").focus();
      });
      // a link in the list leads to a place that the list would cover
      klappe.addEventListener("click", (ereignis) => {
        if (ereignis.target.closest?.("a")) klappe.open = false;
      });
    }
    document.addEventListener("click", (ereignis) => {
      if (!vorschau.contains(ereignis.target)) for (const klappe of klappen) klappe.open = false;
    });
  }

  // How somebody left the page: what was unfolded, what had the focus, and what stood at the top of the window.
  function merke() {
    const zettel = {
      offen: gezaehlt("details").filter(([, klappe]) => klappe.open).map(([name]) => name),
      fokus: gezaehlt(ALLES).find(([, element]) => element === document.activeElement)?.[0] ?? null,
      oben: null,
      y: scrollY,
    };
    for (const element of document.querySelectorAll("main [id]")) {
      const abstand = element.getBoundingClientRect().top;
      if (element.getClientRects().length === 0) continue;
      if (abstand > innerHeight / 2) break;
      zettel.oben = { id: element.id, abstand };
    }
    try {
      sessionStorage.setItem(MERKZETTEL, JSON.stringify(zettel));
      history.scrollRestoration = "manual";
    } catch { /* without a store the page comes back at its beginning */ }
  }

  function nimm() {
    try {
      const text = sessionStorage.getItem(MERKZETTEL);
      sessionStorage.removeItem(MERKZETTEL);
      return text ? JSON.parse(text) : null;
    } catch {
      return null;
    }
  }

  function stelleWiederHer(zettel) {
    for (const [name, klappe] of gezaehlt("details")) klappe.open = zettel.offen.includes(name);
    gezaehlt(ALLES).find(([name]) => name === zettel.fokus)?.[1].focus({ preventScroll: true });
    const oben = zettel.oben && document.getElementById(zettel.oben.id);
    const y = oben ? scrollY + oben.getBoundingClientRect().top - zettel.oben.abstand : zettel.y;
    scrollTo({ top: y, behavior: "instant" });
    history.scrollRestoration = "auto";
  }

  // Elements by a name that is the same after a reload: what they are, what they say, and which of several they are.
  function gezaehlt(wahl) {
    const zahl = new Map();
    return [...document.querySelectorAll(wahl)].map((element) => {
      const worte = element.matches("details") ? element.querySelector("summary")?.textContent : element.textContent;
      const kennt = element.matches("#vorschau *") ? element.className : worte.trim().slice(0, 80);
      const name = [element.localName, element.id, element.getAttribute("href") ?? "", kennt].join("|");
      zahl.set(name, (zahl.get(name) ?? 0) + 1);
      return [`${name}|${zahl.get(name)}`, element];
    });
  }
})();
