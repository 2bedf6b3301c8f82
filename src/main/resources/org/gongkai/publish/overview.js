const all = JSON.parse($("data").textContent);
$("data").textContent = "";
// With a list of bodies: who belongs to whom, who has no report, who was late.
const bodies = $("bodies") ? JSON.parse($("bodies").textContent) : {parents: [], missing: [], late: []};
const MISSING = 4;
for (const [number, name, year] of bodies.missing) all.push([name, 0, MISSING, 0, 0, 0, name, year, [], number]);
const late = new Set(bodies.late);
const VERDICTS = [["pass", "一致", "consistent"], ["incomplete", "部分核对", "incomplete"], ["fail", "不符", "mismatches"], ["unreadable", "未核对", "not checked"], ["missing", "没有报告", "missing"]];
const HEIGHT = 37;
const rows = $("rows");
const body = rows.querySelector("tbody");
const table = rows.querySelector("table");
rows.hidden = false;
document.querySelector(".filters").hidden = false;
const texts = all.map(row => ((row[6] || "") + "\n" + row[0]).toLowerCase());
let order = all.map((_, i) => i);
let shown = order;
let sortField = -1;
let descending = false;
const collator = new Intl.Collator("zh");
const ranks = new Map();
const rank = field => {
  if (!ranks.has(field)) {
    const values = [...new Set(all.map(row => row[field] || ""))].sort(collator.compare);
    const places = new Map(values.map((value, i) => [value, i]));
    ranks.set(field, all.map(row => places.get(row[field] || "")));
  }
  return ranks.get(field);
};
const sort = () => {
  order = all.map((_, i) => i);
  if (sortField < 0) return;
  const keys = sortField === 0 || sortField === 6 ? rank(sortField) : all.map(row => row[sortField]);
  const sign = descending ? -1 : 1;
  order.sort((a, b) => sign * (keys[a] - keys[b]) || a - b);
};
const isBelow = (number, government) => {
  for (let at = number; at >= 0; at = bodies.parents[at]) if (at === government) return true;
  return false;
};
const isInState = (row, state) => {
  if (state === "w") return row[4] > 0;
  if (state === "l") return late.has(row[9]);
  return row[2] === +state;
};
const filter = () => {
  const query = $("q").value.trim().toLowerCase();
  const state = $("v").value, year = $("y").value, rule = $("r").value, government = $("g") ? $("g").value : "";
  shown = order.filter(i =>
    (!query || texts[i].includes(query))
    && (state === "" || isInState(all[i], state))
    && (government === "" || all[i][9] !== undefined && isBelow(all[i][9], +government))
    && (year === "" || all[i][7] === +year)
    && (rule === "" || all[i][8].includes(+rule)));
  table.setAttribute("aria-rowcount", shown.length + 1);
  rows.scrollTop = 0;
  drawn = "";
  draw();
  const count = shown.length.toLocaleString("en");
  $("shown").textContent = english() ? count + " shown" : "共 " + count + (bodies.missing.length ? " 项" : " 份");
};
const element = (name, kind, text) => {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  if (text !== undefined) made.textContent = text;
  return made;
};
const cell = (kind, text) => { const td = element("td", kind, text); td.title = text; return td; };
const gap = height => {
  const tr = element("tr", "gap");
  tr.setAttribute("aria-hidden", "true");
  const td = element("td");
  td.style.height = height + "px";
  tr.append(td);
  return tr;
};
const draw1 = (place, i) => {
  const row = all[i];
  const tr = element("tr", VERDICTS[row[2]][0]);
  tr.setAttribute("aria-rowindex", place + 2);
  const issuer = element("td", "i");
  const name = row[6] || row[0];
  issuer.title = name;
  if (row[1] === 0) {
    issuer.textContent = name;
  } else {
    const link = element("a", "", name);
    link.href = "./" + (row[1] || row[0]).split("/").map(encodeURIComponent).join("/") + "/index.html";
    issuer.append(link);
  }
  tr.append(
    cell("v", VERDICTS[row[2]][english() ? 2 : 1]), issuer, cell("y", row[7] || ""), cell("c", row[3]), cell("c", row[4]), cell("f", row[2] === MISSING ? "" : row[0]));
  return tr;
};
let drawn = "";
// Printed are the first rows; the page says where the others are.
const PRINTED = 500;
let printing = false;
const draw = () => {
  const first = printing ? 0 : Math.max(0, Math.floor(rows.scrollTop / HEIGHT) - 20);
  const last = Math.min(shown.length, printing ? PRINTED : first + Math.ceil(rows.clientHeight / HEIGHT) + 40);
  if (drawn === first + "," + last) return;
  drawn = first + "," + last;
  const focused = document.activeElement && body.contains(document.activeElement) ? document.activeElement.href : "";
  const made = [];
  if (first > 0) made.push(gap(first * HEIGHT));
  for (let place = first; place < last; place++) made.push(draw1(place, shown[place]));
  if (last < shown.length && !printing) made.push(gap((shown.length - last) * HEIGHT));
  body.replaceChildren(...made);
  if (focused) {
    const again = [...body.querySelectorAll("a")].find(link => link.href === focused);
    if (again) again.focus({preventScroll: true});
  }
};
let due = false;
rows.addEventListener("scroll", () => {
  if (due) return;
  due = true;
  requestAnimationFrame(() => { due = false; draw(); });
});
addEventListener("resize", draw);
addEventListener("beforeprint", () => { printing = true; draw(); $("first").hidden = shown.length <= PRINTED; });
addEventListener("afterprint", () => { printing = false; draw(); $("first").hidden = true; });
for (const id of ["q", "v", "y", "r", "g"]) if ($(id)) $(id).addEventListener("input", filter);
document.querySelector(".filters").addEventListener("submit", event => event.preventDefault());
// A government's name leads to the list of all below it.
for (const th of document.querySelectorAll("th[data-body]")) {
  const button = element("button", "", th.textContent);
  button.type = "button";
  button.addEventListener("click", () => {
    $("g").value = th.dataset.body;
    filter();
    document.querySelector(".list").scrollIntoView();
    $("g").focus({preventScroll: true});
  });
  th.replaceChildren(button);
}
for (const button of rows.querySelectorAll("th button")) {
  button.addEventListener("click", () => {
    const field = +button.dataset.field;
    const numbers = field === 3 || field === 4 || field === 7;
    descending = field === sortField ? !descending : numbers;
    sortField = field;
    for (const th of rows.querySelectorAll("th")) th.removeAttribute("aria-sort");
    button.parentElement.setAttribute("aria-sort", descending ? "descending" : "ascending");
    sort();
    filter();
  });
}
for (const input of document.getElementsByName("l")) input.addEventListener("change", filter);
sort();
filter();
