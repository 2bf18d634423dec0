// Places to sign on the pages of a document: a click puts one there, dragging or the arrow keys move it, Delete removes it.
"use strict";

const SIZE = { width: 170, height: 46 }; // points, as large as signatures at Smart Tags
const STEP = 5; // points per press of an arrow key
const NAMESPACE = "http://www.w3.org/2000/svg";
const ARROWS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

export function placeOn(sheets) {
  const places = [];
  // Whose places are put: a key of the caller's, with a name and the number of a colour.
  let current = { key: 0, name: "Signature", colour: 0 };

  const put = (sheet, x, y) => {
    if (!current) return;
    const page = { width: Number(sheet.dataset.width), height: Number(sheet.dataset.height) };
    const width = Math.min(SIZE.width, page.width);
    const height = Math.min(SIZE.height, page.height);
    const mark = document.createElementNS(NAMESPACE, "g");
    const box = document.createElementNS(NAMESPACE, "rect");
    const text = document.createElementNS(NAMESPACE, "text");
    mark.append(box, text);
    mark.setAttribute("class", `mark colour${current.colour % 6}`);
    mark.setAttribute("tabindex", "0");
    mark.setAttribute("role", "button");
    for (const [name, value] of Object.entries({ width, height, rx: 3 })) box.setAttribute(name, value);
    text.setAttribute("x", 8);
    text.setAttribute("y", height / 2 + 4);
    const place = { person: current.key, document: sheet.dataset.document, page: Number(sheet.dataset.page), width, height, mark };
    const moveTo = (left, top) => {
      place.left = Math.max(0, Math.min(left, page.width - width));
      place.top = Math.max(0, Math.min(top, page.height - height));
      mark.setAttribute("transform", `translate(${place.left} ${place.top})`);
    };
    const remove = () => {
      places.splice(places.indexOf(place), 1);
      mark.remove();
      sheet.focus({ preventScroll: true });
    };
    mark.addEventListener("keydown", (event) => {
      const step = ARROWS[event.key];
      if (step) moveTo(place.left + step[0], place.top + step[1]);
      else if (event.key === "Delete" || event.key === "Backspace") remove();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    let grip = null;
    mark.addEventListener("pointerdown", (event) => {
      const [px, py] = pointOn(sheet, event);
      grip = [px - place.left, py - place.top];
      mark.setPointerCapture(event.pointerId);
    });
    mark.addEventListener("pointermove", (event) => {
      if (!mark.hasPointerCapture(event.pointerId)) return;
      const [px, py] = pointOn(sheet, event);
      moveTo(px - grip[0], py - grip[1]);
    });
    mark.addEventListener("click", (event) => event.stopPropagation());
    moveTo(x - width / 2, y - height / 2);
    name(place, current.name);
    places.push(place);
    sheet.append(mark);
    mark.focus({ preventScroll: true });
  };

  const name = (place, text) => {
    place.mark.querySelector("text").textContent = text.slice(0, 26);
    place.mark.setAttribute("aria-label", `Place to sign of ${text}, page ${place.page + 1}. Arrow keys move, Delete removes it.`);
  };

  for (const sheet of sheets) {
    sheet.addEventListener("click", (event) => put(sheet, ...pointOn(sheet, event)));
    sheet.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target !== sheet) return;
      event.preventDefault();
      put(sheet, sheet.dataset.width / 2, sheet.dataset.height / 2);
    });
  }
  return {
    // Choose whose places are put next.
    choose: (person) => (current = person),
    // A person has another name.
    rename: (key, text) => places.filter((place) => place.person === key).forEach((place) => name(place, text)),
    // A person is gone, with all places.
    removeAllOf: (key) => {
      for (const place of places.filter((each) => each.person === key)) {
        places.splice(places.indexOf(place), 1);
        place.mark.remove();
      }
    },
    // All places as the sandbox takes them; `indexOf` says which person a key stands for.
    list: (indexOf = () => 0) => places.map(({ mark, person, ...place }) => ({ ...place, person: indexOf(person) })),
  };
}

function pointOn(sheet, event) {
  const box = sheet.getBoundingClientRect();
  const scale = sheet.dataset.width / box.width;
  return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
}
