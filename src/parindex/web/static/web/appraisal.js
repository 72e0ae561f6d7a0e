// Keys on the appraisal page: j and k go through the rows, c keeps the claim. Links and buttons do the same without it.
const STEPS = { j: "a[rel=next]", k: "a[rel=prev]" };

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const wanted = STEPS[event.key] ?? `button[data-key="${CSS.escape(event.key)}"]`;
  const found = document.querySelector(`#row ${wanted}`);
  if (!found) return;
  event.preventDefault();
  found.click();
});

function showCurrent() {
  document.querySelector(".appraisal-link[aria-current]")?.scrollIntoView({ block: "nearest" });
}

document.body.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id !== "work") return;
  showCurrent();
  document.querySelector("#row-head")?.focus({ preventScroll: true });
});
