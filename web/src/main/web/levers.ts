import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { ask, get, Refused, type Board, type Session } from './api';
import './chart';
import { Following } from './following';
import './lever-adoption';
import { decidedInForce, type Decisions } from './lever-adoption';
import './lever-changes';
import { isSaid, type Change, type ChangeFlaw, type Resource } from './lever-changes';
import './lever-finder';
import type { Found } from './lever-finder';
import './lever-plans';
import './lever-steps';
import { decidedList, flawWords, gainsTable, typed, weeksFrom, type Plan, type Starts, type Tried } from './lever-words';
import './loads';
import { said } from './refusals';
import { failed, loading, noPermission } from './states';
import { money, number, t, weeks } from './words';

/** As many as can be told apart by colour, with the one of today. */
const PLANS_MOST = 5;
/** What a trial is compared with is not older when the next lever is moved. */
const OLDEST_MS = 30_000;

/** A book in motion is asked again no more often than this: what was tried is then tried again. */
const REST_MS = 10_000;

/** Levers: what happens to every date when a step moves or there is more or less of something. */
export class LeversPage extends LitElement {
  static override properties = { session: { attribute: false }, board: { state: true }, tried: { state: true }, starts: { state: true }, openings: { state: true }, today: { state: true }, changes: { state: true }, fault: { state: true }, flaw: { state: true }, changeFlaw: { state: true }, resources: { state: true }, lastMs: { state: true }, plans: { state: true } };

  declare session: Session;
  declare board: Board | null;
  declare tried: Tried | null;
  declare starts: Starts;
  /** Markets that open with the steps on the levers. */
  declare openings: string[];
  declare today: Starts;
  declare changes: Change[];
  declare fault: unknown;
  declare flaw: string;
  declare changeFlaw: ChangeFlaw | null;
  declare resources: Resource[];
  declare lastMs: number;
  declare plans: Plan[];
  private weeks: string[] = [];
  private openingsToday: string[] = [];
  private busy = false;
  private stale = false;
  private readAt = 0;
  /** The plan that was put on the levers last, as long as nobody moves one. */
  private onLevers: Plan | null = null;
  private readonly following = new Following(this, REST_MS, () => this.follow());

  constructor() {
    super();
    this.board = null;
    this.tried = null;
    this.starts = new Map();
    this.openings = [];
    this.today = new Map();
    this.changes = [];
    this.fault = null;
    this.flaw = '';
    this.changeFlaw = null;
    this.resources = [];
    this.lastMs = 0;
    this.plans = [];
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.following.now();
  }

  private async load(): Promise<void> {
    try {
      const board = await get<Board>('/api/v1/board');
      this.weeks = weeksFrom(board);
      const today = await this.decidedToday(board);
      this.today = today.starts;
      this.starts = new Map(today.starts);
      this.openingsToday = today.openings;
      this.openings = today.openings;
      this.tried = null;
      this.onLevers = null;
      this.plans = [];
      this.board = board;
      this.readAt = Date.now();
      this.fault = null;
      this.resources = (await get<{ resources: Resource[] }>('/api/v1/resources')).resources.filter((one) => one.kind !== 'open-pool');
    } catch (fault) {
      this.fault = fault;
    }
  }

  /** The book moved: the levers and the plans beside them stay as somebody put them, unless they are those of today. */
  private async follow(): Promise<void> {
    if (!this.board) {
      return this.load();
    }
    try {
      const board = await get<Board>('/api/v1/board');
      const { starts, openings } = await this.decidedToday(board);
      if (typed(this.starts).join('\n') === typed(this.today).join('\n') && this.openings.join('\n') === this.openingsToday.join('\n')) {
        this.starts = new Map(starts);
        this.openings = openings;
      }
      this.today = starts;
      this.openingsToday = openings;
      this.board = board;
      this.readAt = Date.now();
      if (this.tried) {
        await this.attempt();
      }
    } catch {
      // What was read before stays; it is read again with the next move.
    }
  }

  /** A board may be seconds old: what was adopted just now is asked for. */
  private async decidedToday(board: Board): Promise<Decisions> {
    const today: Decisions = this.session.may.includes('ask_timetable') ? await decidedInForce() : { starts: new Map(), openings: [] };
    for (const step of board.steps) {
      if (step.decided && step.start_week !== null) {
        today.starts.set(step.step, step.start_week);
      }
    }
    return today;
  }

  /** One trial at a time; whatever was moved meanwhile is tried next. */
  private async attempt(): Promise<void> {
    if (this.busy) {
      this.stale = true;
      return;
    }
    this.busy = true;
    do {
      this.stale = false;
      try {
        await this.attemptOnce();
        this.flaw = '';
      } catch (fault) {
        this.flaw = said(fault);
        if (fault instanceof Refused && (fault.status === 429 || fault.status === 503)) {
          await new Promise((resume) => setTimeout(resume, 1000 * Math.max(1, fault.retryAfterSeconds)));
          this.stale = true;
        }
      }
    } while (this.stale && this.isConnected);
    this.busy = false;
  }

  private async attemptOnce(): Promise<void> {
    const began = performance.now();
    const plan: Plan | null = this.onLevers;
    const tried = await this.ask();
    if (plan !== null && plan === this.onLevers) {
      this.plans = this.plans.map((one) => (one === plan ? (this.onLevers = { ...one, tried }) : one));
    }
    this.tried = tried;
    if (Date.now() - this.readAt > OLDEST_MS) {
      this.readAt = Date.now();
      void get<Board>('/api/v1/board').then((board) => (this.board = board), () => undefined);
    }
    this.lastMs = Math.round(performance.now() - began);
  }

  private async ask(): Promise<Tried> {
    const complete = this.changes.map((one, index) => ({ one, index })).filter(({ one }) => isSaid(one));
    const changes = complete.map(({ one }) => {
      const known = this.resources.find((resource) => resource.resource === one.resource);
      return { kind: known?.kind ?? '', name: known?.name ?? '', from_week: one.from_week, to_week: one.to_week === '' ? one.from_week : one.to_week, units: Number(one.units) };
    });
    const starts = typed(this.starts);
    const isToday = starts.join('\n') === typed(this.today).join('\n') && this.openings.join('\n') === this.openingsToday.join('\n');
    this.changeFlaw = null;
    try {
      // Where no step is moved capacity stays as it is, and with it what was set by hand.
      return await ask<Tried>('POST', '/api/v1/lever-trials', isToday ? { changes } : { starts, openings: this.openings, changes });
    } catch (fault) {
      const [, at, field] = (fault instanceof Refused ? /^changes\[(\d+)\]\.(\w+)$/.exec(fault.field) : null) ?? [];
      const index = complete[Number(at ?? -1)]?.index;
      if (index !== undefined && field !== undefined) {
        this.changeFlaw = { index, field, words: said(fault) };
      }
      throw fault;
    }
  }

  override render(): TemplateResult {
    if (!this.session.may.includes('ask_what_if')) {
      return noPermission('levers');
    }
    const board = this.board;
    if (!board) {
      return this.fault ? failed(this.fault, () => void this.load()) : loading(t('levers'));
    }
    return html`<h1 class="small">${t('levers_title')}</h1><p class="lead">${t('levers_lead')}</p>
      ${board.steps.length > 0 ? this.stepsSection(board) : html`<section><h2>${t('steps_title')}</h2><p class="lead">${t('no_steps')}</p></section>`}
      ${this.changesSection(board)} ${this.outcome(board)}
      <plan-compare .session=${this.session} .board=${board} .plans=${this.compared(board)}
        @plan-chosen=${(event: CustomEvent<number>) => this.choose(event.detail - 1)} @plan-dropped=${(event: CustomEvent<number>) => (this.plans = this.plans.filter((_, at) => at !== event.detail - 1))}></plan-compare>
      ${this.session.may.includes('ask_timetable') && board.steps.length > 0
        ? html`<plan-adoption .session=${this.session} .starts=${this.starts} .openings=${this.openings} day=${board.day} @book-moved=${() => void this.load()} @plan-looked=${(event: CustomEvent<Decisions>) => this.put(event.detail, null)}></plan-adoption>`
        : nothing}
      ${this.glance(board)}`;
  }

  private stepsSection(board: Board): TemplateResult {
    return html`<section aria-labelledby="lever-steps"><h2 id="lever-steps">${t('steps_title')}</h2>
      ${this.session.may.includes('ask_timetable') ? html`<timetable-finder .session=${this.session} @plan-found=${(event: CustomEvent<Found>) => this.found(event.detail)}></timetable-finder>` : nothing}
      ${board.plan ? html`<p class="lead">${t('plan_replaced', { plan: board.plan })}</p>` : nothing}
      ${this.openings.length > 0 ? decidedList(new Map(), this.openings) : nothing}
      <lever-steps .session=${this.session} .steps=${board.steps} .weeks=${this.weeks} .starts=${this.starts} .today=${this.today}
        @step-moved=${(event: CustomEvent<{ step: string; week: string | null }>) => this.move(event.detail.step, event.detail.week)}></lever-steps>
    </section>`;
  }

  private move(step: string, week: string | null): void {
    const starts = new Map(this.starts);
    if (week === null) {
      starts.delete(step);
    } else {
      starts.set(step, week);
    }
    this.put({ starts, openings: this.openings }, null);
  }

  private put({ starts, openings }: Decisions, plan: Plan | null): void {
    this.starts = new Map(starts);
    this.openings = openings;
    this.onLevers = plan;
    void this.attempt();
  }

  private found(found: Found): void {
    this.keep({ ...found, tried: null });
  }

  /** Keeps a plan for comparison and puts it on the levers; the oldest makes room. */
  private keep(plan: Plan): void {
    this.plans = [...this.plans, plan].slice(-PLANS_MOST);
    this.put(plan, plan);
  }

  private choose(index: number): void {
    const plan = this.plans[index];
    if (plan) {
      this.put(plan, plan);
    }
  }

  private compared(board: Board): Plan[] {
    const nothingMoves = { orders: board.open, earlier: 0, later: 0, lost: 0, found: 0, open_shortages: 0, by_product: [] };
    return [{ name: board.plan ?? t('plan_today'), starts: this.today, openings: this.openingsToday, tried: { levels: 0, gains: nothingMoves, after: board, step_flaws: [] }, cost: null, gap: null }, ...this.plans];
  }

  private changesSection(board: Board): TemplateResult {
    return html`<section aria-labelledby="lever-changes"><h2 id="lever-changes">${t('changes_title')}</h2><p class="lead">${t('changes_lead')}</p>
      <lever-changes .changes=${this.changes} .resources=${this.resources} .weeks=${this.weeks} .flaw=${this.changeFlaw} position=${board.position}
        @changes-typed=${(event: CustomEvent<Change[]>) => this.edit(event.detail)}></lever-changes>
      ${this.flaw === '' || this.changeFlaw ? nothing : html`<p class="fault" role="alert">${this.flaw}</p>`}
    </section>`;
  }

  private edit(changes: Change[]): void {
    this.changes = changes;
    this.onLevers = null;
    void this.attempt();
  }

  private outcome(board: Board): TemplateResult {
    const tried = this.tried;
    if (!tried) {
      return html`<section><h2>${t('outcome_title')}</h2><p class="lead">${t('outcome_none')}</p></section>`;
    }
    const span = tried.after.weeks.length > board.weeks.length ? tried.after.weeks : board.weeks;
    const figure = (name: string, before: string, after: string) =>
      html`<div><dt>${name}</dt><dd><b>${before === after ? after : html`<s>${before}</s> ${after}`}</b></dd></div>`;
    return html`<section aria-labelledby="outcome"><div class="head"><h2 id="outcome">${t('outcome_title')}</h2>
        <span>${this.onLevers ? nothing : html`<button type="button" class="plain" @click=${() => this.keep({ name: t('plan_hand', { n: this.plans.length + 1 }), starts: this.starts, openings: this.openings, tried, cost: null, gap: null })}>${t('keep_plan')}</button>`} <small>${t('in_ms', { n: this.lastMs })}</small></span></div>
      <dl class="figures" aria-live="polite">
        ${figure(t('median_wait'), weeks(board.wait.median_weeks), weeks(tried.after.wait.median_weeks))}
        ${figure(t('longest_wait'), weeks(board.wait.longest_weeks), weeks(tried.after.wait.longest_weeks))}
        <div><dt>${t('come_earlier')}</dt><dd><b>${number(tried.gains.earlier)}</b><span>${t('of_orders', { n: tried.gains.orders })}</span></dd></div>
        <div><dt>${t('come_later')}</dt><dd><b class=${tried.gains.later > 0 ? 'notable' : ''}>${number(tried.gains.later)}</b><span>${t('of_orders', { n: tried.gains.orders })}</span></dd></div>
        <div><dt>${t('cost')}</dt><dd><b>${this.cost(board)}</b><span>${t('one_off')}</span></dd></div>
      </dl>
      ${tried.step_flaws.length > 0 ? html`<ul class="prose fault">${tried.step_flaws.map((flaw) => html`<li>${flawWords(flaw)}</li>`)}</ul>` : nothing}
      <h3>${t('bank')}</h3>
      <week-chart label=${t('bank')} .weeks=${span} .height=${170} .series=${[{ name: t('bank_series'), tone: 's3', kind: 'line', values: tried.after.bank, ghost: board.bank }]}></week-chart>
      <h3>${t('output')}</h3>
      <week-chart label=${t('output')} .weeks=${span} .height=${200} .series=${tried.after.outputs.map((output, index) => ({
        name: output.model,
        tone: `s${(index % 6) + 1}`,
        kind: 'bar',
        values: output.orders,
        ghost: board.outputs.find((one) => one.model === output.model)?.orders ?? [],
      }))}></week-chart>
      <h3 id="lever-loads">${t('loads_title')}</h3>
      <load-strips .counted=${tried.after} .against=${board}></load-strips>
      ${gainsTable(tried.gains.by_product, 'who')}
    </section>`;
  }

  /** Stays in sight while a lever is dragged. */
  private glance(board: Board): TemplateResult | typeof nothing {
    const tried = this.tried;
    if (!tried) {
      return nothing;
    }
    const change = (before: number | null, after: number | null) => (before === after ? html`<b>${weeks(after)}</b>` : html`<s>${before === null ? '–' : number(before)}</s> <b>${weeks(after)}</b>`);
    return html`<div class="at-a-glance" aria-hidden="true">
      <span>${t('median_wait')} ${change(board.wait.median_weeks, tried.after.wait.median_weeks)}</span>
      <span>${t('longest_wait')} ${change(board.wait.longest_weeks, tried.after.wait.longest_weeks)}</span>
      <span>${t('come_earlier')} <b>${number(tried.gains.earlier)}</b></span>
      <span class=${tried.gains.later > 0 ? 'notable' : ''}>${t('come_later')} <b>${number(tried.gains.later)}</b></span>
      <span>${t('cost')} <b>${this.cost(board)}</b></span>
    </div>`;
  }

  private cost(board: Board): string {
    const sum = board.steps.filter((step) => this.starts.has(step.step)).reduce((all, step) => all + step.cost_minor, 0);
    return money(sum, this.session.currency, this.session.minor_units, true);
  }
}

customElements.define('levers-page', LeversPage);
