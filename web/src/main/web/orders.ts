import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { get, Refused, type Board, type Order, type Session } from './api';
import { Following } from './following';
import { LongList } from './long-list';
import { said } from './refusals';
import { failed, loading, noPermission } from './states';
import { binding, date, money, product, t, weekName, weeks, type Key } from './words';

interface Found {
  position: number;
  total: number;
  offset: number;
  orders: Order[];
}

const ROW = 44;
/** The row of headings stays on top of the others. */
const HEAD = 44;
const PAGE = 100;
const TYPING_MS = 200;
const REST_MS = 5_000;
const FILTERS = ['find', 'market', 'model', 'trim', 'from_week', 'to_week', 'without_date', 'sort', 'descending'] as const;
type Filter = (typeof FILTERS)[number];
const WEEKS = ['from_week', 'to_week'] as const;

function isOf(flaw: Refused, filter: Filter): boolean {
  return flaw.field === filter || flaw.message.includes(filter);
}

/** All open orders: only the rows in sight are asked for, however many there are. */
export class OrdersPage extends LitElement {
  static override properties = { session: { attribute: false }, query: {}, total: { state: true }, fault: { state: true }, first: { state: true }, lines: { state: true }, drawn: { state: true } };

  declare session: Session;
  declare query: string;
  declare total: number;
  declare fault: unknown;
  declare first: number;
  declare lines: Board['lines'];
  declare drawn: number;
  private pages = new Map<number, Order[] | 'asked' | 'failed'>();
  private round = 0;
  private typing = 0;
  private list: HTMLElement | null = null;
  private readonly long = new LongList();
  /** The row that is drawn first. */
  private from = 0;
  private readonly following = new Following(this, REST_MS, () => this.forget(true));

  constructor() {
    super();
    this.query = '';
    this.total = -1;
    this.fault = null;
    this.first = 0;
    this.lines = [];
    this.drawn = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    get<Board>('/api/v1/board').then(
      (board) => (this.lines = board.lines),
      () => (this.lines = []),
    );
  }

  override disconnectedCallback(): void {
    window.clearTimeout(this.typing);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('query')) {
      this.first = 0;
      this.forget(false);
    }
  }

  private value(filter: Filter): string {
    return new URLSearchParams(this.query).get(filter) ?? '';
  }

  private set(filter: Filter, value: string): void {
    const query = new URLSearchParams(this.query);
    if (value === '') {
      query.delete(filter);
    } else {
      query.set(filter, value);
    }
    if (filter === 'model') {
      query.delete('trim');
    }
    this.query = query.toString();
    history.replaceState(null, '', `#/orders${this.query === '' ? '' : '?' + this.query}`);
  }

  /** @param keep what is shown until the new answer is there */
  private forget(keep: boolean): void {
    this.round++;
    this.pages = keep ? new Map([...this.pages].filter(([page, rows]) => typeof rows !== 'string' && Math.abs(page - Math.floor(this.first / PAGE)) <= 1)) : new Map();
    void this.fetch(Math.floor(this.first / PAGE), true);
  }

  private async fetch(page: number, again = false): Promise<void> {
    if (!again && this.pages.has(page)) {
      return;
    }
    if (!this.pages.has(page)) {
      this.pages.set(page, 'asked');
    }
    const round = this.round;
    const asked = new URLSearchParams([...new URLSearchParams(this.query)].filter(([name]) => FILTERS.includes(name as Filter)));
    asked.set('offset', String(page * PAGE));
    asked.set('limit', String(PAGE));
    try {
      const found = await get<Found>(`/api/v1/order-search?${asked}`);
      if (round === this.round) {
        this.pages.set(page, found.orders);
        this.total = found.total;
        this.fault = null;
        this.drawn++;
      }
    } catch (fault) {
      if (round === this.round) {
        // A page that failed is left alone for a while: each drawing would ask for it again, and fail again.
        if (this.pages.get(page) === 'asked') {
          this.pages.set(page, 'failed');
        }
        this.fault = fault;
        if (!(fault instanceof Refused && fault.status === 400)) {
          this.following.soon();
        }
      }
    }
  }

  override render(): TemplateResult {
    if (!this.session.may.includes('search_orders')) {
      return noPermission('orders');
    }
    const flaw = this.fault instanceof Refused && this.fault.status === 400 ? this.fault : null;
    return html`<h1 class="small">${this.total < 0 || flaw ? t('orders') : this.query === '' ? t('orders_all', { n: this.total }) : t('orders_found', { n: this.total })}</h1>
      ${this.filters(flaw)}
      ${this.fault && !flaw && this.total < 0
        ? failed(this.fault, () => this.forget(false))
        : flaw
          ? WEEKS.some((filter) => isOf(flaw, filter))
            ? nothing
            : html`<p class="fault" role="alert">${said(flaw)}</p>`
          : this.total < 0
            ? loading(t('orders'))
            : this.total === 0
              ? html`<section><h2>${this.query === '' ? t('empty_title') : t('none_found')}</h2><p class="lead">${this.query === '' ? t('empty_words') : t('none_found_words')}</p></section>`
              : this.rows()}`;
  }

  private filters(flaw: Refused | null): TemplateResult {
    const models = [...new Set(this.lines.map((line) => line.model))];
    const trims = [...new Set(this.lines.filter((line) => this.value('model') === '' || line.model === this.value('model')).map((line) => line.trim))];
    const markets = [...new Set(this.lines.map((line) => line.market))];
    return html`<form class="filters" role="search" @submit=${(event: Event) => event.preventDefault()}>
      <label>${t('find')}<input type="search" maxlength="64" .value=${this.value('find')} placeholder=${t('find_hint')} @input=${this.type} /></label>
      ${this.choice('market', t('market'), markets)} ${this.choice('model', t('model'), models)} ${this.choice('trim', t('trim'), trims)}
      ${this.weekField('from_week', t('delivery_from'), flaw)} ${this.weekField('to_week', t('delivery_to'), flaw)}
      <label>${t('sort')}<select @change=${(event: Event) => this.sort((event.target as HTMLSelectElement).value)}>
        ${(['locked', 'locked-', 'delivery', 'delivery-', 'deposit-'] as const).map((one) => html`<option value=${one} ?selected=${one === this.sorted}>${t(`sort_${one.replace('-', '_down')}` as Key)}</option>`)}
      </select></label>
      <label class="check"><input type="checkbox" .checked=${this.value('without_date') === 'true'} @change=${(event: Event) => this.set('without_date', (event.target as HTMLInputElement).checked ? 'true' : '')} />${t('only_without_date')}</label>
      ${this.query === '' ? nothing : html`<button type="button" class="plain" @click=${() => this.clear()}>${t('clear')}</button>`}
    </form>`;
  }

  private get sorted(): string {
    return (this.value('sort') || 'locked') + (this.value('descending') === 'true' ? '-' : '');
  }

  private sort(value: string): void {
    const query = new URLSearchParams(this.query);
    query.set('sort', value.replace('-', ''));
    if (value.endsWith('-')) {
      query.set('descending', 'true');
    } else {
      query.delete('descending');
    }
    this.query = query.toString();
    history.replaceState(null, '', `#/orders?${this.query}`);
  }

  private clear(): void {
    this.query = '';
    history.replaceState(null, '', '#/orders');
  }

  private choice(filter: Filter, name: string, values: string[]): TemplateResult {
    const chosen = this.value(filter);
    return html`<label>${name}<select @change=${(event: Event) => this.set(filter, (event.target as HTMLSelectElement).value)}>
      <option value="">${t('any')}</option>
      ${[...new Set([...values, ...(chosen === '' ? [] : [chosen])])].map((one) => html`<option value=${one} ?selected=${one === chosen}>${one}</option>`)}
    </select></label>`;
  }

  private weekField(filter: 'from_week' | 'to_week', name: string, flaw: Refused | null): TemplateResult {
    const wrong = flaw !== null && isOf(flaw, filter);
    return html`<label>${name}<input class="week" .value=${this.value(filter)} placeholder="2026-W08" aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby=${wrong ? filter + '-fault' : nothing} @change=${(event: Event) => this.set(filter, (event.target as HTMLInputElement).value.trim().toUpperCase())} />
      ${wrong ? html`<span id=${filter + '-fault'} class="fault" role="alert">${t('week_shape')}</span>` : nothing}</label>`;
  }

  private type(event: Event): void {
    const value = (event.target as HTMLInputElement).value;
    window.clearTimeout(this.typing);
    this.typing = window.setTimeout(() => this.set('find', value), TYPING_MS);
  }

  private rows(): TemplateResult {
    const seen = Math.ceil(((this.list?.clientHeight || 600) - HEAD) / ROW) + 2;
    this.from = Math.min(this.first, Math.max(0, this.total - seen + 2));
    const rows = Array.from({ length: Math.min(seen, this.total - this.from) }, (_, index) => this.from + index);
    for (const page of new Set(rows.map((row) => Math.floor(row / PAGE)))) {
      void this.fetch(page);
    }
    this.long.resize(this.total * ROW, (this.list?.clientHeight || 600) - HEAD);
    return html`<div class="orders">
      <div class="list" tabindex="0" role="table" aria-label="${t('orders')}. ${t('list_keys')}" aria-rowcount=${this.total + 1} @scroll=${this.place}>
        <div class="row head" role="row" aria-rowindex="1">
          ${(['order', 'car', 'locked', 'delivery', 'wait', 'window', 'what_binds', 'deposit'] as const).map((name) => html`<span role="columnheader" class=${name}>${t(name)}</span>`)}
        </div>
        <svg class="rule-off" width="1" height=${this.long.height} aria-hidden="true"></svg>
        <div class="seen" role="rowgroup">${rows.map((row) => this.row(row))}</div>
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    const list = this.querySelector<HTMLElement>('.list');
    if (list && (list !== this.list || changed.has('query'))) {
      list.scrollTop = 0;
      this.long.begin();
    }
    this.list = list;
    this.place();
  }

  /** Puts the rows that are drawn where the scroll bar is. */
  private readonly place = () => {
    const list = this.list;
    const shown = list?.querySelector<HTMLElement>('.seen');
    if (!list || !shown) {
      return;
    }
    this.long.resize(this.total * ROW, list.clientHeight - HEAD);
    this.long.scrolled(list.scrollTop);
    const bar = this.long.bar(list.scrollTop);
    if (Math.abs(bar - list.scrollTop) >= 1) {
      list.scrollTop = bar;
      this.long.placed(list.scrollTop);
    }
    this.first = Math.floor(this.long.top / ROW);
    shown.style.transform = `translateY(${list.scrollTop - this.long.top + this.from * ROW}px)`;
  };

  private row(row: number): TemplateResult {
    const page = this.pages.get(Math.floor(row / PAGE));
    const order = page === undefined || typeof page === 'string' ? undefined : page[row % PAGE];
    if (!order) {
      return html`<div class="row" role="row" aria-rowindex=${row + 2}><span role="cell" class="order">…</span></div>`;
    }
    const promise = order.promise;
    return html`<div class="row" role="row" aria-rowindex=${row + 2}>
      <span role="cell" class="order"><a href="#/orders/${encodeURIComponent(order.order_id)}" title=${order.order_id}>${order.order_id}</a></span>
      <span role="cell" class="car" title="${product(order)} ${order.options.join(', ')}">${product(order)} <small>${order.market}</small></span>
      <span role="cell" class="locked">${date(order.locked_at)}</span>
      <span role="cell" class="delivery">${promise?.delivery_week ? weekName(promise.delivery_week) : html`<em>${t('no_date')}</em>`}${promise && promise.wait_weeks !== null ? html`<small class="narrow">${weeks(promise.wait_weeks)}</small>` : nothing}</span>
      <span role="cell" class="wait">${promise && promise.wait_weeks !== null ? weeks(promise.wait_weeks) : '–'}</span>
      <span role="cell" class="window">${promise?.window_early && promise.window_late ? `${weekName(promise.window_early)} – ${weekName(promise.window_late)}` : '–'}</span>
      <span role="cell" class="what_binds">${promise ? binding(promise.binding) : '–'}</span>
      <span role="cell" class="deposit">${money(order.deposit_minor, this.session.currency, this.session.minor_units)}</span>
    </div>`;
  }
}

customElements.define('orders-page', OrdersPage);
