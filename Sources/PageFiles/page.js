// What makes the page answer: filters, the table, the opened clause, keys and deep links.
// The text of the documentation is in the page already; everything else comes from the data beside it and is only
// ever set as text, never as markup.
(() => {
  "use strict";
  const started = performance.now();
  const data = JSON.parse(document.getElementById("data").textContent);
  const { strings, statuses, sections, lines, fields } = data;
  const $ = (id) => document.getElementById(id);
  const text = (index) => strings[index || 0];
  const clauses = data.clauses.map((row) => Object.fromEntries(fields.map((field, column) => [field, row[column]])));
  const mutants = data.mutants.map(([name, says]) => ({ name: text(name), says: text(says) }));

  /** A flat list cut into groups of `size`. */
  const groups = (list, size) => Array.from({ length: (list || []).length / size }, (_, n) => list.slice(n * size, (n + 1) * size));

  /** Makes an element: attributes by name (`class` too), children that are elements or text. */
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const name in attributes) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), attributes[name]);
      else if (attributes[name] !== undefined) element.setAttribute(name, attributes[name]);
    }
    for (const child of children) if (child !== undefined && child !== "") element.append(child);
    return element;
  }

  // ---- The clauses, with their places in the text ----

  const marks = new Array(clauses.length);
  const anchors = new Array(clauses.length);
  const marked = new Map();
  for (const element of document.querySelectorAll("#text [data-i]")) {
    const own = element.dataset.i.split(" ").map(Number);
    const ids = own.length > 1 ? [...element.querySelectorAll("a[id]")].map((anchor) => anchor.id) : [];
    own.forEach((index, n) => {
      marks[index] = element;
      anchors[index] = n ? ids[n - 1] : element.id;
    });
    marked.set(element, own);
    // For those who have no mouse, and for those who see no line under it. Without this script nothing opens.
    element.tabIndex = 0;
    element.setAttribute("role", "button");
    element.setAttribute("aria-label", own.map((index) => `${statuses[clauses[index].status]}: ${text(clauses[index].text)}`).join("; "));
  }
  const blockOf = marks.map((element) => element?.closest("section"));
  const byID = new Map(anchors.map((id, index) => [id, index]));
  const hay = clauses.map((c, index) =>
    [anchors[index], ...[c.sentence, c.text, c.reason, ...(c.symbols || []), ...(c.errors || [])].map(text)].join("\n").toLowerCase());

  // ---- Filters ----

  const facets = [
    { key: "status", title: "Status", form: "boxes", of: (c) => statuses[c.status] },
    { key: "modality", title: "Modality", form: "boxes", of: (c) => text(c.modality) },
    { key: "bearer", title: "Kept by", form: "boxes", of: (c) => text(c.bearer) },
    { key: "section", title: "Section", form: "menu", of: (c) => String(c.section), name: (v) => text(sections[v]) },
    { key: "kind", title: "Rule kind", form: "menu", of: (c) => text(c.kind) || "no rule" },
  ];
  for (const facet of facets) {
    facet.values = clauses.map(facet.of);
    facet.all = [...new Set(facet.values)];
    if (facet.key === "status") facet.all.sort((a, b) => statuses.indexOf(a) - statuses.indexOf(b));
    if (facet.key === "kind") facet.all.sort();
    facet.chosen = new Set();
  }
  let words = [];
  let hits = [];

  function buildFilters() {
    for (const facet of facets) {
      if (facet.all.length < 2) continue;
      if (facet.form === "menu") {
        facet.menu = make("select", { id: "f-" + facet.key, onchange: () => choose(facet, facet.menu.value ? [facet.menu.value] : []) },
          make("option", { value: "" }, "all"));
        facet.options = facet.all.map((value) => {
          const option = make("option", { value });
          facet.menu.append(option);
          return option;
        });
        $("facets").append(make("h2", {}, make("label", { for: "f-" + facet.key }, facet.title)), facet.menu);
        continue;
      }
      const rows = facet.all.map((value) => {
        const box = make("input", { type: "checkbox", value, onchange: () => choose(facet, boxes.filter((b) => b.checked).map((b) => b.value)) });
        const number = make("span", { class: "n" });
        const dot = facet.key === "status" ? make("span", { class: "dot " + value }) : "";
        return { box, number, row: make("label", {}, box, make("span", {}, dot, value), number) };
      });
      const boxes = rows.map((row) => row.box);
      facet.rows = rows;
      $("facets").append(make("fieldset", { class: "facet", id: "f-" + facet.key }, make("legend", {}, make("h2", {}, facet.title)), ...rows.map((row) => row.row)));
    }
  }

  function choose(facet, values) {
    facet.chosen = new Set(values);
    apply();
  }

  const passes = (facet, index) => facet.chosen.size === 0 || facet.chosen.has(facet.values[index]);
  const isFiltered = () => words.length > 0 || facets.some((facet) => facet.chosen.size > 0);

  function apply() {
    hits = [];
    // Each facet counts what the others let through, so that every number says what one more click would show.
    const counts = facets.map(() => new Map());
    for (let index = 0; index < clauses.length; index++) {
      if (!words.every((word) => hay[index].includes(word))) continue;
      let misses = 0, missed = -1;
      for (let f = 0; f < facets.length && misses < 2; f++) if (!passes(facets[f], index)) { misses++; missed = f; }
      if (misses === 0) hits.push(index);
      if (misses > 1) continue;
      for (let f = 0; f < facets.length; f++) {
        if (misses === 1 && f !== missed) continue;
        const value = facets[f].values[index];
        counts[f].set(value, (counts[f].get(value) || 0) + 1);
      }
    }
    facets.forEach((facet, f) => {
      facet.rows?.forEach(({ box, number, row }) => {
        const count = counts[f].get(box.value) || 0;
        number.textContent = count;
        row.classList.toggle("none", count === 0);
        box.checked = facet.chosen.has(box.value);
      });
      facet.options?.forEach((option) => {
        option.textContent = `${facet.name ? facet.name(option.value) : option.value} (${counts[f].get(option.value) || 0})`;
      });
      if (facet.menu) facet.menu.value = [...facet.chosen][0] || "";
    });
    markText();
    showTable();
    const all = hits.length === clauses.length;
    $("count").textContent = all ? `${clauses.length} clauses` : `${hits.length} of ${clauses.length} clauses`;
    $("clear").hidden = !isFiltered();
    $("empty").hidden = hits.length > 0;
    remember();
  }

  let shown = new Set();
  function markText() {
    $("text").classList.toggle("filtered", isFiltered());
    const next = new Set();
    if (isFiltered()) for (const index of hits) {
      if (marks[index]) next.add(marks[index]);
      if (blockOf[index]) next.add(blockOf[index]);
    }
    for (const element of shown) if (!next.has(element)) element.classList.remove("hit");
    for (const element of next) if (!shown.has(element)) element.classList.add("hit");
    shown = next;
    for (const element of marked.keys()) {
      const reach = isFiltered() && !next.has(element) ? -1 : 0;
      if (element.tabIndex !== reach) element.tabIndex = reach;
    }
  }

  // ---- The table: rows are made as one scrolls to them ----

  const keeper = (clause) => (text(clause.bearer) === "none" ? "" : text(clause.bearer));
  const columns = {
    status: (c) => c.status, modality: (c) => text(c.modality), bearer: keeper,
    clause: (c) => text(c.text).toLowerCase(), place: (c, index) => index,
  };
  let sorting = { column: "place", sign: 1 };
  let order = [];
  let made = 0;
  const batch = 150;

  function showTable() {
    if ($("table").hidden) { made = -1; return; }
    const key = columns[sorting.column];
    order = hits.slice();
    if (sorting.column !== "place" || sorting.sign < 0) {
      const keys = new Map(order.map((index) => [index, key(clauses[index], index)]));
      order.sort((a, b) => {
        const [x, y] = [keys.get(a), keys.get(b)];
        return (x < y ? -1 : x > y ? 1 : a - b) * sorting.sign;
      });
    }
    $("rows").replaceChildren();
    made = 0;
    moreRows(batch);
    for (const head of document.querySelectorAll("#table th")) {
      if (head.dataset.by === sorting.column) head.setAttribute("aria-sort", sorting.sign > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    }
  }

  function moreRows(count) {
    const rows = order.slice(made, made + count).map((index) => {
      const clause = clauses[index];
      const status = statuses[clause.status];
      return make("tr", { "data-i": index, tabindex: 0, class: index === open ? "held" : undefined },
        make("td", { class: "status " + status }, make("span", { class: "dot" }), status),
        make("td", {}, text(clause.modality) === status ? "" : text(clause.modality)), make("td", {}, keeper(clause)),
        make("td", {}, text(clause.text)), make("td", { title: place(clause) }, place(clause).split("/").pop()));
    });
    $("rows").append(...rows);
    made += rows.length;
  }

  const place = (clause) => `${text(clause.file)}:${clause.line}`;

  new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting) && made >= 0 && made < order.length) moreRows(batch);
  }, { rootMargin: "600px" }).observe($("end"));

  for (const head of document.querySelectorAll("#table th")) {
    head.firstElementChild.addEventListener("click", () => {
      const column = head.dataset.by;
      sorting = { column, sign: sorting.column === column ? -sorting.sign : 1 };
      showTable();
    });
  }

  function view(name) {
    for (const tab of ["text", "table"]) {
      $(tab).hidden = tab !== name;
      $("tab-" + tab).setAttribute("aria-selected", tab === name);
    }
    showTable();
  }

  // ---- One clause, opened ----

  let open = -1;
  let held = [];

  function show(index, { scroll = false, focus = true } = {}) {
    for (const element of held) element.classList.remove("held");
    open = index;
    const row = document.querySelector(`#rows [data-i="${index}"]`);
    held = [marks[index], row].filter(Boolean);
    for (const element of held) element.classList.add("held");
    $("clause").replaceChildren(...details(index));
    const target = $("text").hidden ? row : marks[index];
    inPlace(target, () => {
      $("panel").hidden = false;
      document.body.classList.add("open");
    });
    $("panel").scrollTop = 0;
    if (scroll && target) {
      const bring = () => target.scrollIntoView({ block: "center" });
      bring();
      // What is scrolled past gets its real height only when it is first seen.
      requestAnimationFrame(() => requestAnimationFrame(bring));
    }
    if (focus) $("panel").focus({ preventScroll: true });
    remember();
  }

  /** Changes the layout; what one looks at stays where it is on the screen. */
  function inPlace(element, change) {
    const before = element?.getBoundingClientRect().top;
    change();
    if (element) scrollBy(0, element.getBoundingClientRect().top - before);
  }

  function close() {
    if (open < 0) return;
    for (const element of held) element.classList.remove("held");
    const element = $("text").hidden ? held.find((e) => e.tagName === "TR") : marks[open];
    open = -1;
    inPlace(element, () => {
      $("panel").hidden = true;
      document.body.classList.remove("open");
    });
    element?.focus({ preventScroll: true });
    remember();
  }

  const part = (title, ...content) => content.some((c) => c !== undefined && c !== "") ? [make("h3", {}, title), ...content.filter(Boolean)] : [];

  function list(pairs) {
    const known = pairs.filter(([, value]) => value !== undefined && value !== "");
    return known.length ? make("dl", {}, ...known.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)])) : undefined;
  }

  const code = (string) => (string ? make("code", {}, string) : undefined);
  const link = (index) => make("a", { href: "#" + encodeURI(anchors[index]) }, text(clauses[index].text));

  function details(index) {
    const clause = clauses[index];
    const status = statuses[clause.status];
    const title = make("h2", { class: status, id: "panel-title" }, make("span", { class: "dot" }), status);
    const quote = make("blockquote", { class: status }, ...quoted(text(clause.sentence), text(clause.text)));
    const lastLine = clause.endLine > clause.line ? "–" + clause.endLine : "";
    const where = make("p", { class: "quiet" }, `${place(clause)}${lastLine}`,
      clause.patchLine ? `, line ${clause.patchLine} of the patch` : "", clause.estimated ? " (estimated)" : "",
      ` · ${text(sections[clause.section])}`);
    const siblings = (marked.get(marks[index]) || []).concat(neighbours(index)).filter((i, n, all) => i !== index && all.indexOf(i) === n);
    return [
      title, quote, where,
      clause.leadIn ? make("p", { class: "quiet" }, "under: ", text(clause.leadIn)) : undefined,
      clause.reason ? make("p", {}, text(clause.reason)) : undefined,
      list([
        ["modality", text(clause.modality)], ["kept by", keeper(clause)],
        ["condition", text(clause.condition)], ["quantity", text(clause.quantity)],
        ["on Linux", text(clause.linux)],
        ["errors", (clause.errors || []).map(text).join(", ")], ["symbols", code((clause.symbols || []).map(text).join(", "))],
        ["not in the vocabulary", code((clause.unbound || []).map(text).join(", "))],
      ]),
      ...part("Rule", clause.kind ? list([
        ["kind", text(clause.kind)], ["force", text(clause.force)],
        ...groups(clause.parameters, 2).map(([name, value]) => [text(name), code(text(value))]),
        ["read by", code(text(clause.pattern))], ["in the words", text(clause.matched)],
      ]) : undefined),
      ...part("Test", ...test(clause, status)),
      ...part("Proof", ...proof(clause)),
      ...part("History", clause.history ? make("ul", {}, ...groups(clause.history, 4).map(([when, was, revision, said]) =>
        make("li", {}, `${text(when)} `, make("span", { class: statuses[was] }, statuses[was]), " ", make("code", {}, text(revision)),
          said ? ` before: “${text(said)}”` : ""))) : undefined),
      ...part("In the same sentence", siblings.length ? make("ul", {}, ...siblings.map((i) => make("li", {}, link(i)))) : undefined),
      ...part("Link", make("p", {}, make("a", { class: "id", href: "#" + encodeURI(anchors[index]).replaceAll("?", "%3F") }, anchors[index]))),
    ].filter(Boolean);
  }

  /** The sentence, with what is not the clause's own words set back. */
  function quoted(sentence, own) {
    const start = sentence.indexOf(own);
    if (start < 0) return [own, make("span", {}, " – " + sentence)];
    return [make("span", {}, sentence.slice(0, start)), own, make("span", {}, sentence.slice(start + own.length))];
  }

  function neighbours(index) {
    const same = (i) => clauses[i] && clauses[i].sentence === clauses[index].sentence && clauses[i].line === clauses[index].line;
    const found = [];
    for (let i = index - 1; same(i); i--) found.unshift(i);
    for (let i = index + 1; same(i); i++) found.push(i);
    return found;
  }

  function test(clause, status) {
    if (!clause.test) return [];
    const [name, file, line, microseconds, message, ...source] = clause.test;
    const milliseconds = microseconds / 1000;
    const duration = milliseconds >= 10 ? milliseconds.toFixed(0) : milliseconds.toFixed(2);
    const result = { verified: "passes", unproven: "passes", failing: "fails", waived: message ? "fails" : "passes" }[status] || "not observable";
    return [
      make("p", {}, make("code", {}, text(name)), ` ${result}, ${duration} ms`),
      make("p", { class: "quiet" }, `${text(file)}:${line}`),
      message ? make("pre", { class: "said" }, text(message)) : undefined,
      source.length ? make("pre", { tabindex: 0 }, ...highlighted(source.map((n) => lines[n]).join("\n"))) : undefined,
    ];
  }

  const grammar = /(\/\/.*)|("(?:[^"\\\n]|\\.)*")|\b(let|var|func|for|in|if|else|guard|try|throws|async|await|true|false|nil|return|while|struct|typealias|import|switch|case)\b/g;

  function highlighted(source) {
    const result = [];
    let end = 0;
    for (const match of source.matchAll(grammar)) {
      result.push(source.slice(end, match.index), make("span", { class: match[1] ? "r" : match[2] ? "s" : "k" }, match[0]));
      end = match.index + match[0].length;
    }
    result.push(source.slice(end));
    return result;
  }

  function proof(clause) {
    const item = (n) => make("li", {}, make("code", {}, mutants[n].name), ": ", mutants[n].says);
    const own = clause.own || [], killed = clause.killed || [];
    const dead = own.filter((n) => killed.includes(n)), alive = own.filter((n) => !killed.includes(n));
    const others = killed.filter((n) => !own.includes(n));
    const result = [];
    if (dead.length) result.push(make("p", { class: "quiet" }, "Faults that break this promise, and fail the test:"), make("ul", {}, ...dead.map(item)));
    if (clause.test && alive.length) result.push(make("p", { class: "quiet" }, "Faults that break this promise, and pass unseen:"), make("ul", {}, ...alive.map(item)));
    if (others.length) result.push(make("details", {}, make("summary", { class: "quiet" }, `${others.length} more that fail the test, and count for nothing`), make("ul", {}, ...others.map(item))));
    return result;
  }

  // ---- Links: #clause-id, and the filters behind a question mark ----

  let silent = true;

  function remember() {
    if (silent) return;
    const query = new URLSearchParams();
    for (const facet of facets) if (facet.chosen.size) query.set(facet.key, [...facet.chosen].join(","));
    if ($("search").value) query.set("q", $("search").value);
    const id = open >= 0 ? encodeURI(anchors[open]).replaceAll("?", "%3F") : "";
    const tail = query.size ? "?" + query : "";
    const hash = id || tail ? "#" + id + tail : " ";
    try { history.replaceState(null, "", hash === " " ? location.pathname + location.search : hash); } catch { /* some viewers forbid it */ }
  }

  function follow(isFirst) {
    const hash = location.hash.slice(1);
    const mark = hash.indexOf("?");
    const query = new URLSearchParams(mark < 0 ? "" : hash.slice(mark + 1));
    let id = mark < 0 ? hash : hash.slice(0, mark);
    try { id = decodeURIComponent(id); } catch { /* taken as it stands */ }
    silent = true;
    if (isFirst || mark >= 0 || !id) {
      for (const facet of facets) facet.chosen = new Set((query.get(facet.key) || "").split(",").filter((v) => facet.all.includes(v)));
      $("search").value = query.get("q") || "";
      words = split($("search").value);
      apply();
    }
    if (byID.has(id)) show(byID.get(id), { scroll: true, focus: false });
    else if (!id) close();
    silent = false;
  }

  // ---- Hands ----

  const split = (query) => query.toLowerCase().split(/\s+/).filter(Boolean);
  $("search").addEventListener("input", () => { words = split($("search").value); apply(); });
  $("clear").addEventListener("click", () => {
    for (const facet of facets) facet.chosen.clear();
    $("search").value = "";
    words = [];
    apply();
  });
  $("unfold").addEventListener("click", () => {
    const isOpen = $("side").classList.toggle("unfolded");
    $("unfold").setAttribute("aria-expanded", isOpen);
    $("unfold").textContent = isOpen ? "Hide filters and sections" : "Filters and sections";
  });
  for (const name of ["text", "table"]) $("tab-" + name).addEventListener("click", () => view(name));
  for (const button of document.querySelectorAll("#legend [data-status]")) {
    button.addEventListener("click", () => {
      const facet = facets[0];
      const value = button.dataset.status;
      choose(facet, facet.chosen.size === 1 && facet.chosen.has(value) ? [] : [value]);
    });
  }
  $("text").addEventListener("click", (event) => {
    const element = event.target.closest("[data-i]");
    if (element && !String(getSelection())) show(marked.get(element)[0]);
  });
  $("text").addEventListener("keydown", (event) => {
    if (!["Enter", " "].includes(event.key) || !marked.has(event.target)) return;
    event.preventDefault();
    show(marked.get(event.target)[0]);
  });
  $("rows").addEventListener("click", (event) => {
    const row = event.target.closest("[data-i]");
    if (row && !String(getSelection())) show(Number(row.dataset.i));
  });
  $("rows").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.dataset.i) show(Number(event.target.dataset.i));
  });
  $("panel").addEventListener("click", (event) => {
    const act = event.target.dataset?.act;
    if (act === "close") close();
    if (act === "next" || act === "previous") step(act === "next" ? 1 : -1);
  });
  for (const link of document.querySelectorAll(".toc a")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      if ($("text").hidden) view("text");
      $(link.getAttribute("href").slice(1)).scrollIntoView({ block: "start" });
    });
  }

  /** To the next clause that passes the filters, or the one before. */
  function step(sign) {
    const all = $("table").hidden ? hits : order;
    if (!all.length) return;
    const at = all.indexOf(open);
    const next = at < 0 ? (sign > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + sign));
    while (!$("table").hidden && next >= made && made < order.length) moreRows(batch);
    show(all[next], { scroll: true });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
    if (event.key === "Escape") {
      if (isTyping) event.target.blur(); else close();
      return;
    }
    if (isTyping) return;
    const actions = {
      "/": () => { $("side").classList.add("unfolded"); $("search").focus(); $("search").select(); },
      j: () => step(1), k: () => step(-1), ArrowRight: () => open >= 0 && step(1), ArrowLeft: () => open >= 0 && step(-1),
      t: () => view($("table").hidden ? "table" : "text"),
    };
    if (!actions[event.key]) return;
    event.preventDefault();
    actions[event.key]();
  });
  addEventListener("hashchange", () => follow(false));
  addEventListener("beforeprint", () => { if (!$("table").hidden) moreRows(order.length); });

  buildFilters();
  follow(true);
  document.documentElement.dataset.ready = Math.round(performance.now() - started);
})();
