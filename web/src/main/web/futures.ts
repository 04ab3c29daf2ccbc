import { LitElement, html, svg, nothing, type TemplateResult } from 'lit';
import { ask, get, Refused, type Session } from './api';
import { failed, loading, noPermission } from './states';
import { compact, number, percent, t, weekName } from './words';

interface Summary {
  orders_open: number;
  orders_in_line: number;
  confidence: number;
  mean_probability: number | null;
  promised_week_kept_probability: number | null;
  orders_by_width: { weeks: number; orders: number }[];
  products: { market: string; model: string; trim: string; orders: number; promised_week_kept_probability: number | null; last_early: string | null; last_late: string | null }[];
}

interface Windows {
  state: string;
  done: number;
  most: number;
  why: string;
  entries_since: number | null;
  age_seconds: number | null;
  futures: number | null;
  summary: Summary | null;
}

const REST_MS = 3_000;

/** How sure the dates are: the book in thousands of futures. */
export class FuturesPage extends LitElement {
  static override properties = { session: { attribute: false }, windows: { state: true }, fault: { state: true }, flaw: { state: true } };

  declare session: Session;
  declare windows: Windows | null;
  declare fault: unknown;
  declare flaw: string;
  private again = 0;

  constructor() {
    super();
    this.windows = null;
    this.fault = null;
    this.flaw = '';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override disconnectedCallback(): void {
    window.clearTimeout(this.again);
    super.disconnectedCallback();
  }

  private async load(): Promise<void> {
    window.clearTimeout(this.again);
    try {
      this.windows = await get<Windows>('/api/v1/windows');
      this.fault = null;
      if (this.isConnected) {
        this.again = window.setTimeout(() => void this.load(), this.windows.state === 'counted' ? 10 * REST_MS : REST_MS);
      }
    } catch (fault) {
      this.fault = fault;
    }
  }

  private async count(): Promise<void> {
    try {
      await ask('POST', '/api/v1/windows', {});
      this.flaw = '';
    } catch (fault) {
      this.flaw = fault instanceof Refused ? fault.message : t('gone_words');
    }
    void this.load();
  }

  override render(): TemplateResult {
    if (!this.session.may.includes('see_windows')) {
      return noPermission('futures');
    }
    const windows = this.windows;
    if (!windows) {
      return this.fault ? failed(this.fault, () => void this.load()) : loading(t('futures'));
    }
    const summary = windows.summary;
    return html`<h1>${t('futures_title')}</h1><p class="lead">${t('futures_lead')}</p>
      ${windows.why ? html`<p class="notice">${windows.why}</p>` : nothing}
      ${summary ? this.counted(windows, summary) : html`<section><h2>${t('not_counted')}</h2><p class="lead">${t('counted_so_far', { done: windows.done, most: windows.most })}</p></section>`}
      ${this.session.may.includes('count_windows')
        ? html`<p><button type="button" class="plain" @click=${() => void this.count()}>${t('count_again')}</button></p>${this.flaw === '' ? nothing : html`<p class="fault" role="alert">${this.flaw}</p>`}`
        : nothing}`;
  }

  private counted(windows: Windows, summary: Summary): TemplateResult {
    const share = (value: number | null) => (value === null ? '–' : percent(value, 1));
    const figure = (name: string, value: string, more: string) => html`<div><dt>${name}</dt><dd><b>${value}</b><span>${more}</span></dd></div>`;
    const minutes = Math.round((windows.age_seconds ?? 0) / 60);
    return html`<dl class="figures">
        ${figure(t('week_holds'), share(summary.promised_week_kept_probability), t('of_orders', { n: summary.orders_in_line }))}
        ${figure(t('window_holds'), share(summary.mean_probability), t('wanted', { share: percent(summary.confidence) }))}
        ${figure(t('futures'), windows.futures === null ? '–' : number(windows.futures), t('counted_ago', { age: minutes < 2 ? t('seconds', { n: windows.age_seconds ?? 0 }) : t('minutes', { n: minutes }) }))}
        ${figure(t('changes_since'), windows.entries_since === null ? '–' : number(windows.entries_since), '')}
      </dl>
      <section aria-labelledby="widths"><h2 id="widths">${t('widths_title')}</h2><p class="lead">${t('widths_lead')}</p>${this.widths(summary)}</section>
      <section aria-labelledby="sure"><h2 id="sure">${t('sure_title')}</h2><div class="scroll" tabindex="0" role="region" aria-labelledby="sure"><table>
        <thead><tr><th scope="col">${t('car')}</th><th scope="col" class="number">${t('waiting')}</th><th scope="col" class="number">${t('week_holds')}</th><th scope="col">${t('last_window')}</th></tr></thead>
        <tbody>${summary.products.map(
          (one) => html`<tr><th scope="row">${one.model} ${one.trim} <span class="tag">${one.market}</span></th><td class="number">${number(one.orders)}</td><td class="number strong">${share(one.promised_week_kept_probability)}</td>
            <td>${one.last_early ? weekName(one.last_early) : t('after_plan')} – ${one.last_late ? weekName(one.last_late) : t('after_plan')}</td></tr>`,
        )}</tbody></table></div></section>`;
  }

  private widths(summary: Summary): TemplateResult {
    const most = Math.max(1, ...summary.orders_by_width.map((one) => one.orders));
    const bars = summary.orders_by_width.filter((one) => one.orders > 0);
    return html`<table class="bars"><caption class="hidden">${t('widths_title')}</caption>
      <thead><tr><th scope="col">${t('width')}</th><th scope="col"><span class="hidden">${t('orders')}</span></th><th scope="col" class="number">${t('orders')}</th></tr></thead>
      <tbody>${bars.map(
        (one) => html`<tr><th scope="row">${one.weeks === 1 ? t('week_one') : t('weeks', { n: one.weeks })}</th>
          <td><svg viewBox="0 0 400 14" preserveAspectRatio="none" width="100%" height="14" aria-hidden="true">${svg`<rect class="f-s1" width=${(400 * one.orders) / most} height="14"></rect>`}</svg></td>
          <td class="number">${compact(one.orders)}</td></tr>`,
      )}</tbody></table>`;
  }
}

customElements.define('futures-page', FuturesPage);
