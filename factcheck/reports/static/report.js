"use strict";
// The page works without this: links go from numbers to findings and back. This ties them together.
(() => {
  const findings = [...document.querySelectorAll(".finding[id]")];
  const ties = new Map(findings.map((its) => [its.id, [its]]));
  for (const mark of document.querySelectorAll("[data-ties]")) {
    for (const id of mark.dataset.ties.split(" ")) ties.get(id)?.push(mark);
  }
  let lit = [];
  const light = (ids) => {
    for (const its of lit) its.classList.remove("on");
    lit = ids.flatMap((id) => ties.get(id) ?? []);
    for (const its of lit) its.classList.add("on");
  };
  const idsOf = (target) => {
    const its = target instanceof Element && target.closest("[data-ties], .finding[id]");
    return its ? (its.dataset.ties ?? its.id).split(" ") : [];
  };
  const opened = (id) => {
    const its = document.getElementById(id);
    for (let at = its; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
    if (its?.classList.contains("finding")) its.focus({ preventScroll: false });
  };
  const shown = () => findings.filter((its) => !("out" in its.dataset));

  document.addEventListener("pointerover", (event) => {
    const ids = idsOf(event.target);
    if (ids.length || lit.length) light(ids);
  });
  document.addEventListener("focusin", (event) => light(idsOf(event.target)));
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href^='#']");
    if (link) opened(link.hash.slice(1));
  });

  const form = document.querySelector(".filters");
  const kind = document.getElementById("kind");
  const filter = () => {
    const off = [...form.querySelectorAll("[data-filter]:not(:checked)")].map((its) => its.dataset.filter);
    for (const its of findings) {
      const out = off.some((word) => its.classList.contains(word)) || (kind?.value && its.dataset.kind !== kind.value);
      its.toggleAttribute("data-out", Boolean(out));
    }
  };
  form.hidden = false;
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.querySelector(".keys").hidden = false;

  let at = -1;
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, select")) return;
    const step = { n: 1, j: 1, p: -1, k: -1 }[event.key];
    if (step) {
      const list = shown();
      if (!list.length) return;
      const here = list.indexOf(document.activeElement);
      at = ((here >= 0 ? here : at) + step + list.length) % list.length;
      opened(list[at].id);
      event.preventDefault();
    } else if (event.key === "Escape") {
      light([]);
      document.activeElement?.blur();
      at = -1;
    }
  });
  // What is folded on the screen is printed, too.
  addEventListener("beforeprint", () => {
    for (const its of document.querySelectorAll(".source > details")) its.open = true;
  });
  if (location.hash.length > 1) opened(location.hash.slice(1));
})();
