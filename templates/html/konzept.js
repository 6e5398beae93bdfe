// What the page can do more where scripts run: find Maßnahmen, copy links. All data is read from the page itself.
(() => {
  "use strict";
  const DIMENSIONS = ["feld", "stelle", "stand", "termin"];
  // Soft and hard hyphens and invisible blanks say nothing to whoever looks for a word.
  const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\u2010\u2011-]/g;

  // "Straße", "STRASSE" and "Stras-se" are one word; so are "ä" and "a".
  const fold = (text) =>
    text.replace(INVISIBLE, "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/\s+/g, " ");
  // Whoever types "ae" for "ä" is found, too.
  const widen = (folded) => folded.replace(/([aou])e/g, "$1");

  document.documentElement.classList.add("skript");
  document.addEventListener("DOMContentLoaded", () => {
    const say = announcer();
    startSearch();
    startCopying(say);
  });

  function announcer() {
    const region = document.getElementById("ansage");
    return (text) => {
      region.textContent = "";
      setTimeout(() => { region.textContent = text; }, 50);
    };
  }

  function startSearch() {
    const form = document.getElementById("suche");
    if (!form) return;
    const text = form.parentElement;
    const status = text.querySelector(".treffer output");
    const reset = text.querySelector(".treffer button");
    const controls = [...form.elements].filter((control) => control.name);
    const entries = [...text.querySelectorAll(".massnahme")].map((article) => ({
      article,
      field: article.closest(".handlungsfeld"),
      goal: article.closest(".handlungsziel"),
    }));
    let timer = 0;

    const words = (entry) => {
      if (!entry.plain) {
        const above = [entry.field?.querySelector("h2"), entry.goal?.querySelector("header")];
        const all = [entry.article, ...above].map((element) => element?.textContent ?? "");
        entry.plain = fold(all.join(" "));
        entry.wide = widen(entry.plain);
      }
      return entry;
    };
    const values = () => Object.fromEntries(controls.map((control) => [control.name, control.value.trim()]));
    const fits = (entry, wanted, parts) =>
      DIMENSIONS.every((name) => !wanted[name] || (entry.article.dataset[name] ?? "").split(" ").includes(wanted[name])) &&
      parts.every((part) => words(entry).plain.includes(part) || entry.wide.includes(widen(part)));

    function apply() {
      clearTimeout(timer);
      const wanted = values();
      const parts = fold(wanted.wort ?? "").split(" ").filter(Boolean);
      const active = parts.length > 0 || DIMENSIONS.some((name) => wanted[name]);
      const found = new Set(active ? entries.filter((entry) => fits(entry, wanted, parts)) : entries);
      const kept = new Set([...found].flatMap((entry) => [entry.article, entry.goal, entry.field]));
      for (const element of text.querySelectorAll(".massnahme, .handlungsziel, .handlungsfeld")) {
        element.classList.toggle("weg", active && !kept.has(element));
      }
      text.classList.toggle("gefiltert", active);
      reset.disabled = !active;
      status.textContent = active ? sentence(found.size) : "";
      remember(wanted);
    }

    function sentence(count) {
      const many = form.dataset.mehrzahl;
      if (count === 0) return `Nichts gefunden unter ${entries.length} ${many}`;
      return `${count} von ${entries.length} ${entries.length === 1 ? form.dataset.einzahl : many}`;
    }

    function remember(wanted) {
      const address = new URL(location.href);
      for (const [name, value] of Object.entries(wanted)) {
        if (value) address.searchParams.set(name, value);
        else address.searchParams.delete(name);
      }
      if (address.href === location.href) return;
      // some browsers do not let a page from disk change its address
      try { history.replaceState(history.state, "", address); } catch { /* the filter works without */ }
    }

    function recall() {
      const given = new URLSearchParams(location.search);
      for (const control of controls) {
        control.value = given.get(control.name) ?? "";
        if (control.selectedIndex === -1) control.selectedIndex = 0;
      }
      apply();
    }

    function clear() {
      for (const control of controls) control.value = "";
      apply();
    }

    // A link that leads to what the filter hides takes the filter away.
    function reveal(hash) {
      let target = null;
      try { target = document.getElementById(decodeURIComponent(hash.slice(1))); } catch { return null; }
      if (!target || !text.classList.contains("gefiltert") || target.getClientRects().length > 0) return null;
      clear();
      return target;
    }

    form.addEventListener("input", (event) => {
      clearTimeout(timer);
      timer = setTimeout(apply, event.target.type === "search" ? 150 : 0);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      apply();
      const first = text.querySelector(".massnahme:not(.weg) :is(h3, h4)");
      if (!first || !text.classList.contains("gefiltert")) return;
      first.tabIndex = -1;
      first.focus();
    });
    reset.addEventListener("click", () => {
      clear();
      status.textContent = "Alle werden gezeigt";
      form.elements.wort.focus();
    });
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.('a[href^="#"]');
      if (link) reveal(link.hash);
    });
    addEventListener("hashchange", () => reveal(location.hash)?.scrollIntoView());
    addEventListener("popstate", recall);
    recall();
    reveal(location.hash)?.scrollIntoView();
  }

  function startCopying(say) {
    const pattern = document.getElementById("kopierknopf");
    // headings that begin a box of their own: the button hangs at the top of the box (konzept_suche.css)
    const places = ".kapitel > h2, header > :is(h2, h3), .massnahme > .text > :is(h3, h4), :is(.leitziele > li, .programme > div) > h3";
    for (const heading of document.querySelectorAll(`.mit-links :is(${places})[id]`)) {
      const button = pattern.content.firstElementChild.cloneNode(true);
      const label = heading.querySelector(".label")?.firstChild.textContent ?? heading.textContent;
      button.setAttribute("aria-label", `Link kopieren: ${label.trim()}`);
      button.addEventListener("click", async () => {
        const address = new URL(location.href);
        address.search = "";
        address.hash = heading.id;
        const copied = await copy(address.href);
        if (!copied) location.hash = heading.id;
        button.classList.toggle("kopiert", copied);
        setTimeout(() => button.classList.remove("kopiert"), 2000);
        say(copied ? `Link kopiert: ${label.trim()}` : "Kopieren ist nicht erlaubt. Der Link steht jetzt in der Adresszeile.");
      });
      heading.after(button);
    }
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  }
})();
