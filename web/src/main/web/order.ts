import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { get, getPatiently, Refused, type Order, type Promised, type Session } from './api';
import { Following } from './following';
import { moveWords } from './moves';
import './order-change';
import './order-links';
import { insteadSection, whySection, type Alternatives, type Why } from './reasons';
import { said } from './refusals';
import { failed, loading } from './states';
import { binding, date, money, number, percent, product, t, weekName, weeks, type Key } from './words';

interface Known extends Order {
  state: string;
  booked_at: string;
  moves: number;
  position: number;
  customer?: string | null;
  first_promise: Promised;
  window?: { state: string; early: string | null; late: string | null; confidence: number | null; probability: number | null; probability_of_promised_week: number | null; futures: number | null } | null;
}

interface Entry {
  position: number;
  kind: string;
  recorded_at?: string;
  at?: string;
  actor?: string;
  reason?: string;
  promise?: Promised | null;
  /** Of a date that moved: the one before, and what moved it. */
  from?: Promised;
  why?: { cause: string; resource?: string; week?: string };
  [more: string]: unknown;
}

/** A book in motion is asked again no more often than this. */
const REST_MS = 2_000;

/** One order: when it comes, why so late, what instead, and everything that was ever said about it. */
export class OrderPage extends LitElement {
  static override properties = { session: { attribute: false }, order: {}, known: { state: true }, history: { state: true }, why: { state: true }, instead: { state: true }, fault: { state: true }, whyFault: { state: true } };

  declare session: Session;
  declare order: string;
  declare known: Known | null;
  declare history: Entry[] | null;
  declare why: Why | null;
  declare instead: Alternatives | null;
  declare fault: unknown;
  declare whyFault: string;

  constructor() {
    super();
    this.order = '';
    this.known = null;
    this.history = null;
    this.why = null;
    this.instead = null;
    this.fault = null;
    this.whyFault = '';
    new Following(this, REST_MS, () => this.load(false));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('order')) {
      this.known = null;
      this.history = null;
      this.why = null;
      this.instead = null;
      this.fault = null;
      this.whyFault = '';
      void this.load(true);
    }
  }

  private get path(): string {
    return `/api/v1/orders/${encodeURIComponent(this.order)}`;
  }

  private async load(whole: boolean): Promise<void> {
    const path = this.path;
    try {
      const known = await get<Known>(path);
      if (path !== this.path) {
        return;
      }
      const same = this.known?.position === known.position;
      this.known = known;
      this.fault = null;
      if (whole || !same || this.history === null) {
        const { entries } = await get<{ entries: Entry[] }>(`${path}/history`);
        if (path === this.path) {
          this.history = entries;
          await this.explain(known, path);
        }
      }
    } catch (fault) {
      if (path === this.path) {
        this.fault = fault;
      }
    }
  }

  /** @param path of the order that is asked about: when another is shown by then, the answer is for nobody */
  private async explain(known: Known, path: string): Promise<void> {
    if (known.state !== 'booked' && known.state !== 'held') {
      this.why = null;
      this.instead = null;
      return;
    }
    try {
      const why = await getPatiently<Why>(`${path}/why`, 5);
      if (path !== this.path) {
        return;
      }
      this.why = why;
      const instead = await getPatiently<Alternatives>(`${path}/alternatives`, 5);
      if (path !== this.path) {
        return;
      }
      this.instead = instead;
      this.whyFault = '';
    } catch (fault) {
      if (path !== this.path) {
        return;
      }
      this.whyFault = said(fault);
    }
  }

  override render(): TemplateResult {
    const known = this.known;
    if (!known) {
      return this.fault instanceof Refused && this.fault.status === 404
        ? html`<div class="state"><h1 class="wrap">${t('no_such_order', { order: this.order })}</h1><p class="lead"><a href="#/orders">${t('orders')}</a></p></div>`
        : this.fault
          ? failed(this.fault, () => void this.load(true))
          : loading(this.order);
    }
    return html`${this.session.role === 'customer' ? nothing : html`<p class="path"><a href="#/orders">${t('orders')}</a></p>`}
      <h1 class="wrap">${known.order_id}</h1>
      <p class="lead">${product(known)}${known.options.length > 0 ? html` · ${known.options.join(', ')}` : nothing} · ${known.market} · ${t(`state_${known.state}` as Key)}</p>
      ${this.figures(known)} ${this.window(known)}
      <order-change .session=${this.session} .known=${known} @changed=${() => void this.load(true)}></order-change>
      <order-links .session=${this.session} .order=${known.order_id}></order-links>
      ${whySection(this.why, this.whyFault)} ${insteadSection(this.instead)} ${this.historySection()}`;
  }

  private figures(known: Known): TemplateResult {
    const now = known.promise;
    const first = known.first_promise;
    const figure = (name: string, value: string, more: string) => html`<div><dt>${name}</dt><dd><b>${value}</b><span>${more}</span></dd></div>`;
    return html`<dl class="figures">
      ${figure(t('delivery'), now?.delivery_week ? weekName(now.delivery_week) : t('no_date'), now && now.wait_weeks !== null ? t('in_wait', { wait: weeks(now.wait_weeks) }) : '')}
      ${figure(t('window'), now?.window_early && now.window_late ? `${weekName(now.window_early)} – ${weekName(now.window_late)}` : '–', t('window_words'))}
      ${known.window?.state === 'counted' && known.window.early
        ? figure(t('counted_window'), `${weekName(known.window.early)} – ${known.window.late ? weekName(known.window.late) : t('after_plan')}`, t('holds_with', { share: percent(known.window.probability ?? 0), n: known.window.futures ?? 0 }))
        : nothing}
      ${figure(t('first_promise'), first.delivery_week ? weekName(first.delivery_week) : t('no_date'), known.moves === 0 ? t('never_moved') : t('moved', { n: known.moves }))}
      ${figure(t('what_binds'), now ? binding(now.binding) : '–', now?.line ? t('on_line', { line: now.line }) : '')}
      ${figure(t('deposit'), money(known.deposit_minor, this.session.currency, this.session.minor_units), known.priority)}
      ${figure(t('locked'), date(known.locked_at, true), known.customer ? t('customer_is', { name: known.customer }) : '')}
    </dl>`;
  }

  private window(known: Known): TemplateResult | typeof nothing {
    const first = known.first_promise;
    const now = known.promise;
    if (!now?.delivery_week || !first.delivery_week || first.delivery_week === now.delivery_week) {
      return nothing;
    }
    const words = now.delivery_week > first.delivery_week ? 'later_than_first' : 'earlier_than_first';
    return html`<p class="notice ${words}">${t(words as Key, { first: weekName(first.delivery_week), now: weekName(now.delivery_week) })}</p>`;
  }

  private historySection(): TemplateResult | typeof nothing {
    if (!this.history) {
      return nothing;
    }
    return html`<section aria-labelledby="history"><h2 id="history">${t('history_title')}</h2>
      <ol class="history">${this.history.map((entry) => {
        const when = entry.recorded_at ?? entry.at;
        const promise = entry.promise ?? (entry['to'] as Promised | undefined);
        return html`<li><time>${when ? t('clock_utc', { time: date(String(when).slice(0, 19), true) }) : ''}</time>
          <div><b>${this.kind(entry.kind)}</b>${promise && entry.from ? html` · ${moveWords(entry.from, promise)}` : promise?.delivery_week ? html` · ${weekName(promise.delivery_week)}` : nothing}
            ${entry.why ? html`<p>${whyMoved(entry.why)}</p>` : nothing}
            ${entry.reason ? html`<p>${entry.reason}</p>` : nothing}<small>${t('entry_by', { n: number(entry.position), who: String(entry.actor ?? '–') })}</small></div></li>`;
      })}</ol></section>`;
  }

  private kind(kind: string): string {
    const key = `entry_${kind.replaceAll('-', '_')}` as Key;
    const text = t(key);
    return text === key ? kind : text;
  }
}

/** What moved a date, as the house says it. */
function whyMoved(why: NonNullable<Entry['why']>): string {
  return t(`entry_why_${why.cause}` as Key, { what: binding(why.resource ?? null), week: why.week ? weekName(why.week) : '' });
}

customElements.define('order-page', OrderPage);
