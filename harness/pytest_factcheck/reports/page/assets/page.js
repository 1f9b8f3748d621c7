// What the pages do beyond being read: the table of claims is filtered and sorted, one file shows one view at a
// time, and a claim's words light up in the text. All of it works on what stands in the page; nothing is fetched.
"use strict";
(() => {
  const byId = (name) => document.getElementById(name);

  // The address behind the #: a place, and behind a ? the filters of the overview.
  const address = () => {
    const hash = location.hash.slice(1);
    const at = hash.indexOf("?");
    const place = at < 0 ? hash : hash.slice(0, at);
    return { place: decoded(place), query: new URLSearchParams(at < 0 ? "" : hash.slice(at + 1)) };
  };
  const decoded = (text) => {
    try { return decodeURIComponent(text); } catch { return text; }
  };

  const element = (name, kind, ...inside) => {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.append(...inside);
    return made;
  };
  const hidden = (text) => element("span", "hidden-text", text);

  // One file: the view that the address names is shown, and the others are not.
  const views = document.querySelectorAll(".view");
  const title = document.title;
  const showView = () => {
    const { place } = address();
    const found = place ? byId(place) : views[0];
    const view = found ? found.closest(".view") : byId(place.split("/").slice(0, 2).join("/"));
    if (!view) return false;
    for (const one of views) one.classList.toggle("current", one === view);
    for (const link of document.querySelectorAll(".top a[data-view]")) {
      if (link.dataset.view === view.dataset.view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    document.title = view === views[0] ? title : `${view.dataset.title} – ${title}`;
    for (const one of document.querySelectorAll(".target")) one.classList.remove("target");
    if (found && found !== view) {
      found.classList.add("target");
      found.scrollIntoView();
    } else scrollTo(0, 0);
    return true;
  };

  // The overview.
  const table = () => {
    const box = byId("matrix");
    const data = JSON.parse(byId("audit").textContent);
    const form = byId("filters");
    const [ID, CLAIM, EXPECTED, FOUND, RESULT, PROBLEMS, TAGS, PLACE, LETTERS] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
    const { stances, verdicts, results } = data.signs;
    const letters = Object.fromEntries(Object.entries(stances).map(([letter, sign]) => [sign[2], letter]));
    const columns = new Map(data.sources.map((source, at) => [source.id, at]));
    const most = data.sources.length > 60 ? 25 : 100;
    const words = data.rows.map((row) => `${row[ID]}\n${row[CLAIM]}\n${row[PLACE]}`.toLowerCase());
    const order = (signs) => new Map(Object.keys(signs).map((name, at) => [name, at]));
    const [byResult, byFound] = [order(results), order(verdicts)];
    const compare = new Intl.Collator("en", { numeric: true }).compare;
    const sorts = {
      result: (a, b) => byResult.get(data.rows[a][RESULT]) - byResult.get(data.rows[b][RESULT]),
      found: (a, b) => byFound.get(data.rows[a][FOUND]) - byFound.get(data.rows[b][FOUND]),
      claim: (a, b) => compare(data.rows[a][CLAIM], data.rows[b][CLAIM]),
      file: (a, b) => a - b,
    };
    const keys = ["text", "verdict", "result", "problem", "tag", "source", "stance"];
    const state = { sort: "result", down: false, from: 0 };

    const wanted = () => {
      const chosen = Object.fromEntries(keys.map((key) => [key, form.elements[key]?.value ?? ""]));
      const sought = chosen.text.toLowerCase().split(/\s+/).filter(Boolean);
      const column = columns.get(chosen.source);
      const letter = letters[chosen.stance];
      const fits = (row, at) =>
        (!chosen.verdict || row[FOUND] === chosen.verdict) &&
        (!chosen.result || row[RESULT] === chosen.result) &&
        (!chosen.problem || row[PROBLEMS].includes(chosen.problem)) &&
        (!chosen.tag || row[TAGS].includes(chosen.tag)) &&
        (column !== undefined
          ? (letter ? row[LETTERS][column] === letter : "scmu".includes(row[LETTERS][column]))
          : !letter || row[LETTERS].includes(letter)) &&
        sought.every((word) => words[at].includes(word));
      const found = [];
      data.rows.forEach((row, at) => { if (fits(row, at)) found.push(at); });
      found.sort((a, b) => (state.down ? -1 : 1) * sorts[state.sort](a, b) || a - b);
      return found;
    };

    const heading = (key, label) => {
      const cell = element("th", "", element("button", "", label));
      cell.scope = "col";
      cell.firstChild.type = "button";
      cell.firstChild.dataset.sort = key;
      if (state.sort === key) cell.setAttribute("aria-sort", state.down ? "descending" : "ascending");
      return cell;
    };
    const link = (kind, name, text) => {
      const made = element("a", "", text);
      made.href = data[kind].join(encodeURIComponent(name));
      return made;
    };
    const signed = (name, [sign, kind], label) => {
      const shown = element("span", "", sign);
      shown.setAttribute("aria-hidden", "true");
      return element(name, `badge ${kind}`, shown, element("span", "label", label));
    };

    const cells = Object.fromEntries(Object.entries(stances).map(([letter, [sign, kind, name]]) => {
      const shown = element("span", "", sign);
      shown.setAttribute("aria-hidden", "true");
      return [letter, element("td", `sign ${kind}`, shown, hidden(name))];
    }));
    const head = () => {
      const line = element("tr", "", heading("claim", "Claim"), heading("found", "Found"), heading("result", "Result"));
      for (const source of data.sources) {
        const cell = element("th", "sign", link("source", source.id, source.id));
        cell.scope = "col";
        cell.title = source.name;
        line.append(cell);
      }
      return element("thead", "", line);
    };
    const line = (row) => {
      const claim = element("bdi", "", row[CLAIM]);
      const first = element("th", "", link("claim", row[ID], claim), element("span", "where", `${row[ID]} · ${row[PLACE]}`));
      first.scope = "row";
      const found = element("td", "", signed("span", verdicts[row[FOUND]], ` ${row[FOUND]}`));
      if (row[EXPECTED] !== row[FOUND] && row[FOUND] !== "not run") {
        found.append(element("span", "where", `expected ${row[EXPECTED]}`));
      }
      const result = element("td", "result", signed("span", results[row[RESULT]], ` ${row[RESULT]}`));
      if (row[PROBLEMS].length) result.append(element("span", "where", row[PROBLEMS].join(", ")));
      const made = element("tr", "", first, found, result);
      for (const letter of row[LETTERS]) made.append(cells[letter].cloneNode(true));
      return made;
    };

    const draw = (every = false) => {
      const found = wanted();
      state.from = Math.min(state.from, Math.max(0, Math.ceil(found.length / most) - 1) * most);
      const shown = every ? found : found.slice(state.from, state.from + most);
      const body = element("tbody", "", ...shown.map((at) => line(data.rows[at])));
      box.replaceChildren(found.length ? element("table", "", head(), body) : "");
      const all = data.rows.length.toLocaleString("en");
      const count = found.length.toLocaleString("en");
      byId("count").textContent = found.length === data.rows.length ? `${all} claims` : `${count} of ${all} claims`;
      pager(found.length);
    };
    const pager = (length) => {
      const box = byId("pager");
      box.hidden = length <= most;
      if (box.hidden) return;
      const button = (label, to) => {
        const made = element("button", "", label);
        made.type = "button";
        made.disabled = to < 0 || to >= length;
        made.addEventListener("click", () => {
          state.from = to;
          draw();
          remember();
          byId("count").scrollIntoView();
          box.querySelectorAll("button:enabled")[0]?.focus({ preventScroll: true });
        });
        return made;
      };
      const last = Math.min(state.from + most, length);
      box.replaceChildren(
        button("← Earlier", state.from - most),
        `${(state.from + 1).toLocaleString("en")} to ${last.toLocaleString("en")} of ${length.toLocaleString("en")}`,
        button("Later →", state.from + most),
      );
    };

    // The state is kept in the address, so that what is seen can be handed on.
    const remember = () => {
      const query = new URLSearchParams();
      for (const key of keys) if (form.elements[key]?.value) query.set(key, form.elements[key].value);
      if (state.sort !== "result" || state.down) query.set("sort", (state.down ? "-" : "") + state.sort);
      if (state.from) query.set("from", state.from + 1);
      const place = views.length ? "overview" : "";
      const told = query.toString();
      history.replaceState(null, "", told || place ? `#${place}${told ? `?${told}` : ""}` : location.pathname);
    };
    const recall = () => {
      const { query } = address();
      for (const key of keys) if (form.elements[key]) form.elements[key].value = query.get(key) ?? "";
      const sort = query.get("sort") ?? "result";
      state.down = sort.startsWith("-");
      state.sort = sorts[sort.replace("-", "")] ? sort.replace("-", "") : "result";
      state.from = Math.floor(Math.max(0, (parseInt(query.get("from") ?? "1", 10) || 1) - 1) / most) * most;
      draw();
    };
    const changed = () => { state.from = 0; draw(); remember(); };

    form.addEventListener("input", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(changed));
    box.addEventListener("click", (event) => {
      const key = event.target.closest("button")?.dataset.sort;
      if (!key) return;
      state.down = state.sort === key && !state.down;
      state.sort = key;
      changed();
      box.querySelector(`[data-sort="${key}"]`).focus();
    });
    addEventListener("beforeprint", () => draw(true));
    addEventListener("afterprint", () => draw());
    return recall;
  };

  // In the text of a source: a note lights up with its words, and the other way round.
  const light = (event) => {
    const over = event.target.closest?.("[data-note], [data-notes]");
    const numbers = over ? (over.dataset.note ?? over.dataset.notes).split(" ") : [];
    const scope = over?.closest(".text") ?? document;
    for (const one of document.querySelectorAll(".here")) one.classList.remove("here");
    for (const number of numbers) {
      scope.querySelector(`[data-note="${number}"]`)?.classList.add("here");
      for (const mark of scope.querySelectorAll(`mark[data-notes~="${number}"]`)) mark.classList.add("here");
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    const recall = byId("audit") ? table() : null;
    const moved = () => {
      const seen = views.length === 0 || showView();
      if (seen && recall && (views.length === 0 || views[0].classList.contains("current"))) recall();
    };
    addEventListener("hashchange", moved);
    document.addEventListener("mouseover", light);
    document.addEventListener("focusin", light);
    moved();
  });
})();
