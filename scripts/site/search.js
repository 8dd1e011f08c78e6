// SPDX-License-Identifier: Apache-2.0
// Finds pages by their names in any world: case, hyphens, underscores and dots make no difference.
"use strict";
(() => {
  const field = document.getElementById("find");
  const box = document.getElementById("found");
  const list = box.querySelector("ul");
  const plain = (text) => text.toLowerCase().replace(/[-_.\s]/g, "");
  const rows = window.siteIndex.map(([title, kind, path, names, meaning]) => ({
    title, kind, path, meaning,
    own: plain(title),
    others: names.split(" ").filter(Boolean).map(plain),
    rest: plain(names + " " + meaning + " " + kind),
  }));
  // The lower, the better; nothing for a row that does not have the word.
  const rank = (row, word) => {
    if (row.own === word) return 0;
    if (row.others.includes(word)) return 1;
    if (row.own.startsWith(word)) return 2;
    if (row.others.some((name) => name.startsWith(word))) return 3;
    if (row.own.includes(word)) return 4;
    return row.rest.includes(word) ? 5 : undefined;
  };
  const find = (text) => {
    const whole = plain(text);
    const words = text.split(/\s+/).map(plain).filter(Boolean);
    if (!whole) return [];
    const found = [];
    rows.forEach((row, place) => {
      let worst = rank(row, whole);
      if (worst === undefined) {
        const ranks = words.map((word) => rank(row, word));
        if (ranks.includes(undefined)) return;
        worst = 6 + Math.max(...ranks);
      }
      found.push({ row, worst, place });
    });
    found.sort((a, b) => a.worst - b.worst || a.row.own.length - b.row.own.length || a.place - b.place);
    return found.slice(0, 20).map((one) => one.row);
  };
  const show = () => {
    const found = find(field.value);
    list.replaceChildren(...found.map((row, index) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      const name = document.createElement("b");
      const about = document.createElement("small");
      link.href = document.body.dataset.root + row.path;
      name.textContent = row.title;
      about.textContent = row.kind + (row.meaning ? ": " + row.meaning : "");
      link.append(name, about);
      item.append(link);
      if (index === 0) item.className = "first";
      return item;
    }));
    if (field.value && !found.length) {
      const item = document.createElement("li");
      item.textContent = "Nothing has this name.";
      list.append(item);
    }
    box.hidden = !field.value;
  };
  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    const first = list.querySelector("a");
    if (event.key === "Enter" && first) first.click();
    if (event.key === "ArrowDown" && first) { first.focus(); event.preventDefault(); }
    if (event.key === "Escape") { field.value = ""; show(); }
  });
})();
