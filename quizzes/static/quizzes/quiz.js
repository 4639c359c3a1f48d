// What the quiz page does beyond plain forms and links: where focus goes after a swap, what is
// announced, the folded article on a phone; and when a request fails, plain words, another try,
// and an answer that is kept until the server has it.
"use strict";

const RETRY_AFTER = 10_000; // milliseconds
const wide = window.matchMedia("(min-width: 56.25rem)");
const trouble = document.getElementById("trouble");
let retry;

function setFold() {
  const fold = document.querySelector(".fold");
  if (fold) fold.open = wide.matches;
}

function say(text) {
  document.getElementById("live").textContent = text;
}

// Focus to what changed, without losing the reader's place in the article.
function attend() {
  const target = document.querySelector("#ask [autofocus]") || document.getElementById("prompt");
  if (!target) return;
  target.focus({ preventScroll: true });
  if (!wide.matches) target.scrollIntoView({ block: "start" });
  const evidence = document.getElementById("evidence");
  if (evidence && wide.matches) evidence.scrollIntoView({ block: "nearest" });
}

// The answer on the page is kept in this tab, by the address it is sent to, until it is saved.
function question() {
  return document.querySelector("#ask form[hx-post]");
}

function keep() {
  const form = question();
  if (!form) return;
  sessionStorage.setItem(form.action, form.elements.answer.value);
  mark("Saving…", false);
}

function forget(form, answer) {
  if (sessionStorage.getItem(form.action) === answer) sessionStorage.removeItem(form.action);
}

function offer() {
  const form = question();
  const kept = form && sessionStorage.getItem(form.action);
  if (kept === null || kept === form.elements.answer.value) return;
  form.elements.answer.value = kept;
  mark("Not saved yet", true);
}

function mark(text, isProblem) {
  const saved = document.querySelector("#saved .ui");
  if (!saved) return;
  saved.textContent = text;
  saved.parentElement.classList.toggle("not", isProblem);
}

function saveAgain() {
  const form = question();
  if (!form || sessionStorage.getItem(form.action) === null) return;
  form.querySelector("[hx-post]").dispatchEvent(new Event("retry"));
}

function reason(status) {
  if (status >= 500) return "something went wrong on our side. Try again in a moment.";
  if (status >= 400) return "this page is too old. Reload it and try again.";
  return "the connection failed. Try again in a moment.";
}

setFold();
offer();
wide.addEventListener("change", setFold);
window.addEventListener("online", saveAgain);

// Some browsers show a page again as it was left; the server knows how things stand now.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});

document.addEventListener("click", (event) => {
  const link = event.target.closest(".to-evidence");
  if (link) document.querySelector(".fold").open = true;
});

document.addEventListener("input", (event) => {
  if (event.target.closest("#ask")) keep();
});

document.addEventListener("htmx:afterRequest", (event) => {
  const { requestConfig, xhr } = event.detail;
  const isSettled = (xhr.status >= 200 && xhr.status < 400) || xhr.status === 409;
  if (requestConfig.verb === "get" || !isSettled || xhr.getResponseHeader("HX-Redirect")) return;
  forget(requestConfig.elt.closest("form"), requestConfig.formData.get("answer"));
});

document.addEventListener("htmx:afterSettle", (event) => {
  const { elt, xhr } = event.detail;
  if (elt.id !== "ask" && elt.id !== "saved") return;
  trouble.textContent = "";
  if (elt.id === "saved") {
    if (xhr.status === 409) say(elt.textContent);
    return;
  }
  offer();
  attend();
  const verdict = document.querySelector("#ask .feedback h3");
  say(verdict ? verdict.textContent : elt.getAttribute("aria-label"));
});

// A page without a question to swap in, such as the result, is gone to as a whole.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, target } = event.detail;
  if (target.id !== "ask" || xhr.status >= 400 || xhr.responseText.includes('id="ask"')) return;
  event.detail.shouldSwap = false;
  window.location.assign(xhr.responseURL);
});

// An answer whose feedback has the question's own address is no new step for the Back button.
document.addEventListener("htmx:beforeHistoryUpdate", (event) => {
  const { history } = event.detail;
  if (history.path === window.location.pathname) history.type = "replace";
});

// A failed request is never silent; the choice stays on the page.
for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(name, (event) => {
    const { requestConfig, xhr } = event.detail;
    if (requestConfig.verb === "get") {
      trouble.textContent = `Not loaded: ${reason(xhr.status)}`;
      return;
    }
    trouble.textContent = `Not saved: ${reason(xhr.status)} Your answer is still on this page.`;
    mark("Not saved yet", true);
    clearTimeout(retry);
    if (!xhr.status || xhr.status >= 500) retry = setTimeout(saveAgain, RETRY_AFTER);
  });
}
