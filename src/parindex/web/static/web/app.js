// Small helps where there is JavaScript; every page works without it.
document.body.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRFToken"] = document.querySelector("meta[name=csrf-token]")?.content ?? "";
});

for (const form of document.querySelectorAll("form[data-progress]")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button[type=submit]");
    button.setAttribute("aria-busy", "true");
    button.disabled = true;
    form.querySelector("[role=status]").textContent = form.dataset.progress;
  });
}
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});

window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-progress] button[type=submit]").forEach((button) => {
    button.disabled = false;
    button.removeAttribute("aria-busy");
  });
});
