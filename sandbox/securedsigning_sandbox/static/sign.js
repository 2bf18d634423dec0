// The signing page of an invitee.
"use strict";

import { isBySdk, isFramed } from "./framing.js";
import { signature } from "./signature.js";

const form = document.getElementById("signature-form");
if (form) {
  const drawing = signature();
  form.addEventListener("submit", () => {
    document.getElementById("drawing").value = drawing();
  });
}

// The SDK is told what happened, and the page stays; in any other frame a return address opens in the whole window.
const returns = "returns" in (document.querySelector(".signing")?.dataset ?? {});
if (isBySdk || (isFramed && !returns)) {
  for (const field of document.querySelectorAll(".framed")) field.value = "1";
} else if (isFramed) {
  for (const each of document.forms) each.target = "_top";
}
