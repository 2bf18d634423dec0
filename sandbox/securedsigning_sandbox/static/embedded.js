// The pages of I Sign and We Sign: places are put on the document, then it is signed, or people are invited.
"use strict";

import "./framing.js";
import { placeOn } from "./placing.js";
import { signature } from "./signature.js";

const form = document.getElementById("deciding");
if (form) {
  const isAlone = form.dataset.product === "ISign";
  const places = placeOn(document.querySelectorAll(".sheet"));
  const drawing = isAlone ? signature() : null;
  const people = isAlone ? null : await import("./people.js").then((module) => module.people(places));
  const problem = document.getElementById("problem");

  const complain = (text) => {
    problem.textContent = text;
    problem.hidden = false;
    problem.scrollIntoView({ block: "center" });
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector(".primary");
    button.disabled = true; // nobody sends twice
    problem.hidden = true;
    const decided = isAlone
      ? { places: places.list(), typed: document.getElementById("typed").value, drawing: drawing() }
      : {
          people: people.list(),
          places: places.list(people.indexOf),
          due: document.getElementById("due").value,
          gmt: String(-new Date().getTimezoneOffset()),
          message: document.getElementById("message").value,
        };
    try {
      const answer = await fetch(location.href, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(decided),
      });
      if (answer.ok) return location.reload(); // the page then shows, and tells, what came of it
      complain((await answer.json()).problem);
    } catch {
      complain("The sandbox cannot be reached. Nothing is lost: try again.");
    }
    button.disabled = false;
  });
}
