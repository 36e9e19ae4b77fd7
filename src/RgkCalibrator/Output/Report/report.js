
'use strict';
// Filters and sorts the lines, moves the lines in the charts along the percentiles that are shown, and saves charts.
// Every number that it starts from stands in a table of the page; it estimates nothing between two of them.
(() => {
  const byId = id => document.getElementById(id);
  const language = document.documentElement.lang;
  const words = byId('words').dataset;
  const say = (name, ...parts) => parts.reduce((text, part, i) => text.replace(`{${i}}`, part), words[name]);
  const shown = (number, more) => number.toLocaleString(language, more);
  const percent = share => shown(share, { style: 'percent', maximumFractionDigits: 1 });
  const make = (name, text = '', more = {}) => Object.assign(document.createElement(name), { textContent: text }, more);
  const svgNames = 'http://www.w3.org/2000/svg';
  const sheet = { width: 1920, height: 1080 };

  const table = byId('lijnen');
  const rows = [...table.tBodies[0].rows];
  const lines = [...document.querySelectorAll('details[data-of]')];
  const measures = ['volume', 'duur'];

  // ── The slider ─────────────────────────────────────────────────────────────────────────────────────────────────

  const slider = byId('schuif');
  const grid = slider ? slider.dataset.grid.split(' ') : [];
  const points = new Map(); // line and measure → percentile → its place on the axis, its row and its words
  for (const numbers of document.querySelectorAll('table[data-p]')) {
    const { line, measure } = numbers.closest('[data-line]').dataset;
    const places = numbers.dataset.at.split(' ');
    points.set(`${line} ${measure}`, new Map(numbers.dataset.p.split(' ').map((p, i) => {
      const row = numbers.tBodies[0].rows[i];
      return [p, { at: places[i], row, name: row.cells[0].textContent, value: row.cells[1].textContent }];
    })));
  }

  const moved = [...document.querySelectorAll('figure[data-scale]')].map(figure => {
    const [from, to, start, end, top, bottom] = figure.dataset.scale.split(' ').map(Number);
    const hasShares = figure.querySelector('table[data-p]') !== null;
    const key = `${figure.dataset.line} ${figure.dataset.measure}`;
    return { svg: figure.querySelector('svg'), key, hasShares, from, to, start, end, top, bottom };
  });

  const cells = slider ? rows.map(row => measures.flatMap(measure =>
    ['at', 'within', 'beyond'].map(what => {
      const cell = row.insertCell();
      cell.className = 'n slid';
      return { cell, measure, what };
    }))) : [];
  const heads = slider ? measures.flatMap(measure =>
    ['at', 'within', 'beyond'].map(what => {
      const head = table.tHead.rows[0].appendChild(make('th', '', { scope: 'col', className: 'slid' }));
      return { head, words: `${measure}${what[0].toUpperCase()}${what.slice(1)}` };
    })) : [];

  // Of a share that is only said to be above a bound, the bound.
  const shareOf = (row, measure, p) => {
    const told = p === slider.dataset.chosen ? row.dataset[measure] : undefined;
    if (told === undefined)
      return { share: Number(p) / 100, isLeast: true };
    return { share: Number(told.replace('>', '')), isLeast: told.startsWith('>') };
  };

  const [smallest, step] = [Number(words.smallest), Number(words.rounding)];
  const rounded = number => step * Math.round(number / step);
  const beyond = (row, measure, { share }) =>
    row.dataset.count === undefined || (measure === 'volume' && 'careYears' in row.dataset)
      ? null
      : rounded(Number(row.dataset.count) * (1 - share));

  const told = (count, isLeast) =>
    count < smallest ? words.few : say(isLeast ? 'atMost' : 'about', shown(count));
  const inCell = (count, isLeast) => count < smallest ? '<' + smallest : (isLeast ? '≤ ' : '') + shown(count);

  function fill(row, group, p) {
    const counts = [null, null];
    for (const { cell, measure, what } of group) {
      const point = points.get(`${row.dataset.line} ${measure}`)?.get(p);
      const { share, isLeast } = shareOf(row, measure, p);
      const count = point ? beyond(row, measure, { share }) : null;
      if (what === 'beyond')
        counts[measures.indexOf(measure)] = count;
      const text = !point ? (what === 'at' && points.has(`${row.dataset.line} ${measure}`) ? words.none : '')
        : what === 'at' ? point.value
        : what === 'within' ? (isLeast ? '≥ ' : '') + percent(share)
        : count === null ? (row.dataset.count === undefined ? '' : words.careYears) : inCell(count, isLeast);
      cell.textContent = text;
      cell.dataset.key = !point ? '' : what === 'at' ? point.at : what === 'within' ? share : count ?? '';
    }

    return counts;
  }

  const svgChild = (name, more) => {
    const element = document.createElementNS(svgNames, name);
    for (const [key, value] of Object.entries(more))
      element.setAttribute(key, value);
    return element;
  };

  function markerIn(chart) {
    if (chart.marker)
      return chart.marker;
    const group = svgChild('g', { fill: 'none', stroke: '#7A2E6B', 'stroke-width': 5, 'stroke-dasharray': '3 9', 'stroke-linecap': 'round' });
    // A white edge keeps the line visible on the bars.
    const edge = group.appendChild(svgChild('path', { stroke: '#FFFFFF', 'stroke-width': 9, 'stroke-dasharray': 'none' }));
    const path = group.appendChild(svgChild('path', {}));
    const text = chart.svg.appendChild(group).appendChild(svgChild('text', {
      fill: '#7A2E6B', stroke: '#FFFFFF', 'stroke-width': 8, 'stroke-dasharray': 'none', 'stroke-linejoin': 'round',
      'paint-order': 'stroke', 'font-size': 26, 'font-weight': 700 }));
    return chart.marker = { group, edge, path, text };
  }

  function move(chart, p) {
    const point = points.get(chart.key)?.get(p);
    const isProposal = p === slider.dataset.chosen;
    if (!point || isProposal) {
      chart.marker?.group.remove();
      chart.marker = undefined;
      return;
    }

    const { group, edge, path, text } = markerIn(chart);
    const value = Number(point.at);
    const isBeyond = value > chart.to;
    const x = Math.min(chart.end, chart.start + (value - chart.from) / (chart.to - chart.from) * (chart.end - chart.start));
    const height = chart.bottom + Number(p) / 100 * (chart.top - chart.bottom);
    const line = `M${x} ${chart.bottom}V${chart.top}` + (chart.hasShares ? `M${chart.start} ${height}H${x}` : '');
    edge.setAttribute('d', line);
    path.setAttribute('d', line);
    const isLeft = x > (chart.start + chart.end) / 2;
    text.setAttribute('x', x + (isLeft ? -14 : 14));
    text.setAttribute('y', chart.top + 30);
    text.setAttribute('text-anchor', isLeft ? 'end' : 'start');
    text.textContent = `${point.name}: ${point.value}${isBeyond ? ' →' : ''}`;
    group.dataset.value = point.at;
  }

  function slide() {
    const p = grid[slider.value];
    const name = 'P' + shown(Number(p));
    const isProposal = p === slider.dataset.chosen;
    slider.setAttribute('aria-valuetext', name);
    byId('stand').textContent = name;
    heads.forEach(({ head, words: key }) => { (head.querySelector('button') ?? head).textContent = say(key, name); });
    const sums = measures.map(() => ({ count: 0, lines: 0 }));
    rows.forEach((row, i) => fill(row, cells[i], p).forEach((count, measure) => {
      if (row.hidden || count === null)
        return;
      sums[measure].count += count;
      sums[measure].lines++;
    }));
    byId('som').textContent = say('sum', name,
      ...sums.flatMap(sum => [told(sum.count, !isProposal), shown(sum.lines)]))
      + (isProposal ? words.proposal : '');
    moved.forEach(chart => move(chart, p));
    document.querySelectorAll('tr.at').forEach(row => row.classList.remove('at'));
    for (const own of points.values())
      own.get(p)?.row.classList.add('at');
  }

  // ── The filter ─────────────────────────────────────────────────────────────────────────────────────────────────

  function filter() {
    const [text, kind, onlyChanged] = [byId('zoek').value.trim().toLowerCase(), byId('kader-keuze').value, byId('alleen-anders').checked];
    const kept = new Set();
    for (const row of rows) {
      row.hidden = !row.cells[0].textContent.toLowerCase().includes(text)
        || (kind !== '' && row.dataset.kind !== kind)
        || (onlyChanged && !('changed' in row.dataset));
      if (!row.hidden)
        kept.add(row.dataset.line);
    }

    for (const line of lines)
      line.hidden = !kept.has(line.dataset.of);
    for (const product of document.querySelectorAll('.product'))
      product.hidden = product.querySelector('details:not([hidden])') === null;
    byId('geteld').textContent = say('shown', shown(kept.size), shown(rows.length));
    if (slider)
      slide();
  }

  // ── The order ──────────────────────────────────────────────────────────────────────────────────────────────────

  const compare = (one, other) => {
    const [a, b] = [one, other].map(cell => cell.dataset.key ?? '');
    if (a === '' && b === '' && !(one.textContent || other.textContent))
      return 0;
    if (a !== '' && b !== '')
      return Number(a) - Number(b);
    return one.textContent.localeCompare(other.textContent, language, { numeric: true });
  };

  function sort(head) {
    const isDown = head.getAttribute('aria-sort') === 'ascending';
    const column = head.cellIndex;
    for (const other of head.parentElement.cells)
      other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
    const isEmpty = row => (row.cells[column].dataset.key ?? row.cells[column].textContent) === '';
    const sorted = rows.map((row, place) => ({ row, place })).sort((one, other) =>
      isEmpty(one.row) - isEmpty(other.row)
      || (isDown ? -1 : 1) * compare(one.row.cells[column], other.row.cells[column])
      || one.place - other.place);
    table.tBodies[0].append(...sorted.map(({ row }) => row));
  }

  for (const head of table.tHead.rows[0].cells) {
    const button = make('button', head.textContent, { type: 'button' });
    head.replaceChildren(button);
    button.addEventListener('click', () => sort(head));
  }

  // ── Saving charts ──────────────────────────────────────────────────────────────────────────────────────────────

  // A drawing that stands alone: with all that it refers to, and with its numbers in words.
  function standalone(figure) {
    const svg = figure.querySelector('svg').cloneNode(true);
    for (const use of svg.querySelectorAll('use')) {
      const part = document.querySelector(use.getAttribute('href')).cloneNode(true);
      part.removeAttribute('id');
      use.replaceWith(part);
    }

    // Office programs paint no markers.
    for (const curve of svg.querySelectorAll('[marker-mid]')) {
      const dot = document.querySelector(curve.getAttribute('marker-mid').slice(4, -1)).firstElementChild;
      for (const point of curve.getAttribute('d').slice(1).split('L').reverse()) {
        const [cx, cy] = point.split(' ');
        const own = dot.cloneNode();
        own.setAttribute('cx', cx);
        own.setAttribute('cy', cy);
        curve.after(own);
      }

      ['start', 'mid', 'end'].forEach(end => curve.removeAttribute(`marker-${end}`));
    }

    const patterns = new Set([...svg.querySelectorAll('[fill^="url(#"]')].map(one => one.getAttribute('fill').slice(4, -1)));
    for (const id of patterns)
      svg.prepend(document.querySelector(id).cloneNode(true));
    const numbers = [...figure.querySelectorAll('tr')].map(row => [...row.cells].map(cell => cell.textContent).join(': '));
    const told = document.createElementNS(svgNames, 'desc');
    told.textContent = numbers.join('\n');
    const title = document.createElementNS(svgNames, 'title');
    title.textContent = svg.getAttribute('aria-label');
    svg.prepend(title, told);
    svg.setAttribute('width', sheet.width);
    svg.setAttribute('height', sheet.height);
    svg.setAttribute('font-family', getComputedStyle(figure.querySelector('svg')).fontFamily.replaceAll('"', ''));
    return new XMLSerializer().serializeToString(svg);
  }

  function save(blob, name) {
    const link = make('a', '', { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  async function savePng(figure) {
    const picture = new Image(sheet.width, sheet.height);
    picture.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(standalone(figure));
    await picture.decode();
    const canvas = Object.assign(document.createElement('canvas'), sheet);
    canvas.getContext('2d').drawImage(picture, 0, 0, sheet.width, sheet.height);
    canvas.toBlob(blob => save(blob, figure.id + '.png'), 'image/png');
  }

  for (const figure of document.querySelectorAll('figure')) {
    const title = figure.querySelector('svg').getAttribute('aria-label');
    const button = (text, action) => {
      const made = make('button', text, { type: 'button' });
      made.setAttribute('aria-label', `${text}: ${title}`);
      made.addEventListener('click', action);
      return made;
    };
    const saves = make('p', '', { className: 'saves' });
    saves.append(
      button(words.svg, () => save(new Blob([standalone(figure)], { type: 'image/svg+xml' }), figure.id + '.svg')),
      button(words.png, () => savePng(figure)));
    figure.querySelector('.numbers').append(saves);
  }

  // ── Opening lines ──────────────────────────────────────────────────────────────────────────────────────────────

  function openTarget() {
    const target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
    const line = target && target.closest('details');
    if (!line)
      return;
    line.open = true;
    target.scrollIntoView();
  }

  const toggle = make('button', words.open, { type: 'button', id: 'alle-lijnen' });
  toggle.addEventListener('click', () => {
    const opens = lines.some(line => !line.hidden && !line.open);
    lines.forEach(line => { line.open = opens && !line.hidden; });
    toggle.textContent = opens ? words.close : words.open;
  });
  byId('lijnen-in-beeld').querySelector('p').append(' ', toggle);
  window.addEventListener('hashchange', openTarget);

  let closed = [];
  window.addEventListener('beforeprint', () => {
    closed = lines.filter(line => !line.open);
    closed.forEach(line => { line.open = true; });
  });
  window.addEventListener('afterprint', () => closed.forEach(line => { line.open = false; }));

  // What scrolls sideways can be scrolled with the keyboard.
  const reachable = () => {
    for (const wide of document.querySelectorAll('.scroll, .chart')) {
      const scrolls = wide.scrollWidth > wide.clientWidth + 1;
      if (scrolls) {
        wide.tabIndex = 0;
        wide.setAttribute('role', 'group');
        wide.setAttribute('aria-label', words.scroll);
      } else {
        for (const name of ['tabindex', 'role', 'aria-label'])
          wide.removeAttribute(name);
      }
    }
  };
  lines.forEach(line => line.addEventListener('toggle', reachable));
  window.addEventListener('resize', reachable);
  const tools = byId('tools');
  new ResizeObserver(() => document.documentElement.style.setProperty('--tools', `${tools.offsetHeight}px`)).observe(tools);

  byId('zoek').addEventListener('input', filter);
  byId('kader-keuze').addEventListener('change', filter);
  byId('alleen-anders').addEventListener('change', filter);
  slider?.addEventListener('input', slide);
  tools.hidden = false;
  document.documentElement.classList.add('alive');
  filter();
  reachable();
  openTarget();
})();
