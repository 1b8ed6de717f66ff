// The editor: YASGUI with our words, our questions as examples, results on a map and as a chart, and the reason for none.
import { drawMap } from "./map.js";
import { drawChart } from "./chart.js";

const START = `PREFIX bykz: <https://w3id.org/bykz/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>

SELECT ?exporter ?product ?importer ?source {
  ?claim a bykz:TradeFlowClaim ;
    bykz:exporter ?exporter ; bykz:product ?product ; bykz:importer ?importer ;
    prov:wasDerivedFrom ?source .
} LIMIT 100`;

const NUMBER = /#(integer|decimal|double|float|int|long|nonNegativeInteger)$/;
const box = document.getElementById("yasgui");
const words = JSON.parse(document.getElementById("words").textContent);
const shorten = iri => {
  if (iri.startsWith("https://w3id.org/bykz/id/")) return iri.slice("https://w3id.org/bykz/id/".length);
  const [prefix, namespace] = Object.entries(words.prefixes).find(entry => iri.startsWith(entry[1])) ?? [];
  return prefix ? `${prefix}:${iri.slice(namespace.length)}` : iri;
};

Yasgui.Yasqe.forkAutocompleter("prefixes", {
  name: "prefixes-bykz", persistenceId: null,
  get: () => Object.entries(words.prefixes).map(([prefix, namespace]) => `${prefix}: <${namespace}>`),
});
Yasgui.Yasqe.forkAutocompleter("class", { name: "class-bykz", persistenceId: null, get: () => words.classes });
Yasgui.Yasqe.forkAutocompleter("property", { name: "property-bykz", persistenceId: null, get: () => words.properties });
Yasgui.Yasqe.defaults.autocompleters = ["prefixes-bykz", "class-bykz", "property-bykz", "variables"];
Yasgui.Yasqe.defaults.value = START;
Yasgui.Yasr.defaults.prefixes = words.prefixes;

/** A table of the rows, as the pages have it: what maps and charts are drawn from. */
function tableOf(yasr) {
  const columns = yasr.results.getVariables();
  const table = d3.create("table");
  const isNumber = column => yasr.results.getBindings().every(row => !row[column] || NUMBER.test(row[column].datatype));
  table.append("thead").append("tr").selectAll("th").data(columns).join("th").text(column => column)
    .classed("number", isNumber);
  table.append("tbody").selectAll("tr").data(yasr.results.getBindings()).join("tr")
    .selectAll("td").data(row => columns.map(column => row[column])).join("td")
    .each(function (value) {
      if (value?.type !== "uri") this.textContent = value?.value ?? "";
      else d3.select(this).append("a").attr("href", value.value).text(shorten(value.value));
    });
  return table.node();
}

function plugin(label, draw) {
  return class {
    priority = 1;
    hideFromSelection = false;
    constructor(yasr) { this.yasr = yasr; }
    canHandleResults() { return (this.yasr.results?.getBindings()?.length ?? 0) > 0; }
    draw() {
      this.yasr.resultsEl.replaceChildren();
      const drawing = this.yasr.resultsEl.appendChild(document.createElement("div"));
      draw(drawing, tableOf(this.yasr));
    }
    getIcon() { return document.createElement("span"); }
    label = label;
  };
}

Yasgui.Yasr.registerPlugin("map", plugin(box.dataset.map, (drawing, table) => {
  drawing.className = "map";
  d3.json(box.dataset.regions).then(regions => drawMap(drawing, regions, table));
}));
Yasgui.Yasr.registerPlugin("chart", plugin(box.dataset.chart, (drawing, table) => {
  drawing.className = "chart";
  drawChart(drawing, table);
}));

const endpoint = new URL(box.dataset.endpoint, location).href;
const yasgui = new Yasgui(box, {
  requestConfig: { endpoint, method: "POST" }, copyEndpointOnNewTab: true, persistenceId: "bykz", autofocus: false,
  endpointCatalogueOptions: { getData: () => [{ endpoint }] },
  yasr: { pluginOrder: ["table", "response", "map", "chart"], defaultPlugin: "table" },
});

/** What the library leaves without a name or role for those who do not see it. */
function name() {
  const set = (fields, attribute, value) => box.querySelectorAll(fields).forEach(field => field.setAttribute(attribute, value));
  set(".CodeMirror textarea", "aria-label", box.dataset.query);
  set(".tableSizer", "aria-label", box.dataset.limit);
  set("input.autocomplete", "aria-label", "SPARQL endpoint");
  set(".addTab", "role", "tab");
}

name();
yasgui.on("tabAdd", () => setTimeout(name));
// The results are there after this is told.
yasgui.on("queryResponse", (instance, tab) => setTimeout(() => {
  name();
  explain(tab);
}));

async function explain(tab) {
  const why = document.getElementById("why");
  why.replaceChildren();
  if (tab.getYasr().results?.getBindings()?.length !== 0) return;
  const answer = await fetch(`/explain.json?query=${encodeURIComponent(tab.getQuery())}`);
  if (!answer.ok) return;
  const { title, detail, patterns, suggestions } = await answer.json();
  const note = d3.select(why).append("div").attr("class", "note");
  note.append("p").text(detail ?? title);
  if (patterns?.length) note.append("pre").text(patterns.join("\n"));
  if (suggestions?.length) note.append("p").text(suggestions.join(", "));
}

document.getElementById("example").addEventListener("change", async event => {
  if (!event.target.value) return;
  const questions = await (await fetch("/queries.json")).json();
  const chosen = questions.find(question => question.name === event.target.value);
  yasgui.getTab().setQuery(chosen.sparql);
});
