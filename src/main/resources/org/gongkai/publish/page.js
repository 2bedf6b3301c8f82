const findings = [...document.querySelectorAll(".f")];
const cells = (finding, list) => (finding.dataset[list] || "").split(" ").filter(Boolean).map(n => $("c" + n)).filter(Boolean);
const byCell = new Map();
for (const finding of findings) {
  for (const cell of [...cells(finding, "parts"), ...cells(finding, "totals")]) {
    if (!byCell.has(cell)) byCell.set(cell, []);
    byCell.get(cell).push(finding);
  }
}
let pinned = null;
const light = (finding, on) => {
  for (const cell of cells(finding, "parts")) cell.classList.toggle("lit", on);
  for (const cell of cells(finding, "totals")) { cell.classList.toggle("lit", on); cell.classList.toggle("whole", on); }
  finding.classList.toggle("on", on);
};
const dark = () => { for (const lit of document.querySelectorAll(".on")) light(lit, false); };
const show = list => { dark(); for (const finding of list) light(finding, true); };
const rest = () => { dark(); if (pinned) light(pinned, true); };
for (const finding of findings) {
  finding.addEventListener("pointerenter", () => show([finding]));
  finding.addEventListener("pointerleave", rest);
  finding.addEventListener("focusin", () => show([finding]));
  finding.addEventListener("focusout", rest);
  finding.addEventListener("click", () => { pinned = pinned === finding ? null : finding; rest(); });
}
for (const [cell, list] of byCell) {
  cell.addEventListener("pointerenter", () => show(list));
  cell.addEventListener("pointerleave", rest);
  cell.addEventListener("focusin", () => show(list));
  cell.addEventListener("focusout", rest);
}
// Only a page that was opened as a file has the report where it was checked; a served one need not.
const report = document.querySelector("main").dataset.report;
if (report && location.protocol === "file:") {
  for (const place of document.querySelectorAll(".at[data-page], .file")) {
    const link = document.createElement("a");
    link.href = report + (place.dataset.page ? "#page=" + place.dataset.page : "");
    link.append(...place.childNodes);
    place.append(link);
  }
}
addEventListener("keydown", event => { if (event.key === "Escape") { pinned = null; dark(); } });
const seen = element => element && getComputedStyle(element).display !== "none" ? element.innerText.trim() : "";
const words = element => [...element.children].map(seen).filter(Boolean).join("\n   ").replace(/[ \t]+/g, " ").replace(/\n /g, "\n   ");
// Of what is folded away too: without the other language.
const plain = element => {
  const copy = element.cloneNode(true);
  for (const other of copy.querySelectorAll(english() ? ".z" : ".e")) other.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
};
const suggestions = kind => {
  const list = [...document.querySelectorAll(".diagnoses > ." + kind)].map(item =>
    [...item.querySelectorAll(":scope > .fix, :scope > .m, :scope > .at, :scope > .replaced > summary")].filter(part => !part.matches(english() ? ".z" : ".e")).map(plain).filter(Boolean).join("\n   "));
  if (!list.length) return [];
  const heading = kind === "certain" ? (english() ? "Check these first" : "建议优先核对") : (english() ? "Possible corrections" : "可能的更正方案");
  return [heading, ...list, ""];
};
const asText = () => [
  seen(document.querySelector(".title")),
  seen(document.querySelector("h1")),
  seen(document.querySelector(".reminders")),
  seen(document.querySelector(".automatic")),
  "",
  ...suggestions("certain"),
  ...findings.filter(finding => !finding.closest(".replaced")).map(words),
  "",
  ...suggestions("maybe"),
].join("\n").trimEnd() + "\n";
const reveal = () => {
  const target = $(location.hash.slice(1));
  const folded = target && target.closest("details");
  if (folded) folded.open = true;
};
addEventListener("hashchange", reveal);
reveal();
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details:not([open])")) { folded.open = true; folded.dataset.folded = ""; }
});
addEventListener("afterprint", () => {
  for (const folded of document.querySelectorAll("details[data-folded]")) { folded.open = false; delete folded.dataset.folded; }
});
const copy = $("copy");
if (copy) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    const text = asText();
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      done = document.execCommand("copy");
      area.remove();
      copy.focus();
    }
    $("copied").textContent = done ? (english() ? "Copied." : "已复制。") : (english() ? "Could not copy." : "未能复制。");
  });
}
