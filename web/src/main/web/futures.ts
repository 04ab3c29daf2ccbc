import { LitElement, html, svg, nothing, type TemplateResult } from 'lit';
import { ask, getPatiently, type Session } from './api';
import './chart';
import { Following } from './following';
import { hindered, said } from './refusals';
import { failed, loading, noPermission } from './states';
import { age, compact, number, percent, product, t, weekName, weeks } from './words';

interface Summary {
  orders_open: number;
  orders_in_line: number;
  confidence: number;
  mean_probability: number | null;
  promised_week_kept_probability: number | null;
  orders_by_width: { weeks: number; orders: number }[];
  products: { market: string; model: string; trim: string; orders: number; promised_week_kept_probability: number | null; last_early: string | null; last_late: string | null }[];
  fans: Fans;
}

interface Fan {
  weeks: string[];
  low: (number | null)[];
  middle: (number | null)[];
  high: (number | null)[];
}

interface Fans {
  output: Fan;
  waits: (Fan & { market: string; model: string; trim: string })[];
  guarantees: { market: string | null; model: string | null; wait_weeks: number; from_week: string; probability: number | null }[];
  all_guarantees_probability: number | null;
}

interface Reliability {
  weeks: number;
  statements: number;
  windows: number;
  windows_held: number;
  bins: { from: number; to: number; statements: number; stated: number; came: number }[];
}

interface Windows {
  state: string;
  done: number;
  most: number;
  why: string;
  why_code: string;
  entries_since: number | null;
  age_seconds: number | null;
  futures: number | null;
  calibration: { calibrated: boolean; cohorts: number; cohorts_least: number } | null;
  revision: { weeks: number; mean_drift: number; falling_p: number; warns: boolean } | null;
  reliability: Reliability | null;
  summary: Summary | null;
}

const REST_MS = 3_000;
/** Once it is counted each answer goes through all orders. */
const COUNTED_REST_MS = 30_000;

/** How sure the dates are: the book in thousands of futures. */
export class FuturesPage extends LitElement {
  static override properties = { session: { attribute: false }, windows: { state: true }, chosen: { state: true }, fault: { state: true }, flaw: { state: true } };

  declare session: Session;
  declare windows: Windows | null;
  /** Which product's wait is drawn. */
  declare chosen: number;
  declare fault: unknown;
  declare flaw: string;
  private again = 0;
  private readonly following = new Following(this, COUNTED_REST_MS, () => this.load());

  constructor() {
    super();
    this.windows = null;
    this.chosen = -1;
    this.fault = null;
    this.flaw = '';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.following.now();
  }

  override disconnectedCallback(): void {
    window.clearTimeout(this.again);
    super.disconnectedCallback();
  }

  private async load(): Promise<void> {
    window.clearTimeout(this.again);
    let counting = false;
    try {
      this.windows = await getPatiently<Windows>('/api/v1/windows');
      this.fault = null;
      counting = this.windows.state !== 'counted';
    } catch (fault) {
      this.fault = fault;
    }
    if (this.isConnected) {
      this.again = window.setTimeout(() => void this.following.now(), counting ? REST_MS : COUNTED_REST_MS);
    }
  }

  private async count(): Promise<void> {
    try {
      await ask('POST', '/api/v1/windows', {});
      this.flaw = '';
    } catch (fault) {
      this.flaw = said(fault);
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
      ${windows.why ? html`<p class="notice">${hindered(windows.why, windows.why_code)}</p>` : nothing} ${this.drift(windows)}
      ${summary ? this.counted(windows, summary) : html`<section><h2>${t('not_counted')}</h2><p class="lead">${t('counted_so_far', { done: windows.done, most: windows.most })}</p></section>`}
      ${this.session.may.includes('count_windows')
        ? html`<p><button type="button" class="plain" @click=${() => void this.count()}>${t('count_again')}</button></p>${this.flaw === '' ? nothing : html`<p class="fault" role="alert">${this.flaw}</p>`}`
        : nothing}`;
  }

  private counted(windows: Windows, summary: Summary): TemplateResult {
    const share = (value: number | null) => (value === null ? '–' : percent(value, 1));
    const figure = (name: string, value: string, more: string) => html`<div><dt>${name}</dt><dd><b>${value}</b><span>${more}</span></dd></div>`;
    return html`<dl class="figures">
        ${figure(t('week_holds'), share(summary.promised_week_kept_probability), t('of_orders', { n: summary.orders_in_line }))}
        ${figure(t('window_holds'), share(summary.orders_in_line === 0 ? null : summary.mean_probability), t('wanted', { share: percent(summary.confidence) }))}
        ${figure(t('futures'), windows.futures === null ? '–' : number(windows.futures), t('counted_ago', { age: age(windows.age_seconds ?? 0) }))}
        ${figure(t('changes_since'), windows.entries_since === null ? '–' : number(windows.entries_since), '')}
      </dl>
      ${this.fans(summary)} ${this.guarantees(summary.fans)} ${this.reliability(windows)}
      <section aria-labelledby="widths"><h2 id="widths">${t('widths_title')}</h2><p class="lead">${t('widths_lead')}</p>${this.widths(summary)}</section>
      <section aria-labelledby="sure"><h2 id="sure">${t('sure_title')}</h2><div class="scroll" tabindex="0" role="region" aria-labelledby="sure"><table class="cards">
        <thead><tr><th scope="col">${t('car')}</th><th scope="col" class="number">${t('waiting')}</th><th scope="col" class="number">${t('week_holds')}</th><th scope="col">${t('last_window')}</th></tr></thead>
        <tbody>${summary.products.map(
          (one) => html`<tr><th scope="row">${product(one)} <span class="tag">${one.market}</span></th><td class="number" data-head=${t('waiting')}>${number(one.orders)}</td><td class="number strong" data-head=${t('week_holds')}>${share(one.promised_week_kept_probability)}</td>
            <td data-head=${t('last_window')}>${one.last_early ? weekName(one.last_early) : t('after_plan')} – ${one.last_late ? weekName(one.last_late) : t('after_plan')}</td></tr>`,
        )}</tbody></table></div></section>`;
  }

  /** Honest probabilities do not fall week after week. */
  private drift(windows: Windows): TemplateResult | typeof nothing {
    const revision = windows.revision;
    return revision?.warns ? html`<p class="notice later_than_first" role="alert">${t('drift_warns', { n: revision.weeks, points: number(Math.abs(revision.mean_drift) * 100, 1), p: percent(revision.falling_p, 1) })}</p>` : nothing;
  }

  private fans(summary: Summary): TemplateResult {
    const { fans, products } = summary;
    // To begin with that for which most wait.
    const most = products.reduce((found, one) => (one.orders > (found?.orders ?? 0) ? one : found), products[0]);
    const wait = fans.waits[this.chosen] ?? fans.waits.find((one) => one.model === most?.model && one.trim === most.trim && one.market === most.market);
    return html`<section aria-labelledby="fan-output"><h2 id="fan-output">${t('fan_output')}</h2><p class="lead">${t('fan_output_lead')}</p>
        <week-chart .label=${t('fan_output')} .weeks=${fans.output.weeks} .series=${[{ name: t('fan_series'), tone: 's1', kind: 'line', values: fans.output.middle, low: fans.output.low, high: fans.output.high }]}></week-chart></section>
      ${wait
        ? html`<section aria-labelledby="fan-wait"><div class="head"><h2 id="fan-wait">${t('fan_wait')}</h2>
            <label>${t('car')} <select class="choice" @change=${(event: Event) => (this.chosen = Number((event.target as HTMLSelectElement).value))}>
              ${fans.waits.map((one, index) => html`<option value=${index} ?selected=${one === wait}>${product(one)} · ${one.market}</option>`)}</select></label></div>
            <p class="lead">${t('fan_wait_lead')}</p>
            <week-chart .label=${t('fan_wait')} .weeks=${wait.weeks} .series=${[{ name: t('fan_wait_series'), tone: 's2', kind: 'line', values: wait.middle, low: wait.low, high: wait.high }]}></week-chart></section>`
        : nothing}`;
  }

  private guarantees(fans: Fans): TemplateResult {
    return html`<section aria-labelledby="guarantees"><h2 id="guarantees">${t('guarantees_title')}</h2>
      ${fans.guarantees.length === 0
        ? html`<p class="lead">${t('guarantees_none')}</p>`
        : html`<p class="lead">${t('guarantees_lead', { share: percent(fans.all_guarantees_probability ?? 0, 1) })}</p><div class="scroll" tabindex="0" role="region" aria-labelledby="guarantees"><table>
            <thead><tr><th scope="col">${t('guarantee')}</th><th scope="col">${t('guarantee_from')}</th><th scope="col" class="number">${t('guarantee_holds')}</th></tr></thead>
            <tbody>${fans.guarantees.map(
              (one) => html`<tr><th scope="row">${one.model ?? t('every_car')} <span class="tag">${one.market ?? t('all_markets')}</span> · ${t('at_most_weeks', { n: one.wait_weeks })}</th><td>${weekName(one.from_week)}</td>
                <td class="number strong">${one.probability === null ? t('guarantee_unasked') : percent(one.probability, 1)}</td></tr>`,
            )}</tbody></table></div>`}</section>`;
  }

  private reliability(windows: Windows): TemplateResult {
    const told = windows.reliability;
    const learnt = windows.calibration;
    return html`<section aria-labelledby="reliability"><h2 id="reliability">${t('reliability_title')}</h2>
      ${told === null
        ? html`<p class="lead">${t('reliability_none')}</p>`
        : html`<p class="lead">${t('reliability_lead', { n: told.statements, weeks: told.weeks })}${told.windows > 0 ? ` ${t('reliability_windows', { held: told.windows_held, all: told.windows, share: percent(told.windows_held / told.windows, 1) })}` : ''}</p>
            <div class="diagram">${diagram(told)}<div class="scroll" tabindex="0" role="region" aria-labelledby="reliability"><table>
              <thead><tr><th scope="col">${t('reliability_stated')}</th><th scope="col" class="number">${t('reliability_came')}</th><th scope="col" class="number">${t('reliability_count')}</th></tr></thead>
              <tbody>${told.bins
                .filter((bin) => bin.statements > 0)
                .map((bin) => html`<tr><th scope="row">${percent(bin.from)} – ${percent(bin.to)}</th><td class="number strong">${percent(bin.came / bin.statements, 1)}</td><td class="number">${t('reliability_of', { came: bin.came, n: bin.statements })}</td></tr>`)}</tbody></table></div></div>`}
      ${learnt ? html`<p class="lead">${learnt.calibrated ? t('calibrated', { n: learnt.cohorts }) : t('not_calibrated', { n: learnt.cohorts, least: learnt.cohorts_least })}</p>` : nothing}</section>`;
  }

  private widths(summary: Summary): TemplateResult {
    const most = Math.max(1, ...summary.orders_by_width.map((one) => one.orders));
    const bars = summary.orders_by_width.filter((one) => one.orders > 0);
    return html`<table class="bars"><caption class="hidden">${t('widths_title')}</caption>
      <thead><tr><th scope="col">${t('width')}</th><th scope="col"><span class="hidden">${t('orders')}</span></th><th scope="col" class="number">${t('orders')}</th></tr></thead>
      <tbody>${bars.map(
        (one) => html`<tr><th scope="row">${weeks(one.weeks)}</th>
          <td><svg viewBox="0 0 400 14" preserveAspectRatio="none" width="100%" height="14" aria-hidden="true">${svg`<rect class="f-s1" width=${(400 * one.orders) / most} height="14"></rect>`}</svg></td>
          <td class="number">${compact(one.orders)}</td></tr>`,
      )}</tbody></table>`;
  }
}

const SIDE = 260;
const EDGE = 34;

/** Stated against came: on the diagonal both agree; the larger a point, the more it rests on. */
function diagram(told: Reliability): TemplateResult {
  const most = Math.max(1, ...told.bins.map((bin) => bin.statements));
  const x = (share: number) => EDGE + share * SIDE;
  const y = (share: number) => 8 + (1 - share) * SIDE;
  return html`<svg class="chart square" viewBox="0 0 ${SIDE + EDGE + 10} ${SIDE + 44}" role="img" aria-label="${t('reliability_title')}. ${t('as_table')}">
    ${[0, 0.5, 1].map(
      (share) => svg`<line class="grid" x1=${x(0)} x2=${x(1)} y1=${y(share)} y2=${y(share)}></line><line class="grid" x1=${x(share)} x2=${x(share)} y1=${y(0)} y2=${y(1)}></line>
        <text class="end" x=${EDGE - 5} y=${y(share) + 4}>${percent(share)}</text><text class="middle" x=${x(share)} y=${SIDE + 24}>${percent(share)}</text>`,
    )}
    ${svg`<path class="line dashed l-ghost" d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}"></path><text class="middle" x=${x(0.5)} y=${SIDE + 40}>${t('reliability_stated')}</text>`}
    ${told.bins.filter((bin) => bin.statements > 0).map((bin) => svg`<circle class="f-s1" cx=${x(bin.stated)} cy=${y(bin.came / bin.statements)} r=${3 + 7 * Math.sqrt(bin.statements / most)}></circle>`)}
  </svg>`;
}

customElements.define('futures-page', FuturesPage);
