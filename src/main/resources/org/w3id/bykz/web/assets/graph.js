// Neighbours of a thing as a small graph: a row of the table is an edge.
const SIZE = { width: 760, height: 420 };

export function drawGraphs(root) {
  for (const box of root.querySelectorAll("[data-graph]")) {
    if (!box.firstChild) draw(box, box.closest("section").querySelector("table"));
  }
}

function draw(box, table) {
  const edges = [...table.querySelectorAll("tbody tr")].map(row => {
    const [from, relation, to] = [...row.cells].map(cell => ({ name: cell.textContent.trim(), href: cell.querySelector("a")?.href }));
    return { source: from.href, target: to.href, relation: relation.name, ends: [from, to] };
  }).filter(edge => edge.source && edge.target);
  const nodes = [...new Map(edges.flatMap(edge => edge.ends).map(end => [end.href, { id: end.href, name: end.name }])).values()];
  if (nodes.length < 2) return;

  const pairs = [...d3.group(edges, edge => [edge.source, edge.target].sort().join(" ")).values()].map(same => ({
    source: same[0].source, target: same[0].target, relation: [...new Set(same.map(edge => edge.relation))].join(", "),
  }));
  d3.forceSimulation(nodes)
    .force("link", d3.forceLink(pairs).id(node => node.id).distance(pairs.length <= 8 ? 230 : 130))
    .force("charge", d3.forceManyBody().strength(-420))
    .force("x", d3.forceX(SIZE.width / 2).strength(0.07)).force("y", d3.forceY(SIZE.height / 2).strength(0.16))
    .force("collide", d3.forceCollide(34))
    .stop().tick(240);
  const [x0, x1] = d3.extent(nodes, node => node.x);
  const [y0, y1] = d3.extent(nodes, node => node.y);
  const [width, height] = [Math.max(SIZE.width, x1 - x0 + 180), Math.max(200, y1 - y0 + 80)];
  const svg = d3.select(box).append("svg")
    .attr("viewBox", `${(x0 + x1 - width) / 2} ${(y0 + y1 - height) / 2} ${width} ${height}`)
    .attr("role", "group").attr("aria-label", box.dataset.graph);
  const lines = svg.append("g").selectAll("g").data(pairs).join("g");
  lines.append("line").attr("x1", edge => edge.source.x).attr("y1", edge => edge.source.y)
    .attr("x2", edge => edge.target.x).attr("y2", edge => edge.target.y).append("title").text(edge => edge.relation);
  // Among many lines words would lie over each other.
  if (pairs.length <= 8) lines.append("text").attr("class", "relation").attr("x", edge => (edge.source.x + edge.target.x) / 2)
    .attr("y", edge => (edge.source.y + edge.target.y) / 2 - 5).text(edge => (edge.relation.length > 28 ? edge.relation.slice(0, 27) + "…" : edge.relation));
  const links = svg.append("g").selectAll("a").data(nodes).join("a").attr("href", node => node.id)
    .attr("transform", node => `translate(${node.x},${node.y})`);
  links.append("circle").attr("r", 7).attr("class", node => (node.id.split("#")[0] === location.href.split(/[?#]/)[0] ? "centre" : ""));
  links.append("text").attr("y", 22).text(node => node.name);
}
