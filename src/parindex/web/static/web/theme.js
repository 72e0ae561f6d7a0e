// Follows the reader's system unless the server has rendered a chosen theme.
const root = document.documentElement;
if (!root.dataset.bsTheme) {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const follow = () => root.setAttribute("data-bs-theme", dark.matches ? "dark" : "light");
  follow();
  dark.addEventListener("change", follow);
}
