// What is looked at inside of a page. Each function is sent there as its text, so it stands on its own.

// Gives the page what a reader's own style sheet adds; its Content-Security-Policy has no say in that.
export function setzeStil(stil) {
  const blatt = new CSSStyleSheet();
  blatt.replaceSync(stil);
  document.adoptedStyleSheets = stil ? [blatt] : [];
}

// How wide the page is, how wide the window, and what sticks out of it (WCAG 1.4.10).
export function breite() {
  const fenster = document.documentElement.clientWidth;
  const raus = [];
  for (const element of document.body.querySelectorAll("*")) {
    const kasten = element.getBoundingClientRect();
    if (!kasten.width || kasten.right <= fenster + 1) continue;
    let rollt = false;
    for (let um = element.parentElement; um && !rollt; um = um.parentElement) {
      rollt = getComputedStyle(um).overflowX !== "visible";
    }
    if (!rollt) raus.push(`${element.localName}.${element.className}: ${Math.round(kasten.right)} > ${fenster}`);
  }
  return { seite: document.documentElement.scrollWidth, fenster, raus: raus.slice(0, 10) };
}

// Blocks of text that do not fit into their box: cut off, or running out of it.
export function beschnitten() {
  // what is only read aloud is cut away on purpose
  const weg = new Map([[null, false]]);
  const nurVorlesen = (element) => {
    if (!weg.has(element)) {
      weg.set(element, getComputedStyle(element).clipPath !== "none" || nurVorlesen(element.parentElement));
    }
    return weg.get(element);
  };
  const rollt = (wert) => wert === "auto" || wert === "scroll";
  const funde = [];
  for (const element of document.body.querySelectorAll("*")) {
    const eigenerText = [...element.childNodes].some((kind) => kind.nodeType === Node.TEXT_NODE && kind.data.trim());
    if (!eigenerText || element.closest("svg") || !element.checkVisibility({ visibilityProperty: true })) continue;
    const stil = getComputedStyle(element);
    if (stil.display.startsWith("inline") || nurVorlesen(element)) continue;
    const zuBreit = element.scrollWidth > element.clientWidth + 1 && !rollt(stil.overflowX);
    const zuHoch =
      element.scrollHeight > element.clientHeight + 1 && (stil.overflowY === "hidden" || stil.overflowY === "clip");
    const gekuerzt = stil.textOverflow === "ellipsis" && element.scrollWidth > element.clientWidth;
    if (zuBreit || zuHoch || gekuerzt) {
      const mass = `${element.scrollWidth}×${element.scrollHeight} in ${element.clientWidth}×${element.clientHeight}`;
      funde.push(`${element.localName}.${element.className} ${mass}: ${element.textContent.trim().slice(0, 60)}`);
    }
  }
  return funde;
}

// Pairs of texts that lie on one another.
export function ueberlappt() {
  const sichten = new Map();
  // the part of the window in which something inside of this element can be seen; null where nothing can
  const sicht = (element) => {
    if (!element) return { links: -1e9, oben: -1e9, rechts: 1e9, unten: 1e9 };
    if (!sichten.has(element)) {
      const stil = getComputedStyle(element);
      let teil = sicht(element.parentElement);
      if (stil.clipPath !== "none") teil = null;
      else if (teil && stil.overflowX !== "visible" && element !== document.body && element !== document.documentElement) {
        const kasten = element.getBoundingClientRect();
        teil = {
          links: Math.max(teil.links, kasten.left),
          oben: Math.max(teil.oben, kasten.top),
          rechts: Math.min(teil.rechts, kasten.right),
          unten: Math.min(teil.unten, kasten.bottom),
        };
      }
      sichten.set(element, teil);
    }
    return sichten.get(element);
  };
  const kaesten = [];
  const texte = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const bereich = document.createRange();
  while (texte.nextNode()) {
    const text = texte.currentNode;
    if (!text.data.trim() || !text.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    const teil = sicht(text.parentElement);
    if (!teil) continue;
    bereich.selectNodeContents(text);
    for (const flaeche of bereich.getClientRects()) {
      // a line's box reaches above and below its letters: lines set close are no overlap
      const luft = flaeche.height * 0.25;
      const kasten = {
        text,
        links: Math.max(flaeche.left + 1, teil.links),
        oben: Math.max(flaeche.top + luft, teil.oben),
        rechts: Math.min(flaeche.right - 1, teil.rechts),
        unten: Math.min(flaeche.bottom - luft, teil.unten),
      };
      if (kasten.rechts > kasten.links && kasten.unten > kasten.oben) kaesten.push(kasten);
    }
  }
  kaesten.sort((a, b) => a.oben - b.oben);
  const funde = [];
  kaesten.forEach((a, stelle) => {
    for (let weiter = stelle + 1; weiter < kaesten.length && kaesten[weiter].oben < a.unten - 1; weiter += 1) {
      const b = kaesten[weiter];
      const quer = Math.min(a.rechts, b.rechts) - Math.max(a.links, b.links);
      if (b.text !== a.text && quer > 1) {
        funde.push(`»${a.text.data.trim().slice(0, 40)}« und »${b.text.data.trim().slice(0, 40)}«`);
      }
    }
  });
  return [...new Set(funde)];
}

// What is drawn and does not stand out from the page behind it: words (WCAG 1.4.3), signs (1.4.11). A sign on a tile
// stands out from that, and the tile by its outline from the page.
export function zeichnung() {
  const stift = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const licht = (farbe) => {
    stift.clearRect(0, 0, 1, 1);
    stift.fillStyle = farbe;
    stift.fillRect(0, 0, 1, 1);
    const linear = (wert) => (wert / 255 <= 0.04045 ? wert / 255 / 12.92 : ((wert / 255 + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = [...stift.getImageData(0, 0, 1, 1).data].map(linear);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const kontrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const grund = licht(getComputedStyle(document.body).backgroundColor);
  const worte = [...document.querySelectorAll("svg text")].flatMap((text) => {
    const wert = kontrast(licht(getComputedStyle(text).fill), grund);
    return wert < 4.5 ? [`${text.textContent.trim()}: Kontrast ${wert.toFixed(2)}`] : [];
  });
  // many signs look alike: one of each class is looked at; what <use> brings in has the colour of its svg
  const arten = new Map();
  for (const svg of document.querySelectorAll("main svg")) {
    if (svg.checkVisibility() && svg.getBoundingClientRect().width > 0) arten.set(svg.getAttribute("class"), svg);
  }
  const zeichen = [...arten].flatMap(([art, svg]) => {
    const farben = svg.querySelector("use")
      ? [getComputedStyle(svg).color]
      : [...svg.querySelectorAll("rect, path, circle, line")].flatMap((form) => {
          const stil = getComputedStyle(form);
          return [stil.fill, stil.stroke].filter((farbe) => farbe !== "none");
        });
    const wert = Math.max(...farben.map((farbe) => kontrast(licht(farbe), grund)));
    return wert < 3 ? [`Zeichen ${art}: Kontrast ${wert.toFixed(2)}`] : [];
  });
  return [...worte, ...zeichen];
}

// Waits until the text of an element has not changed for a while.
export async function ruhe(wahl) {
  let zuletzt = null;
  for (let gleich = 0, runde = 0; gleich < 4 && runde < 40; runde += 1) {
    await new Promise((weiter) => setTimeout(weiter, 60));
    const jetzt = document.querySelector(wahl)?.textContent;
    gleich = jetzt === zuletzt ? gleich + 1 : 0;
    zuletzt = jetzt;
  }
}

// What the Tab key should reach, as numbers of elements.
export function tabbare() {
  const alle = [...document.querySelectorAll("*")];
  const wahl = "a[href], button, input, select, textarea, summary, [tabindex]";
  return alle.flatMap((element, nr) =>
    element.matches(wahl) &&
    element.tabIndex >= 0 &&
    !element.disabled &&
    element.type !== "hidden" &&
    element.checkVisibility({ visibilityProperty: true })
      ? [nr]
      : [],
  );
}

// The element that has the focus: where it is and how one sees that; null if it is none (WCAG 2.4.7, 2.4.11, 1.4.11).
export function amFokus() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  // a page has few colours, and each is read off a canvas once
  globalThis.gemesseneFarben ??= new Map();
  const hell = (farbe) => {
    if (!gemesseneFarben.has(farbe)) {
      const stift = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
      stift.fillStyle = farbe;
      stift.fillRect(0, 0, 1, 1);
      const [r, g, b, deckung] = stift.getImageData(0, 0, 1, 1).data;
      const linear = (wert) => (wert / 255 <= 0.04045 ? wert / 255 / 12.92 : ((wert / 255 + 0.055) / 1.055) ** 2.4);
      gemesseneFarben.set(farbe, { licht: 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b), deckung });
    }
    return gemesseneFarben.get(farbe);
  };
  // the ring lies outside of the element, on what is behind it
  let grund = element.parentElement;
  while (grund.parentElement && hell(getComputedStyle(grund).backgroundColor).deckung < 128) grund = grund.parentElement;
  const stil = getComputedStyle(element);
  const [dunkler, heller] = [hell(stil.outlineColor).licht, hell(getComputedStyle(grund).backgroundColor).licht].sort(
    (a, b) => a - b,
  );
  const fenster = { breite: document.documentElement.clientWidth, hoehe: window.innerHeight };
  // a point in the middle of each piece that is in the window, where the element itself should lie on top
  const frei = [...element.getClientRects()].some((stueck) => {
    const links = Math.max(stueck.left, 0);
    const rechts = Math.min(stueck.right, fenster.breite);
    const oben = Math.max(stueck.top, 0);
    const unten = Math.min(stueck.bottom, fenster.hoehe);
    if (rechts <= links || unten <= oben) return false;
    const treffer = document.elementFromPoint((links + rechts) / 2, (oben + unten) / 2);
    return treffer !== null && (element.contains(treffer) || treffer.contains(element));
  });
  // a walk asks for hundreds of numbers, and the elements stay where they are
  globalThis.nummern ??= new Map([...document.querySelectorAll("*")].map((eines, nr) => [eines, nr]));
  return {
    nr: nummern.get(element),
    name: `${element.localName}.${element.className} ${(element.ariaLabel || element.textContent).trim().slice(0, 40)}`,
    frei,
    ring: stil.outlineStyle === "none" ? 0 : parseFloat(stil.outlineWidth),
    kontrast: Math.round(((heller + 0.05) / (dunkler + 0.05)) * 100) / 100,
  };
}
