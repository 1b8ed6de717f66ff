// Bars for the numbers of a table: one group of bars a row, one colour a series.

export function drawCharts(root) {
  for (const details of root.querySelectorAll("details[data-chart]")) {
    details.addEventListener("toggle", () => {
      const box = details.querySelector(".chart");
      if (!box.firstChild) drawChart(box, details.parentNode.querySelector("table"));
    });
    if (details.open) details.dispatchEvent(new Event("toggle"));
  }
}

const MOST = 40;

export function drawChart(box, table) {
  const heads = [...table.querySelectorAll("thead th")].map(head => head.textContent.trim());
  const rows = [...table.querySelectorAll("tbody tr")].map(row => [...row.cells].map(cell => cell.dataset.number ?? cell.textContent.trim()));
  const isNumber = column => table.querySelectorAll("thead th")[column].classList.contains("number");
  const most = column => d3.max(rows, row => Math.abs(Number(row[column])));
  const all = d3.range(heads.length).filter(isNumber);
  // Only what can be read on one scale stands side by side.
  const numbers = all.filter(column => most(column) <= 10 * most(all[0]) && 10 * most(column) >= most(all[0])).slice(0, 3);
  const words = d3.range(heads.length)
    .filter(column => !isNumber(column) && !heads.includes(`${heads[column]}Label`) && !/^(claim|source|quote)$/.test(heads[column])).slice(0, 5);
  if (!numbers.length) return;
  const bars = rows.slice(0, MOST).map(row => ({
    name: words.map(column => row[column]).filter(Boolean).join(" · "),
    values: numbers.map(column => ({ head: heads[column], value: Number(row[column]) })),
  }));

  const [width, left, thick] = [720, 280, 16];
  const step = thick * numbers.length + 10;
  const scale = d3.scaleLinear().domain(d3.extent([0, ...bars.flatMap(bar => bar.values.map(each => each.value))])).nice()
    .range([left, width - 110]);
  const svg = d3.select(box).append("svg").attr("viewBox", `0 0 ${width} ${bars.length * step + 30}`)
    .attr("role", "img").attr("aria-label", numbers.map(column => heads[column]).join(", "));
  const group = svg.selectAll("g.bar").data(bars).join("g").attr("class", "bar")
    .attr("transform", (bar, i) => `translate(0,${i * step})`);
  group.append("text").attr("x", left - 8).attr("y", step / 2).attr("class", "name").text(bar => shortened(bar.name))
    .append("title").text(bar => bar.name);
  group.each(function (bar) {
    d3.select(this).selectAll("rect").data(bar.values).join("rect").attr("class", (each, i) => `series-${i}`)
      .attr("x", each => Math.min(scale(0), scale(each.value))).attr("y", (each, i) => i * thick)
      .attr("width", each => Math.abs(scale(each.value) - scale(0))).attr("height", thick - 2);
    d3.select(this).selectAll("text.value").data(bar.values).join("text").attr("class", "value")
      .attr("x", each => Math.max(scale(0), scale(each.value)) + 4).attr("y", (each, i) => i * thick + thick - 4)
      .text(each => d3.format(each.value % 1 ? ",.3~f" : ",")(each.value));
  });
  svg.append("g").attr("class", "axis").attr("transform", `translate(0,${bars.length * step})`)
    .call(d3.axisBottom(scale).ticks(5, "~s"));
  if (numbers.length > 1) {
    d3.select(box).append("p").attr("class", "legend").selectAll("span").data(numbers).join("span")
      .attr("class", (column, i) => `series-${i}`).text(column => heads[column]);
  }
}

const shortened = name => (name.length > 38 ? name.slice(0, 37) + "…" : name);
