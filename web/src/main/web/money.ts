import { LitElement, html, svg, nothing, type TemplateResult } from 'lit';
import { getPatiently, Refused, type Session } from './api';
import './chart';
import { Following } from './following';
import { hindered, said } from './refusals';
import { failed, loading, noPermission } from './states';
import { age, date, money, number, percent, spoken, t, type Key } from './words';

interface Exposed {
  open_orders: number;
  deposits_held: number;
  prepayments_held: number;
  claimable: number;
  claimable_cooling_off: number;
  claimable_after_slip: number;
  forfeited_if_all_left: number;
  claimable_if_default: number;
}

/** Opening, one member for each cause, closing and difference. */
type Roll = Record<string, number>;

interface Period {
  period: string;
  contract_liability: Roll;
  refund_liability: Roll;
}

interface Now extends Exposed {
  claimable_tomorrow: number;
  exposures: (Exposed & { model: string })[];
  refunds_at_risk: { weeks: number; expected: number; p95: number; p99: number; expected_leavers: number }[];
  runs: { share: number; orders: number; paid: number; forfeited: number }[];
  remaining_performance_obligations: {
    price: number;
    contracts: number;
    contracts_beyond_expedient: number;
    paid_for_contracts_beyond_expedient: number;
    quarters: { quarter: string; contracts: number; price: number }[];
  };
}

interface Money {
  position: number;
  as_of: string;
  trial_balance_total: number;
  contract_liability: number;
  refund_liability: number;
  trial_balance: { account: string; name: string; side: string; balance: number }[];
  roll_forward: Period[];
  now: Now;
}

interface Week {
  week: string;
  paid_in: number;
  paid_in_p10: number;
  paid_in_p90: number;
  own: number;
  own_p10: number;
  own_p50: number;
  own_p90: number;
}

interface Cash {
  state: string;
  done: number;
  most: number;
  why: string;
  why_code: string;
  outlook: {
    age_seconds: number;
    futures: number;
    opening_cash_known: boolean;
    production_cost_known: boolean;
    weeks_below_floor: number;
    weeks: Week[];
  } | null;
}

/** A book in motion is asked again no more often than this: each answer goes through all orders. */
const REST_MS = 4_000;
const COUNTING_MS = 2_000;
const QUARTERS = 4;
const RISK_WEEKS = 13;
/** From here on a table tells millions. */
const MILLIONS_FROM = 10_000_000;

/** What customers have paid, what they could claim, and how cash runs. */
export class MoneyPage extends LitElement {
  static override properties = { session: { attribute: false }, money: { state: true }, cash: { state: true }, fault: { state: true }, asOf: { state: true }, flaw: { state: true } };

  declare session: Session;
  declare money: Money | null;
  declare cash: Cash | null;
  declare fault: unknown;
  /** Balances of another day than today; empty for today. */
  declare asOf: string;
  declare flaw: string;
  private cashAgain = 0;
  private readonly following = new Following(this, REST_MS, () => this.loadAll());

  constructor() {
    super();
    this.money = null;
    this.cash = null;
    this.fault = null;
    this.asOf = '';
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
    window.clearTimeout(this.cashAgain);
    super.disconnectedCallback();
  }

  private async loadAll(): Promise<void> {
    if (this.session.may.includes('see_money')) {
      await Promise.all([this.load(), this.loadCash()]);
    }
  }

  private async load(): Promise<void> {
    const asOf = this.asOf;
    try {
      const money = await getPatiently<Money>('/api/v1/money' + (asOf === '' ? '' : `?as_of=${encodeURIComponent(asOf)}`));
      if (asOf === this.asOf) {
        this.money = money;
        this.fault = null;
        this.flaw = '';
      }
    } catch (fault) {
      if (asOf !== this.asOf) {
        return;
      }
      if (asOf !== '' && fault instanceof Refused && fault.status === 400) {
        this.flaw = said(fault);
      } else {
        this.fault = fault;
      }
    }
  }

  private async loadCash(): Promise<void> {
    window.clearTimeout(this.cashAgain);
    try {
      this.cash = await getPatiently<Cash>('/api/v1/cash-outlook');
    } catch {
      // The rest of the page says whether the server is there.
    }
    if (this.isConnected && (this.cash === null || this.cash.state === 'counting')) {
      this.cashAgain = window.setTimeout(() => void this.loadCash(), COUNTING_MS);
    }
  }

  override render(): TemplateResult {
    if (!this.session.may.includes('see_money')) {
      return noPermission('money');
    }
    const money = this.money;
    if (!money) {
      return this.fault ? failed(this.fault, () => void this.load()) : loading(t('money'));
    }
    const held = money.now.deposits_held + money.now.prepayments_held;
    return html`
      <h1>${t('money_headline', { held: this.short(held), claim: this.short(money.now.claimable) })}</h1>
      ${this.figures(money)} ${this.exposures(money.now)} ${this.cashFan()} ${this.risks(money.now)} ${this.rollForward(money)} ${this.obligations(money.now)}
      ${this.balance(money)}`;
  }

  private short(major: number): string {
    return money(major, this.session.currency, 0, Math.abs(major) >= 100_000);
  }

  private figures(all: Money): TemplateResult {
    const risk = all.now.refunds_at_risk.find((one) => one.weeks === RISK_WEEKS);
    const figure = (name: string, value: number, more: string) => html`<div><dt>${name}</dt><dd><b>${this.short(value)}</b><span>${more}</span></dd></div>`;
    return html`<dl class="figures">
      ${figure(t('deposits_held'), all.now.deposits_held, t('of_orders', { n: all.now.open_orders }))}
      ${figure(t('prepayments_held'), all.now.prepayments_held, t('for_cars_owed'))}
      ${figure(t('claim_today'), all.now.claimable, t('claim_tomorrow', { amount: this.short(all.now.claimable_tomorrow) }))}
      ${risk ? figure(t('refund_at_risk'), risk.p95, t('refund_at_risk_99', { amount: this.short(risk.p99) })) : nothing}
      ${figure(t('contract_liability'), all.contract_liability, t('as_of', { day: date(all.as_of) }))}
      ${figure(t('refund_liability'), all.refund_liability, t('as_of', { day: date(all.as_of) }))}
    </dl>`;
  }

  /** Amounts of a table in one unit, which is said above it. */
  private unit(amounts: number[]): { words: string; tell: (major: number) => string } {
    const millions = Math.max(0, ...amounts.map(Math.abs)) >= MILLIONS_FROM;
    const digits = millions ? 2 : this.session.minor_units;
    return {
      words: t(millions ? 'amounts_in_millions' : 'amounts_in', { currency: this.session.currency }),
      tell: (major) => number(millions ? major / 1_000_000 : major, digits),
    };
  }

  private exposures(now: Now): TemplateResult {
    const rest = now.claimable - now.claimable_cooling_off - now.claimable_after_slip;
    const causes: [Key, number, string][] = [
      ['cause_cooling_off', now.claimable_cooling_off, 's1'],
      ['cause_after_slip', now.claimable_after_slip, 's2'],
      ['cause_by_terms', rest, 's3'],
      ['cause_forfeited', now.forfeited_if_all_left, 's4'],
    ];
    const most = Math.max(1, ...causes.map(([, amount]) => amount));
    const bars = this.unit(causes.map(([, amount]) => amount));
    return html`<section aria-labelledby="exposure"><h2 id="exposure">${t('exposure_title')}</h2><p class="lead">${t('exposure_lead')}</p>
      <p class="unit">${bars.words}</p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="exposure"><table class="bars"><caption class="hidden">${t('exposure_title')}</caption>
        <thead><tr><th scope="col">${t('cause')}</th><th scope="col"><span class="hidden">${t('amount')}</span></th><th scope="col" class="number">${t('amount')}</th></tr></thead>
        <tbody>${causes.map(
          ([name, amount, tone]) => html`<tr><th scope="row">${t(name)}</th>
            <td><svg viewBox="0 0 400 14" preserveAspectRatio="none" width="100%" height="14" aria-hidden="true">${svg`<rect class="f-${tone}" width=${(400 * amount) / most} height="14"></rect>`}</svg></td>
            <td class="number">${bars.tell(amount)}</td></tr>`,
        )}</tbody></table></div>
      <h3>${t('by_model')}</h3>${this.models(now)}</section>`;
  }

  private models(now: Now): TemplateResult {
    const columns: [Key, keyof Exposed][] = [
      ['deposits_held', 'deposits_held'],
      ['prepayments_held', 'prepayments_held'],
      ['claim_today', 'claimable'],
      ['cause_forfeited', 'forfeited_if_all_left'],
      ['owed_in_default', 'claimable_if_default'],
    ];
    const unit = this.unit(columns.map(([, of]) => now[of]));
    const row = (name: string, of: Exposed, style: string) => html`<tr class=${style}><th scope="row">${name}</th><td class="number" data-head=${t('orders')}>${number(of.open_orders)}</td>
      ${columns.map(([words, figure]) => html`<td class="number" data-head=${t(words)}>${unit.tell(of[figure])}</td>`)}</tr>`;
    return html`<p class="unit">${unit.words}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('by_model')}><table class="rolls cards amounts">
        <thead><tr><th scope="col">${t('model')}</th><th scope="col" class="number">${t('orders')}</th>${columns.map(([name]) => html`<th scope="col" class="number">${t(name)}</th>`)}</tr></thead>
        <tbody>${now.exposures.map((one) => row(one.model, one, ''))}${row(t('together'), now, 'sum')}</tbody></table></div>`;
  }

  private cashFan(): TemplateResult {
    const cash = this.cash;
    const outlook = cash?.outlook ?? null;
    const counting = cash === null || cash.state === 'counting';
    const progress = t('cash_counting', { done: cash?.done ?? 0, most: cash?.most ?? 0 });
    const head = html`<h2 id="cash">${t('cash_title')}</h2><p class="lead">${t('cash_lead')}</p>`;
    if (outlook === null) {
      return html`<section aria-labelledby="cash">${head}<p role="status">${counting ? progress : hindered(cash?.why ?? '', cash?.why_code)}</p></section>`;
    }
    const weeks = outlook.weeks;
    const whole = (of: keyof Week) => weeks.map((week) => Math.round(week[of] as number));
    const fan = (name: string, plan: keyof Week, low: keyof Week, high: keyof Week) => html`<h3>${name} <small>${this.session.currency}</small></h3>
      <week-chart label=${name} .weeks=${weeks.map((week) => week.week)} .height=${220} .series=${[
        { name: t('as_promised_and_range'), tone: 's1', kind: 'line', values: whole(plan), low: whole(low), high: whole(high) },
        ...(plan === 'own' ? [{ name: t('half_below'), tone: 's3', kind: 'line', values: whole('own_p50') }] : []),
      ]}></week-chart>`;
    return html`<section aria-labelledby="cash">${head}
      ${fan(t('own_cash'), 'own', 'own_p10', 'own_p90')} ${fan(t('paid_in'), 'paid_in', 'paid_in_p10', 'paid_in_p90')}
      <p class="lead">${t('cash_counted', { futures: outlook.futures, age: age(outlook.age_seconds) })} ${outlook.opening_cash_known ? '' : t('cash_from_nothing')}
        ${outlook.production_cost_known ? '' : t('cash_without_production')} ${outlook.weeks_below_floor > 0 ? t('cash_below_floor', { n: outlook.weeks_below_floor }) : ''}
        ${counting ? progress : hindered(cash?.why ?? '', cash?.why_code)}</p></section>`;
  }

  private risks(now: Now): TemplateResult {
    const risks = this.unit(now.refunds_at_risk.map((risk) => risk.p99));
    const runs = this.unit(now.runs.flatMap((run) => [run.paid, run.forfeited]));
    return html`<section aria-labelledby="risks"><h2 id="risks">${t('risks_title')}</h2><p class="lead">${t('risks_lead')}</p><p class="unit">${risks.words}</p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="risks"><table class="cards amounts">
        <thead><tr><th scope="col">${t('within')}</th><th scope="col" class="number">${t('leavers')}</th><th scope="col" class="number">${t('expected')}</th><th scope="col" class="number">95 %</th><th scope="col" class="number">99 %</th></tr></thead>
        <tbody>${now.refunds_at_risk.map(
          (risk) => html`<tr><th scope="row">${t('weeks', { n: risk.weeks })}</th><td class="number" data-head=${t('leavers')}>${number(risk.expected_leavers)}</td><td class="number" data-head=${t('expected')}>${risks.tell(risk.expected)}</td>
            <td class="number" data-head="95 %">${risks.tell(risk.p95)}</td><td class="number" data-head="99 %">${risks.tell(risk.p99)}</td></tr>`,
        )}</tbody></table></div>
      <h3 id="runs">${t('runs_title')}</h3><p class="unit">${runs.words}</p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="runs"><table class="cards amounts">
        <thead><tr><th scope="col">${t('leave_at_once')}</th><th scope="col" class="number">${t('orders')}</th><th scope="col" class="number">${t('to_be_paid')}</th><th scope="col" class="number">${t('cause_forfeited')}</th></tr></thead>
        <tbody>${now.runs.map(
          (run) => html`<tr><th scope="row">${percent(run.share)}</th><td class="number" data-head=${t('orders')}>${number(run.orders)}</td><td class="number" data-head=${t('to_be_paid')}>${runs.tell(run.paid)}</td><td class="number" data-head=${t('cause_forfeited')}>${runs.tell(run.forfeited)}</td></tr>`,
        )}</tbody></table></div></section>`;
  }

  private rollForward(all: Money): TemplateResult {
    const periods = all.roll_forward.slice(-QUARTERS);
    const rolls: [Key, (period: Period) => Roll][] = [
      ['contract_liability', (period) => period.contract_liability],
      ['refund_liability', (period) => period.refund_liability],
    ];
    return html`<section aria-labelledby="roll"><div class="head"><h2 id="roll">${t('roll_title')}</h2>
        <div class="filters"><label>${t('balances_of')} <input type="date" .value=${this.asOf === '' ? all.as_of : this.asOf} aria-invalid=${this.flaw === '' ? nothing : 'true'} aria-describedby=${this.flaw === '' ? nothing : 'as-of-fault'}
          @change=${(event: Event) => this.look((event.target as HTMLInputElement).value)} /></label>
          ${this.asOf === '' ? nothing : html`<button type="button" class="plain" @click=${() => this.look('')}>${t('balances_today')}</button>`}</div></div>
      ${this.flaw === '' ? nothing : html`<p class="fault" id="as-of-fault" role="alert">${this.flaw}</p>`}
      <p class="lead">${t('roll_lead')}</p>
      ${rolls.map(([name, of]) => this.roll(t(name), periods.map((period) => period.period), periods.map(of)))}</section>`;
  }

  private look(asOf: string): void {
    this.asOf = asOf;
    void this.load();
  }

  private roll(name: string, periods: string[], rolls: Roll[]): TemplateResult {
    const causes = CAUSES.filter((cause) => rolls.some((roll) => roll[cause] !== undefined));
    const unit = this.unit(rolls.flatMap((roll) => Object.values(roll)));
    const row = (words: string, member: string, style: string) => html`<tr class=${style}><th scope="row">${words}</th>
      ${rolls.map((roll, at) => html`<td class="number" data-head=${periods[at] ?? nothing}>${roll[member] === undefined ? '' : unit.tell(roll[member] ?? 0)}</td>`)}</tr>`;
    return html`<h3>${name}</h3><p class="unit">${unit.words}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${name}><table class="rolls cards amounts"><caption class="hidden">${name}</caption>
        <thead><tr><th scope="col">${t('quarter')}</th>${periods.map((period) => html`<th scope="col" class="number">${period}</th>`)}</tr></thead>
        <tbody>${row(t('opening'), 'opening', 'sum')}${causes.map((cause) => row(t(('booked_' + cause) as Key), cause, ''))}${row(t('closing'), 'closing', 'sum')}</tbody></table></div>`;
  }

  private obligations(now: Now): TemplateResult {
    const owed = now.remaining_performance_obligations;
    const unit = this.unit([owed.price]);
    return html`<section aria-labelledby="owed"><h2 id="owed">${t('owed_title')}</h2>
      <p class="lead">${t('owed_lead', { beyond: owed.contracts_beyond_expedient, all: owed.contracts, paid: this.short(owed.paid_for_contracts_beyond_expedient) })}</p><p class="unit">${unit.words}</p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="owed"><table class="rolls cards amounts">
        <thead><tr><th scope="col">${t('quarter')}</th><th scope="col" class="number">${t('contracts')}</th><th scope="col" class="number">${t('price_without_tax')}</th></tr></thead>
        <tbody>${owed.quarters.map(
          (one) => html`<tr><th scope="row">${one.quarter === 'undated' ? t('none') : one.quarter}</th><td class="number" data-head=${t('contracts')}>${number(one.contracts)}</td><td class="number" data-head=${t('price_without_tax')}>${unit.tell(one.price)}</td></tr>`,
        )}<tr class="sum"><th scope="row">${t('together')}</th><td class="number" data-head=${t('contracts')}>${number(owed.contracts)}</td><td class="number" data-head=${t('price_without_tax')}>${unit.tell(owed.price)}</td></tr></tbody></table></div></section>`;
  }

  private balance(all: Money): TemplateResult {
    const unit = this.unit(all.trial_balance.map((account) => account.balance));
    return html`<section aria-labelledby="balance"><h2 id="balance">${t('balance_title', { day: date(all.as_of) })}</h2>
      <p class="lead">${t('balance_lead', { total: number(all.trial_balance_total, this.session.minor_units) })}</p>
      <p><a href="/api/v1/money-journal?to=${all.as_of}&lang=${JOURNALS.find((one) => one === spoken()) ?? 'en'}" download="journal-${all.as_of}.csv">${t('journal_file')}</a></p>
      <details><summary>${t('balance_show')}</summary><p class="unit">${unit.words}</p><div class="scroll" tabindex="0" role="region" aria-labelledby="balance"><table class="cards amounts">
        <thead><tr><th scope="col">${t('account')}</th><th scope="col" class="number">${t('debit')}</th><th scope="col" class="number">${t('credit')}</th></tr></thead>
        <tbody>${all.trial_balance.map((account) => {
          const debit = account.side === 'debit';
          return html`<tr><th scope="row">${account.account} ${t(('account_' + account.name) as Key)}</th><td class="number" data-head=${t('debit')}>${debit ? unit.tell(account.balance) : nothing}</td><td class="number" data-head=${t('credit')}>${debit ? nothing : unit.tell(account.balance)}</td></tr>`;
        })}</tbody></table></div></details></section>`;
  }
}

/** Languages that the server writes journals in. */
const JOURNALS = ['en', 'de'];

/** In the order in which an order lives. */
const CAUSES = ['deposit_paid', 'locked', 'prepaid', 'changed', 'financed', 'handed_over', 'cooled_off', 'left', 'left_after_slip', 'maker_default', 'refund_paid'];

customElements.define('money-page', MoneyPage);
