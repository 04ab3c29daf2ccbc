import { LitElement, html, svg, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { get, getPatiently, Refused, type Order, type Promised, type Session } from './api';
import './order-change';
import { between, moveWords } from './moves';
import type { Settled } from './order-change';
import { insteadSection, whySection, type Alternatives, type Why } from './reasons';
import { said } from './refusals';
import { failed, loading } from './states';
import { binding, date, money, monday, number, percent, product, t, weekName, weeks, type Key } from './words';

interface Told {
  at: string;
  by_customer: boolean;
  why: { cause: string; resource?: string; week?: string } | null;
  promise: Promised;
}

interface Car extends Order {
  state: string;
  moves: number;
  position: number;
  scenario: string;
  currency: string;
  minor_units: number;
  week: string;
  first_promise: Promised;
  window: { state: string; early: string | null; late: string | null; probability: number | null; futures: number | null; as_of_entry: number | null } | null;
  place: { ahead: number; same_week: number; in_line: number } | null;
  told: Told[];
  money: { state: string; price_minor: number; paid_minor: number; balance_minor: number; cooling_off_until: string | null; payments: { day: string; what: string; amount_minor: number }[]; if_cancelled: Settled | null };
  next: { what: string; week: string | null; day: string | null; amount_minor: number }[];
}

const REST_MS = 120_000;
const WEEK_MS = 604_800_000;
/** Of very many moves the first and the last ones are drawn. */
const ROWS = 12;

/** One car for its customer: by a link, or signed in. */
export class CarView extends LitElement {
  static override properties = { link: {}, order: {}, idEnd: {}, session: { attribute: false }, car: { state: true }, why: { state: true }, instead: { state: true }, whyFault: { state: true }, fault: { state: true }, heardAt: { state: true } };

  /** The text of a link; empty when somebody is signed in. */
  declare link: string;
  declare order: string;
  /** Behind the ids of its sections where several orders stand on a page; empty for one alone. */
  declare idEnd: string;
  declare session: Session | null;
  declare car: Car | null;
  declare why: Why | null;
  declare instead: Alternatives | null;
  declare whyFault: string;
  declare fault: unknown;
  declare heardAt: number;
  private again = 0;

  constructor() {
    super();
    this.link = '';
    this.order = '';
    this.idEnd = '';
    this.session = null;
    this.car = null;
    this.why = null;
    this.instead = null;
    this.whyFault = '';
    this.fault = null;
    this.heardAt = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.again = window.setInterval(() => void this.load(), REST_MS);
  }

  override disconnectedCallback(): void {
    window.clearInterval(this.again);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('order') || changed.has('link')) {
      this.car = null;
      this.fault = null;
      this.whyFault = '';
      void this.load();
    }
  }

  /** Whose car is shown: an answer about another comes too late. */
  private get shown(): string {
    return `${this.link} ${this.order}`;
  }

  private get headers(): Record<string, string> {
    return this.link === '' ? {} : { Authorization: `Bearer ${this.link}` };
  }

  /** By a link each question has a path of its own, which names no order. */
  private path(question: '' | '/why' | '/alternatives'): string {
    if (this.link !== '') {
      return `/api/v1/car${question}`;
    }
    return `/api/v1/orders/${encodeURIComponent(this.order)}${question === '' ? '/car' : question}`;
  }

  private async load(): Promise<void> {
    const asked = this.shown;
    try {
      const before = this.car;
      const car = await get<Car>(this.path(''), this.headers);
      if (asked !== this.shown) {
        return;
      }
      this.car = car;
      this.heardAt = Date.now();
      this.fault = null;
      if (JSON.stringify(before?.promise) !== JSON.stringify(car.promise) || before?.state !== car.state) {
        await this.explain(car, asked);
      }
    } catch (fault) {
      if (asked === this.shown) {
        this.fault = fault;
        // What a link has shown it shows no longer once it was taken back.
        this.car = this.isVoid() ? null : this.car;
      }
    }
  }

  private isVoid(): boolean {
    return this.link !== '' && this.fault instanceof Refused && this.fault.status === 401;
  }

  private async explain(car: Car, asked: string): Promise<void> {
    this.why = null;
    this.instead = null;
    if (car.state !== 'booked' && car.state !== 'held') {
      return;
    }
    try {
      const why = await getPatiently<Why>(this.path('/why'), 5, this.headers);
      if (asked !== this.shown) {
        return;
      }
      this.why = why;
      const instead = await getPatiently<Alternatives>(this.path('/alternatives'), 5, this.headers);
      if (asked !== this.shown) {
        return;
      }
      this.instead = instead;
      this.whyFault = '';
    } catch (fault) {
      if (asked !== this.shown) {
        return;
      }
      this.whyFault = said(fault);
    }
  }

  override render(): TemplateResult {
    const car = this.car;
    if (!car) {
      return this.isVoid()
        ? html`<div class="state" role="alert"><h1>${t('link_void')}</h1><p class="lead">${t('link_void_words')}</p></div>`
        : this.fault
          ? failed(this.fault, () => void this.load())
          : loading(t('my_car'));
    }
    return html`${this.fault ? html`<p class="warning">${t('lost_words', { age: t('minutes', { n: Math.max(1, Math.round((Date.now() - this.heardAt) / 60_000)) }) })}</p>` : nothing}
      ${this.idEnd === '' ? html`<h1 class="wrap">${this.headline(car)}</h1>` : html`<h2 class="headline wrap">${this.headline(car)}</h2>`}
      <p class="lead">${product(car)}${car.options.length > 0 ? ` · ${car.options.join(', ')}` : ''} · ${t('car_number', { order: car.order_id })} · ${t(`state_${car.state}` as Key)}</p>
      ${this.figures(car)} ${this.honest(car)} ${this.nextSection(car)} ${this.toldSection(car)} ${this.moneySection(car)}
      ${this.session ? html`<order-change .session=${this.session} .known=${car} .idEnd=${this.idEnd} @changed=${() => void this.load()}></order-change>` : nothing}
      ${insteadSection(this.instead, this.idEnd)} ${whySection(this.why, this.whyFault, this.idEnd)}`;
  }

  private headline(car: Car): string {
    if (car.state === 'delivered') {
      return t('car_delivered');
    }
    if (car.state !== 'booked' && car.state !== 'held') {
      return t('car_over');
    }
    return car.promise?.delivery_week ? t('car_comes', { days: days(car.promise.delivery_week) }) : t('car_no_date');
  }

  private amount(minor: number): string {
    return money(minor, this.car?.currency ?? '', this.car?.minor_units ?? 2);
  }

  private figures(car: Car): TemplateResult {
    const figure = (name: string, value: string, more: string) => html`<div><dt>${name}</dt><dd><b>${value}</b><span>${more}</span></dd></div>`;
    const open = car.state === 'booked' || car.state === 'held';
    const { promise, place } = car;
    const counted = countedWindow(car);
    const early = counted ? counted.early : promise?.window_early;
    const late = counted ? counted.late : promise?.window_late;
    return html`<dl class="figures">
      ${open && promise?.delivery_week ? figure(t('delivery'), weekName(promise.delivery_week), promise.wait_weeks === null ? '' : t('in_wait', { wait: weeks(promise.wait_weeks) })) : nothing}
      ${open && early
        ? figure(t('window'), `${date(monday(early))} – ${late ? date(new Date(monday(late).getTime() + 6 * 86_400_000)) : t('after_plan')}`, counted && counted.probability !== null ? t('car_window_counted', { share: percent(counted.probability), n: counted.futures ?? 0 }) : t('car_window_words'))
        : nothing}
      ${place ? figure(t('effect_place'), number(place.ahead + 1), t('car_place', { ahead: place.ahead, all: place.in_line, same: place.same_week })) : nothing}
      ${figure(t('car_paid'), this.amount(car.money.paid_minor), t('car_of_price', { price: this.amount(car.money.price_minor) }))}
    </dl>`;
  }

  /** Whether the maker is behind what was promised first, without a word of comfort that is not true. */
  private honest(car: Car): TemplateResult | typeof nothing {
    const first = car.first_promise.delivery_week;
    const now = car.promise?.delivery_week ?? null;
    if (!['booked', 'held', 'delivered'].includes(car.state) || !first || first === now) {
      return nothing;
    }
    const own = car.told.some((one) => one.by_customer);
    if (now === null || now > first) {
      return html`<p class="notice later_than_first">${t(own ? 'car_later_own' : 'car_later', { first: days(first), now: now ? days(now) : t('no_date'), wait: weeks(between(first, now)) })}</p>`;
    }
    return html`<p class="notice earlier_than_first">${t('car_earlier', { first: days(first), wait: weeks(between(now, first)) })}</p>`;
  }

  private nextSection(car: Car): TemplateResult | typeof nothing {
    if (car.next.length === 0) {
      return nothing;
    }
    return html`<section aria-labelledby="next${this.idEnd}"><h2 id="next${this.idEnd}">${t('next_title')}</h2><ol class="chain steps">${car.next.map(
      (step) => html`<li><b>${step.week ? (step.what === 'may_change_until' ? date(new Date(monday(step.week).getTime() + 6 * 86_400_000)) : days(step.week)) : step.day ? date(step.day.slice(0, 10)) : '–'}</b>
        <span>${t(`next_${step.what}` as Key)}${step.amount_minor > 0 ? ` · ${this.amount(step.amount_minor)}` : ''}</span></li>`,
    )}</ol></section>`;
  }

  private toldSection(car: Car): TemplateResult {
    const open = car.state === 'booked' || car.state === 'held';
    const counted = countedWindow(car);
    const all = car.told;
    const rows = all.length > ROWS ? [...all.slice(0, 1), ...all.slice(1 - ROWS)] : all;
    const today: { label: string; promise: Promised }[] = open && car.promise ? [{ label: t('today'), promise: car.promise }] : [];
    const shown = [...rows.map((one) => ({ label: date(one.at.slice(0, 10)), promise: one.promise })), ...today];
    const dated = shown.map((one) => one.promise).filter((one) => one.window_early && one.window_late);
    const from = Math.min(...dated.map((one) => monday(one.window_early ?? '').getTime()));
    const to = Math.max(...dated.map((one) => monday(one.window_late ?? '').getTime() + WEEK_MS));
    const moves = all.flatMap((one, index) => (index === 0 ? [] : [{ one, before: all[index - 1] as Told }])).slice(1 - ROWS);
    return html`<section aria-labelledby="told${this.idEnd}"><h2 id="told${this.idEnd}">${t('told_title')}</h2><p class="lead">${moves.length === 0 ? t('told_never') : t('told_lead')}</p>
      ${moves.length === 0 ? nothing : html`<ol class="history">${moves.map(({ one, before }) => html`<li><time>${date(one.at.slice(0, 10))}</time><div><b>${moveWords(before.promise, one.promise)}</b><p>${whyWords(one)}</p></div></li>`)}</ol>`}
      ${open && counted && dated.length > 0 ? html`<p class="lead">${t('told_windows', { n: counted.futures ?? 0 })}</p>` : nothing}
      <div class="scroll" tabindex="0" role="region" aria-labelledby="told${this.idEnd}"><table class="bars told">
        <thead><tr><th scope="col">${t('told_on')}</th><th scope="col">${t('delivery')}</th><th scope="col">${t('window')}</th><th scope="col"><span class="hidden">${t('told_picture')}</span></th></tr></thead>
        <tbody>${shown.map(
          (one) => html`<tr><th scope="row">${one.label}</th><td>${one.promise.delivery_week ? weekName(one.promise.delivery_week) : t('no_date')}</td>
            <td>${one.promise.window_early && one.promise.window_late ? `${weekName(one.promise.window_early)} – ${weekName(one.promise.window_late)}` : '–'}</td><td>${bar(one.promise, from, to)}</td></tr>`,
        )}</tbody></table></div></section>`;
  }

  private moneySection(car: Car): TemplateResult {
    const { payments, if_cancelled: ended, balance_minor: balance } = car.money;
    return html`<section aria-labelledby="paid${this.idEnd}"><h2 id="paid${this.idEnd}">${t('car_money')}</h2>
      <p class="lead">${t(moneyWords(car))}${balance > 0 ? ` ${t('car_balance', { money: this.amount(balance) })}` : ''}</p>
      ${payments.length === 0
        ? nothing
        : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="paid${this.idEnd}"><table>
            <thead><tr><th scope="col">${t('day')}</th><th scope="col">${t('what')}</th><th scope="col" class="number">${t('amount')}</th></tr></thead>
            <tbody>${payments.map((one) => html`<tr><th scope="row">${date(one.day)}</th><td>${t(`pay_${one.what}` as Key)}</td><td class="number">${this.amount(one.amount_minor)}</td></tr>`)}</tbody></table></div>`}
      ${ended && (car.money.paid_minor > 0 || ended.refund_minor > 0) ? html`<p class="lead">${t('car_if_cancelled', { refund: this.amount(ended.refund_minor), kept: this.amount(ended.kept_minor) })}</p>` : nothing}
    </section>`;
  }
}

/** Of a deposit only those are told who have paid one. */
function moneyWords({ money: { state, paid_minor } }: Car): Key {
  return paid_minor === 0 && (state === 'reserved' || state === 'locked') ? `money_${state}_unpaid` : (`money_${state}` as Key);
}

/** The window as it was counted; a count from before the order's last entry speaks of another date. */
function countedWindow(car: Car): Car['window'] {
  return car.window?.state === 'counted' && (car.window.as_of_entry ?? -1) >= car.position ? car.window : null;
}

/** The days of a week, as people say them: 9 Mar 2026 – 15 Mar 2026. */
function days(week: string): string {
  const first = monday(week);
  return `${date(first)} – ${date(new Date(first.getTime() + 6 * 86_400_000))}`;
}

function whyWords(one: Told): string {
  if (one.by_customer) {
    return t('moved_customer_change');
  }
  const cause = one.why?.cause ?? 'first_promise';
  return cause === 'capacity_cut' && one.why?.resource && one.why.week ? t('moved_capacity_cut', { what: binding(one.why.resource), week: weekName(one.why.week) }) : t(`moved_${cause}` as Key);
}

/** The window and in it the date, on one scale for all rows; the figures stand beside it. */
function bar(promise: Promised, from: number, to: number): TemplateResult | typeof nothing {
  if (!promise.window_early || !promise.window_late || !promise.delivery_week) {
    return nothing;
  }
  const x = (time: number) => (400 * (time - from)) / Math.max(1, to - from);
  const early = x(monday(promise.window_early).getTime());
  const late = x(monday(promise.window_late).getTime() + WEEK_MS);
  const at = x(monday(promise.delivery_week).getTime());
  return html`<svg viewBox="0 0 400 14" preserveAspectRatio="none" width="100%" height="14" aria-hidden="true">
    ${svg`<rect class="f-window" x=${early} y="3" width=${late - early} height="8"></rect><rect class="f-s1" x=${at} width=${x(from + WEEK_MS)} height="14"></rect>`}</svg>`;
}

customElements.define('car-view', CarView);
