import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { decoded, getPatiently, type Session } from './api';
import { Following } from './following';
import { stretches, violatedAt, type Rule, type Strip } from './line-day';
import './line-strip';
import type { LineStrip } from './line-strip';
import { said } from './refusals';
import { failed, loading, noPermission } from './states';
import { date, monday, number, product, t, weekName, type Key } from './words';

interface Calendar {
  lines: { line: string; models: string[]; weeks: { week: string; frozen: boolean; cars_of_days: number[] }[] }[];
}

interface Why {
  order_id: string;
  place: number;
  week: string;
  in_run: 'alone' | 'first' | 'inside' | 'last';
  windows: { rule: string; most: number; in: number; full: number; over: number }[];
  exchanges: { better: number; equal: number; worse: number; forbidden: number; cheapest_place?: number; cheapest_order?: string; cheapest_mark?: number };
}

interface Day {
  date: string;
  week: string;
  frozen: boolean;
  cars: number;
}

const REST_MS = 10_000;
const STRETCHES_MOST = 100;

const cars = (count: number): string => t('n_cars', { n: count });

/** A day on a line: its cars in their order, which rules the order violates, and why a car stands where it stands. */
export class LinePage extends LitElement {
  static override properties = {
    session: { attribute: false },
    at: {},
    calendar: { state: true },
    line: { state: true },
    date: { state: true },
    strip: { state: true },
    chosen: { state: true },
    why: { state: true },
    fault: { state: true },
    flaw: { state: true },
    busy: { state: true },
    open: { state: true },
  };

  declare session: Session;
  declare at: string;
  declare calendar: Calendar | null;
  declare line: string;
  declare date: string;
  declare strip: Strip | null;
  declare chosen: number;
  declare why: Why | null;
  declare fault: unknown;
  declare flaw: string;
  declare busy: boolean;
  declare open: boolean;
  private readonly following = new Following(this, REST_MS, () => this.load());
  private readonly printing = (): void => {
    this.open = true;
    this.performUpdate();
  };

  constructor() {
    super();
    this.at = '';
    this.calendar = null;
    this.line = '';
    this.date = '';
    this.strip = null;
    this.chosen = -1;
    this.why = null;
    this.fault = null;
    this.flaw = '';
    this.busy = false;
    this.open = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.printing);
    void this.following.now();
  }

  override disconnectedCallback(): void {
    window.removeEventListener('beforeprint', this.printing);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('at')) {
      const [line = '', day = ''] = this.at.split('/');
      if (this.calendar && (line !== this.line || day !== this.date)) {
        this.go(decoded(line), day);
      }
    }
  }

  private async load(): Promise<void> {
    if (!this.session.may.includes('see_line_day')) {
      return;
    }
    try {
      this.calendar = await getPatiently<Calendar>('/api/v1/lines');
      this.fault = null;
    } catch (fault) {
      this.fault = fault;
      return;
    }
    const [line = '', day = ''] = this.at.split('/');
    await (this.strip ? this.fetch() : this.go(decoded(line), day));
  }

  private days(line: string): Day[] {
    return (this.calendar?.lines.find((one) => one.line === line)?.weeks ?? []).flatMap((week) =>
      week.cars_of_days.flatMap((cars, index) => (cars === 0 ? [] : [{ date: new Date(monday(week.week).getTime() + index * 86_400_000).toISOString().slice(0, 10), week: week.week, frozen: week.frozen, cars }])),
    );
  }

  /** Shows a day; where line or day are not there, the first that are. */
  private async go(line: string, day: string): Promise<void> {
    const known = this.calendar?.lines.find((one) => one.line === line) ?? this.calendar?.lines.find((one) => one.weeks.length > 0);
    const days = this.days(known?.line ?? '');
    this.line = known?.line ?? '';
    this.date = (days.find((one) => one.date === day) ?? days.find((one) => one.date > day) ?? days[0])?.date ?? '';
    if (this.date !== '') {
      history.replaceState(null, '', `#/line/${encodeURIComponent(this.line)}/${this.date}`);
      await this.fetch();
    }
  }

  private get path(): string {
    return `/api/v1/lines/${encodeURIComponent(this.line)}/days/${this.date}`;
  }

  private async fetch(): Promise<void> {
    const path = this.path;
    this.busy = true;
    try {
      const strip = await getPatiently<Strip>(path + '/strip');
      if (path === this.path) {
        this.take(strip);
      }
    } catch (fault) {
      if (path === this.path) {
        this.flaw = said(fault);
        this.strip = null;
      }
    }
    this.busy = path === this.path ? false : this.busy;
  }

  private take(strip: Strip): void {
    this.flaw = '';
    if (strip.fingerprint !== this.strip?.fingerprint) {
      const order = this.why?.order_id;
      this.strip = strip;
      this.chosen = -1;
      this.why = null;
      const place = strip.cars_in_order.findIndex((car) => car.order_id === order);
      if (place >= 0) {
        void this.choose(place);
      }
    }
  }

  private async choose(place: number): Promise<void> {
    const order = this.strip?.cars_in_order[place]?.order_id ?? '';
    this.chosen = place;
    try {
      const why = await getPatiently<Why>(`${this.path}/why/${encodeURIComponent(order)}`);
      this.why = this.chosen === place ? why : this.why;
    } catch (fault) {
      this.why = null;
      this.flaw = said(fault);
    }
  }

  override render(): TemplateResult {
    if (!this.session.may.includes('see_line_day')) {
      return noPermission('line');
    }
    if (!this.calendar) {
      return this.fault ? failed(this.fault, () => void this.load()) : loading(t('line'));
    }
    if (this.date === '') {
      return html`<div class="state"><h1>${t('line')}</h1><p class="lead">${t('line_empty')}</p></div>`;
    }
    const strip = this.strip;
    return html`<h1>${strip ? this.headline(strip) : t('line_day', { line: this.line, date: date(this.date) })}</h1>
      ${this.choices()}
      ${this.flaw === '' ? nothing : html`<p class="notice fault" role="alert">${this.flaw}</p>`}
      ${strip ? this.day(strip) : this.busy ? html`<p class="lead" role="status">${t('line_seeking')}</p><div class="bones" aria-hidden="true"><i></i></div>` : nothing}`;
  }

  private headline(strip: Strip): string {
    const times = strip.counts.high_ratios + strip.counts.low_ratios;
    const day = { line: strip.line, date: date(strip.date), cars: cars(strip.cars) };
    return times === 0 ? t('line_kept', day) : t('line_violated', { ...day, times });
  }

  private choices(): TemplateResult {
    const days = this.days(this.line);
    const here = days.findIndex((one) => one.date === this.date);
    const week = days[here]?.week ?? '';
    const weeks = this.calendar?.lines.find((one) => one.line === this.line)?.weeks ?? [];
    const value = (event: Event) => (event.target as HTMLSelectElement).value;
    const step = (by: number, name: Key, sign: string) =>
      html`<button type="button" class="plain" aria-label=${t(name)} title=${t(name)} ?disabled=${!days[here + by]} @click=${() => void this.go(this.line, days[here + by]?.date ?? '')}>${sign}</button>`;
    return html`<div class="filters no-print" aria-busy=${this.busy ? 'true' : 'false'}>
      <label>${t('line')}<select @change=${(event: Event) => void this.go(value(event), this.date)}>
        ${this.calendar?.lines.filter((one) => one.weeks.length > 0).map((one) => html`<option value=${one.line} ?selected=${one.line === this.line}>${one.line} · ${one.models.join(', ')}</option>`)}
      </select></label>
      <label>${t('week')}<select @change=${(event: Event) => void this.go(this.line, days.find((one) => one.week === value(event))?.date ?? '')}>
        ${weeks.map((one) => html`<option value=${one.week} ?selected=${one.week === week}>${weekName(one.week)}${one.frozen ? ' · ' + t('frozen') : ''}</option>`)}
      </select></label>
      <label>${t('day')}<select @change=${(event: Event) => void this.go(this.line, value(event))}>
        ${days.filter((one) => one.week === week).map((one) => html`<option value=${one.date} ?selected=${one.date === this.date}>${date(one.date)} · ${cars(one.cars)}</option>`)}
      </select></label>
      <div class="buttons">${step(-1, 'day_before', '‹')} ${step(1, 'day_after', '›')}
      <a class="button plain" href="${this.path}/table" download="${this.line}-${this.date}.csv">${t('download')}</a>
      <button type="button" class="plain" @click=${() => window.print()}>${t('print')}</button>
      ${this.busy && this.strip ? html`<span role="status">${t('loading')}</span>` : nothing}</div>
    </div>`;
  }

  private day(strip: Strip): TemplateResult {
    const bound = (least: number, found: number) => (found === 0 ? t('bound_kept') : least === found ? t('bound_met') : t('bound_least', { n: least }));
    const figure = (name: Key, value: string, more: string) => html`<div><dt>${t(name)}</dt><dd><b>${value}</b><span>${more}</span></dd></div>`;
    const { counts, lower_bounds: bounds } = strip;
    return html`<dl class="figures no-print">
        ${figure('cars', number(strip.cars), t('of_units', { n: strip.units }))}
        ${figure('violated_high', number(counts.high_ratios), bound(bounds.high_ratios, counts.high_ratios))}
        ${figure('violated_low', number(counts.low_ratios), bound(bounds.low_ratios, counts.low_ratios))}
        ${figure('colour_changes', number(counts.colour_changes), bound(bounds.colour_changes, counts.colour_changes))}
        ${figure('cars_before', number(strip.cars_before), strip.cars_before === 0 ? t('before_none') : t('before_known'))}
      </dl>
      ${this.basis(strip)}
      <section class="no-print" aria-labelledby="strip-title"><h2 id="strip-title">${t('strip_title')}</h2><p class="lead">${t('strip_lead')}</p>
        <line-strip .strip=${strip} .chosen=${this.chosen} @chosen=${(event: CustomEvent<number>) => void this.choose(event.detail)}></line-strip></section>
      <div class="no-print" aria-live="polite">${this.reasons(strip)}</div>
      ${this.violations(strip)}
      <section class="shop-floor" aria-labelledby="cars-title"><h2 id="cars-title">${t('shop_floor')}</h2>
        <details .open=${this.open} @toggle=${(event: Event) => (this.open = (event.target as HTMLDetailsElement).open)}><summary>${t('as_table')}</summary>${this.open ? this.table(strip) : nothing}</details></section>`;
  }

  private basis(strip: Strip): TemplateResult | typeof nothing {
    const said = [strip.frozen ? '' : t('not_frozen'), strip.rules_assumed ? t('rules_assumed') : '', strip.colours_dealt ? t('colours_dealt') : ''].filter((one) => one !== '');
    return said.length === 0 ? nothing : html`<p class="lead no-print">${said.join(' ')}</p>`;
  }

  private reasons(strip: Strip): TemplateResult | typeof nothing {
    const why = this.why;
    const car = strip.cars_in_order[this.chosen];
    if (!why || !car) {
      return nothing;
    }
    const colour = strip.colours[car.colour]?.name || t('no_colour');
    const { exchanges } = why;
    return html`<section aria-labelledby="why-place"><div class="head"><h2 id="why-place">${t('why_place', { order: why.order_id, place: why.place })}</h2>
        <a href="#/orders/${encodeURIComponent(why.order_id)}">${t('to_order')}</a></div>
      <p class="lead">${product(car)} · ${car.market}${car.options.length > 0 ? ' · ' + car.options.join(', ') : ''}</p>
      <ul class="prose">
        <li>${t('why_week', { week: weekName(why.week) })}</li>
        <li>${t(`run_${why.in_run}` as Key, { colour })}</li>
        ${why.windows.map((one) => html`<li>${t('why_window', { rule: one.rule, most: one.most, in: one.in, full: one.full })} ${one.over > 0 ? html`<span class="notable">${t('why_over', { n: one.over })}</span>` : nothing}</li>`)}
        ${why.windows.length === 0 ? html`<li>${t('why_no_rule')}</li>` : nothing}
        <li>${t('why_exchanges', { better: exchanges.better, equal: exchanges.equal, worse: exchanges.worse, forbidden: exchanges.forbidden })}</li>
        ${exchanges.cheapest_place === undefined
          ? nothing
          : html`<li>${t('why_cheapest', { place: exchanges.cheapest_place, order: exchanges.cheapest_order ?? '', mark: (exchanges.cheapest_mark ?? 0) > 0 ? '+' + number(exchanges.cheapest_mark ?? 0) : number(exchanges.cheapest_mark ?? 0) })}</li>`}
      </ul></section>`;
  }

  private violations(strip: Strip): TemplateResult {
    const counted = strip.rules.filter((rule) => rule.carriers.length > 0);
    return html`<section class="no-print" aria-labelledby="rules-title"><h2 id="rules-title">${t('rules_title')}</h2>
      ${counted.length === 0
        ? html`<p class="lead">${t('no_rules')}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="rules-title"><table class="cards">
            <thead><tr><th scope="col">${t('rule')}</th><th scope="col">${t('rule_says')}</th><th scope="col" class="number">${t('carriers')}</th><th scope="col" class="number">${t('violations')}</th><th scope="col">${t('where')}</th></tr></thead>
            <tbody>${counted.map((rule) => this.rule(strip, rule))}</tbody></table></div>`}</section>`;
  }

  private rule(strip: Strip, rule: Rule): TemplateResult {
    const found = stretches(rule, strip.cars);
    const room = Math.floor(strip.cars / rule.in) * rule.most + Math.min(rule.most, strip.cars % rule.in);
    const says = [t(rule.even ? 'rule_even' : 'rule_most', { most: rule.most, in: rule.in }), t(rule.priority === 'high' ? 'priority_high' : 'priority_low'), rule.weight > 1 ? t('rule_weight', { n: rule.weight }) : ''];
    return html`<tr><th scope="row">${rule.rule}</th><td>${says.filter((one) => one !== '').join(', ')}</td><td class="number" data-head=${t('carriers')}>${number(rule.carriers.length)}</td>
      <td data-head=${t('violations')} class="number ${rule.violations > 0 ? 'notable' : ''}">${number(rule.violations)}</td>
      <td>${found.length === 0 ? t('rule_holds') : nothing}
        ${rule.carriers.length > room ? html`<p class="lead small">${t('rule_room', { room, n: rule.carriers.length })}</p>` : nothing}
        ${found.slice(0, STRETCHES_MOST).map((one) => {
          const inside = rule.carriers.filter((place) => place > one.from && place <= one.to);
          const words = t(one.fromDayBefore ? 'stretch_before' : 'stretch', { from: one.from + 1, to: one.to, cars: cars(inside.length) });
          return html`<button type="button" class="plain small" title=${inside.map((place) => strip.cars_in_order[place - 1]?.order_id ?? '').slice(0, 12).join(', ')} @click=${() => this.querySelector<LineStrip>('line-strip')?.show(one.from, one.to)}>${words}</button> `;
        })}
        ${found.length > STRETCHES_MOST ? t('and_more', { n: found.length - STRETCHES_MOST }) : nothing}</td></tr>`;
  }

  private table(strip: Strip): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="cars-title"><table>
      <caption class="hidden">${t('line_day', { line: strip.line, date: date(strip.date) })}</caption>
      <thead><tr><th scope="col" class="number">${t('place')}</th><th scope="col">${t('order')}</th><th scope="col">${t('car')}</th><th scope="col">${t('paint')}</th><th scope="col">${t('options')}</th><th scope="col">${t('helps_violate')}</th></tr></thead>
      <tbody>${strip.cars_in_order.map(
        (car, place) => html`<tr><td class="number">${number(place + 1)}</td><th scope="row"><a href="#/orders/${encodeURIComponent(car.order_id)}">${car.order_id}</a></th><td>${product(car)}</td>
          <td>${strip.colours[car.colour]?.name || t('no_colour')}</td><td>${car.options.join(', ')}</td><td class="notable">${violatedAt(strip, place).map((rule) => rule.rule).join(', ')}</td></tr>`,
      )}</tbody></table></div>`;
  }
}

customElements.define('line-page', LinePage);
