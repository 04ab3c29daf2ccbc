import { LitElement, html, svg, nothing, type TemplateResult } from 'lit';
import { get, getPatiently, type Board, type Line, type Session, type Step } from './api';
import './chart';
import { Following } from './following';
import { decidedList, typedOpenings } from './lever-words';
import './loads';
import { pulse } from './pulse';
import { binding, date, money, monday, number, percent, product, t, weekName, weeks, type Key } from './words';
import { failed, loading, noPermission } from './states';

interface Kept {
  whole: { orders: number; kept: number; broken: number; open: number; kept_share: number | null; mean_absolute_slip_weeks: number | null };
}

/** A book in motion is asked again no more often than this. */
const REST_MS = 2_000;
/** The record goes through all that was ever promised. */
const KEPT_REST_MS = 30_000;

/** The board: what planners leave open all day. */
export class BoardPage extends LitElement {
  static override properties = { session: { attribute: false }, board: { state: true }, kept: { state: true }, fault: { state: true }, market: { state: true } };

  declare session: Session;
  declare board: Board | null;
  declare kept: Kept | null;
  declare fault: unknown;
  declare market: string;
  private readonly following = new Following(this, REST_MS, () => this.load());
  private readonly followingKept = new Following(this, KEPT_REST_MS, () => this.loadKept());

  constructor() {
    super();
    this.board = null;
    this.kept = null;
    this.fault = null;
    this.market = '';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.following.now();
    void this.followingKept.now();
  }

  private async load(): Promise<void> {
    try {
      this.board = await get<Board>('/api/v1/board');
      this.fault = null;
      this.dispatchEvent(new CustomEvent('shown', { bubbles: true, detail: this.board.position }));
      if (this.board.position < pulse.position) {
        this.following.soon();
      }
    } catch (fault) {
      this.fault = fault;
    }
  }

  private async loadKept(): Promise<void> {
    try {
      this.kept = await getPatiently<Kept>('/api/v1/promise-record');
    } catch {
      // What was known stays; the rest of the page says whether the server is there.
    }
  }

  override render(): TemplateResult {
    if (!this.session.may.includes('see_board')) {
      return noPermission('board');
    }
    const board = this.board;
    if (!board) {
      return this.fault ? failed(this.fault, () => void this.load()) : loading(t('board'));
    }
    return html`
      <h1>${this.headline(board)}</h1>
      ${this.figures(board)}
      ${board.open === 0
        ? html`<section><h2>${t('empty_title')}</h2><p class="lead">${t('empty_words')}</p></section>`
        : html`${this.waits(board)} ${this.bank(board)}
            <section aria-labelledby="loads"><h2 id="loads">${t('loads_title')}</h2><p class="lead">${t('loads_lead')}</p>
              <load-strips .counted=${board}></load-strips></section>`}
      ${this.steps(board)}`;
  }

  private headline(board: Board): string {
    const waiting = board.lines.filter((line) => line.orders > 0);
    const slowest = waiting.reduce<Line | null>((most, line) => ((line.longest_weeks ?? -1) > (most?.longest_weeks ?? -1) ? line : most), null);
    const markets = new Set(waiting.map((line) => line.market));
    if (board.open === 0) {
      return t('headline_empty');
    }
    return slowest
      ? t('headline', { n: board.open, car: `${product(slowest)}${markets.size > 1 ? ` (${slowest.market})` : ''}`, wait: weeks(slowest.longest_weeks) })
      : t('headline_plain', { n: board.open });
  }

  private figures(board: Board): TemplateResult {
    const whole = this.kept?.whole;
    const share = whole?.kept_share ?? null;
    return html`<dl class="figures">
      ${this.figure(t('open_orders'), number(board.open), board.beyond_horizon > 0 ? t('without_date', { n: board.beyond_horizon }) : t('all_dated'))}
      ${this.figure(t('median_wait'), weeks(board.wait.median_weeks), t('nine_of_ten', { wait: weeks(board.wait.nine_of_ten_weeks) }))}
      ${this.figure(t('longest_wait'), weeks(board.wait.longest_weeks), t('of_dated'))}
      ${this.figure(t('deposits_held'), money(board.deposits_minor, this.session.currency, this.session.minor_units, true), t('of_open'))}
      ${this.figure(t('kept'), share === null ? '–' : percent(share, 1), whole === undefined ? t('counting') : whole.kept + whole.broken === 0 ? t('none_due') : t('kept_of', { kept: whole.kept, due: whole.kept + whole.broken }))}
      ${this.figure(t('plan_in_force'), board.plan ?? t('no_plan'), t('as_of', { day: date(board.day) }))}
    </dl>`;
  }

  private figure(name: string, value: string, more: string): TemplateResult {
    return html`<div><dt>${name}</dt><dd><b>${value}</b><span>${more}</span></dd></div>`;
  }

  private waits(board: Board): TemplateResult {
    const markets = [...new Set(board.lines.map((line) => line.market))];
    const shown = this.market === '' ? board.lines : board.lines.filter((line) => line.market === this.market);
    const longest = Math.max(1, ...board.lines.map((line) => Math.max(line.longest_weeks ?? 0, line.quoted_weeks ?? 0)));
    return html`<section aria-labelledby="waits">
      <div class="head"><h2 id="waits">${t('waits_title')}</h2>
        ${markets.length > 1
          ? html`<label>${t('market')} <select @change=${(event: Event) => (this.market = (event.target as HTMLSelectElement).value)}>
              <option value="">${t('all_markets')}</option>
              ${markets.map((market) => html`<option value=${market} ?selected=${market === this.market}>${market}</option>`)}
            </select></label>`
          : nothing}
      </div>
      <ul class="legend"><li><span class="key spot f-s1"></span>${t('median')}</li><li><span class="key rule l-s1"></span>${t('to_nine_of_ten')}</li>
        <li><span class="key bracket"></span>${t('longest')}</li><li><span class="key diamond"></span>${t('quoted_today')}</li></ul>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="waits"><table class="cards">
        <thead><tr>
          <th scope="col">${t('car')}</th><th scope="col" class="number">${t('waiting')}</th>
          <th scope="col" class="span"><span class="hidden">${t('waits_title')}</span></th>
          <th scope="col" class="number">${t('median')}</th><th scope="col" class="number">${t('nine_short')}</th>
          <th scope="col" class="number">${t('longest')}</th><th scope="col" class="number">${t('quoted_today')}</th><th scope="col">${t('what_binds')}</th>
        </tr></thead>
        <tbody>${shown.map((line) => this.wait(line, longest, markets.length > 1))}</tbody>
      </table></div>
    </section>`;
  }

  private wait(line: Line, longest: number, withMarket: boolean): TemplateResult {
    const weeksOf = (value: number | null) => (value === null ? '–' : number(value));
    const search = `#/orders?${new URLSearchParams({ market: line.market, model: line.model, trim: line.trim })}`;
    return html`<tr>
      <th scope="row"><a href=${search}>${product(line)}</a>${withMarket ? html` <span class="tag">${line.market}</span>` : nothing}</th>
      <td class="number" data-head=${t('waiting')}>${number(line.orders)}${line.without_date > 0 ? html`<br /><small class="notable">${t('without_date', { n: line.without_date })}</small>` : nothing}</td>
      <td class="span">${this.span(line, longest)}</td>
      <td class="number" data-head=${t('median')}>${weeksOf(line.median_weeks)}</td>
      <td class="number" data-head=${t('nine_short')}>${weeksOf(line.nine_of_ten_weeks)}</td>
      <td class="number strong" data-head=${t('longest')}>${weeksOf(line.longest_weeks)}</td>
      <td class="number" data-head=${t('quoted_today')}>${weeksOf(line.quoted_weeks)}</td>
      <td data-head=${t('what_binds')}>${line.orders > 0 ? binding(line.binding) : '–'}</td>
    </tr>`;
  }

  private span(line: Line, longest: number): TemplateResult {
    const x = (value: number) => 6 + (208 * value) / longest;
    const median = line.median_weeks ?? line.longest_weeks;
    return html`<svg class="span" viewBox="0 0 220 20" width="220" height="20" aria-hidden="true">
      <line class="grid" x1="6" x2="214" y1="10" y2="10"></line>
      ${median !== null && line.nine_of_ten_weeks !== null ? svg`<line class="range l-s1" x1=${x(median)} x2=${x(line.nine_of_ten_weeks)} y1="10" y2="10"></line>` : nothing}
      ${line.longest_weeks !== null ? svg`<line class="median" x1=${x(line.longest_weeks)} x2=${x(line.longest_weeks)} y1="3" y2="17"></line>` : nothing}
      ${line.median_weeks !== null ? svg`<circle class="f-s1" cx=${x(line.median_weeks)} cy="10" r="4.5"></circle>` : nothing}
      ${line.quoted_weeks !== null ? svg`<path class="f-s2" d="M${x(line.quoted_weeks)} 5l5 5l-5 5l-5 -5z"></path>` : nothing}
    </svg>`;
  }

  private bank(board: Board): TemplateResult {
    return html`<section aria-labelledby="bank">
      <h2 id="bank">${t('bank_title')}</h2><p class="lead">${t('bank_lead')}</p>
      <h3>${t('bank')}</h3>
      <week-chart label=${t('bank')} .weeks=${board.weeks} .height=${170} .series=${[{ name: t('bank_series'), tone: 's3', kind: 'line', values: board.bank }]}></week-chart>
      <h3>${t('output')}</h3>
      <week-chart label=${t('output')} .weeks=${board.weeks} .height=${210}
        .series=${board.outputs.map((output, index) => ({ name: output.model, tone: `s${(index % 6) + 1}`, kind: 'bar', values: output.orders }))}></week-chart>
    </section>`;
  }

  private steps(board: Board): TemplateResult | typeof nothing {
    const opened = typedOpenings(board.openings.flatMap(({ opening, opens_week, units_per_week }) => (opens_week === null ? [] : [{ opening, opens_week, units_per_week: units_per_week ?? 0 }])));
    if (board.steps.length === 0 && opened.length === 0) {
      return nothing;
    }
    const decided = board.steps.filter((step) => step.start_week !== null).sort((a, b) => (a.start_week ?? '').localeCompare(b.start_week ?? ''));
    const free = board.steps.filter((step) => step.start_week === null);
    const now = board.weeks[0] ?? '';
    return html`<section aria-labelledby="steps"><h2 id="steps">${t('steps_title')}</h2>
      ${board.plan_noted ? nothing : html`<p class="lead">${t('plan_not_noted')}</p>`}
      ${decided.length === 0 && board.plan_noted && opened.length === 0 ? html`<p class="lead">${t('no_steps_decided')}</p>` : nothing}
      ${decided.length > 0 ? this.stepTable(decided, now, 'steps_decided') : nothing}
      ${opened.length > 0 ? decidedList(new Map(), opened) : nothing}
      ${free.length > 0 ? html`<details><summary>${t('steps_free', { n: free.length })}</summary>${this.stepTable(free, now, 'steps_free_caption')}</details>` : nothing}
    </section>`;
  }

  private stepTable(steps: Step[], now: string, caption: Key): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t(caption)}><table class="steps cards">
      <caption class="hidden">${t(caption)}</caption>
      <thead><tr><th scope="col">${t('step')}</th><th scope="col">${t('starts')}</th><th scope="col">${t('effect')}</th><th scope="col" class="number">${t('cost')}</th></tr></thead>
      <tbody>${steps.map(
        (step) => html`<tr><th scope="row">${step.step}</th>
          <td data-head=${t('starts')}>${step.start_week ? this.week(step.start_week, now) : t('between', { from: weekName(step.earliest_week), to: weekName(step.latest_week) })}</td>
          <td data-head=${t('effect')}>${step.effect_week ? this.week(step.effect_week, now) : t('lead', { wait: weeks(step.lead_weeks) })}</td>
          <td class="number" data-head=${t('cost')}>${money(step.cost_minor, this.session.currency, this.session.minor_units, true)}</td></tr>`,
      )}</tbody></table></div>`;
  }

  private week(week: string, now: string): TemplateResult {
    return html`${weekName(week)} <small>${week < now ? t('done') : date(monday(week))}</small>`;
  }
}

customElements.define('board-page', BoardPage);
