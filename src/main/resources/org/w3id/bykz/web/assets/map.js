// The map: regions from /map.geojson, and the links that the table below it tells.
const SIZE = { width: 1080, height: 470 };

export function drawMaps(root) {
  for (const details of root.querySelectorAll("details:has([data-map])")) {
    details.addEventListener("toggle", () => details.open && drawMaps(details));
  }
  for (const box of root.querySelectorAll("[data-map]")) {
    if (box.firstChild || box.closest("details:not([open])")) continue;
    const table = box.closest("section").querySelector("table");
    if (table) d3.json(box.dataset.map).then(regions => drawMap(box, regions, table));
  }
}

/** What a table tells, on a map of the regions. */
export function drawMap(box, regions, table) {
  regions.features.forEach(rewind);
  const projection = d3.geoConicEqualArea().parallels([43, 54]).rotate([-55, 0])
    .fitExtent([[12, 12], [SIZE.width - 12, SIZE.height - 12]], regions);
  const path = d3.geoPath(projection);
  const ties = tiesOf(table);
  const svg = d3.select(box).append("svg").attr("viewBox", `0 0 ${SIZE.width} ${SIZE.height}`)
    .attr("role", "group").attr("aria-label", document.getElementById("map-title")?.textContent ?? "");
  const world = svg.append("g");
  const known = d3.rollup(ties.flatMap(tie => [...new Set([tie.one, tie.other])].map(area => [area, tie.facts + tie.plans])),
    all => d3.sum(all, each => each[1]), each => each[0]);
  const most = d3.max(regions.features, region => known.get(region.id) ?? 0) || 1;

  const areas = world.append("g").attr("class", "areas").selectAll("a").data(regions.features).join("a")
    .attr("href", region => `/id/${region.id}`).attr("aria-label", region => region.properties.name);
  areas.append("path").attr("d", path)
    .attr("class", region => region.properties.note ? "area inexact" : "area")
    .style("--share", region => (known.get(region.id) ?? 0) / most);
  areas.append("title").text(region => [region.properties.name, region.properties.note].filter(Boolean).join(". "));

  const points = new Map(regions.features.map(region => [region.id, path.centroid(region)]));
  const names = new Map(regions.features.map(region => [region.id, region.properties.name]));
  for (const [country, its] of d3.group(regions.features, region => region.properties.country)) {
    points.set(country, path.centroid({ type: "FeatureCollection", features: its }));
    names.set(country, its[0].properties.countryName);
  }
  const drawn = ties.filter(tie => points.has(tie.one) && points.has(tie.other));
  const width = d3.scaleSqrt().domain([1, d3.max(drawn, tie => Math.max(tie.facts, tie.plans)) || 1]).range([1.2, 7]);
  const lines = world.append("g").attr("class", "ties");
  for (const kind of ["plans", "facts"]) {
    lines.selectAll(`path.${kind}`).data(drawn.filter(tie => tie[kind] > 0 && tie.one !== tie.other)).join("path")
      .attr("class", kind).attr("stroke-width", tie => width(tie[kind]))
      .attr("d", tie => arc(points.get(tie.one), points.get(tie.other), kind === "facts" ? 0.22 : 0.32))
      .append("title").text(tie => `${names.get(tie.one)} – ${names.get(tie.other)}: ${tie.facts} / ${tie.plans}`);
  }
  const ends = [...new Set(drawn.flatMap(tie => [tie.one, tie.other]))];
  world.append("g").attr("class", "ends").selectAll("circle").data(ends).join("circle")
    .attr("cx", end => points.get(end)[0]).attr("cy", end => points.get(end)[1])
    .attr("r", end => end.startsWith("country/") ? 6 : 3.5).attr("class", end => end.split("/")[0]);
  const labelled = [...new Set([...points.keys()].filter(key => key.startsWith("country/")).concat(ends, [...points.keys()]))];
  const labels = world.append("g").attr("class", "labels").attr("aria-hidden", "true")
    .selectAll("text").data(labelled).join("text")
    .attr("x", end => points.get(end)[0]).attr("y", end => points.get(end)[1]).attr("dy", end => end.startsWith("country/") ? "1.3em" : "-0.7em")
    .attr("class", end => end.split("/")[0]).text(end => names.get(end));

  const place = () => showWithoutOverlap(labels, svg.node().getBoundingClientRect());
  zoom(box, svg, world, path, regions, names, place);
  place();
  legend(box);
}

/** Turns the rings of RFC 7946 round where they need it: on d3's globe they would enclose all the rest. */
function rewind(region) {
  if (d3.geoArea(region) > 2 * Math.PI) {
    const { type, coordinates } = region.geometry;
    (type === "Polygon" ? [coordinates] : coordinates).flat().forEach(ring => ring.reverse());
  }
}

/** A tie a row: between the first two areas of it, or of the only one with itself. Those of several kinds are one. */
function tiesOf(table) {
  const rows = [...table.querySelectorAll("tbody tr")].map(row => {
    const areas = [...row.querySelectorAll("a")].map(link => new URL(link.href).pathname.split("/id/")[1] ?? "");
    const [one, other = one] = areas.filter(area => /^(region|country)\//.test(area));
    const [facts, plans] = table.matches(".ties") ? [...row.querySelectorAll("td.number")].map(cell => Number(cell.textContent)) : [1, 0];
    return { one, other, facts, plans };
  }).filter(tie => tie.one);
  return [...d3.group(rows, row => `${row.one} ${row.other}`).values()].map(same => ({
    one: same[0].one, other: same[0].other, facts: d3.sum(same, row => row.facts), plans: d3.sum(same, row => row.plans),
  }));
}

function arc([x1, y1], [x2, y2], lift) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  return `M${x1},${y1}Q${(x1 + x2) / 2 + dy * lift},${(y1 + y2) / 2 - Math.abs(dx) * lift} ${x2},${y2}`;
}

/** The first of labels that lie over each other, which are in the order of their weight; none that the edge would cut. */
function showWithoutOverlap(labels, frame) {
  const taken = [];
  labels.classed("hidden", false).each(function () {
    const box = this.getBoundingClientRect();
    const isFree = box.left >= frame.left && box.right <= frame.right && taken.every(other => box.right < other.left || other.right < box.left || box.bottom < other.top || other.bottom < box.top);
    if (isFree) taken.push(box);
    this.classList.toggle("hidden", !isFree);
  });
}

/** By wheel, fingers and drag, and by buttons for each country. */
function zoom(box, svg, world, path, regions, names, placed) {
  const behaviour = d3.zoom().scaleExtent([1, 12]).translateExtent([[0, 0], [SIZE.width, SIZE.height]])
    .filter(event => event.type !== "wheel" || event.ctrlKey || event.metaKey)
    .on("zoom", event => {
      world.attr("transform", event.transform);
      box.style.setProperty("--zoom", event.transform.k);
    })
    .on("end", placed);
  svg.call(behaviour).on("dblclick.zoom", null);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 400;
  const show = features => {
    const [[x0, y0], [x1, y1]] = path.bounds({ type: "FeatureCollection", features });
    const scale = Math.min(12, 0.9 / Math.max((x1 - x0) / SIZE.width, (y1 - y0) / SIZE.height));
    svg.transition().duration(calm).call(behaviour.transform, d3.zoomIdentity
      .translate(SIZE.width / 2, SIZE.height / 2).scale(scale).translate(-(x0 + x1) / 2, -(y0 + y1) / 2));
  };
  const buttons = d3.select(box).append("p").attr("class", "zoom");
  const button = (text, does) => buttons.append("button").attr("type", "button").text(text).on("click", does);
  button("+", () => svg.transition().duration(calm).call(behaviour.scaleBy, 1.6)).attr("aria-label", "+");
  button("−", () => svg.transition().duration(calm).call(behaviour.scaleBy, 1 / 1.6)).attr("aria-label", "−");
  for (const [country, its] of d3.group(regions.features, region => region.properties.country)) {
    button(names.get(country), () => show(its));
  }
  button([...new Set(regions.features.map(region => names.get(region.properties.country)))].join(" + "),
    () => svg.transition().duration(calm).call(behaviour.transform, d3.zoomIdentity));
}

function legend(box) {
  if (!box.dataset.note) return;
  const text = d3.select(box).append("p").attr("class", "legend");
  text.append("span").attr("class", "facts").text(box.dataset.fact);
  text.append("span").attr("class", "plans").text(box.dataset.plan);
  text.append("span").text(box.dataset.note);
}
