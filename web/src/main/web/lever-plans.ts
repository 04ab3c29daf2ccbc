import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Board, Line, Session } from './api';
import type { Plan, Starts } from './lever-words';
import './chart';
import { money, moneyMajor, number, percent, product, t, weekName, weeks } from './words';

/** Plans side by side: what they cost, who waits how long, which dates move, which step starts when. */
export class PlanCompare extends LitElement {
  static override properties = { session: { attribute: false }, board: { attribute: false }, plans: { attribute: false } };

  declare session: Session;
  declare board: Board;
  declare plans: Plan[];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.board || this.plans.length < 2) {
      return nothing;
    }
    const longest = this.plans.reduce((most, plan) => ((plan.tried?.after.weeks.length ?? 0) > most.length ? (plan.tried?.after.weeks ?? most) : most), this.board.weeks);
    return html`<section aria-labelledby="compare"><div class="head"><h2 id="compare">${t('compare_title')}</h2></div>
      <p class="lead">${t('compare_lead')}</p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="compare"><table class="cards compare">
        <thead><tr><td></td>${this.plans.map((plan, index) => html`<th scope="col"><span class="key box f-s${(index % 6) + 1}"></span> ${plan.name}</th>`)}</tr></thead>
        <tbody>
          ${this.row(t('one_off_cost'), (plan) => this.cost(plan))}
          ${this.row(t('all_cost'), (plan) => (plan.cost === null ? '–' : html`${moneyMajor(plan.cost, this.session)} <small>${plan.gap === null ? '' : t('gap_of', { gap: percent(plan.gap, 1) })}</small>`))}
          ${this.row(t('median_wait'), (plan) => weeks(plan.tried?.after.wait.median_weeks ?? null))}
          ${this.row(t('longest_wait'), (plan) => weeks(plan.tried?.after.wait.longest_weeks ?? null))}
          ${this.row(t('no_date'), (plan) => number(plan.tried?.after.wait.without_date ?? 0))}
          ${this.row(t('come_earlier'), (plan) => number(plan.tried?.gains.earlier ?? 0))}
          ${this.row(t('come_later'), (plan) => html`<span class=${(plan.tried?.gains.later ?? 0) > 0 ? 'notable' : ''}>${number(plan.tried?.gains.later ?? 0)}</span>`)}
          ${this.products().map((line) => this.row(`${product(line)} · ${line.market}`, (plan) => this.waits(plan, line)))}
          ${this.steps().map((step) => this.row(step, (plan) => this.start(plan.starts, step)))}
          <tr><th scope="row"><span class="hidden">${t('what')}</span></th>${this.plans.map(
            (plan, index) => html`<td data-head=${plan.name}>${index === 0 ? nothing : html`<button type="button" class="plain" aria-label="${t('put_on_levers')}: ${plan.name}" @click=${() => this.tell('plan-chosen', index)}>${t('put_on_levers')}</button>
              <button type="button" class="plain" aria-label="${t('remove')}: ${plan.name}" @click=${() => this.tell('plan-dropped', index)}>${t('remove')}</button>`}</td>`,
          )}</tr>
        </tbody></table></div>
      <h3>${t('compare_bank')}</h3>
      <week-chart label=${t('compare_bank')} .weeks=${longest} .height=${190} .series=${this.plans.map((plan, index) => ({ name: plan.name, tone: `s${(index % 6) + 1}`, kind: 'line', values: plan.tried?.after.bank ?? [] }))}></week-chart>
    </section>`;
  }

  private row(name: string, figure: (plan: Plan) => TemplateResult | string): TemplateResult {
    return html`<tr><th scope="row">${name}</th>${this.plans.map((plan) => html`<td data-head=${plan.name}>${plan.tried === null ? '…' : figure(plan)}</td>`)}</tr>`;
  }

  private cost(plan: Plan): string {
    const sum = this.board.steps.filter((step) => plan.starts.has(step.step)).reduce((all, step) => all + step.cost_minor, 0);
    return money(sum, this.session.currency, this.session.minor_units, true);
  }

  private products(): Line[] {
    return this.board.lines.filter((line) => line.orders > 0);
  }

  private waits(plan: Plan, of: Line): TemplateResult {
    const line = plan.tried?.after.lines.find((one) => one.market === of.market && one.model === of.model && one.trim === of.trim);
    const word = (count: number | null | undefined) => (count === null || count === undefined ? '–' : number(count));
    return html`${word(line?.median_weeks)} / ${word(line?.longest_weeks)}`;
  }

  private steps(): string[] {
    return this.board.steps.map((step) => step.step).filter((step) => this.plans.some((plan) => plan.starts.has(step)));
  }

  private start(starts: Starts, step: string): string {
    const week = starts.get(step);
    return week === undefined ? '–' : weekName(week);
  }

  private tell(what: string, index: number): void {
    this.dispatchEvent(new CustomEvent(what, { detail: index, bubbles: true }));
  }
}

customElements.define('plan-compare', PlanCompare);
