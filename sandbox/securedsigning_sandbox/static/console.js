// The sandbox's own pages: commands of the control API from forms, and texts to copy.
"use strict";

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const command = form.dataset.command;
  if (!command) return;
  event.preventDefault();
  if (form.dataset.confirm && !window.confirm(form.dataset.confirm)) return;
  const body = {};
  for (const field of form.querySelectorAll("[name]")) {
    body[field.name] = "number" in field.dataset ? Number(field.value) : field.value;
  }
  const answer = await fetch(`/_sandbox/${command}`, { method: "POST", body: JSON.stringify(body) });
  if (answer.ok) {
    window.location.reload();
    return;
  }
  const problem = form.querySelector(".problem") || form.appendChild(document.createElement("p"));
  problem.className = "problem";
  problem.setAttribute("role", "alert");
  const refusal = (await answer.json()).ResponseStatus;
  problem.textContent = refusal ? refusal.Message : `The sandbox answered ${answer.status}.`;
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  button.textContent = "Copied";
  window.setTimeout(() => (button.textContent = "Copy"), 1500);
});
