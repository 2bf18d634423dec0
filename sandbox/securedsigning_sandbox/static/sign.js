// The signing page: drawing a signature with mouse, pen or finger, and telling the page around what happened.
"use strict";

const pad = document.getElementById("pad");
if (pad) {
  const context = pad.getContext("2d");
  const typed = document.getElementById("typed");
  const preview = document.getElementById("preview");
  let drawn = false;

  const place = (event) => {
    const box = pad.getBoundingClientRect();
    return [((event.clientX - box.left) * pad.width) / box.width, ((event.clientY - box.top) * pad.height) / box.height];
  };
  pad.addEventListener("pointerdown", (event) => {
    pad.setPointerCapture(event.pointerId);
    context.lineWidth = 4;
    context.lineCap = context.lineJoin = "round";
    context.strokeStyle = "#12306b";
    context.beginPath();
    context.moveTo(...place(event));
  });
  pad.addEventListener("pointermove", (event) => {
    if (!pad.hasPointerCapture(event.pointerId)) return;
    context.lineTo(...place(event));
    context.stroke();
    drawn = true;
    show();
  });

  // What was drawn is used rather than what was typed.
  const show = () => {
    preview.textContent = drawn ? "" : typed.value;
  };
  typed.addEventListener("input", show);
  document.getElementById("clear").addEventListener("click", () => {
    context.clearRect(0, 0, pad.width, pad.height);
    drawn = false;
    show();
  });
  document.getElementById("signature-form").addEventListener("submit", () => {
    document.getElementById("drawing").value = drawn ? pad.toDataURL("image/png") : "";
  });
  show();
}

// Embedded in a frame: the page around is told, in a shape that is the sandbox's own (README.md).
if (window.parent !== window) {
  for (const field of document.querySelectorAll(".framed")) field.value = "1";
  const { outcome, signingKey, document: documentReference } = document.querySelector(".signing").dataset;
  // Who may embed the page is decided by its Content-Security-Policy; the message holds nothing that page does not know.
  window.parent.postMessage({ source: "secured-signing", version: 1, event: outcome, signingKey, documentReference }, "*");
}
