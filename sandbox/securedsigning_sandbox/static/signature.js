// A signature, typed or drawn with mouse, pen or finger.
"use strict";

// Wires the elements of _signature.html; the function it returns gives what is drawn as a PNG in a data address, or "".
// `earlier` is what that function gave before the page was loaded anew.
export function signature(earlier = "") {
  const pad = document.getElementById("pad");
  const typed = document.getElementById("typed");
  const preview = document.getElementById("preview");
  const context = pad.getContext("2d");
  let drawn = Boolean(earlier);
  let unseen = earlier; // until it is on the canvas

  const place = (event) => {
    const box = pad.getBoundingClientRect();
    return [((event.clientX - box.left) * pad.width) / box.width, ((event.clientY - box.top) * pad.height) / box.height];
  };
  // What was drawn is used rather than what was typed.
  const show = () => {
    preview.hidden = drawn;
  };
  let pause;
  const redraw = () => {
    window.clearTimeout(pause);
    pause = window.setTimeout(() => (preview.src = `${preview.src.split("?")[0]}?typed=${encodeURIComponent(typed.value)}`), 150);
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
  typed.addEventListener("input", redraw);
  document.getElementById("clear").addEventListener("click", () => {
    context.clearRect(0, 0, pad.width, pad.height);
    drawn = false;
    show();
  });
  if (earlier) {
    const picture = new Image();
    picture.onload = () => {
      context.drawImage(picture, 0, 0);
      unseen = "";
    };
    picture.onerror = () => {
      drawn = false;
      unseen = "";
      show();
    };
    picture.src = earlier;
  }
  show();
  return () => (drawn ? unseen || pad.toDataURL("image/png") : "");
}
