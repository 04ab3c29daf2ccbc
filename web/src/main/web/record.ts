import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { getPatiently, type Session } from './api';
import { Following } from './following';
import { failed, loading, noPermission } from './states';
import { date, number, percent, product, t, weekName, type Key } from './words';

interface Cohort {
  lock_week: string | null;
  market: string | null;
  model: string | null;
  trim: string | null;
  orders: number;
  kept: number;
  broken: number;
  open: number;
  cancelled: number;
  kept_share: number | null;
  mean_absolute_slip_weeks: number | null;
  revisions_per_order_quarter: number | null;
  coverage: number | null;
}

interface Commitment {
  issuer: string;
  made: string;
  metric: string;
  target: string;
  due: string;
  actual: string | null;
  outcome: string;
}

interface Told {
  whole: Cohort;
  cohorts: Cohort[];
  commitments: Commitment[];
}

/** Each answer goes through all that was ever promised. */
const REST_MS = 30_000;

/** The record: were promises kept, and was what was said in public. */
export class RecordPage extends LitElement {
  static override properties = { session: { attribute: false }, lines: { state: true }, weeks: { state: true }, fault: { state: true } };

  declare session: Session;
  declare lines: Told | null;
  declare weeks: Told | null;
  declare fault: unknown;
  private readonly following = new Following(this, REST_MS, () => this.load());

  constructor() {
    super();
    this.lines = null;
    this.weeks = null;
    this.fault = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.following.now();
  }

  private async load(): Promise<void> {
    if (!this.session.may.includes('see_record')) {
      return;
    }
    try {
      this.lines = await getPatiently<Told>('/api/v1/promise-record?group=market,model,trim');
      this.weeks = await getPatiently<Told>('/api/v1/promise-record?group=lock_week');
      this.fault = null;
    } catch (fault) {
      this.fault = fault;
    }
  }

  override render(): TemplateResult {
    if (!this.session.may.includes('see_record')) {
      return noPermission('record');
    }
    const told = this.lines;
    if (!told) {
      return this.fault ? failed(this.fault, () => void this.load()) : loading(t('record'));
    }
    const whole = told.whole;
    const figure = (name: string, value: string, more: string) => html`<div><dt>${name}</dt><dd><b>${value}</b><span>${more}</span></dd></div>`;
    return html`<h1>${t('record_title')}</h1>
      <dl class="figures">
        ${figure(t('kept'), this.share(whole.kept_share), whole.kept + whole.broken === 0 ? t('none_due') : t('kept_of', { kept: whole.kept, due: whole.kept + whole.broken }))}
        ${figure(t('still_open'), number(whole.open), t('of_orders', { n: whole.orders }))}
        ${figure(t('cancelled'), number(whole.cancelled), t('of_orders', { n: whole.orders }))}
        ${figure(t('mean_slip'), whole.mean_absolute_slip_weeks === null ? '–' : t('weeks', { n: number(whole.mean_absolute_slip_weeks, 1) }), '')}
        ${figure(t('in_window'), this.share(whole.coverage), '')}
        ${figure(t('moves_quarter'), whole.revisions_per_order_quarter === null ? '–' : number(whole.revisions_per_order_quarter, 2), '')}
      </dl>
      ${this.commitments(told.commitments)}
      <section aria-labelledby="by-line"><div class="head"><h2 id="by-line">${t('by_line')}</h2>${this.download('promise-record', told.cohorts)}</div><p class="lead">${t('record_lead')}</p>
        ${this.table(told.cohorts, 'by-line', (cohort) => html`${product({ model: cohort.model ?? '', trim: cohort.trim ?? '' })} <span class="tag">${cohort.market}</span>`)}</section>
      ${this.weeks
        ? html`<section aria-labelledby="by-week"><div class="head"><h2 id="by-week">${t('by_week')}</h2>${this.download('promise-record-by-week', this.weeks.cohorts)}</div>${this.table(this.weeks.cohorts, 'by-week', (cohort) => html`${cohort.lock_week ? weekName(cohort.lock_week) : '–'}`)}</section>`
        : nothing}`;
  }

  private share(value: number | null): string {
    return value === null ? '–' : percent(value, 1);
  }

  private table(cohorts: Cohort[], labelled: string, name: (cohort: Cohort) => TemplateResult): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-labelledby=${labelled}><table class="cards">
      <thead><tr><th scope="col">${labelled === 'by-week' ? t('week') : t('car')}</th><th scope="col" class="number">${t('orders_judged')}</th><th scope="col" class="number">${t('kept_share')}</th>
        <th scope="col" class="number">${t('broken')}</th><th scope="col" class="number">${t('still_open')}</th><th scope="col" class="number">${t('cancelled')}</th><th scope="col" class="number">${t('in_window')}</th></tr></thead>
      <tbody>${cohorts.map(
        (cohort) => html`<tr><th scope="row">${name(cohort)}</th><td class="number" data-head=${t('orders_judged')}>${number(cohort.orders)}</td><td class="number strong" data-head=${t('kept_share')}>${this.share(cohort.kept_share)}</td>
          <td class="number ${cohort.broken > 0 ? 'notable' : ''}" data-head=${t('broken')}>${number(cohort.broken)}</td><td class="number" data-head=${t('still_open')}>${number(cohort.open)}</td>
          <td class="number" data-head=${t('cancelled')}>${number(cohort.cancelled)}</td><td class="number" data-head=${t('in_window')}>${this.share(cohort.coverage)}</td></tr>`,
      )}</tbody></table></div>`;
  }

  private commitments(said: Commitment[]): TemplateResult {
    return html`<section aria-labelledby="said"><div class="head"><h2 id="said">${t('commitments')}</h2>${said.length === 0 ? nothing : this.download('public-commitments', said)}</div>
      ${said.length === 0
        ? html`<p class="lead">${t('no_commitments')}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="said"><table class="cards">
            <thead><tr><th scope="col">${t('what')}</th><th scope="col">${t('said')}</th><th scope="col">${t('due')}</th><th scope="col">${t('outcome')}</th></tr></thead>
            <tbody>${said.map(
              (one) => html`<tr><th scope="row">${one.issuer}: ${one.metric} ${one.target}</th><td data-head=${t('said')}>${date(one.made)}</td><td data-head=${t('due')}>${date(one.due)}</td><td data-head=${t('outcome')}>${t(`outcome_${one.outcome}` as Key)}${one.actual ? html` <small>${one.actual}</small>` : nothing}</td></tr>`,
            )}</tbody></table></div>`}</section>`;
  }

  private download(name: string, rows: object[]): TemplateResult {
    return html`<button type="button" class="plain" data-file=${name} @click=${() => save(name, rows)}>${t('download')}</button>`;
  }
}

/** A cell that begins like a formula is kept from being one. */
function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A file for spreadsheets: the names as the interface has them, a row for each. */
function save(name: string, rows: object[]): void {
  const names = Object.keys(rows[0] ?? {});
  const lines = [names, ...rows.map((row) => names.map((one) => (row as Record<string, unknown>)[one]))];
  const address = URL.createObjectURL(new Blob(['\ufeff', lines.map((line) => line.map(cell).join(',')).join('\n') + '\n'], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}

customElements.define('record-page', RecordPage);
