// Remembers the two switches of the page's head, large print and high contrast. They are check boxes that the style sheet
// reads, so they work on a page without this, too.
"use strict";
for (const id of ["large-print", "high-contrast"]) {
  const box = document.getElementById(id);
  const key = `huiyin-${id}`;
  try {
    box.checked = localStorage.getItem(key) === "on";
  } catch {
    // A browser that keeps nothing starts with what the page says.
  }
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(key, box.checked ? "on" : "off");
    } catch {
      // Kept for this page only.
    }
  });
}
