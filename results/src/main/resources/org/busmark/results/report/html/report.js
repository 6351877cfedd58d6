// Draws what needs axes of numbers in both directions, and lets a reader switch. All text is written with textContent:
// the names in the data are anybody's.
(() => {
  'use strict';
  const root = document.documentElement;
  const { buses, plots } = JSON.parse(document.getElementById('data').textContent);
  const off = new Set(); // style classes of the buses that are switched off, everywhere
  const figures = [];
  root.classList.add('js');

  // --- words -------------------------------------------------------------------------------------------------------

  const digits = value => String(Number(value.toPrecision(3)));
  const scaled = (value, suffixes) => {
    let i = 0;
    while (Math.abs(value) >= 999.5 && i < suffixes.length - 1) {
      value /= 1000;
      i++;
    }
    return digits(value) + suffixes[i];
  };
  const words = {
    time: us => scaled(us, [' µs', ' ms', ' s']),
    count: n => scaled(n, ['', 'k', 'M', 'G']),
  };
  // 1/(1-q) as a percentile: 100 is 99 %.
  const percentile = beyond => {
    const nines = Math.max(0, Math.ceil(Math.log10(beyond) - 1e-9) - 2);
    return (100 * (1 - 1 / beyond)).toFixed(nines + (beyond > 2 && beyond < 9 ? 1 : 0)).replace(/\.0$/, '') + ' %';
  };

  // --- colours -----------------------------------------------------------------------------------------------------

  // A canvas needs a plain colour, and a custom property becomes one only where an element uses it.
  const probe = document.body.appendChild(document.createElement('span'));
  probe.hidden = true;
  const ink = name => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const font = size => `${size}px system-ui, sans-serif`;

  // --- axes --------------------------------------------------------------------------------------------------------

  const steps = [1, 2, 5, 10];
  const decade = value => 10 ** Math.floor(Math.log10(value) + 1e-9);
  const below = value => decade(value) * steps.filter(step => step * decade(value) <= value * (1 + 1e-9)).pop();
  const above = value => decade(value) * steps.find(step => step * decade(value) >= value * (1 - 1e-9));
  // 1, 2, 5, 10, ... or, where these would not fit, the powers of ten.
  const logTicks = (min, max, most) => {
    const all = [];
    for (let power = decade(min); power <= max * (1 + 1e-9); power *= 10) {
      for (const step of [1, 2, 5]) {
        all.push(step * power);
      }
    }
    const fit = all.filter(tick => tick >= min * (1 - 1e-9) && tick <= max * (1 + 1e-9));
    return fit.length <= most ? fit : fit.filter(tick => Math.abs(Math.log10(tick) % 1) < 1e-6 || Math.abs(Math.log10(tick) % 1) > 1 - 1e-6);
  };

  const yRange = (panel, limits) => (u, min, max) => {
    if (min == null) {
      return panel.log ? [1, 10] : [0, 1];
    }
    if (!panel.log) {
      return [0, above(Math.max(1, max))];
    }
    return [below(Math.min(min, ...limits)), above(Math.max(max, ...limits) * 1.05)];
  };

  const xAxis = plot => {
    if (plot.kind === 'curve') {
      return {
        splits: (u, i, min, max) => [2, 10, 100, 1e3, 1e4, 1e5, 1e6].filter(tick => tick <= max),
        values: (u, ticks) => ticks.map(percentile),
      };
    }
    if (plot.kind === 'load') {
      return {
        splits: (u, i, min, max) => logTicks(min, max, u.width / 56),
        values: (u, ticks) => ticks.map(words.count),
      };
    }
    const name = plot.rounds.length > 6 ? '' : 'round ';
    return {
      splits: () => plot.rounds.map(round => round.from),
      values: (u, ticks) => ticks.map((tick, i) => name + plot.rounds[i].text),
    };
  };

  const xScale = (plot, table) => {
    const xs = table[0];
    if (plot.kind === 'time') {
      return { time: false, range: [-0.6, xs[xs.length - 1] + 0.6] };
    }
    const range = plot.kind === 'curve' ? [1, xs[xs.length - 1] * 1.02] : [xs[0] / 1.15, xs[xs.length - 1] * 1.15];
    return { time: false, distr: 3, range };
  };

  const axisLook = () => ({
    stroke: () => ink('muted'),
    font: font(12),
    grid: { stroke: () => ink('grid'), width: 1 },
    ticks: { show: false },
    filter: (u, ticks) => ticks,
  });

  // --- lines -------------------------------------------------------------------------------------------------------

  const dashes = { p99: [7, 4], 'p99.9': [2, 3], max: [2, 3] };

  const series = (plot, line) => {
    const bus = buses[line.bus];
    return {
      stroke: () => ink(bus.css),
      width: line.part === 'p50' || line.part === '' ? 2.25 : 1.6,
      dash: bus.bound ? [4, 4] : dashes[line.part],
      points: { show: plot.kind === 'time', size: 4, fill: () => ink(bus.css), stroke: () => ink(bus.css), width: 0 },
    };
  };

  // A hollow point is DEGRADED; uPlot draws all points of a line alike.
  const drawPoints = (u, panel) => {
    const { ctx } = u;
    const ratio = uPlot.pxRatio;
    ctx.setLineDash([]);
    panel.lines.forEach((line, i) => {
      if (!u.series[i + 1].show) {
        return;
      }
      u.data[0].forEach((x, at) => {
        const y = u.data[i + 1][at];
        if (y == null) {
          return;
        }
        ctx.beginPath();
        ctx.arc(u.valToPos(x, 'x', true), u.valToPos(y, 'y', true), 3.6 * ratio, 0, 2 * Math.PI);
        ctx.fillStyle = line.doubtful.includes(x) ? ink('card') : ink(buses[line.bus].css);
        ctx.strokeStyle = ink(buses[line.bus].css);
        ctx.lineWidth = 1.6 * ratio;
        ctx.fill();
        ctx.stroke();
      });
    });
  };

  const drawWhiskers = (u, panel) => {
    const { ctx } = u;
    ctx.setLineDash([]);
    ctx.lineWidth = 1.2 * uPlot.pxRatio;
    ctx.globalAlpha = 0.55;
    for (const { line, x, low, high } of panel.whiskers) {
      if (u.series[line + 1].show) {
        const at = u.valToPos(x, 'x', true);
        const cap = 3 * uPlot.pxRatio;
        const [from, to] = [low, high].map(y => u.valToPos(y, 'y', true));
        ctx.strokeStyle = ink(buses[panel.lines[line].bus].css);
        ctx.beginPath();
        ctx.moveTo(at, from);
        ctx.lineTo(at, to);
        for (const end of [from, to]) {
          ctx.moveTo(at - cap, end);
          ctx.lineTo(at + cap, end);
        }
        ctx.stroke();
      }
    }
  };

  // uPlot remembers what it set on the canvas last.
  const apart = drawing => u => {
    u.ctx.save();
    drawing(u);
    u.ctx.restore();
  };

  // Whiskers may be longer than the axis.
  const within = drawing => apart(u => {
    const { left, top, width, height } = u.bbox;
    u.ctx.beginPath();
    u.ctx.rect(left, top, width, height);
    u.ctx.clip();
    drawing(u);
  });

  const rule = (u, colour, dash, fromX, fromY, toX, toY) => {
    const { ctx } = u;
    ctx.beginPath();
    ctx.setLineDash(dash.map(length => length * uPlot.pxRatio));
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.4 * uPlot.pxRatio;
    ctx.moveTo(fromX, fromY);
    ctx.lineTo(toX, toY);
    ctx.stroke();
    ctx.setLineDash([]);
  };

  const label = (u, text, colour, x, y, align) => {
    const { ctx } = u;
    ctx.font = font(11.5 * uPlot.pxRatio);
    ctx.textAlign = align;
    ctx.textBaseline = 'bottom';
    // A halo keeps the words legible where a line runs through them.
    ctx.lineWidth = 4 * uPlot.pxRatio;
    ctx.strokeStyle = ink('card');
    ctx.strokeText(text, x, y);
    ctx.fillStyle = colour;
    ctx.fillText(text, x, y);
  };

  // Above the plot, where no curve comes: a row for the label of each upright line.
  const rowHeight = 16;
  const headroom = plot => plot.down.length * rowHeight;

  // The buses' upright lines that are to be seen, with the row that each label has to itself, from above.
  const upright = plot => plot.down
    .filter(({ bus }) => !off.has(buses[bus].css))
    .map((line, row) => ({ ...line, colour: ink(buses[line.bus].css), row }));

  const drawMarks = (u, plot) => {
    const { left, top, width, height } = u.bbox;
    for (const { y } of plot.across) {
      const at = u.valToPos(y, 'y', true);
      rule(u, ink('muted'), [2, 4], left, at, left + width, at);
    }
    for (const { x, colour } of upright(plot)) {
      const at = u.valToPos(x, 'x', true);
      rule(u, colour, [], at, top, at, top + height);
    }
    for (const round of plot.rounds || []) {
      if (round.from > 0) {
        const at = u.valToPos(round.from - 1, 'x', true);
        rule(u, ink('hair'), [], at, top, at, top + height);
      }
    }
  };

  // Words come last, so that no curve runs over them.
  const drawLabels = (u, plot) => {
    const gap = 4 * uPlot.pxRatio;
    for (const { y, text } of plot.across) {
      label(u, text, ink('muted'), u.bbox.left + gap, u.valToPos(y, 'y', true) - gap / 2, 'left');
    }
  };

  const drawHeads = (u, plot) => {
    const { left, top, width } = u.bbox;
    const gap = 4 * uPlot.pxRatio;
    const heads = upright(plot).map(line => ({
      ...line,
      at: u.valToPos(line.x, 'x', true),
      under: top - (plot.down.length - 1 - line.row) * rowHeight * uPlot.pxRatio - gap / 2,
    }));
    heads.forEach(({ colour, at, under }) => rule(u, colour, [], at, under - 2 * gap, at, top));
    for (const { text, colour, at, under } of heads) {
      const leftwards = at > left + width / 2;
      label(u, text, colour, at + (leftwards ? -gap : gap), under, leftwards ? 'right' : 'left');
    }
  };

  // --- what lies under the pointer ---------------------------------------------------------------------------------

  const where = (plot, x) => {
    if (plot.kind === 'curve') {
      return percentile(x);
    }
    if (plot.kind === 'load') {
      return words.count(x) + ' msg/s';
    }
    const round = plot.rounds.filter(one => one.from <= x).pop();
    return `round ${round.text}, second ${(x - round.from) * plot.step}`;
  };

  const read = (u, figure, panel) => {
    const at = u.cursor.idx;
    const parts = [];
    if (at != null) {
      const place = document.createElement('span');
      place.textContent = where(figure.plot, u.data[0][at]);
      parts.push(place);
      panel.lines.forEach((line, i) => {
        const value = u.data[i + 1][at];
        if (u.series[i + 1].show && value != null) {
          const part = document.createElement('span');
          const name = document.createElement('b');
          name.className = buses[line.bus].css;
          name.textContent = buses[line.bus].name;
          part.append(name, ` ${line.part} ${words[panel.unit](value)}`.replace('  ', ' '));
          parts.push(part);
        }
      });
    }
    figure.readout.replaceChildren(...parts);
  };

  // --- figures -----------------------------------------------------------------------------------------------------

  const width = figure => Math.max(240, figure.printWidth || figure.holder.clientWidth);
  const height = (figure, i) => {
    const narrow = width(figure) < 520;
    const first = figure.plot.kind === 'load' ? (narrow ? 330 : 420) : narrow ? 270 : 330;
    return i > 0 ? 130 : first + headroom(figure.plot);
  };

  const draw = (figure, panel, i) => {
    const { plot } = figure;
    // Each bus has rates of its own: points that another bus lacks are no gaps.
    const table = panel.tables.length === 1 ? panel.tables[0] : uPlot.join(panel.tables);
    if (panel.title && plot.panels.length > 1) {
      const title = document.createElement('p');
      title.className = 'plot-title';
      title.textContent = panel.title;
      figure.holder.append(title);
    }
    const limits = i === 0 ? plot.across.map(mark => mark.y) : [];
    const options = {
      width: width(figure),
      height: height(figure, i),
      legend: { show: false },
      padding: i === 0 && plot.down.length > 0 ? [headroom(plot), null, null, null] : undefined,
      cursor: { drag: { x: false, y: false }, points: { size: 7 }, y: false },
      scales: { x: xScale(plot, table), y: { distr: panel.log ? 3 : 1, range: yRange(panel, limits) } },
      axes: [
        { ...axisLook(), ...xAxis(plot), size: 34 },
        {
          ...axisLook(),
          size: 62,
          splits: panel.log ? (u, axis, min, max) => logTicks(min, max, u.height / 34) : undefined,
          values: (u, ticks) => ticks.map(words[panel.unit]),
        },
      ],
      series: [{}, ...panel.lines.map(line => series(plot, line))],
      hooks: {
        drawAxes: [within(u => drawMarks(u, i === 0 ? plot : { ...plot, across: [], down: [] }))],
        draw: [
          within(u => drawWhiskers(u, panel)),
          within(u => plot.kind === 'load' && drawPoints(u, panel)),
          within(u => i === 0 && drawLabels(u, plot)),
          apart(u => i === 0 && drawHeads(u, plot)),
        ],
        setCursor: [u => read(u, figure, panel)],
      },
    };
    return new uPlot(options, table, figure.holder);
  };

  const show = figure => {
    figure.drawn.forEach((u, i) => u.batch(() => figure.plot.panels[i].lines.forEach((line, at) => {
      const shown = !off.has(buses[line.bus].css) && !figure.off.has(line.part);
      if (u.series[at + 1].show !== shown) {
        u.setSeries(at + 1, { show: shown });
      }
    })));
  };
  const fit = figure => {
    if (figure.printWidth || figure.holder.clientWidth > 0) {
      figure.drawn.forEach((u, i) => u.setSize({ width: width(figure), height: height(figure, i) }));
    }
  };
  const repaint = () => figures.forEach(figure => figure.drawn.forEach(u => u.redraw()));

  // --- switches ----------------------------------------------------------------------------------------------------

  const press = (buttons, pressed) => buttons.forEach(button => button.setAttribute('aria-pressed', String(pressed)));

  const switchBus = css => {
    const on = off.has(css);
    on ? off.delete(css) : off.add(css);
    press(document.querySelectorAll(`[data-bus="${css}"]`), on);
    document.querySelectorAll(`[data-of="${css}"]`).forEach(row => { row.hidden = !on; });
    figures.forEach(show);
  };

  const switchPart = button => {
    const figure = figures.find(one => one.element.contains(button));
    const { part } = button.dataset;
    const on = button.getAttribute('aria-pressed') !== 'true';
    press([button], on);
    if (figure) {
      on ? figure.off.delete(part) : figure.off.add(part);
      show(figure);
    } else {
      button.closest('figure').querySelectorAll(`rect.${part}`).forEach(bar => { bar.style.display = on ? '' : 'none'; });
    }
  };

  const select = tab => {
    for (const other of tab.parentElement.children) {
      const chosen = other === tab;
      other.setAttribute('aria-selected', String(chosen));
      other.tabIndex = chosen ? 0 : -1;
      document.getElementById(other.getAttribute('aria-controls')).hidden = !chosen;
    }
  };

  document.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button) {
      return;
    }
    if (button.dataset.bus) {
      switchBus(button.dataset.bus);
    } else if (button.dataset.part) {
      switchPart(button);
    } else if (button.getAttribute('role') === 'tab') {
      select(button);
    }
  });

  document.addEventListener('keydown', event => {
    const tab = event.target.closest('[role="tab"]');
    const next = { ArrowLeft: 'previousElementSibling', ArrowRight: 'nextElementSibling' }[event.key];
    if (tab && next && tab[next]) {
      select(tab[next]);
      tab[next].focus();
    }
  });

  // --- light, dark, paper ------------------------------------------------------------------------------------------

  const darkWanted = matchMedia('(prefers-color-scheme: dark)');
  const theme = document.getElementById('theme');
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : darkWanted.matches);
  const themed = () => {
    theme.textContent = isDark() ? 'Light' : 'Dark';
    repaint();
  };
  theme.hidden = false;
  theme.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    themed();
  });
  darkWanted.addEventListener('change', themed);

  // Paper is light and of one width, and cannot unfold anything.
  const paperWidth = 640;
  let before = null;
  addEventListener('beforeprint', () => {
    before = { theme: root.dataset.theme, folded: [...document.querySelectorAll('details:not([open])')] };
    root.dataset.theme = 'light';
    before.folded.forEach(details => { details.open = true; });
    figures.forEach(figure => { figure.printWidth = paperWidth; fit(figure); });
    repaint();
  });
  addEventListener('afterprint', () => {
    if (before) {
      before.theme ? (root.dataset.theme = before.theme) : delete root.dataset.theme;
      before.folded.forEach(details => { details.open = false; });
      before = null;
    }
    figures.forEach(figure => { figure.printWidth = 0; fit(figure); });
    repaint();
  });

  // --- begin -------------------------------------------------------------------------------------------------------

  document.querySelectorAll('[role="tablist"]').forEach(tabs => {
    tabs.hidden = false;
    select(tabs.firstElementChild);
  });
  document.querySelectorAll('[data-plot]').forEach(holder => {
    const element = holder.closest('figure');
    const figure = {
      element,
      holder,
      readout: element.querySelector('.readout'),
      plot: plots[holder.dataset.plot],
      off: new Set(),
      printWidth: 0,
      drawn: [],
    };
    figures.push(figure);
    figure.drawn = figure.plot.panels.map((panel, i) => draw(figure, panel, i));
    new ResizeObserver(() => fit(figure)).observe(holder);
  });
  themed();
})();
