import { html, svg, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Measured } from './measured';
import { compact, month, monday, number, t, weekName } from './words';

/** A figure for each week, drawn as bars that stand on each other, or as a line. */
export interface Series {
  name: string;
  tone: string;
  kind: 'bar' | 'line';
  values: (number | null)[];
  /** For a line: between these lie eight of ten. */
  low?: (number | null)[];
  high?: (number | null)[];
  /** As it was before something was tried: a dashed line behind. */
  ghost?: (number | null)[];
}

const LEFT = 52;
const RIGHT = 12;
const TOP = 10;
const BOTTOM = 26;

/** Ticks at 1, 2 or 5 times a power of ten. */
export function ticks(max: number, about: number): number[] {
  if (max <= 0) {
    return [0, 1];
  }
  const rough = max / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? power * 10);
  const found = [];
  for (let value = 0; value < max + step; value += step) {
    found.push(value);
  }
  return found;
}

/** As above, down to a multiple of the same step at or below `min`; 0 is one of them. */
export function ticksFrom(min: number, max: number, about: number): number[] {
  if (min >= 0) {
    return ticks(max, about);
  }
  const above = ticks(Math.max(max, -min), about);
  const step = (above[1] ?? 1) - (above[0] ?? 0);
  const found = above.filter((value) => value < max + step);
  for (let value = -step; value > min - step; value -= step) {
    found.unshift(value);
  }
  return found;
}

/** Where a month begins in a list of weeks, as few as there is room for. */
function monthMarks(weeks: string[], most: number): { index: number; label: string; year: boolean }[] {
  const starts: { index: number; at: Date }[] = [];
  let last = -1;
  weeks.forEach((week, index) => {
    const at = monday(week);
    if (at.getUTCMonth() !== last && (index > 0 || at.getUTCDate() <= 7)) {
      starts.push({ index, at });
    }
    last = at.getUTCMonth();
  });
  const every = [1, 2, 3, 6, 12].find((step) => starts.length / step <= most) ?? 12;
  return starts
    .filter(({ at }) => at.getUTCMonth() % every === 0)
    .map(({ index, at }) => ({ index, year: at.getUTCMonth() === 0, label: month(at, at.getUTCMonth() === 0) }));
}

/** Where the months are written: lines from `top` to `bottom`, words at `baseline`, none past `right`. */
export interface MonthAxis {
  x: (index: number) => number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  baseline: number;
}

/** Width of a letter of a label, in pixels, rather too much than too little. */
const LETTER = 7;

interface Word {
  from: number;
  to: number;
  before: boolean;
  label: string;
  year: boolean;
}

/** The first week and the last, for so few that no month begins in them; the first alone where there is no room for both. */
function ends(weeks: string[], axis: MonthAxis): Word[] {
  const word = (week: string | undefined, before: boolean) => {
    const label = week === undefined ? '' : weekName(week);
    const from = before ? axis.right - label.length * LETTER : axis.x(0) + 3;
    return { from, to: from + label.length * LETTER, before, label, year: false };
  };
  const first = word(weeks[0], false);
  const last = word(weeks[weeks.length - 1], true);
  return weeks.length > 1 && first.to + LETTER < last.from ? [first, last] : [first];
}

/** The months of a chart: a word that would leave it stands before its line, and one that would cover another is left out, a month before a year. */
export function monthAxis(weeks: string[], axis: MonthAxis): TemplateResult[] {
  const words: Word[] = [];
  const marks = monthMarks(weeks, Math.floor((axis.right - axis.left) / 78));
  for (const mark of marks) {
    const wide = mark.label.length * LETTER;
    const at = axis.x(mark.index);
    const before = at + 3 + wide > axis.right;
    const from = before ? at - 3 - wide : at + 3;
    const last = words[words.length - 1];
    if (last && last.to + LETTER > from) {
      if (last.year || !mark.year) {
        continue;
      }
      words.pop();
    }
    words.push({ from, to: from + wide, before, label: mark.label, year: mark.year });
  }
  if (words.length === 0) {
    words.push(...ends(weeks, axis));
  }
  return [
    ...marks.map((mark) => svg`<line class="grid ${mark.year ? 'year' : ''}" x1=${axis.x(mark.index)} x2=${axis.x(mark.index)} y1=${axis.top} y2=${axis.bottom}></line>`),
    ...words.map((word) => svg`<text class=${word.before ? 'end' : ''} x=${word.before ? word.to : word.from} y=${axis.baseline}>${word.label}</text>`),
  ];
}

/** A chart over weeks with its table twin. Read with the pointer or with the arrow keys. */
export class WeekChart extends Measured {
  static override properties = {
    label: {},
    weeks: { attribute: false },
    series: { attribute: false },
    height: { type: Number },
    cursor: { state: true },
    open: { state: true },
  };

  declare label: string;
  declare weeks: string[];
  declare series: Series[];
  declare height: number;
  declare cursor: number;
  declare open: boolean;

  constructor() {
    super();
    this.label = '';
    this.weeks = [];
    this.series = [];
    this.height = 220;
    this.cursor = -1;
    this.open = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('weeks') && this.cursor >= this.weeks.length) {
      this.cursor = -1;
    }
  }

  private get step(): number {
    return (this.width - LEFT - RIGHT) / Math.max(1, this.weeks.length);
  }

  private x(index: number): number {
    return LEFT + index * this.step;
  }

  private max(): number {
    const bars = this.series.filter((one) => one.kind === 'bar');
    let max = 0;
    this.weeks.forEach((_, index) => {
      max = Math.max(max, bars.reduce((sum, one) => sum + (one.values[index] ?? 0), 0));
      max = Math.max(max, bars.reduce((sum, one) => sum + (one.ghost?.[index] ?? 0), 0));
      for (const one of this.series) {
        if (one.kind === 'line') {
          max = Math.max(max, one.values[index] ?? 0, one.ghost?.[index] ?? 0, one.high?.[index] ?? 0);
        }
      }
    });
    return max;
  }

  /** The least that is drawn, 0 or below. */
  private min(): number {
    return Math.min(0, ...this.series.filter((one) => one.kind === 'line').flatMap((one) => [...one.values, ...(one.low ?? [])].map((value) => value ?? 0)));
  }

  override render(): TemplateResult {
    const steps = ticksFrom(this.min(), this.max(), Math.max(2, Math.round(this.height / 55)));
    const top = steps[steps.length - 1] ?? 1;
    const bottom = steps[0] ?? 0;
    const y = (value: number) => TOP + (this.height - TOP - BOTTOM) * (1 - (value - bottom) / (top - bottom));
    return html`
      <ul class="legend">
        ${this.series.map(
          (one) => html`<li><span class="key ${one.kind === 'bar' ? 'box f-' : 'rule l-'}${one.tone}"></span>${one.name}</li>`,
        )}
        ${this.series.some((one) => one.ghost) ? html`<li><span class="key rule dashed l-ghost"></span>${t('before')}</li>` : nothing}
      </ul>
      <div class="plot" tabindex="0" role="img" aria-label="${this.label}. ${t('chart_keys')}" @keydown=${this.key} @blur=${() => (this.cursor = -1)}
        @pointermove=${this.point} @pointerleave=${() => (this.cursor = -1)}>
        <svg class="chart" viewBox="0 0 ${this.width} ${this.height}" width=${this.width} height=${this.height} aria-hidden="true">
          ${steps.map(
            (value) => svg`<line class="grid" x1=${LEFT} x2=${this.width - RIGHT} y1=${y(value)} y2=${y(value)}></line>
              <text class="end" x=${LEFT - 8} y=${y(value) + 4}>${compact(value)}</text>`,
          )}
          ${monthAxis(this.weeks, { x: (index) => this.x(index), left: 0, right: this.width, top: TOP, bottom: this.height - BOTTOM + 5, baseline: this.height - 8 })}
          ${this.bars(y)} ${this.bands(y)} ${this.lines(y)}
          ${this.cursor >= 0
            ? svg`<line class="cursor" x1=${this.x(this.cursor + 0.5)} x2=${this.x(this.cursor + 0.5)} y1=${TOP} y2=${this.height - BOTTOM}></line>`
            : nothing}
        </svg>
        ${this.readOut()}
      </div>
      <details @toggle=${(event: Event) => (this.open = (event.target as HTMLDetailsElement).open)}>
        <summary>${t('as_table')}</summary>
        ${this.open ? this.table() : nothing}
      </details>`;
  }

  private bars(y: (value: number) => number): TemplateResult[] {
    const bars = this.series.filter((one) => one.kind === 'bar');
    const zero = y(0);
    const drawn: TemplateResult[] = [];
    const gap = this.step > 5 ? 1 : this.step > 3 ? 0.5 : 0;
    const floor = this.weeks.map(() => 0);
    for (const one of bars) {
      let path = '';
      this.weeks.forEach((_, index) => {
        const value = one.values[index] ?? 0;
        if (value > 0) {
          const low = floor[index] ?? 0;
          path += `M${this.x(index).toFixed(1)} ${y(low).toFixed(1)}V${y(low + value).toFixed(1)}h${(this.step - gap).toFixed(1)}V${y(low).toFixed(1)}z`;
          floor[index] = low + value;
        }
      });
      drawn.push(svg`<path class="f-${one.tone}" d=${path}></path>`);
    }
    if (bars.some((one) => one.ghost)) {
      const before = this.weeks.map((_, index) => bars.reduce((sum, one) => sum + (one.ghost?.[index] ?? 0), 0));
      let path = `M${LEFT} ${zero}`;
      before.forEach((value, index) => {
        path += `V${y(value).toFixed(1)}H${this.x(index + 1).toFixed(1)}`;
      });
      drawn.push(svg`<path class="line dashed thin l-ghost" d=${path}></path>`);
    }
    return drawn;
  }

  private bands(y: (value: number) => number): TemplateResult[] {
    return this.series
      .filter((one) => one.low && one.high)
      .map((one) => {
        const runs: number[][] = [[]];
        this.weeks.forEach((_, index) => {
          if (one.low?.[index] == null || one.high?.[index] == null) {
            runs.push([]);
          } else {
            runs[runs.length - 1]?.push(index);
          }
        });
        const at = (index: number, value: number | null | undefined) => `${this.x(index + 0.5).toFixed(1)} ${y(value ?? 0).toFixed(1)}`;
        const path = runs
          .filter((run) => run.length > 0)
          .map((run) => `M${run.map((index) => at(index, one.high?.[index])).join('L')}L${[...run].reverse().map((index) => at(index, one.low?.[index])).join('L')}z`)
          .join('');
        return svg`<path class="band f-${one.tone}" d=${path}></path>`;
      });
  }

  private lines(y: (value: number) => number): TemplateResult[] {
    const path = (values: (number | null)[]) => {
      let text = '';
      let pen = 'M';
      values.slice(0, this.weeks.length).forEach((value, index) => {
        if (value === null) {
          pen = 'M';
        } else {
          text += `${pen}${this.x(index + 0.5).toFixed(1)} ${y(value).toFixed(1)}`;
          pen = 'L';
        }
      });
      return text;
    };
    return this.series
      .filter((one) => one.kind === 'line')
      .flatMap((one) => [
        one.ghost ? svg`<path class="line dashed l-ghost" d=${path(one.ghost)}></path>` : svg``,
        svg`<path class="line l-${one.tone}" d=${path(one.values)}></path>`,
      ]);
  }

  private readOut(): TemplateResult | typeof nothing {
    const week = this.weeks[this.cursor];
    if (week === undefined) {
      return nothing;
    }
    const right = this.cursor > this.weeks.length / 2;
    return html`<div class="read-out ${right ? 'to-left' : 'to-right'}" aria-live="polite">
      <b>${weekName(week)}</b>
      ${this.series.map(
        (one) => html`<div><span class="key f-${one.tone}"></span><span class="name">${one.name}</span>
          <span class="value">${one.ghost ? html`<s>${this.figure(one.ghost[this.cursor])}</s> ` : nothing}${this.spread(one, this.cursor)}</span></div>`,
      )}
    </div>`;
  }

  /** The figure, and the range it stands in where there is one. */
  private spread(one: Series, index: number): string {
    const figure = this.figure(one.values[index]);
    return one.low && one.high ? `${figure} (${this.figure(one.low[index])} – ${this.figure(one.high[index])})` : figure;
  }

  private figure(value: number | null | undefined): string {
    return value === null || value === undefined ? '–' : number(value);
  }

  private point(event: PointerEvent): void {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const index = Math.floor((((event.clientX - box.left) / box.width) * this.width - LEFT) / this.step);
    this.cursor = index >= 0 && index < this.weeks.length ? index : -1;
  }

  private key(event: KeyboardEvent): void {
    const last = this.weeks.length - 1;
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

  private table(): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.label}>
      <table>
        <caption class="hidden">${this.label}</caption>
        <thead>
          <tr><th scope="col">${t('week')}</th>${this.series.map((one) => html`<th scope="col" class="number">${one.name}</th>`)}</tr>
        </thead>
        <tbody>
          ${this.weeks.map(
            (week, index) => html`<tr><th scope="row">${weekName(week)}</th>${this.series.map((one) => html`<td class="number">${this.spread(one, index)}</td>`)}</tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

customElements.define('week-chart', WeekChart);
