// Files that an invitee was asked for go up, and back, one by one, and only their part of the page is replaced: whatever is typed or drawn
// elsewhere stays.
"use strict";

// `button` is the one that was pressed: it uploads the chosen file, or removes another.
export async function send(button) {
  const section = document.getElementById("files");
  const input = section.querySelector("input");
  const body = new FormData();
  body.set("action", button.value);
  if (button.value === "upload") {
    if (!input.reportValidity()) return;
    if (input.files.length) body.set("file", input.files[0]);
  }
  button.disabled = true; // nobody sends twice
  try {
    const answer = await fetch(location.href, { method: "POST", body });
    const sent = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("files");
    if (!sent) return location.reload(); // it is no longer this invitee's turn
    section.replaceWith(sent);
    sent.querySelector("input").focus();
  } catch {
    complain(section, "The sandbox cannot be reached. Nothing is lost: try again.");
    button.disabled = false;
  }
}

// A file that is too large is not even sent.
export function checkSize(input) {
  const largest = Number(input.dataset.largest);
  const isTooLarge = (input.files[0]?.size ?? 0) > largest;
  input.setCustomValidity(isTooLarge ? `The file is larger than ${largest / 1024 / 1024} MiB; choose another one.` : "");
  if (isTooLarge) input.reportValidity();
}

function complain(section, text) {
  const problem = section.querySelector(".problem") ?? document.createElement("p");
  problem.className = "problem";
  problem.setAttribute("role", "alert");
  problem.textContent = text;
  section.querySelector("h2").after(problem);
}
