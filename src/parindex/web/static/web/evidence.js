// Documents of a row: files dropped anywhere on the field, how far an upload is, and where the keyboard goes on.
const dropArea = (event) => event.target.closest?.(".evidence .file-drop");

document.addEventListener("dragover", (event) => {
  const area = dropArea(event);
  if (!area) return;
  event.preventDefault();
  area.classList.add("over");
});
document.addEventListener("dragleave", (event) => dropArea(event)?.classList.remove("over"));
document.addEventListener("drop", (event) => {
  const area = dropArea(event);
  if (!area || !event.dataTransfer.files.length) return;
  event.preventDefault();
  area.classList.remove("over");
  area.querySelector("input[type=file]").files = event.dataTransfer.files;
});

document.addEventListener("htmx:xhr:progress", (event) => {
  const bar = event.target.querySelector?.("progress");
  if (!bar || !event.detail.lengthComputable || !event.detail.total) return;
  bar.hidden = false;
  bar.value = (100 * event.detail.loaded) / event.detail.total;
});

// The form that had the focus is gone with the part it stood in: go on at the part's heading.
document.addEventListener("htmx:afterSettle", (event) => {
  const part = event.target.closest?.(".evidence, .questions, .helpers");
  if (!part || document.activeElement !== document.body) return;
  const heading = part.querySelector("h3");
  heading.tabIndex = -1;
  heading.focus();
});
