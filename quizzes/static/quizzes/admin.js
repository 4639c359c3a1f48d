/* Small helps for those who write questions: everything works without them. */
"use strict";

/* Show only what the chosen kind of question has a use for. */
function showFor(kind) {
  for (const part of document.querySelectorAll("fieldset.by-kind")) {
    const used = part.classList.contains(`kind-${kind}`);
    part.hidden = !used && !part.querySelector(".errorlist");
  }
}

/* Rows with a position get buttons that move them. */
function rowsOf(group) {
  return [...group.querySelectorAll(".inline-related:not(.empty-form)")].filter(isFilled);
}

function isFilled(row) {
  const texts = row.querySelectorAll("textarea, input[type=text]");
  return row.classList.contains("has_original") || [...texts].some((text) => text.value.trim());
}

function move(row, step) {
  const group = row.closest(".inline-group");
  const rows = rowsOf(group);
  const from = rows.indexOf(row);
  const to = from + step;
  if (from < 0 || to < 0 || to >= rows.length) return;
  rows[to][step < 0 ? "before" : "after"](row);
  rows.splice(to, 0, ...rows.splice(from, 1));
  rows.forEach((each, index) => {
    each.querySelector("input[name$='-position']").value = index + 1;
  });
}

function button(row, label, step) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "move";
  made.textContent = label;
  made.addEventListener("click", () => {
    move(row, step);
    made.focus();
  });
  return made;
}

function addButtons(row) {
  if (!row.querySelector("input[name$='-position']")) return;
  row.querySelector(":scope > h3").append(button(row, "Move up", -1), button(row, "Move down", 1));
}

/* The search box for a question is named by its label. */
function nameSearches() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const label = document.querySelector(`label[for="${select.id}"]`);
    const box = select.parentElement.querySelector(".select2-selection");
    const shown = box?.querySelector(".select2-selection__rendered");
    if (!label || !shown) continue;
    label.id = `${select.id}-label`;
    box.setAttribute("aria-labelledby", `${label.id} ${shown.id}`);
    shown.setAttribute("aria-labelledby", label.id);
  }
}

document.addEventListener("DOMContentLoaded", () => {
  const kind = document.getElementById("id_kind");
  if (kind) {
    showFor(kind.value);
    kind.addEventListener("change", () => showFor(kind.value));
  }
  for (const group of document.querySelectorAll(".inline-group:has(fieldset.ordered)")) {
    group.querySelectorAll(".inline-related:not(.empty-form)").forEach(addButtons);
  }
  document.addEventListener("formset:added", (event) => {
    if (event.target.closest("fieldset.ordered")) addButtons(event.target);
    setTimeout(nameSearches);
  });
  setTimeout(nameSearches);
});
