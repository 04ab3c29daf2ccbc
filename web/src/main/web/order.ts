import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { get, getPatiently, Refused, type Order, type Promised, type Session } from './api';
import './order-change';
import { pulse } from './pulse';
import { failed, loading } from './states';
import { binding, date, money, number, percent, t, weekName, weeks, type Key } from './words';

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
  [more: string]: unknown;
}

interface Why {
  stretches: { from_week: string; to_week: string; weeks: number; cause: string; resources: string[] }[];
  reliefs: { resource: string; week: string; build_week: string }[];
  wait_weeks: Record<string, number>;
}

interface Alternatives {
  alternatives: { market: string; model: string; trim: string; options: string[]; weeks_gained: number; promise: Promised }[];
}

/** The first ones are the earliest. */
const RELIEFS = 3;

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
  private readonly moved = () => void this.load(false);

  constructor() {
    super();
    this.order = '';
    this.known = null;
    this.history = null;
    this.why = null;
    this.instead = null;
    this.fault = null;
    this.whyFault = '';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    pulse.addEventListener('moved', this.moved);
  }

  override disconnectedCallback(): void {
    pulse.removeEventListener('moved', this.moved);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('order')) {
      this.known = null;
      void this.load(true);
    }
  }

  private get path(): string {
    return `/api/v1/orders/${encodeURIComponent(this.order)}`;
  }

  private async load(whole: boolean): Promise<void> {
    try {
      const known = await get<Known>(this.path);
      const same = this.known?.position === known.position;
      this.known = known;
      this.fault = null;
      if (whole || !same) {
        this.history = (await get<{ entries: Entry[] }>(`${this.path}/history`)).entries;
        await this.explain(known);
      }
    } catch (fault) {
      this.fault = fault;
    }
  }

  private async explain(known: Known): Promise<void> {
    if (known.state !== 'booked' && known.state !== 'held') {
      this.why = null;
      this.instead = null;
      return;
    }
    try {
      this.why = await getPatiently<Why>(`${this.path}/why`, 5);
      this.instead = await getPatiently<Alternatives>(`${this.path}/alternatives`, 5);
      this.whyFault = '';
    } catch (fault) {
      this.whyFault = fault instanceof Error ? fault.message : t('gone_words');
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
      <p class="lead">${known.model} ${known.trim}${known.options.length > 0 ? html` · ${known.options.join(', ')}` : nothing} · ${known.market} · ${t(`state_${known.state}` as Key)}</p>
      ${this.figures(known)} ${this.window(known)}
      <order-change .session=${this.session} .known=${known} @changed=${() => void this.load(true)}></order-change>
      ${this.whySection()} ${this.insteadSection()} ${this.historySection()}`;
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

  private whySection(): TemplateResult | typeof nothing {
    const why = this.why;
    if (!why) {
      return this.whyFault === '' ? nothing : html`<section><h2>${t('why_title')}</h2><p class="lead">${this.whyFault}</p></section>`;
    }
    return html`<section aria-labelledby="why"><h2 id="why">${t('why_title')}</h2>
      ${why.stretches.length === 0
        ? html`<p class="lead">${t('why_nothing')}</p>`
        : html`<ol class="chain">${why.stretches.map(
            (stretch) => html`<li><b>${stretch.from_week === stretch.to_week ? weekName(stretch.from_week) : `${weekName(stretch.from_week)} – ${weekName(stretch.to_week)}`}</b>
              <span>${weeks(stretch.weeks)}</span>
              <span>${stretch.resources.length > 0 ? t('full', { what: stretch.resources.map((one) => binding(one)).join(' + ') }) : t(`cause_${stretch.cause}` as Key)}</span></li>`,
          )}</ol>`}
      ${why.reliefs.length > 0
        ? html`<h3>${t('reliefs')}</h3><ul class="prose">${why.reliefs.slice(0, RELIEFS).map((relief) => html`<li>${t('relief', { what: binding(relief.resource), week: weekName(relief.week), build: weekName(relief.build_week) })}</li>`)}</ul>`
        : nothing}
    </section>`;
  }

  private insteadSection(): TemplateResult | typeof nothing {
    if (!this.instead) {
      return nothing;
    }
    const offers = this.instead.alternatives;
    return html`<section aria-labelledby="instead"><h2 id="instead">${t('instead_title')}</h2>
      ${offers.length === 0
        ? html`<p class="lead">${t('instead_none')}</p>`
        : html`<p class="lead">${t('instead_lead')}</p><div class="scroll" tabindex="0" role="region" aria-labelledby="instead"><table>
            <thead><tr><th scope="col">${t('car')}</th><th scope="col">${t('delivery')}</th><th scope="col" class="number">${t('gained')}</th></tr></thead>
            <tbody>${offers.slice(0, 30).map(
              (offer) => html`<tr><th scope="row">${offer.model} ${offer.trim}${offer.options.length > 0 ? ` · ${offer.options.join(', ')}` : ''}</th>
                <td>${offer.promise.delivery_week ? weekName(offer.promise.delivery_week) : '–'}</td><td class="number">${weeks(offer.weeks_gained)}</td></tr>`,
            )}</tbody></table></div>`}
    </section>`;
  }

  private historySection(): TemplateResult | typeof nothing {
    if (!this.history) {
      return nothing;
    }
    return html`<section aria-labelledby="history"><h2 id="history">${t('history_title')}</h2>
      <ol class="history">${this.history.map((entry) => {
        const when = entry.recorded_at ?? entry.at;
        const promise = entry.promise ?? (entry['to'] as Promised | undefined);
        return html`<li><time>${when ? date(String(when).slice(0, 19), true) : ''}</time>
          <div><b>${this.kind(entry.kind)}</b>${promise?.delivery_week ? html` · ${weekName(promise.delivery_week)}` : nothing}
            ${entry.reason ? html`<p>${entry.reason}</p>` : nothing}<small>${t('entry_by', { n: number(entry.position), who: String(entry.actor ?? '–') })}</small></div></li>`;
      })}</ol></section>`;
  }

  private kind(kind: string): string {
    const key = `entry_${kind.replaceAll('-', '_')}` as Key;
    const text = t(key);
    return text === key ? kind : text;
  }
}

customElements.define('order-page', OrderPage);
