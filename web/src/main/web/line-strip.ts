import { html, svg, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ABOVE, LIMIT, PAINT, box, drawn, runs, violatedAt, type Drawn, type Rule, type Strip } from './line-day';
import { Measured } from './measured';
import { number, product, t } from './words';

const TOP = 34;
const ROW = 34;
const LABEL = 16;
const WIDE = 700;
const LEFT = 176;
/** Fewer cars are not drawn wider. */
const CARS_LEAST = 12;
const NAMES_FROM_PIXELS = 64;
const GAPS_FROM_PIXELS = 5;
const DRAG_PIXELS = 4;

/** The cars of a day in their colours, under them how full the windows of each rule are; zoomed and read car by car. */
export class LineStrip extends Measured {
  static override properties = {
    strip: { attribute: false },
    chosen: { attribute: false },
    cursor: { state: true },
    from: { state: true },
    span: { state: true },
  };

  declare strip: Strip | null;
  declare chosen: number;
  declare cursor: number;
  declare from: number;
  declare span: number;
  private paint: { fill: string; name: string; cars: number; path: string }[] = [];
  private rows: Drawn[] = [];
  private gaps = '';
  private readonly fingers = new Map<number, { x: number; y: number }>();
  private held: { from: number; x: number; moved: boolean } | null = null;

  constructor() {
    super();
    this.strip = null;
    this.chosen = -1;
    this.cursor = -1;
    this.from = 0;
    this.span = 0;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('strip') || !this.strip) {
      return;
    }
    const before = changed.get('strip') as Strip | null | undefined;
    const { cars, cars_in_order: order } = this.strip;
    this.paint = this.strip.colours.map((colour, index) => {
      const own = runs(cars, (place) => order[place]?.colour === index).filter((run) => run.value);
      return { fill: colour.fill, name: colour.name || t('no_colour'), cars: own.reduce((sum, run) => sum + run.to - run.from, 0), path: own.map((run) => box(run.from, run.to, 0, PAINT)).join('') };
    });
    this.rows = this.strip.rules.filter((rule) => rule.carriers.length > 0 && rule.most < rule.in).map((rule) => drawn(rule, cars));
    this.gaps = Array.from({ length: Math.max(0, cars - 1) }, (_, place) => `M${place + 1} 0v${PAINT}`).join('');
    if (before?.line !== this.strip.line || before.date !== this.strip.date || this.from + this.span > this.room) {
      this.from = 0;
      this.span = this.room;
      this.cursor = -1;
    }
  }

  private get room(): number {
    return Math.max(CARS_LEAST, this.strip?.cars ?? 0);
  }

  private get left(): number {
    return this.width < WIDE ? 0 : LEFT;
  }

  private get cell(): number {
    return (this.width - this.left - 2) / Math.max(1, this.span);
  }

  private x(place: number): number {
    return this.left + 1 + (place - this.from) * this.cell;
  }

  private y(row: number): number {
    return TOP + PAINT + 10 + row * this.rowHeight + (this.left === 0 ? LABEL : 0);
  }

  private get rowHeight(): number {
    return ROW + (this.left === 0 ? LABEL : 0);
  }

  /** Shows a stretch of places, from 0, with some cars on both sides. */
  show(from: number, to: number): void {
    const about = Math.max(4, Math.round((to - from) * 0.5));
    this.frame(from - about, to - from + 2 * about);
    this.querySelector('.plot')?.scrollIntoView({ block: 'center' });
  }

  private frame(from: number, span: number): void {
    this.span = Math.min(this.room, Math.max(CARS_LEAST, span));
    this.from = Math.min(this.room - this.span, Math.max(0, from));
  }

  private zoom(factor: number, around = this.cursor >= 0 ? this.cursor + 0.5 : this.from + this.span / 2): void {
    const span = Math.min(this.room, Math.max(CARS_LEAST, this.span * factor));
    this.frame(around - ((around - this.from) * span) / this.span, span);
  }

  override render(): TemplateResult | typeof nothing {
    const strip = this.strip;
    if (!strip) {
      return nothing;
    }
    const last = Math.min(strip.cars, Math.ceil(this.from + this.span));
    return html`
      ${this.legend()}
      <div class="zoom" role="group" aria-label=${t('zoom')}>
        <button type="button" class="plain" aria-label=${t('zoom_in')} title=${t('zoom_in')} ?disabled=${this.span <= CARS_LEAST} @click=${() => this.zoom(0.5)}>+</button>
        <button type="button" class="plain" aria-label=${t('zoom_out')} title=${t('zoom_out')} ?disabled=${this.span >= this.room} @click=${() => this.zoom(2)}>−</button>
        <button type="button" class="plain" ?disabled=${this.span >= this.room} @click=${() => this.frame(0, this.room)}>${t('whole_day')}</button>
        <button type="button" class="plain" aria-label=${t('earlier_cars')} title=${t('earlier_cars')} ?disabled=${this.from <= 0} @click=${() => this.frame(this.from - this.span / 2, this.span)}>‹</button>
        <button type="button" class="plain" aria-label=${t('later_cars')} title=${t('later_cars')} ?disabled=${this.from + this.span >= this.room} @click=${() => this.frame(this.from + this.span / 2, this.span)}>›</button>
        <span role="status">${t('places_of', { from: Math.floor(this.from) + 1, to: last, n: strip.cars })}</span>
      </div>
      <div class="plot" tabindex="0" role="slider" aria-label="${t('strip_title')}. ${t('strip_keys')}" aria-valuemin="1" aria-valuemax=${strip.cars} aria-valuenow=${Math.max(1, this.cursor + 1)}
        aria-valuetext=${this.cursor < 0 ? t('strip_none') : this.said(this.cursor)} @keydown=${this.key} @wheel=${this.wheel}
        @pointerdown=${this.press} @pointermove=${this.point} @pointerup=${this.release} @pointercancel=${this.release} @pointerleave=${this.leave}>
        ${this.picture(strip)} ${this.readOut(strip)}
      </div>
      <p class="lead small">${t('strip_keys')}</p>`;
  }

  private legend(): TemplateResult {
    const key = (style: string, words: string) => html`<li><span class="key box ${style}"></span>${words}</li>`;
    return html`<ul class="legend">
      ${this.paint.filter((one) => one.cars > 0).map((one) => html`<li><svg class="swatch" viewBox="0 0 13 13" width="13" height="13" aria-hidden="true"><rect class="strip-edge" x="0.5" y="0.5" width="12" height="12" rx="3" fill=${one.fill}></rect></svg>${one.name} ${number(one.cars)}</li>`)}
      ${this.rows.length > 0 ? html`${key('cell-3', t('strip_full'))} ${key('strip-bad', t('strip_bad'))} ${key('f-ink tick', t('strip_tick'))}` : nothing}
    </ul>`;
  }

  private picture(strip: Strip): TemplateResult {
    const height = this.y(this.rows.length) + 2 - (this.left === 0 ? LABEL : 0);
    const wide = this.width - this.left - 2;
    return html`<svg class="chart strip" viewBox="0 0 ${this.width} ${height}" width=${this.width} height=${height} aria-hidden="true">
      ${this.ruler(strip)}
      ${this.left === 0 ? nothing : svg`<text class="row-label end" x=${this.left - 10} y=${TOP + PAINT / 2 + 5}>${t('paint')}</text>`}
      ${this.rows.map((row, index) => this.label(row.rule, index))}
      <svg x=${this.left + 1} y="0" width=${wide} height=${height} viewBox="${this.from} 0 ${this.span} ${height}" preserveAspectRatio="none">
        <g transform="translate(0 ${TOP})">
          ${this.paint.map((one) => svg`<path fill=${one.fill} d=${one.path}></path>`)}
          ${this.cell > GAPS_FROM_PIXELS ? svg`<path class="strip-gap" d=${this.gaps}></path>` : nothing}
          <path class="strip-edge none" d=${box(0, strip.cars, 0, PAINT)}></path>
        </g>
        ${this.rows.map(
          (row, index) => svg`<g transform="translate(0 ${this.y(index)})">
            <path class="cell-3" d=${row.full}></path><path class="strip-limit" d="M0 ${ABOVE}H${strip.cars}"></path><path class="strip-bad" d=${row.tooMany}></path>
            <path class="f-ink" d=${row.carriers}></path><path class="strip-bad" d=${row.violated}></path></g>`,
        )}
      </svg>
      ${this.marker(this.chosen, 'strip-chosen', height)} ${this.marker(this.cursor, 'strip-cursor', height)}
    </svg>`;
  }

  private marker(place: number, style: string, height: number): TemplateResult | typeof nothing {
    if (place < Math.floor(this.from) || place >= this.from + this.span) {
      return nothing;
    }
    const middle = this.x(place + 0.5);
    const from = Math.max(this.left, middle - Math.max(3, this.cell) / 2);
    const to = Math.min(this.width, middle + Math.max(3, this.cell) / 2);
    return svg`<rect class=${style} x=${from} y=${TOP - 3} width=${Math.max(0, to - from)} height=${height - TOP + 2} rx="2"></rect>`;
  }

  /** Numbers of places, and names of cars where there is room for them. */
  private ruler(strip: Strip): TemplateResult[] {
    const every = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000].find((step) => step * this.cell >= 56) ?? 100_000;
    const first = Math.max(0, Math.floor(this.from));
    const last = Math.min(strip.cars, Math.ceil(this.from + this.span));
    const marks: TemplateResult[] = [];
    for (let place = first; place < last; place++) {
      const x = this.x(place + 0.5);
      if (x < this.left || x > this.width) {
        continue;
      }
      if ((place + 1) % every === 0 || place === 0) {
        marks.push(svg`<text class="middle" x=${Math.max(this.left + 5, Math.min(this.width - 14, x))} y="12">${number(place + 1)}</text>`);
      }
      if (this.cell >= NAMES_FROM_PIXELS) {
        const most = Math.floor(this.cell / 7.6);
        const name = strip.cars_in_order[place]?.order_id ?? '';
        marks.push(svg`<text class="middle" x=${x} y="27">${name.length > most ? '…' + name.slice(1 - most) : name}</text>`);
      }
    }
    return marks;
  }

  private label(rule: Rule, index: number): TemplateResult {
    const most = Math.floor((this.left === 0 ? this.width : this.left - 10) / 7.4);
    const name = `${rule.rule} ${rule.most}/${rule.in}`;
    const short = name.length > most ? `${rule.rule.slice(0, Math.max(1, most - 7))}… ${rule.most}/${rule.in}` : name;
    const y = this.left === 0 ? this.y(index) - 5 : this.y(index) + ABOVE + LIMIT - 1;
    return svg`<text class="row-label ${this.left === 0 ? '' : 'end'}" x=${this.left === 0 ? 0 : this.left - 10} y=${y}>${short}<title>${name}</title></text>`;
  }

  private said(place: number): string {
    const car = this.strip?.cars_in_order[place];
    if (!this.strip || !car) {
      return '';
    }
    const broken = violatedAt(this.strip, place).map((rule) => rule.rule);
    const parts = [t('place_n', { n: place + 1 }), car.order_id, product(car), this.strip.colours[car.colour]?.name ?? '', car.options.join(' '), broken.length > 0 ? `${t('helps_violate')} ${broken.join(', ')}` : ''];
    return parts.filter((part) => part !== '').join(', ');
  }

  private readOut(strip: Strip): TemplateResult | typeof nothing {
    const car = strip.cars_in_order[this.cursor];
    // What is chosen is told below the strip, with a link that must not be covered.
    if (!car || this.held?.moved || this.cursor === this.chosen) {
      return nothing;
    }
    const broken = violatedAt(strip, this.cursor);
    const line = (name: string, value: string) => (value === '' ? nothing : html`<div><span class="name">${name}</span><span class="value wrap">${value}</span></div>`);
    return html`<div class="read-out below ${this.cursor + 0.5 > this.from + this.span / 2 ? 'to-left' : 'to-right'}">
      <b>${number(this.cursor + 1)} · ${car.order_id}</b>
      ${line(t('car'), `${product(car)} · ${car.market}`)} ${line(t('paint'), strip.colours[car.colour]?.name ?? '')} ${line(t('options'), car.options.join(', '))}
      ${broken.length === 0 ? nothing : html`<div class="notable">${t('helps_violate')} ${broken.map((rule) => rule.rule).join(', ')}</div>`}
    </div>`;
  }

  private placeAt(event: { clientX: number }): number {
    const left = this.querySelector('.plot')?.getBoundingClientRect().left ?? 0;
    return this.from + (event.clientX - left - this.left - 1) / this.cell;
  }

  private wheel(event: WheelEvent): void {
    const plot = event.currentTarget as HTMLElement;
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      this.frame(this.from + event.deltaX / this.cell, this.span);
    } else if (event.ctrlKey || event.metaKey || document.activeElement === plot) {
      event.preventDefault();
      this.zoom(Math.exp(Math.max(-120, Math.min(120, event.deltaY)) * (event.ctrlKey ? 0.01 : 0.003)), this.placeAt(event));
    }
  }

  private press(event: PointerEvent): void {
    const plot = event.currentTarget as HTMLElement;
    this.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    plot.setPointerCapture(event.pointerId);
    this.held = { from: this.from, x: event.clientX, moved: this.fingers.size > 1 };
  }

  private point(event: PointerEvent): void {
    const before = this.fingers.get(event.pointerId);
    if (!before || !this.held) {
      this.cursorTo(event);
      return;
    }
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    this.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (other) {
      const apart = Math.max(20, Math.abs(before.x - other.x));
      this.zoom(apart / Math.max(20, Math.abs(event.clientX - other.x)), this.placeAt({ clientX: (event.clientX + other.x) / 2 }));
    } else {
      this.held.moved ||= Math.abs(event.clientX - this.held.x) > DRAG_PIXELS;
      if (this.held.moved) {
        this.frame(this.from - (event.clientX - before.x) / this.cell, this.span);
      }
    }
  }

  private release(event: PointerEvent): void {
    const held = this.held;
    this.fingers.delete(event.pointerId);
    if (this.fingers.size === 0) {
      this.held = null;
    }
    if (event.type === 'pointerup' && held && !held.moved && this.cursorTo(event)) {
      this.choose();
    }
    this.requestUpdate();
  }

  private leave(): void {
    if (!this.held && !this.querySelector('.plot')?.matches(':focus-visible')) {
      this.cursor = -1;
    }
  }

  private cursorTo(event: PointerEvent): boolean {
    const place = Math.floor(this.placeAt(event));
    this.cursor = place >= 0 && place < (this.strip?.cars ?? 0) ? place : -1;
    return this.cursor >= 0;
  }

  private choose(): void {
    this.dispatchEvent(new CustomEvent('chosen', { bubbles: true, detail: this.cursor }));
  }

  private key(event: KeyboardEvent): void {
    const last = (this.strip?.cars ?? 0) - 1;
    const page = Math.max(1, Math.round(this.span / 10));
    const begin = this.cursor < 0 ? Math.ceil(this.from) - 1 : this.cursor;
    const moved: Record<string, number> = { ArrowRight: begin + 1, ArrowUp: begin + 1, ArrowLeft: begin - 1, ArrowDown: begin - 1, PageUp: begin + page, PageDown: begin - page, Home: 0, End: last };
    const next = moved[event.key];
    if (next !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      this.cursor = Math.min(last, Math.max(0, next));
      if (this.cursor < this.from || this.cursor + 1 > this.from + this.span) {
        this.frame(this.cursor + 0.5 - this.span / 2, this.span);
      }
    } else if (event.key === '+' || event.key === '=') {
      this.zoom(0.5);
    } else if (event.key === '-') {
      this.zoom(2);
    } else if (event.key === '0') {
      this.frame(0, this.room);
    } else if ((event.key === 'Enter' || event.key === ' ') && this.cursor >= 0) {
      this.choose();
    } else if (event.key === 'Escape') {
      this.cursor = -1;
    } else {
      return;
    }
    event.preventDefault();
  }
}

customElements.define('line-strip', LineStrip);
