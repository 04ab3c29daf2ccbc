import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { ask, get, getPatiently, Refused, type Board, type Counted, type Session, type Step } from './api';
import './chart';
import { failed, loading, noPermission } from './states';
import { binding, compact, date, money, monday, number, percent, t, weekName, weeks } from './words';

interface Gain {
  market: string;
  model: string;
  trim: string;
  orders: number;
  earlier: number;
  later: number;
  before: { median_weeks: number | null; longest_weeks: number | null };
  after: { median_weeks: number | null; longest_weeks: number | null };
}

interface Tried {
  levels: number;
  gains: { orders: number; earlier: number; later: number; lost: number; found: number; open_shortages: number; by_product: Gain[] };
  after: Counted;
  flaws: string[];
}

interface Change {
  resource: string;
  from_week: string;
  to_week: string;
  units: string;
}

interface Progress {
  timetable_id: string;
  state: string;
  why?: string;
  cost?: number;
  gap?: number;
}

interface Resource {
  resource: string;
  kind: string;
  name: string;
}

/** Levers: what happens to every date when a step moves or there is more or less of something. */
export class LeversPage extends LitElement {
  static override properties = { session: { attribute: false }, board: { state: true }, tried: { state: true }, starts: { state: true }, changes: { state: true }, fault: { state: true }, flaw: { state: true }, search: { state: true }, wanted: { state: true }, adoption: { state: true }, resources: { state: true }, lastMs: { state: true } };

  declare session: Session;
  declare board: Board | null;
  declare tried: Tried | null;
  declare starts: Map<string, number>;
  declare changes: Change[];
  declare fault: unknown;
  declare flaw: string;
  declare search: Progress | null;
  declare wanted: string;
  declare adoption: { state: 'none' | 'asked' | 'checked' | 'done' | 'refused'; words: string };
  declare resources: Resource[];
  declare lastMs: number;
  private weeks: string[] = [];
  private busy = false;
  private stale = false;
  private stream: EventSource | null = null;

  constructor() {
    super();
    this.board = null;
    this.tried = null;
    this.starts = new Map();
    this.changes = [];
    this.fault = null;
    this.flaw = '';
    this.search = null;
    this.wanted = '';
    this.adoption = { state: 'none', words: '' };
    this.resources = [];
    this.lastMs = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override disconnectedCallback(): void {
    this.stream?.close();
    super.disconnectedCallback();
  }

  private async load(): Promise<void> {
    try {
      const board = await get<Board>('/api/v1/board');
      this.weeks = weeksFrom(board, board.steps);
      for (const step of board.steps) {
        if (step.start_week !== null) {
          this.starts.set(step.step, Math.max(0, this.weeks.indexOf(step.start_week)));
        }
      }
      this.board = board;
      this.fault = null;
      this.resources = (await get<{ resources: Resource[] }>('/api/v1/resources')).resources.filter((one) => one.kind !== 'open-pool');
    } catch (fault) {
      this.fault = fault;
    }
  }

  /** One trial at a time; whatever was moved meanwhile is tried next. */
  private async attempt(): Promise<void> {
    this.adoption = { state: 'none', words: '' };
    if (this.busy) {
      this.stale = true;
      return;
    }
    this.busy = true;
    try {
      do {
        this.stale = false;
        const began = performance.now();
        this.tried = await this.ask();
        this.lastMs = Math.round(performance.now() - began);
        this.flaw = '';
      } while (this.stale);
    } catch (fault) {
      this.flaw = fault instanceof Refused ? fault.message : t('gone_words');
      if (fault instanceof Refused && (fault.status === 429 || fault.status === 503)) {
        window.setTimeout(() => void this.attempt(), 1000 * Math.max(1, fault.retryAfterSeconds));
      }
    } finally {
      this.busy = false;
    }
  }

  private ask(): Promise<Tried> {
    const changes = this.changes
      .filter((one) => one.resource !== '' && one.units !== '' && one.from_week !== '')
      .map((one) => {
        const known = this.resources.find((resource) => resource.resource === one.resource);
        return { kind: known?.kind ?? '', name: known?.name ?? '', from_week: one.from_week, to_week: one.to_week === '' ? one.from_week : one.to_week, units: Number(one.units) };
      });
    return ask<Tried>('POST', '/api/v1/lever-trials', { starts: this.typed(), changes });
  }

  private typed(): string[] {
    return [...this.starts].map(([step, index]) => `${step}=${this.weeks[index]}`);
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
      ${this.changesSection()} ${this.outcome(board)} ${this.glance(board)}`;
  }

  private stepsSection(board: Board): TemplateResult {
    return html`<section aria-labelledby="lever-steps"><div class="head"><h2 id="lever-steps">${t('steps_title')}</h2>${this.finder()}</div>
      ${board.plan ? html`<p class="lead">${t('plan_replaced', { plan: board.plan })}</p>` : nothing}
      <div class="levers">${board.steps.map((step) => this.lever(step))}</div>
    </section>`;
  }

  private lever(step: Step): TemplateResult {
    const index = this.starts.get(step.step);
    const first = Math.max(0, this.weeks.indexOf(step.earliest_week));
    const known = this.weeks.indexOf(step.latest_week);
    const last = known < 0 ? this.weeks.length - 1 : known;
    const week = index === undefined ? null : (this.weeks[index] ?? null);
    const decided = step.start_week !== null;
    return html`<div class="lever ${index === undefined ? 'off' : ''}">
      <label class="check"><input type="checkbox" .checked=${index !== undefined} ?disabled=${decided} @change=${(event: Event) => this.include(step, (event.target as HTMLInputElement).checked, first)} /><span>${step.step}</span></label>
      <input type="range" min=${first} max=${Math.max(first, last)} .value=${String(index ?? first)} ?disabled=${index === undefined || decided}
        aria-label="${t('starts')}: ${step.step}" aria-valuetext=${week === null ? t('not_taken') : weekName(week)}
        @input=${(event: Event) => this.move(step.step, Number((event.target as HTMLInputElement).value))} />
      <span class="when">${week === null ? html`<small>${t('not_taken')}</small>` : html`${weekName(week)} <small>${decided ? t('decided') : t('effect_from', { week: weekName(this.weeks[Math.min(this.weeks.length - 1, (index ?? 0) + step.lead_weeks)] ?? week) })}</small>`}</span>
      <span class="cost">${money(step.cost_minor, this.session.currency, this.session.minor_units, true)}</span>
    </div>`;
  }

  private include(step: Step, on: boolean, first: number): void {
    const starts = new Map(this.starts);
    if (on) {
      starts.set(step.step, first);
    } else {
      starts.delete(step.step);
    }
    this.starts = starts;
    void this.attempt();
  }

  private move(step: string, index: number): void {
    this.starts = new Map(this.starts).set(step, index);
    void this.attempt();
  }

  private changesSection(): TemplateResult {
    return html`<section aria-labelledby="lever-changes"><h2 id="lever-changes">${t('changes_title')}</h2><p class="lead">${t('changes_lead')}</p>
      ${this.changes.map((change, index) => this.change(change, index))}
      <button type="button" class="plain" @click=${() => this.edit([...this.changes, { resource: '', from_week: this.weeks[1] ?? '', to_week: this.weeks[13] ?? '', units: '' }])}>${t('add_change')}</button>
      ${this.flaw === '' ? nothing : html`<p class="fault" role="alert">${this.flaw}</p>`}
    </section>`;
  }

  private change(change: Change, index: number): TemplateResult {
    const set = (part: Partial<Change>) => this.edit(this.changes.map((one, at) => (at === index ? { ...one, ...part } : one)));
    const text = (name: 'from_week' | 'to_week', label: string) =>
      html`<label>${label}<input class="week" .value=${change[name]} placeholder="2026-W08" @change=${(event: Event) => set({ [name]: (event.target as HTMLInputElement).value.trim().toUpperCase() })} /></label>`;
    return html`<fieldset class="filters"><legend class="hidden">${t('change_n', { n: index + 1 })}</legend>
      <label>${t('resource')}<select @change=${(event: Event) => set({ resource: (event.target as HTMLSelectElement).value })}>
        <option value=""></option>${this.resources.map((one) => html`<option value=${one.resource} ?selected=${one.resource === change.resource}>${binding(one.resource)}</option>`)}
      </select></label>
      ${text('from_week', t('from_week'))} ${text('to_week', t('to_week'))}
      <label>${t('units')}<input class="week" inputmode="numeric" .value=${change.units} @change=${(event: Event) => set({ units: (event.target as HTMLInputElement).value.replace(/\D/g, '') })} /></label>
      <button type="button" class="plain" @click=${() => this.edit(this.changes.filter((_, at) => at !== index))}>${t('remove')}</button>
    </fieldset>`;
  }

  private edit(changes: Change[]): void {
    this.changes = changes;
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
    return html`<section aria-labelledby="outcome"><div class="head"><h2 id="outcome">${t('outcome_title')}</h2><small>${t('in_ms', { n: this.lastMs })}</small></div>
      <dl class="figures" aria-live="polite">
        ${figure(t('median_wait'), weeks(board.wait.median_weeks), weeks(tried.after.wait.median_weeks))}
        ${figure(t('longest_wait'), weeks(board.wait.longest_weeks), weeks(tried.after.wait.longest_weeks))}
        <div><dt>${t('come_earlier')}</dt><dd><b>${number(tried.gains.earlier)}</b><span>${t('of_orders', { n: tried.gains.orders })}</span></dd></div>
        <div><dt>${t('come_later')}</dt><dd><b class=${tried.gains.later > 0 ? 'notable' : ''}>${number(tried.gains.later)}</b><span>${t('of_orders', { n: tried.gains.orders })}</span></dd></div>
        <div><dt>${t('cost')}</dt><dd><b>${money(this.cost(board), this.session.currency, this.session.minor_units, true)}</b><span>${t('one_off')}</span></dd></div>
      </dl>
      ${tried.flaws.length > 0 ? html`<ul class="prose fault">${tried.flaws.map((flaw) => html`<li>${flaw}</li>`)}</ul>` : nothing}
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
      ${this.gains(tried)} ${this.adopt(board)}
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
      <span>${t('cost')} <b>${money(this.cost(board), this.session.currency, this.session.minor_units, true)}</b></span>
    </div>`;
  }

  private cost(board: Board): number {
    return board.steps.filter((step) => this.starts.has(step.step)).reduce((sum, step) => sum + step.cost_minor, 0);
  }

  private gains(tried: Tried): TemplateResult {
    const change = (before: number | null, after: number | null) =>
      before === after ? (after === null ? '–' : number(after)) : html`<s>${before === null ? '–' : number(before)}</s> <b>${after === null ? '–' : number(after)}</b>`;
    return html`<h3 id="who">${t('who_gains')}</h3><div class="scroll" tabindex="0" role="region" aria-labelledby="who"><table>
      <thead><tr><th scope="col">${t('car')}</th><th scope="col" class="number">${t('median')}</th><th scope="col" class="number">${t('longest')}</th><th scope="col" class="number">${t('come_earlier')}</th><th scope="col" class="number">${t('come_later')}</th></tr></thead>
      <tbody>${tried.gains.by_product.map(
        (gain) => html`<tr><th scope="row">${gain.model} ${gain.trim} <span class="tag">${gain.market}</span></th>
          <td class="number">${change(gain.before.median_weeks, gain.after.median_weeks)}</td><td class="number">${change(gain.before.longest_weeks, gain.after.longest_weeks)}</td>
          <td class="number">${number(gain.earlier)}</td><td class="number ${gain.later > 0 ? 'notable' : ''}">${number(gain.later)}</td></tr>`,
      )}</tbody></table></div>`;
  }

  private finder(): TemplateResult | typeof nothing {
    if (!this.session.may.includes('ask_timetable')) {
      return nothing;
    }
    const seeking = this.search?.state === 'seeking';
    return html`<form class="filters" @submit=${(event: Event) => void this.find(event)}>
      <label>${t('wait_wanted')}<input class="week" inputmode="numeric" .value=${this.wanted} @input=${(event: Event) => (this.wanted = (event.target as HTMLInputElement).value.replace(/\D/g, ''))} /></label>
      ${seeking ? html`<button type="button" class="plain" @click=${() => void this.endSearch()}>${t('take_best')}</button>` : html`<button type="submit" ?disabled=${this.wanted === ''}>${t('find_cheapest')}</button>`}
      <span role="status">${this.search ? this.standing(this.search) : nothing}</span>
    </form>`;
  }

  private standing(search: Progress): TemplateResult {
    if (search.state === 'seeking') {
      return search.cost === undefined ? html`${t('seeking')}` : html`${t('best_so_far', { cost: compact(search.cost), gap: search.gap === undefined ? '–' : percent(search.gap, 1) })}`;
    }
    return html`${search.why ? search.why : search.state === 'done' ? t('found') : t('fault_title')}`;
  }

  private async find(event: Event): Promise<void> {
    event.preventDefault();
    try {
      const begun = await ask<Progress>('POST', '/api/v1/timetables', { wait_weeks: Number(this.wanted), plan_only: true });
      this.search = begun;
      this.stream?.close();
      const stream = new EventSource(`/api/v1/timetables/${begun.timetable_id}/progress`);
      this.stream = stream;
      stream.addEventListener('progress', (told) => (this.search = JSON.parse((told as MessageEvent<string>).data)));
      stream.addEventListener('end', () => {
        stream.close();
        void this.take(begun.timetable_id);
      });
      stream.onerror = () => stream.close();
    } catch (fault) {
      this.search = { timetable_id: '', state: 'failed', why: fault instanceof Error ? fault.message : '' };
    }
  }

  private async endSearch(): Promise<void> {
    if (this.search) {
      await ask('DELETE', `/api/v1/timetables/${this.search.timetable_id}`);
    }
  }

  /** The plan that was found, as levers. */
  private async take(id: string): Promise<void> {
    const told = await getPatiently<Progress & { timetable: { steps?: { step: string; start_week: string | null }[]; plan?: { steps?: { step: string; start_week: string }[] } } | null }>(`/api/v1/timetables/${id}`);
    this.search = told;
    const steps = told.timetable?.plan?.steps ?? told.timetable?.steps ?? [];
    if (told.state === 'done' && steps.length > 0) {
      this.starts = new Map(
        steps.flatMap((one) => {
          const index = one.start_week ? this.weeks.indexOf(one.start_week) : -1;
          return index < 0 ? [] : [[one.step, index] as [string, number]];
        }),
      );
      void this.attempt();
    } else if (told.state === 'done') {
      this.search = { ...told, why: t('no_plan_found') };
    }
  }

  private adopt(board: Board): TemplateResult | typeof nothing {
    if (!this.session.may.includes('adopt_plan') || this.starts.size === 0) {
      return nothing;
    }
    const { state, words } = this.adoption;
    return html`<h3>${t('adopt_title')}</h3><p class="lead">${t('adopt_lead', { n: this.starts.size, day: date(monday(board.weeks[0] ?? '')) })}</p>
      ${state === 'checked' ? html`<button type="button" @click=${() => void this.sendPlan(false)}>${t('adopt_for_good')}</button>` : html`<button type="button" class="plain" ?disabled=${state === 'asked'} @click=${() => void this.sendPlan(true)}>${t('adopt_check')}</button>`}
      ${words === '' ? nothing : html`<p class=${state === 'refused' ? 'fault' : 'lead'} role="status">${words}</p>`}`;
  }

  private async sendPlan(dryRun: boolean): Promise<void> {
    this.adoption = { state: 'asked', words: t('loading') };
    try {
      const answer = await ask<{ earlier: number; later: number; levels: number }>(
        'POST',
        '/api/v1/plans',
        { starts: this.typed(), name: t('plan_name', { day: this.board?.day ?? '' }), dry_run: dryRun },
        dryRun ? {} : { 'Idempotency-Key': crypto.randomUUID() },
      );
      this.adoption = dryRun ? { state: 'checked', words: t('adopt_would', { earlier: answer.earlier, later: answer.later }) } : { state: 'done', words: t('adopted', { earlier: answer.earlier }) };
      if (!dryRun) {
        this.board = await get<Board>('/api/v1/board');
      }
    } catch (fault) {
      this.adoption = { state: 'refused', words: fault instanceof Error ? fault.message : '' };
    }
  }
}

/** The weeks of the board, and on to the last in which a step may start or take effect. */
function weeksFrom(board: Board, steps: Step[]): string[] {
  const found = [...board.weeks];
  const last = steps.reduce((most, step) => (step.latest_week > most ? step.latest_week : most), found[found.length - 1] ?? '');
  let at = monday(found[found.length - 1] ?? board.weeks[0] ?? '2026-W01');
  while ((found[found.length - 1] ?? '') < last && found.length < 520) {
    at = new Date(at.getTime() + 604_800_000);
    found.push(isoWeek(at));
  }
  return found;
}

function isoWeek(at: Date): string {
  const thursday = new Date(at.getTime() + 3 * 86_400_000);
  const year = thursday.getUTCFullYear();
  const first = monday(`${year}-W01`);
  return `${year}-W${String(1 + Math.round((at.getTime() - first.getTime()) / 604_800_000)).padStart(2, '0')}`;
}

customElements.define('levers-page', LeversPage);
