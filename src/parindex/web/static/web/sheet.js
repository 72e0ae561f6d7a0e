// A row of a sheet is saved while it is written. Nothing that was typed is lost: it stays on this machine until the
// server has confirmed it. Without this file the form's buttons do the same.
const QUIET = 1500; // milliseconds without a key before a save
const PAUSES = [2000, 5000, 10000, 20000, 30000]; // between attempts while the server cannot be reached
const unsaved = new Set(); // forms with words that the server has not confirmed

function entriesOf(form) {
  return [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
}

function wordsOf(form) {
  const state = form.querySelector("[id^=state-]");
  const hidden = new Set([...state.querySelectorAll("input")].map((input) => input.name));
  return JSON.stringify(entriesOf(form).filter(([name]) => !hidden.has(name)));
}

function addRow(list) {
  const row = list.lastElementChild.cloneNode(true);
  for (const problem of row.querySelectorAll(".field-problem")) problem.remove();
  for (const field of row.querySelectorAll("input, select")) {
    field.value = "";
    field.removeAttribute("aria-invalid");
  }
  list.append(row);
  return row;
}

function textsByName(entries) {
  const texts = new Map();
  for (const [name, text] of entries) texts.set(name, [...(texts.get(name) ?? []), text]);
  return texts;
}

function fill(form, texts) {
  for (const list of form.querySelectorAll("[data-list]")) {
    const columns = [...texts].filter(([name]) => name.startsWith(list.dataset.list) && !name.endsWith("none"));
    const rows = Math.max(0, ...columns.map(([, column]) => column.length));
    while (!list.querySelector(".option") && list.children.length < rows) addRow(list);
  }
  const left = new Map([...texts].map(([name, own]) => [name, [...own]]));
  for (const field of form.elements) {
    const own = texts.get(field.name) ?? [];
    if (field.type === "checkbox" || field.type === "radio") field.checked = own.includes(field.value);
    else if (own.length && field.type !== "submit") field.value = left.get(field.name).shift() ?? "";
  }
}

// Puts the pieces of an answer in the places of those with the same id; what is no longer shown is left out.
function swapPieces(text) {
  const answer = document.createElement("template");
  answer.innerHTML = text;
  const within = [...answer.content.querySelectorAll("template")].map((one) => one.content);
  for (const piece of [answer.content, ...within].flatMap((one) => [...one.querySelectorAll("[hx-swap-oob]")])) {
    const shown = document.getElementById(piece.id);
    if (!shown) continue;
    const stays = piece.getAttribute("hx-swap-oob") === "innerHTML";
    piece.removeAttribute("hx-swap-oob");
    if (stays) shown.replaceChildren(...piece.childNodes);
    else shown.replaceWith(piece);
    htmx.process(stays ? shown : piece);
  }
}

function keep(key, words) {
  try {
    localStorage.setItem(key, words);
  } catch {
    // a browser that keeps nothing, or is full: the words still go to the server, and leaving the page warns
  }
}

class RowForm {
  constructor(form) {
    this.form = form;
    this.key = `parindex:${form.dataset.autosave}`;
    this.confirmed = wordsOf(form);
    this.attempts = 0;
    form.addEventListener("input", () => this.typed());
    form.addEventListener("focusout", () => this.isUnsaved && this.soon(0));
    form.addEventListener("submit", (event) => this.submitted(event));
    this.restore();
  }

  get isUnsaved() {
    return wordsOf(this.form) !== this.confirmed;
  }

  get isHeldUp() {
    return this.form.querySelector("[data-conflict]") !== null;
  }

  say(text, failed = false) {
    const state = this.form.querySelector(".save-state");
    state.textContent = text;
    state.classList.toggle("failed", failed);
  }

  restore() {
    const kept = localStorage.getItem(this.key);
    if (!kept) return;
    fill(this.form, textsByName(JSON.parse(kept)));
    if (!this.isUnsaved) return this.forget();
    this.form.dispatchEvent(new Event("input", { bubbles: true }));
    this.say(this.form.dataset.restored);
  }

  typed() {
    if (!this.isUnsaved) return;
    unsaved.add(this);
    keep(this.key, JSON.stringify(entriesOf(this.form)));
    this.say(this.form.dataset.typing);
    this.soon(QUIET);
  }

  forget() {
    unsaved.delete(this);
    localStorage.removeItem(this.key);
  }

  soon(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  async submitted(event) {
    event.preventDefault();
    const { name, value } = event.submitter ?? {};
    if (name === "take" && !(await this.take())) return;
    const kept = await this.save(name === "adopt" ? { adopt: value } : {}, true);
    if (kept && name === "then") document.querySelector("[data-go=after]")?.click();
  }

  async take() {
    await this.save(); // its answer brings what the facts make as they are now
    const computed = this.form.querySelector("[data-computed]");
    if (!computed) return false;
    this.form.elements.claimed.value = computed.dataset.computed;
    this.typed();
    return true;
  }

  save(extra = {}, wanted = false) {
    clearTimeout(this.timer);
    const before = this.saving;
    this.saving = (async () => {
      await before;
      if ((this.isHeldUp && !extra.adopt) || !(this.isUnsaved || wanted)) return false;
      return this.send(extra);
    })();
    return this.saving;
  }

  async send(extra) {
    const words = wordsOf(this.form);
    const body = new FormData(this.form);
    for (const [name, value] of Object.entries(extra)) body.set(name, value);
    this.say(this.form.dataset.saving);
    try {
      const headers = { "HX-Request": "true", "HX-Current-URL": location.href };
      const answer = await fetch(this.form.action, { method: "POST", body, headers });
      if (answer.status >= 500) throw new Error(`${answer.status}`);
      return await this.answered(answer, words);
    } catch {
      this.say(this.form.dataset.failed, true);
      this.soon(PAUSES[Math.min(this.attempts++, PAUSES.length - 1)]);
      return false;
    }
  }

  async answered(answer, words) {
    this.attempts = 0;
    const signIn = answer.headers.get("HX-Redirect");
    if (signIn) return leaveFor(signIn);
    if (![200, 409, 422].includes(answer.status)) {
      this.say(this.form.dataset.refused, true);
      return false;
    }
    const pieces = await answer.text();
    const wentOn = wordsOf(this.form) !== words; // while the answer was on its way
    swapPieces(pieces);
    const isWhole = answer.status === 200 && !answer.headers.get("Left-Unsaved");
    this.form.querySelector(".save-state").classList.toggle("failed", !isWhole);
    showSources(this.form);
    if (!isWhole) return false;
    this.confirmed = wentOn ? words : wordsOf(this.form);
    if (wentOn) this.soon(QUIET);
    else this.forget();
    return true;
  }
}

// What somebody typed is on this machine, so that it comes back after signing in again.
function leaveFor(address) {
  unsaved.clear();
  location.assign(address);
  return false;
}

// A fact's source and the reason to replace it are asked for once the fact is touched.
function showSources(form) {
  for (const source of form.querySelectorAll("[data-when-touched]")) {
    const isFilled = [...source.querySelectorAll("input")].some((input) => input.value);
    source.hidden = !(isFilled || source.querySelector(".field-problem") || source.dataset.touched);
  }
}

function open() {
  const form = document.querySelector("form[data-autosave]");
  const row = document.querySelector("[data-open-row]")?.dataset.openRow;
  for (const line of document.querySelectorAll("table.rows tr[aria-current]")) line.removeAttribute("aria-current");
  const shown = document.getElementById(`row-${row}`);
  shown?.setAttribute("aria-current", "true");
  shown?.scrollIntoView({ block: "nearest" });
  document.querySelector(".sheet-layout")?.toggleAttribute("data-open", Boolean(row));
  if (!form || form.dataset.isOpen) return;
  form.dataset.isOpen = "true";
  for (const button of form.querySelectorAll("[data-add-row]")) button.hidden = false;
  showSources(form);
  new RowForm(form);
}

document.addEventListener("input", (event) => {
  const source = event.target.closest?.("fieldset.fact")?.querySelector("[data-when-touched]");
  if (!source) return;
  source.dataset.touched = "true";
  source.hidden = false;
});

document.addEventListener("click", (event) => {
  const add = event.target.closest("[data-add-row]");
  if (add) addRow(document.querySelector(`[data-list="${add.dataset.addRow}"]`)).querySelector("select, input").focus();
  if (event.target.closest("[data-forget]")) for (const form of unsaved) form.forget();
});

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input, textarea, select");
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
    event.preventDefault();
    document.querySelector("form[data-autosave]")?.requestSubmit();
    return;
  }
  const keys = event.altKey ? { ArrowDown: "after", ArrowUp: "before" } : { j: "after", k: "before" };
  if (!(event.key in keys) || (isTyping && !event.altKey) || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  document.querySelector(`[data-go=${keys[event.key]}]`)?.click();
});

window.addEventListener("beforeunload", (event) => {
  for (const form of unsaved) form.save();
  if (unsaved.size) event.preventDefault();
});

document.body.addEventListener("htmx:beforeSwap", (event) => {
  if (event.target.id === "row-panel") for (const form of unsaved) form.save();
});
document.body.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id !== "row-panel") return;
  open();
  event.target.scrollTop = 0;
  if (event.target.getBoundingClientRect().top < 0) window.scrollTo({ top: 0 });
  document.querySelector("#row-panel h2")?.focus({ preventScroll: true });
});
document.body.addEventListener("htmx:historyRestore", open);
open();
