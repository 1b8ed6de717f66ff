// What every page does beyond its text: all of it works without this, but for the map and the charts.
import { drawCharts } from "./chart.js";
import { drawGraphs } from "./graph.js";
import { drawMaps } from "./map.js";

const draw = root => {
  drawMaps(root);
  drawCharts(root);
  drawGraphs(root);
};

document.addEventListener("htmx:load", event => draw(event.detail.elt));

// An address holds what was chosen, and nothing else.
document.addEventListener("htmx:configRequest", event => {
  const parameters = event.detail.parameters;
  for (const [name, value] of [...parameters.entries()]) {
    if (value === "") parameters.delete(name);
  }
});
// A passage shows the claims that rest on it.
document.addEventListener("pointerover", event => {
  const passage = event.target.closest?.("mark[data-claims]");
  if (!passage && !document.querySelector(".beside .shown")) return;
  const wanted = new Set(passage?.dataset.claims.split(" ").map(key => `claim-${key}`));
  for (const claim of document.querySelectorAll(".beside > div")) claim.classList.toggle("shown", wanted.has(claim.id));
  if (matchMedia("(min-width: 40rem)").matches) document.querySelector(".beside .shown")?.scrollIntoView({ block: "nearest" });
});
document.addEventListener("click", event => {
  const suggestions = document.getElementById("suggestions");
  if (!suggestions.contains(event.target)) suggestions.replaceChildren();
});
document.addEventListener("keydown", event => {
  if (event.key === "Escape") document.getElementById("suggestions").replaceChildren();
});
