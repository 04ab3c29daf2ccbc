import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { get, type Order, type Session } from './api';
import './car';
import { failed, loading, noPermission } from './states';
import { t } from './words';

/** Each asks why it is late, which is costly; a customer with more opens the others one by one. */
const WHOLE_MAX = 3;

/** What a customer sees: each of his or her own orders, with its dates and what they rest on. */
export class MyCarPage extends LitElement {
  static override properties = { session: { attribute: false }, orders: { state: true }, fault: { state: true } };

  declare session: Session;
  declare orders: Order[] | null;
  declare fault: unknown;

  constructor() {
    super();
    this.orders = null;
    this.fault = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.session.role === 'customer') {
      void this.load();
    }
  }

  private async load(): Promise<void> {
    try {
      this.orders = (await get<{ orders: Order[] }>('/api/v1/orders?limit=100')).orders;
      this.fault = null;
    } catch (fault) {
      this.fault = fault;
    }
  }

  override render(): TemplateResult {
    if (this.session.role !== 'customer') {
      return noPermission('my_car');
    }
    if (!this.orders) {
      return this.fault ? failed(this.fault, () => void this.load()) : loading(t('my_car'));
    }
    return this.orders.length === 0
      ? html`<div class="state"><h1>${t('my_car')}</h1><p class="lead">${t('my_car_none')}</p></div>`
      : html`${this.orders.length > 1 ? html`<h1>${t('my_cars')}</h1>` : nothing}
          ${this.orders.slice(0, WHOLE_MAX).map((order, index) => html`<car-view .session=${this.session} .order=${order.order_id} .idEnd=${this.orders?.length === 1 ? '' : `-${index + 1}`}></car-view>`)}
          ${this.orders.length > WHOLE_MAX
            ? html`<section><ul class="prose">${this.orders.slice(WHOLE_MAX).map((order) => html`<li><a href="#/orders/${encodeURIComponent(order.order_id)}">${order.order_id}</a></li>`)}</ul></section>`
            : nothing}`;
  }
}

customElements.define('my-car-page', MyCarPage);
