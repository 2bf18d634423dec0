// The signing page of an invitee.
"use strict";

import { checkSize, send } from "./files.js";
import { isBySdk, isFramed } from "./framing.js";
import { signature } from "./signature.js";

const form = document.getElementById("signature-form");
if (form) {
  const drawn = document.getElementById("drawing");
  const drawing = signature(drawn.value); // what the page was sent with, if it was refused
  form.addEventListener("submit", (event) => {
    drawn.value = drawing();
    if (!event.submitter?.closest("#files")) return;
    event.preventDefault();
    send(event.submitter);
  });
  document.addEventListener("change", (event) => {
    if (event.target.id === "file") checkSize(event.target);
  });
}

// A page is sent once: a double click would be refused the second time. Coming back to it by the browser's button counts anew.
let isSent = false;
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  if (isSent) event.preventDefault();
  isSent = true;
});
window.addEventListener("pageshow", () => (isSent = false));

// The SDK is told what happened, and the page stays; in any other frame a return address opens in the whole window.
const returns = "returns" in (document.querySelector(".signing")?.dataset ?? {});
if (isBySdk || (isFramed && !returns)) {
  for (const field of document.querySelectorAll(".framed")) field.value = "1";
} else if (isFramed) {
  for (const each of document.forms) each.target = "_top";
}
