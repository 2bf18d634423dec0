// The people who are invited: a row for each, one of which is chosen, whose places are then put on the pages.
"use strict";

export function people(places) {
  const container = document.getElementById("rows");
  const template = document.getElementById("row");
  const rows = [];
  let made = 0;

  const titleOf = (row) => {
    const name = `${row.field("first").value} ${row.field("last").value}`.trim();
    return name || `Person ${row.key + 1}`;
  };
  const choose = (row) => {
    row.radio.checked = true;
    places.choose({ key: row.key, name: titleOf(row), colour: row.key });
  };
  const rename = (row) => {
    row.element.querySelector(".title").textContent = titleOf(row);
    places.rename(row.key, titleOf(row));
    if (row.radio.checked) choose(row);
  };
  const add = () => {
    const element = template.content.cloneNode(true).firstElementChild;
    const row = { key: made++, element, field: (name) => element.querySelector(`[name=${name}]`) };
    row.radio = row.field("current");
    row.field("order").value = Math.max(0, ...rows.map((each) => Number(each.field("order").value))) + 1;
    element.querySelector(".swatch").classList.add(`colour${row.key % 6}`);
    // Not when it gets the focus: on the way back to the pages by keyboard the rows before would be chosen.
    const use = () => rows.includes(row) && choose(row);
    element.addEventListener("click", use);
    element.addEventListener("input", () => {
      use();
      rename(row);
    });
    row.radio.addEventListener("change", () => choose(row));
    element.querySelector(".remove").addEventListener("click", () => {
      if (rows.length === 1) return; // somebody has to sign
      rows.splice(rows.indexOf(row), 1);
      places.removeAllOf(row.key);
      element.remove();
      choose(rows[0]);
    });
    rows.push(row);
    container.append(element);
    choose(row);
    rename(row);
    return row;
  };
  document.getElementById("add").addEventListener("click", () => add().field("first").focus());
  add();
  return {
    list: () =>
      rows.map((row) => ({
        first: row.field("first").value,
        last: row.field("last").value,
        email: row.field("email").value,
        order: Number(row.field("order").value),
      })),
    indexOf: (key) => rows.findIndex((row) => row.key === key),
  };
}
