// Drawing a signature with mouse, pen or finger; what was drawn is sent as a PNG.
"use strict";
const pad = document.getElementById("pad");
if (pad) {
  const context = pad.getContext("2d");
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
  });
  document.getElementById("clear").addEventListener("click", () => {
    context.clearRect(0, 0, pad.width, pad.height);
    drawn = false;
  });
  document.getElementById("signature-form").addEventListener("submit", () => {
    document.getElementById("drawing").value = drawn ? pad.toDataURL("image/png") : "";
  });
}
