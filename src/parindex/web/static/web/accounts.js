// Passkeys, and passwords that can be made visible. Forms with a password work without it.
const { webauthnJSON } = window;

async function optionsOf(form) {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const answer = await fetch(form.dataset.optionsFrom, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()).request_options;
}

function asChosen(options, form) {
  const alone = form.querySelector("input[name=passwordless]")?.checked ?? false;
  Object.assign(options.publicKey.authenticatorSelection, {
    residentKey: alone ? "required" : "discouraged",
    requireResidentKey: alone,
    ...(alone && { userVerification: "required" }),
  });
  return options;
}

async function answerWithKey(form) {
  const options = await optionsOf(form);
  const credential =
    form.dataset.passkey === "create"
      ? await webauthnJSON.create(asChosen(options, form))
      : await webauthnJSON.get(options);
  form.querySelector("input[name=credential]").value = JSON.stringify(credential);
  form.submit();
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!webauthnJSON?.supported()) break;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const status = form.querySelector("[role=status]");
    status.textContent = "";
    answerWithKey(form).catch(() => {
      status.textContent = form.dataset.failed;
    });
  });
}

for (const button of document.querySelectorAll("[data-reveal]")) {
  const input = document.getElementById(button.dataset.reveal);
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = input.type === "text";
    input.type = shown ? "password" : "text";
    button.setAttribute("aria-pressed", String(!shown));
  });
}

for (const input of document.querySelectorAll("input[data-select]")) {
  input.addEventListener("focus", () => input.select());
}
