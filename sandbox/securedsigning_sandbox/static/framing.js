// Tells the page around this one what happens, in a shape that is the sandbox's own (README.md). Who may show this page in a frame
// is decided by its Content-Security-Policy, and a message holds nothing that page does not know.
"use strict";

export const isFramed = window.parent !== window;
export const isBySdk = isFramed && new URLSearchParams(location.search).has("sdk");

export function tell(event, facts = {}) {
  if (isFramed) window.parent.postMessage({ source: "secured-signing", version: 1, event, ...facts }, "*");
}

const told = document.querySelector("[data-outcome]");
if (told) {
  const { outcome, signingKey = "", document: documentReference = "", problem } = told.dataset;
  tell(outcome, { signingKey, documentReference, problem });
}
if (isFramed) {
  new ResizeObserver(() => tell("resize", { height: document.documentElement.scrollHeight })).observe(document.body);
}
