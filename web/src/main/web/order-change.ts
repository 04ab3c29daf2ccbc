import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ask, get, onceKey, Refused, type Order, type Promised, type Session } from './api';
import { said } from './refusals';
import { money, product, t, weekName, weeks, type Key } from './words';

interface Catalogue {
  markets: string[];
  products: { model: string; trim: string; price_minor: number; options: { name: string; price_minor: number }[] }[];
}

export interface Settled {
  cause: string;
  paid_minor: number;
  refund_minor: number;
  kept_minor: number;
  penalty_minor: number;
  pay_days: number;
}

interface Trial {
  promise: Promised;
  after: Promised | null;
  kept_rank: boolean | null;
  terms: { price_before_minor: number; price_after_minor: number; deposit_before_minor: number; deposit_after_minor: number } | null;
  if_cancelled: Settled | null;
  gains: { orders: number; most_weeks: number; first: { order_id: string; model: string; trim: string; market: string; delivery_before: string | null; delivery_after: string | null; weeks: number }[] };
}

interface Draft {
  market: string;
  model: string;
  trim: string;
  options: string[];
  earliest: string;
  reason: string;
}

type Action = 'none' | 'change' | 'cancel';

/** Which field a refusal of the book is about. */
const FIELD_OF: Record<string, string> = { UNKNOWN_MARKET: 'market', NO_QUOTA: 'market', UNKNOWN_PRODUCT: 'trim', NO_LINE: 'trim', OPTION_NOT_OFFERED: 'options' };
const FIELDS = ['market', 'model', 'trim', 'options', 'earliest_week', 'reason'];
const REASON_MAX = 200;

/** Changes or cancels an order: first what would become of it, tried on a copy of the book, then for good. */
class OrderChange extends LitElement {
  static override properties = { session: { attribute: false }, known: { attribute: false }, idEnd: {}, action: { state: true }, catalogue: { state: true }, draft: { state: true }, trial: { state: true }, fault: { state: true }, faultAt: { state: true }, busy: { state: true }, said: { state: true } };

  declare session: Session;
  declare known: Order;
  /** Behind the ids of its parts where several orders stand on a page; empty for one alone. */
  declare idEnd: string;
  declare action: Action;
  declare catalogue: Catalogue | null;
  declare draft: Draft;
  declare trial: Trial | null;
  declare fault: string;
  declare faultAt: string;
  declare busy: boolean;
  declare said: string;
  private key = '';

  constructor() {
    super();
    this.idEnd = '';
    this.action = 'none';
    this.catalogue = null;
    this.trial = null;
    this.fault = '';
    this.faultAt = '';
    this.busy = false;
    this.said = '';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('known') as Order | undefined;
    if (before && before.order_id !== this.known.order_id) {
      this.said = '';
      this.leave();
    }
  }

  private get path(): string {
    return `/api/v1/orders/${encodeURIComponent(this.known.order_id)}`;
  }

  private may(what: 'change_order' | 'cancel_order'): boolean {
    return this.session.may.includes(what);
  }

  private async begin(action: Action): Promise<void> {
    const known = this.known;
    this.draft = { market: known.market, model: known.model, trim: known.trim, options: [...known.options], earliest: known.earliest_week ?? '', reason: '' };
    this.action = action;
    this.trial = null;
    this.fault = '';
    this.said = '';
    if (action === 'cancel') {
      await this.attempt();
    } else if (!this.catalogue) {
      try {
        this.catalogue = await get<Catalogue>('/api/v1/catalogue');
      } catch (fault) {
        this.tell(fault);
      }
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>('.doing select, .doing input')?.focus();
  }

  private leave(): void {
    this.action = 'none';
    this.trial = null;
    this.fault = '';
  }

  private set<K extends keyof Draft>(field: K, value: Draft[K]): void {
    const next = { ...this.draft, [field]: value };
    const offered = this.catalogue?.products ?? [];
    if (field === 'model' && !offered.some((one) => one.model === next.model && one.trim === next.trim)) {
      next.trim = offered.find((one) => one.model === next.model)?.trim ?? next.trim;
    }
    const options = offered.find((one) => one.model === next.model && one.trim === next.trim)?.options.map((one) => one.name) ?? [];
    if (field === 'model' || field === 'trim') {
      next.options = next.options.filter((one) => options.includes(one));
    }
    this.draft = next;
    if (field !== 'reason') {
      this.trial = null;
    }
    this.fault = '';
  }

  /** What is to be other than it is; null when nothing is. */
  private wish(): Record<string, unknown> | null {
    const { known, draft } = this;
    const wish: Record<string, unknown> = {};
    for (const field of ['market', 'model', 'trim'] as const) {
      if (draft[field] !== known[field]) {
        wish[field] = draft[field];
      }
    }
    if ([...draft.options].sort().join() !== [...known.options].sort().join()) {
      wish['options'] = draft.options;
    }
    if (draft.earliest !== '' && draft.earliest !== known.earliest_week) {
      wish['earliest_week'] = draft.earliest;
    }
    return Object.keys(wish).length === 0 ? null : wish;
  }

  private tell(fault: unknown): void {
    this.fault = said(fault);
    const named = fault instanceof Refused ? (FIELD_OF[fault.code] ?? fault.field.replace(/\[.*/, '')) : '';
    this.faultAt = FIELDS.includes(named) ? named : '';
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  private wrong(field: string, words: string): void {
    this.tell(new Refused(400, '', words, field, 0));
  }

  private async attempt(): Promise<void> {
    const wish = this.wish();
    if (this.action === 'change' && wish === null) {
      this.wrong('', t('do_nothing'));
      return;
    }
    if (this.action === 'change' && this.draft.earliest !== '' && !/^\d{4}-W\d{2}$/.test(this.draft.earliest)) {
      this.wrong('earliest_week', t('week_shape'));
      return;
    }
    this.busy = true;
    try {
      this.trial = this.action === 'change' ? await ask<Trial>('POST', `${this.path}/change-trial`, wish) : await ask<Trial>('POST', `${this.path}/cancel-trial`);
      this.fault = '';
      this.key = onceKey();
      await this.updateComplete;
      this.querySelector<HTMLElement>('.effect')?.focus();
    } catch (fault) {
      this.trial = null;
      this.tell(fault);
    } finally {
      this.busy = false;
    }
  }

  private async doIt(): Promise<void> {
    const expected = this.trial?.after?.delivery_week ?? null;
    const reason = this.draft.reason.trim();
    this.busy = true;
    try {
      if (this.action === 'change') {
        const done = await ask<{ promise: Promised }>('POST', `${this.path}/change`, { ...this.wish(), ...(reason === '' ? {} : { reason }) }, { 'Idempotency-Key': this.key });
        const found = done.promise.delivery_week;
        this.said = found === expected ? t('done_changed', { date: this.date(done.promise) }) : t('done_differs', { date: this.date(done.promise), before: expected ? weekName(expected) : t('no_date') });
      } else {
        await ask('DELETE', this.path + (reason === '' ? '' : `?reason=${encodeURIComponent(reason)}`), undefined, { 'Idempotency-Key': this.key });
        this.said = t('done_cancelled');
      }
      this.leave();
      this.dispatchEvent(new CustomEvent('changed', { bubbles: true }));
      await this.updateComplete;
      this.querySelector<HTMLElement>('.said')?.focus();
    } catch (fault) {
      this.tell(fault);
    } finally {
      this.busy = false;
    }
  }

  override render(): TemplateResult | typeof nothing {
    const open = ['booked', 'held'].includes((this.known as Order & { state: string }).state);
    const said = this.said === '' ? nothing : html`<p class="notice said" role="status" tabindex="-1">${this.said}</p>`;
    if (!open) {
      return said;
    }
    return html`${said}<section aria-labelledby="do${this.idEnd}"><h2 id="do${this.idEnd}">${t('do_title')}</h2>
      ${this.may('change_order') || this.may('cancel_order')
        ? this.action === 'none'
          ? html`<p class="doings">
              ${this.may('change_order') ? html`<button type="button" class="plain" data-do="change" @click=${() => void this.begin('change')}>${t('do_change')}</button>` : nothing}
              ${this.may('cancel_order') ? html`<button type="button" class="plain" data-do="cancel" @click=${() => void this.begin('cancel')}>${t('do_cancel')}</button>` : nothing}</p>`
          : this.form()
        : html`<p class="lead">${t('do_not')}</p>`}
    </section>`;
  }

  private form(): TemplateResult {
    const general = this.fault !== '' && this.faultAt === '';
    return html`<form class="doing" novalidate @submit=${(event: Event) => this.submit(event)} @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.leave()}>
      <h3>${t(this.action === 'change' ? 'do_change' : 'do_cancel')}</h3>
      <div class="filters">
        ${this.action === 'change' ? this.choices() : nothing}
        <label class="wide">${t('do_reason')}<input name="reason" maxlength=${REASON_MAX} autocomplete="off" .value=${this.draft.reason} @input=${(event: Event) => this.set('reason', (event.target as HTMLInputElement).value)} /></label>
      </div>
      ${general ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${this.trial ? this.effect(this.trial) : nothing}
      <p class="doings">
        ${this.trial
          ? html`<button type="submit" ?disabled=${this.busy}>${t(this.action === 'change' ? 'do_change_for_good' : 'do_cancel_for_good')}</button>`
          : html`<button type="submit" ?disabled=${this.busy}>${t('do_preview')}</button>`}
        <button type="button" class="plain" @click=${() => this.leave()}>${t('do_leave')}</button></p>
    </form>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    void (this.trial ? this.doIt() : this.attempt());
  }

  private choices(): TemplateResult {
    const offered = this.catalogue?.products ?? [];
    const { draft } = this;
    const models = [...new Set([...offered.map((one) => one.model), draft.model])];
    const trims = [...new Set([...offered.filter((one) => one.model === draft.model).map((one) => one.trim), draft.trim])];
    const options = offered.find((one) => one.model === draft.model && one.trim === draft.trim)?.options ?? [];
    const markets = [...new Set([...(this.catalogue?.markets ?? []), draft.market])];
    return html`${this.select('model', t('model'), models)} ${this.select('trim', t('trim'), trims)}
      ${this.session.role === 'customer' ? nothing : this.select('market', t('market'), markets)}
      ${options.length === 0
        ? nothing
        : html`<fieldset class="options" aria-describedby=${this.at('options') ? `options-fault${this.idEnd}` : nothing}><legend>${t('options')}</legend>
            ${options.map((option) => html`<label class="check"><input type="checkbox" aria-invalid=${this.at('options') ? 'true' : 'false'} .checked=${draft.options.includes(option.name)} @change=${(event: Event) => this.choose(option.name, (event.target as HTMLInputElement).checked)} />${option.name}</label>`)}
            ${this.faultOf('options')}</fieldset>`}
      <label>${t('do_earliest')}<input class="week" name="earliest_week" placeholder="2026-W08" .value=${draft.earliest} aria-invalid=${this.at('earliest_week') ? 'true' : 'false'}
        aria-describedby=${this.at('earliest_week') ? `earliest_week-fault${this.idEnd}` : nothing} @input=${(event: Event) => this.set('earliest', (event.target as HTMLInputElement).value.trim().toUpperCase())} />${this.faultOf('earliest_week')}</label>`;
  }

  private choose(option: string, chosen: boolean): void {
    this.set('options', chosen ? [...this.draft.options, option] : this.draft.options.filter((one) => one !== option));
  }

  private select(field: 'market' | 'model' | 'trim', name: string, values: string[]): TemplateResult {
    return html`<label>${name}<select name=${field} aria-invalid=${this.at(field) ? 'true' : 'false'} aria-describedby=${this.at(field) ? `${field}-fault${this.idEnd}` : nothing}
      @change=${(event: Event) => this.set(field, (event.target as HTMLSelectElement).value)}>
      ${values.map((one) => html`<option value=${one} ?selected=${one === this.draft[field]}>${one}</option>`)}</select>${this.faultOf(field)}</label>`;
  }

  private at(field: string): boolean {
    return this.fault !== '' && this.faultAt === field;
  }

  private faultOf(field: string): TemplateResult | typeof nothing {
    return this.at(field) ? html`<span id=${`${field}-fault${this.idEnd}`} class="fault" role="alert">${this.fault}</span>` : nothing;
  }

  private date(promise: Promised): string {
    return promise.delivery_week ? weekName(promise.delivery_week) : t('no_date');
  }

  private amount(minor: number): string {
    return money(minor, this.session.currency, this.session.minor_units);
  }

  private effect(trial: Trial): TemplateResult {
    const figure = (name: string, value: string, more: string) => html`<div><dt>${name}</dt><dd><b>${value}</b><span>${more}</span></dd></div>`;
    const difference = (before: number, after: number) => (before === after ? t('unchanged') : (after > before ? '+' : '−') + this.amount(Math.abs(after - before)));
    const { after, terms } = trial;
    return html`<div class="effect" tabindex="-1" role="region" aria-label=${t('effect_title')}>
      <h3>${t('effect_title')}</h3>
      <dl class="figures">
        ${after
          ? html`${figure(t('effect_date'), this.date(after), t('effect_was', { date: this.date(trial.promise) }))}
              ${figure(t('wait'), after.wait_weeks === null ? '–' : weeks(after.wait_weeks), '')}
              ${figure(t('effect_place'), t(trial.kept_rank ? 'effect_kept' : 'effect_behind'), '')}
              ${terms ? html`${figure(t('price'), this.amount(terms.price_after_minor), difference(terms.price_before_minor, terms.price_after_minor))} ${figure(t('deposit'), this.amount(terms.deposit_after_minor), difference(terms.deposit_before_minor, terms.deposit_after_minor))}` : nothing}`
          : nothing}
        ${trial.if_cancelled
          ? html`${figure(t('effect_refund'), this.amount(trial.if_cancelled.refund_minor), this.when(trial.if_cancelled))}
              ${figure(t('effect_kept_money'), this.amount(trial.if_cancelled.kept_minor), t('effect_paid', { money: this.amount(trial.if_cancelled.paid_minor) }))}`
          : nothing}
        ${figure(t('effect_others'), String(trial.gains.orders), trial.gains.orders === 0 ? t('effect_gain_none') : t('effect_gain', { wait: weeks(trial.gains.most_weeks) }))}
      </dl>
      ${after ? nothing : html`<p class="lead">${trial.if_cancelled ? t(`end_${trial.if_cancelled.cause}` as Key) : t('end_none')}</p>`}
      ${trial.gains.orders > 0 ? html`<p class="lead">${t('effect_gain_how')}</p>` : nothing}
      ${trial.gains.first.length > 0 ? this.gainers(trial) : nothing}
    </div>`;
  }

  private when(settled: Settled): string {
    return settled.refund_minor === 0 ? '' : settled.pay_days === 0 ? t('effect_at_once') : t('effect_within', { n: settled.pay_days });
  }

  private gainers(trial: Trial): TemplateResult {
    return html`<details><summary>${t('effect_who')}</summary><div class="scroll" tabindex="0" role="region" aria-label=${t('effect_who')}><table class="cards">
      <thead><tr><th scope="col">${t('order')}</th><th scope="col">${t('car')}</th><th scope="col">${t('delivery')}</th><th scope="col">${t('then')}</th><th scope="col" class="number">${t('gained')}</th></tr></thead>
      <tbody>${trial.gains.first.map(
        (one) => html`<tr><th scope="row"><a href="#/orders/${encodeURIComponent(one.order_id)}">${one.order_id}</a></th><td data-head=${t('car')}>${product(one)} <small>${one.market}</small></td>
          <td data-head=${t('delivery')}>${one.delivery_before ? weekName(one.delivery_before) : t('no_date')}</td><td data-head=${t('then')}>${one.delivery_after ? weekName(one.delivery_after) : t('no_date')}</td><td class="number" data-head=${t('gained')}>${weeks(one.weeks)}</td></tr>`,
      )}</tbody></table></div></details>`;
  }
}

customElements.define('order-change', OrderChange);
