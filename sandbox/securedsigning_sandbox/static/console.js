// The sandbox's own pages: commands of the control API from forms, fields that go with a choice, and texts to copy.
"use strict";

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const command = form.dataset.command;
  if (!command) return;
  event.preventDefault();
  if (form.dataset.confirm && !window.confirm(form.dataset.confirm)) return;
  try {
    const answer = await fetch(`/_sandbox/${command}`, { method: "POST", body: JSON.stringify(bodyOf(form)) });
    if (answer.ok) {
      await refresh();
      tell(form.dataset.done ?? "Done.");
      return;
    }
    const refusal = (await answer.json()).ResponseStatus;
    complain(form, refusal ? refusal.Message : `The sandbox answered ${answer.status}.`);
  } catch {
    complain(form, "The sandbox cannot be reached. Is it still running?");
  }
});

// The fields of a form, empty ones left out; below a member of its own where data-member names one.
function bodyOf(form) {
  const fields = {};
  for (const field of form.querySelectorAll("[name]:enabled")) {
    if (field.value === "") continue;
    if ("number" in field.dataset) fields[field.name] = Number(field.value);
    else if ("boolean" in field.dataset) fields[field.name] = field.value === "true";
    else fields[field.name] = field.value;
  }
  return form.dataset.member ? { [form.dataset.member]: fields } : fields;
}

// Shows the page as it is now; where one is, what is unfolded and what has the focus stay.
async function refresh() {
  const focused = document.activeElement?.id;
  const unfolded = Array.from(document.querySelectorAll("details[open][id]"), (each) => each.id);
  const answer = await fetch(location.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!answer.ok) return location.reload();
  for (const part of ["header", "main"]) document.querySelector(part).replaceWith(page.querySelector(part));
  for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
  fitAll();
  if (focused) document.getElementById(focused)?.focus();
}

function complain(form, text) {
  const problem = form.querySelector(".problem") || form.appendChild(document.createElement("p"));
  problem.className = "problem";
  problem.setAttribute("role", "alert");
  problem.textContent = text;
}

let untilForgotten;
function tell(text) {
  const told = document.getElementById("told");
  told.textContent = text;
  window.clearTimeout(untilForgotten);
  untilForgotten = window.setTimeout(() => (told.textContent = ""), 5000);
}

// Fields that go with some choices of a list only: data-with names these, data-choice stands on the list.
function fit(list) {
  for (const part of list.form.querySelectorAll("[data-with]")) {
    const fits = part.dataset.with.split(" ").includes(list.value);
    part.hidden = !fits;
    for (const field of part.querySelectorAll("[name]")) field.disabled = !fits;
  }
}

function fitAll() {
  for (const list of document.querySelectorAll("[data-choice]")) fit(list);
}

document.addEventListener("change", (event) => {
  if ("choice" in event.target.dataset) fit(event.target);
});
fitAll();

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  tell("Copied.");
});
