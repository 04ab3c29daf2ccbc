(function () {
  "use strict";
  var box = document.getElementById("read-out");
  function rows(figure) {
    return figure.querySelectorAll("tbody tr");
  }
  function columns(svg, heads) {
    var wanted = svg.dataset.cols;
    if (wanted) { return wanted.split(" ").map(Number); }
    return Array.from(heads, function (_, i) { return i; }).slice(1);
  }
  function show(svg, index) {
    var figure = svg.closest("figure");
    var row = rows(figure)[index + Number(svg.dataset.row)];
    if (!row) { hide(); return; }
    var heads = figure.querySelectorAll("thead th");
    box.textContent = "";
    var title = document.createElement("b");
    title.textContent = row.cells[0].textContent;
    box.append(title);
    columns(svg, heads).forEach(function (column) {
      var value = row.cells[column].textContent;
      if (!value) { return; }
      var line = document.createElement("div");
      var key = document.createElement("span");
      key.className = heads[column].dataset.key ? "key box " + heads[column].dataset.key : "key";
      var name = document.createElement("span");
      name.className = "name";
      name.textContent = heads[column].textContent;
      var number = document.createElement("span");
      number.className = "value";
      number.textContent = value;
      line.append(key, name, number);
      box.append(line);
    });
    box.hidden = false;
    place(svg, index);
  }
  function place(svg, index) {
    var area = svg.getBoundingClientRect();
    var scale = area.width / svg.viewBox.baseVal.width;
    var x0 = Number(svg.dataset.x0), x1 = Number(svg.dataset.x1), n = Number(svg.dataset.n);
    var x = area.left + scale * (x0 + (x1 - x0) * (index + 0.5) / n);
    var cursor = svg.querySelector(".cursor");
    if (!cursor) {
      cursor = document.createElementNS("http://www.w3.org/2000/svg", "line");
      cursor.setAttribute("class", "cursor");
      svg.append(cursor);
    }
    var at = x0 + (x1 - x0) * (index + 0.5) / n;
    cursor.setAttribute("x1", at);
    cursor.setAttribute("x2", at);
    cursor.setAttribute("y1", 16);
    cursor.setAttribute("y2", svg.viewBox.baseVal.height - 34);
    var left = x + 16;
    if (left + box.offsetWidth > document.documentElement.clientWidth - 8) { left = x - 16 - box.offsetWidth; }
    box.style.left = Math.max(8, left) + "px";
    box.style.top = Math.max(8, Math.min(area.top + 24, window.innerHeight - box.offsetHeight - 8)) + "px";
  }
  function hide() {
    box.hidden = true;
    document.querySelectorAll(".cursor").forEach(function (cursor) { cursor.remove(); });
  }
  document.querySelectorAll("svg[data-n]").forEach(function (svg) {
    var n = Number(svg.dataset.n);
    function indexAt(event) {
      var area = svg.getBoundingClientRect();
      var x = (event.clientX - area.left) * svg.viewBox.baseVal.width / area.width;
      return Math.floor((x - svg.dataset.x0) / (svg.dataset.x1 - svg.dataset.x0) * n);
    }
    var current = 0;
    svg.addEventListener("pointermove", function (event) {
      var index = indexAt(event);
      if (0 > index || index >= n) { hide(); return; }
      current = index;
      show(svg, index);
    });
    svg.addEventListener("pointerleave", hide);
    svg.addEventListener("blur", hide);
    svg.addEventListener("keydown", function (event) {
      var step = { ArrowRight: 1, ArrowLeft: -1, PageDown: 10, PageUp: -10 }[event.key];
      if (event.key === "Escape") { hide(); return; }
      if (!step) { return; }
      event.preventDefault();
      current = Math.max(0, Math.min(n - 1, current + step));
      show(svg, current);
    });
  });
  window.addEventListener("scroll", hide, { passive: true });
}());
