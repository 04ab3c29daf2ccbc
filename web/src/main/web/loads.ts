import { html, svg, nothing, type TemplateResult } from 'lit';
import type { Counted } from './api';
import { monthAxis } from './chart';
import { Measured } from './measured';
import { binding, number, percent, t, weekName } from './words';

const TOP = 22;
const ROW = 26;

type Load = Counted['loads'][number];

/** Cut in the middle until it fits: the kind stands first and the name last, and both tell rows apart. */
function shortened(name: string, fits: (text: string) => boolean): string {
  let text = name;
  for (let most = name.length - 1; most > 2 && !fits(text); most--) {
    const tail = Math.floor((most - 1) / 2);
    text = `${name.slice(0, most - 1 - tail)}…${name.slice(-tail)}`;
  }
  return text;
}

/** How full the resources are that bind, week by week, and which binds most: a strip for each. */
export class LoadStrips extends Measured {
  static override properties = {
    counted: { attribute: false },
    against: { attribute: false },
    cursor: { state: true },
    open: { state: true },
  };

  declare counted: Counted | null;
  /** What it is compared with: where something else bound is marked. */
  declare against: Counted | null;
  declare cursor: number;
  declare open: boolean;
  private readonly pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;

  constructor() {
    super();
    this.counted = null;
    this.against = null;
    this.cursor = -1;
    this.open = false;
  }

  /** Whether a label leaves the strips alone: letters are as wide as their font has them. */
  private readonly fits = (text: string) => {
    this.pen.font = `600 12.5px ${getComputedStyle(this).fontFamily}`;
    return this.pen.measureText(text).width <= this.left - 10;
  };

  private get left(): number {
    return Math.min(190, Math.max(118, this.width * 0.2));
  }

  /** What binds, and what did before but no longer does. */
  private rows(counted: Counted): Load[] {
    const gone = (this.against?.loads ?? []).filter((one) => !counted.loads.some((load) => load.resource === one.resource));
    return [...counted.loads, ...gone.map((one) => ({ ...one, percents: [] }))];
  }

  /** What bound in a week before; empty where nothing was built, or where that was not asked. */
  private boundBefore(week: string | undefined): string {
    const index = week === undefined ? -1 : (this.against?.weeks.indexOf(week) ?? -1);
    const bound = this.against?.bindings[index];
    return bound === undefined || bound.built === 0 ? '' : bound.binding;
  }

  override render(): TemplateResult | typeof nothing {
    const counted = this.counted;
    const rows = counted ? this.rows(counted) : [];
    if (!counted || rows.length === 0) {
      return html`<p class="lead">${t('nothing_binds')}</p>`;
    }
    const step = (this.width - this.left - 4) / counted.weeks.length;
    const height = TOP + rows.length * ROW + 6;
    return html`
      <ul class="legend">
        ${[0, 1, 2, 3, 4].map((level) => html`<li><span class="key box cell-${level}"></span>${[t('fill_0'), '', '', '', t('fill_4')][level]}</li>`)}
        <li><span class="key box cell-5"></span>${t('fill_full')}</li>
        <li><span class="key box binds"></span>${t('binds_most')}</li>
        ${this.against ? html`<li><span class="key box bound"></span>${t('bound_before')}</li>` : nothing}
      </ul>
      <div class="plot" tabindex="0" role="img" aria-label="${t('loads_title')}. ${t('chart_keys')}" @keydown=${this.key}
        @blur=${() => (this.cursor = -1)} @pointermove=${this.point} @pointerleave=${() => (this.cursor = -1)}>
        <svg class="chart" viewBox="0 0 ${this.width} ${height}" width=${this.width} height=${height} aria-hidden="true">
          ${monthAxis(counted.weeks, { x: (index) => this.left + index * step, left: this.left, right: this.width, top: TOP - 6, bottom: height, baseline: 14 })}
          ${rows.map((load, row) => this.strip(counted, load, TOP + row * ROW, step))}
          ${this.cursor >= 0
            ? svg`<line class="cursor" x1=${this.left + (this.cursor + 0.5) * step} x2=${this.left + (this.cursor + 0.5) * step} y1=${TOP} y2=${height}></line>`
            : nothing}
        </svg>
        ${this.readOut(counted)}
      </div>
      <details @toggle=${(event: Event) => (this.open = (event.target as HTMLDetailsElement).open)}>
        <summary>${t('as_table')}</summary>
        ${this.open ? this.table(counted) : nothing}
      </details>`;
  }

  private strip(counted: Counted, load: Load, y: number, step: number): TemplateResult {
    const cells: string[] = ['', '', '', '', '', ''];
    let marks = '';
    load.percents.forEach((share, index) => {
      if (share >= 0) {
        const level = share >= 100 ? 5 : Math.min(4, Math.floor(share / 20));
        cells[level] += `M${(this.left + index * step).toFixed(1)} ${y}h${(step + 0.3).toFixed(1)}v16h-${(step + 0.3).toFixed(1)}z`;
      }
      if (counted.bindings[index]?.binding.split(' + ').includes(load.resource)) {
        marks += `M${(this.left + index * step).toFixed(1)} ${y + 18}h${step.toFixed(1)}`;
      }
    });
    const bound = counted.weeks
      .map((week, index) => (this.boundBefore(week).split(' + ').includes(load.resource) ? `M${(this.left + index * step).toFixed(1)} ${y + 22}h${step.toFixed(1)}` : ''))
      .join('');
    const name = binding(load.resource);
    return svg`<text class="row-label" x="0" y=${y + 13}>${shortened(name, this.fits)}<title>${name}</title></text>
      ${cells.map((path, level) => (path === '' ? nothing : svg`<path class="cell-${level}" d=${path}></path>`))}
      <path class="binds" d=${marks}></path>${bound === '' ? nothing : svg`<path class="bound" d=${bound}></path>`}`;
  }

  private readOut(counted: Counted): TemplateResult | typeof nothing {
    const week = counted.weeks[this.cursor];
    const bound = counted.bindings[this.cursor];
    if (week === undefined || bound === undefined) {
      return nothing;
    }
    return html`<div class="read-out ${this.cursor > counted.weeks.length / 2 ? 'to-left' : 'to-right'}" aria-live="polite">
      <b>${weekName(week)}</b>
      <div><span class="name">${bound.built === 0 ? t('nothing_built') : t('bound_by', { what: binding(bound.binding) })}</span></div>
      ${this.against ? html`<div><span class="name">${t('bound_by_before', { what: this.beforeWords(week) })}</span></div>` : nothing}
      ${this.rows(counted).map((load) => {
        const share = load.percents[this.cursor] ?? -1;
        return html`<div><span class="name">${binding(load.resource)}</span><span class="value">${share < 0 ? '–' : percent(share / 100)}</span></div>`;
      })}
    </div>`;
  }

  private beforeWords(week: string): string {
    const bound = this.boundBefore(week);
    return bound === '' ? '–' : binding(bound);
  }

  private table(counted: Counted): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('loads_title')}>
      <table>
        <caption class="hidden">${t('loads_title')}</caption>
        <thead><tr><th scope="col">${t('week')}</th><th scope="col">${t('binds_most')}</th>${this.against ? html`<th scope="col">${t('bound_before')}</th>` : nothing}<th scope="col" class="number">${t('built')}</th>
          ${this.rows(counted).map((load) => html`<th scope="col" class="number">${binding(load.resource)}</th>`)}</tr></thead>
        <tbody>${counted.weeks.map(
          (week, index) => html`<tr><th scope="row">${weekName(week)}</th><td>${counted.bindings[index]?.built ? binding(counted.bindings[index]?.binding ?? '') : '–'}</td>${this.against ? html`<td>${this.beforeWords(week)}</td>` : nothing}
            <td class="number">${number(counted.bindings[index]?.built ?? 0)}</td>
            ${this.rows(counted).map((load) => html`<td class="number">${(load.percents[index] ?? -1) < 0 ? '–' : percent((load.percents[index] ?? 0) / 100)}</td>`)}</tr>`,
        )}</tbody>
      </table>
    </div>`;
  }

  private point(event: PointerEvent): void {
    const weeks = this.counted?.weeks.length ?? 0;
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const index = Math.floor((event.clientX - box.left - this.left) / ((this.width - this.left - 4) / weeks));
    this.cursor = index >= 0 && index < weeks ? index : -1;
  }

  private key(event: KeyboardEvent): void {
    const last = (this.counted?.weeks.length ?? 0) - 1;
    const moved: Record<string, number> = {
      ArrowRight: Math.min(last, this.cursor + 1),
      ArrowLeft: Math.max(0, this.cursor - 1),
      Home: 0,
      End: last,
      Escape: -1,
    };
    const next = moved[event.key];
    if (next !== undefined) {
      event.preventDefault();
      this.cursor = next;
    }
  }
}

customElements.define('load-strips', LoadStrips);
