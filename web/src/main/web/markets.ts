import { LitElement, html, svg, nothing, type TemplateResult } from 'lit';
import { get, type Board, type Opening, type Session } from './api';
import { flawBeside, isWhole } from './field-flaws';
import { Following } from './following';
import './lever-adoption';
import { openingWords, restrictionsList, typedOpenings, type Restriction, type Starts } from './lever-words';
import { hindered } from './refusals';
import { failed, loading, noPermission } from './states';
import { Search, madeAt, type PointSought, type Progress } from './timetable-search';
import { money, moneyMajor, number, percent, t, weekName, weeks, type Key } from './words';

interface Certificate {
  guarantee_holds_for_single_orders_at_home: boolean;
  order_level_longest_wait_weeks_at_home: number | null;
  orders_judged: number;
  orders_later: number;
  plan: string;
  book: string;
  repeat: string;
}

interface Point {
  home_wait_weeks: number;
  units_per_week: number;
  opens_week: string;
  verdict: string;
  harms_nobody: boolean;
  cost?: number;
  gap?: number;
  costs_more_than_closed?: number | null;
  units_delivered?: number;
  order_level_longest_wait_weeks_abroad?: number | null;
  steps?: { step: string; start_week: string }[];
  openings?: { opening: string; opens_week: string; units_per_week: number }[];
  certificate?: Certificate;
}

interface Earliest {
  home_wait_weeks: number;
  units_per_week: number;
  opens_week: string | null;
  week_before: string | null;
  verdict_week_before: string;
  point: Point | null;
}

interface MarketAnswer {
  verdict: string;
  conflict_reasons?: Restriction[];
  export?: { market: string; orders_of_book: number; closed: { home_wait_weeks: number; verdict: string; cost: number | null }[]; earliest: Earliest[]; points: Point[] };
}

/** A book in motion is asked again no more often than this: here only what could open is shown of it. */
const REST_MS = 10_000;
const HEIGHT = 240;
const LEFT = 52;
/** Half a week's name stands beyond the last point. */
const RIGHT = 40;
/** Room for a week's name below the chart, in pixels. */
const LABEL = 92;

/** No wait is longer than a book's weeks. */
const WAIT_MOST = 520;

/** What was typed with commas or spaces between. */
function listed(typed: string): string[] {
  return typed.split(/[,;\s]+/).filter((one) => one !== '');
}

/** Markets: when one can open, with how many a week, and who at home waits how long then. */
export class MarketsPage extends LitElement {
  static override properties = { session: { attribute: false }, board: { state: true }, fault: { state: true }, market: { state: true }, waits: { state: true }, quotas: { state: true }, progress: { state: true }, answer: { state: true }, shown: { state: true }, flaws: { state: true }, width: { state: true } };

  declare session: Session;
  declare board: Board | null;
  declare fault: unknown;
  declare market: string;
  declare waits: string;
  declare quotas: string;
  declare progress: Progress | null;
  declare answer: MarketAnswer | null;
  declare shown: Point | null;
  /** What is wrong with what was typed, by field. */
  declare flaws: Partial<Record<'waits' | 'quotas', string>>;
  declare width: number;
  private observer: ResizeObserver | null = null;
  private readonly following = new Following(this, REST_MS, () => this.follow());
  private readonly search = new Search<MarketAnswer>(
    (progress) => (this.progress = progress),
    (progress, timetable) => {
      this.progress = progress;
      this.answer = timetable;
      this.shown = timetable?.export?.earliest.find((one) => one.point?.harms_nobody)?.point ?? timetable?.export?.points.find((one) => one.harms_nobody) ?? null;
    },
  );

  constructor() {
    super();
    this.board = null;
    this.fault = null;
    this.market = '';
    this.waits = '12';
    this.quotas = '25%, 50%, 100%';
    this.progress = null;
    this.answer = null;
    this.shown = null;
    this.flaws = {};
    this.width = 640;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer = new ResizeObserver((entries) => (this.width = Math.max(280, Math.round((entries[0]?.contentRect.width ?? 640) - 60))));
    this.observer.observe(this);
    void this.following.now();
  }

  override disconnectedCallback(): void {
    this.observer?.disconnect();
    this.search.leave();
    super.disconnectedCallback();
  }

  private async load(): Promise<void> {
    try {
      const board = await get<Board>('/api/v1/board');
      this.market = board.openings[0]?.market ?? '';
      this.board = board;
      this.fault = null;
      void this.search.resume(true);
    } catch (fault) {
      this.fault = fault;
    }
  }

  /** What was asked for and found stays; it was found for the book as it was then. */
  private async follow(): Promise<void> {
    if (!this.board) {
      return this.load();
    }
    try {
      this.board = await get<Board>('/api/v1/board');
    } catch {
      // What was read before stays.
    }
  }

  private begin(event: Event): void {
    event.preventDefault();
    const waits = listed(this.waits);
    const quotas = listed(this.quotas);
    const most = this.unitsMost();
    this.flaws = {
      ...(waits.every((one) => isWhole(one, 1, WAIT_MOST)) ? {} : { waits: t('whole_between', { from: 1, to: WAIT_MOST }) }),
      ...(quotas.every((one) => (one.endsWith('%') ? isWhole(one.slice(0, -1), 1, 100) : isWhole(one, 1, most))) ? {} : { quotas: t('quotas_shape', { most }) }),
    };
    if (Object.keys(this.flaws).length > 0) {
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    this.answer = null;
    this.progress = null;
    void this.search.begin({
      ...(waits.length > 0 ? { wait_weeks: Number(waits[0]) } : {}),
      plan_only: true,
      export: { market: this.market, quotas, home_waits: waits.map((one) => ({ weeks: Number(one) })) },
    });
  }

  /** As many as may be built in a week for the market that is asked about. */
  private unitsMost(): number {
    return (this.board?.openings ?? []).filter((one) => one.market === this.market).reduce((sum, one) => sum + one.units_per_week_most, 0);
  }

  private end(discard: boolean): void {
    void this.search.end(this.progress?.timetable_id ?? '', discard);
  }

  override render(): TemplateResult {
    if (!this.session.may.includes('ask_timetable')) {
      return noPermission('markets');
    }
    const board = this.board;
    if (!board) {
      return this.fault ? failed(this.fault, () => void this.load()) : loading(t('markets'));
    }
    return html`<h1 class="small">${t('markets_title')}</h1><p class="lead">${t('markets_lead')}</p>
      ${board.openings.length === 0 ? html`<section><h2>${t('markets_could')}</h2><p class="lead">${t('no_openings')}</p></section>` : html`${this.could(board.openings)} ${this.answer?.export ? this.told(this.answer) : nothing} ${this.adoption(board)}`}`;
  }

  /** What was found can be proposed where it is looked at, its opening with its steps. */
  private adoption(board: Board): TemplateResult {
    const found = this.answer?.export ? this.shown : null;
    const starts: Starts = new Map((found?.steps ?? []).map((one) => [one.step, one.start_week]));
    return html`<plan-adoption .session=${this.session} .starts=${starts} .openings=${typedOpenings(found?.openings ?? [])} day=${board.day} @book-moved=${() => void this.follow()}></plan-adoption>`;
  }

  private could(openings: Opening[]): TemplateResult {
    const seeking = this.progress?.state === 'seeking';
    const field = (name: 'waits' | 'quotas', label: string, most: number) => {
      const flaw = this.flaws[name] ?? '';
      return html`<label>${label}<input class=${name === 'waits' ? 'week' : ''} name=${name} maxlength=${most} .value=${this[name]} ?disabled=${seeking} aria-invalid=${flaw === '' ? 'false' : 'true'} aria-describedby=${flaw === '' ? nothing : `market-${name}-flaw`}
        @input=${(event: Event) => this.type(name, (event.target as HTMLInputElement).value)} />${flawBeside(`market-${name}-flaw`, flaw)}</label>`;
    };
    return html`<section aria-labelledby="could"><h2 id="could">${t('markets_could')}</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="could"><table class="cards amounts">
        <thead><tr><th scope="col">${t('market')}</th><th scope="col">${t('opens_between')}</th><th scope="col" class="number">${t('units_most')}</th><th scope="col" class="number">${t('cost')}</th></tr></thead>
        <tbody>${openings.map((one) => html`<tr><th scope="row">${one.opening}${one.opens_week === null ? nothing : html`<br /><small>${openingWords(typedOpenings([{ opening: one.opening, opens_week: one.opens_week, units_per_week: one.units_per_week ?? 0 }])[0] ?? '')}</small>`}</th><td data-head=${t('opens_between')}>${t('between', { from: weekName(one.earliest_week), to: weekName(one.latest_week) })}</td><td class="number" data-head=${t('units_most')}>${number(one.units_per_week_most)}</td><td class="number" data-head=${t('cost')}>${money(one.cost_minor, this.session.currency, this.session.minor_units, true)}</td></tr>`)}</tbody>
      </table></div>
      <form class="filters finder" @submit=${(event: Event) => this.begin(event)}>
        <label>${t('market')}<select name="market" ?disabled=${seeking} @change=${(event: Event) => (this.market = (event.target as HTMLSelectElement).value)}>${[...new Set(openings.map((one) => one.market))].map((one) => html`<option value=${one} ?selected=${one === this.market}>${one}</option>`)}</select></label>
        ${field('waits', t('home_waits'), 60)} ${field('quotas', t('quotas'), 80)}
        ${seeking
          ? html`<button type="button" class="plain" @click=${() => this.end(false)}>${t('take_so_far')}</button><button type="button" class="plain" @click=${() => this.end(true)}>${t('cancel_search')}</button>`
          : html`<button type="submit">${t('find_opening')}</button>`}
      </form>
      <div role="status">${this.progress ? this.standing(this.progress) : html`<p class="lead">${t('markets_takes_long')}</p>`}</div>
    </section>`;
  }

  private type(name: 'waits' | 'quotas', typed: string): void {
    this[name] = typed;
    this.flaws = { ...this.flaws, [name]: '' };
  }

  private standing(progress: Progress): TemplateResult {
    switch (progress.state) {
      case 'seeking':
        return html`<p class="lead">${progress.point ? pointWords(progress.point) : t(progress.work === 'market' ? 'seeking_market' : 'seeking')} ${progress.cost === undefined ? nothing : t('best_so_far', { cost: moneyMajor(progress.cost, this.session), gap: progress.gap === undefined ? '–' : percent(progress.gap, 1) })}</p>`;
      case 'discarded':
        return html`<p class="lead">${t('search_cancelled')}</p>`;
      case 'done':
        return html`${this.answer?.export ? html`<p class="lead">${t(progress.cancelled ? 'ended_early' : 'market_found')}</p>` : html`<p class="fault">${t('no_market_found')}</p>${restrictionsList(this.answer?.conflict_reasons ?? [], this.session)}`}${madeAt(progress)}`;
      default:
        return html`<p class="fault">${hindered(progress.why ?? '', progress.why_code) || t('fault_title')}</p>`;
    }
  }

  private told(answer: MarketAnswer): TemplateResult | typeof nothing {
    const market = answer.export;
    if (!market) {
      return nothing;
    }
    return html`<section aria-labelledby="earliest"><h2 id="earliest">${t('earliest_title', { market: market.market })}</h2>
        <p class="lead">${t('earliest_lead')}</p>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="earliest"><table class="cards amounts">
          <thead><tr><th scope="col">${t('home_wait')}</th><th scope="col" class="number">${t('units')}</th><th scope="col">${t('opens')}</th><th scope="col">${t('not_sooner')}</th><th scope="col"><span class="hidden">${t('what')}</span></th></tr></thead>
          <tbody>${market.earliest.map(
            (one) => html`<tr><th scope="row">${weeks(one.home_wait_weeks)}</th><td class="number" data-head=${t('units')}>${number(one.units_per_week)}</td>
              <td data-head=${t('opens')}>${one.opens_week ? html`<b>${weekName(one.opens_week)}</b>` : html`<span class="notable">${t('opens_never')}</span>`}</td>
              <td data-head=${t('not_sooner')}>${one.week_before ? `${weekName(one.week_before)}: ` : ''}${t(('before_' + one.verdict_week_before) as Key)}</td>
              <td>${one.point ? this.showButton(one.point) : nothing}</td></tr>`,
          )}</tbody></table></div>
      </section>
      <section aria-labelledby="frontier"><h2 id="frontier">${t('frontier_title')}</h2><p class="lead">${t('frontier_lead')}</p>
        ${this.chart(market.points)} ${this.points(market.points)}
      </section>
      ${this.shown ? this.certificate(this.shown) : nothing}`;
  }

  private showButton(point: Point): TemplateResult | typeof nothing {
    return point.certificate
      ? html`<button type="button" class="plain" aria-pressed=${this.shown === point ? 'true' : 'false'} aria-label="${t('certificate')}: ${weekName(point.opens_week)}, ${number(point.units_per_week)}" @click=${() => (this.shown = point)}>${t('certificate')}</button>`
      : nothing;
  }

  /** Opening week across, cost beside a closed market up; a line for each quota and wait, a cross where somebody is harmed. */
  private chart(points: Point[]): TemplateResult | typeof nothing {
    const priced = points.filter((one) => typeof one.costs_more_than_closed === 'number');
    if (priced.length === 0) {
      return nothing;
    }
    const weeksSeen = [...new Set(points.map((one) => one.opens_week))].sort();
    const top = Math.max(1, ...priced.map((one) => one.costs_more_than_closed ?? 0));
    const low = Math.min(0, ...priced.map((one) => one.costs_more_than_closed ?? 0));
    const x = (week: string) => LEFT + (this.width - LEFT - RIGHT) * (weeksSeen.length < 2 ? 0.5 : weeksSeen.indexOf(week) / (weeksSeen.length - 1));
    const every = Math.max(1, Math.ceil(((weeksSeen.length - 1) * LABEL) / (this.width - LEFT - RIGHT)));
    const y = (cost: number) => 12 + (HEIGHT - 44) * (1 - (cost - low) / (top - low));
    const lines = [...new Set(points.map((one) => `${one.home_wait_weeks} ${one.units_per_week}`))];
    const of = (line: string) => priced.filter((one) => `${one.home_wait_weeks} ${one.units_per_week}` === line).sort((a, b) => (a.opens_week < b.opens_week ? -1 : 1));
    return html`<ul class="legend">${lines.map((line, index) => {
        const [wait, units] = line.split(' ').map(Number);
        return html`<li><span class="key rule l-s${(index % 6) + 1}"></span>${t('line_of', { units: units ?? 0, wait: weeks(wait ?? null) })}</li>`;
      })}<li><span aria-hidden="true">✕</span> ${t('harms_somebody')}</li></ul>
      <svg class="chart" viewBox="0 0 ${this.width} ${HEIGHT}" width=${this.width} height=${HEIGHT} role="img" aria-label=${t('frontier_title')}>
        ${[low, (low + top) / 2, top].map((value) => svg`<line class="grid" x1=${LEFT} x2=${this.width - RIGHT} y1=${y(value)} y2=${y(value)}></line><text class="end" x=${LEFT - 6} y=${y(value) + 4}>${moneyMajor(value, this.session)}</text>`)}
        ${weeksSeen.map((week, index) => (index % every === 0 ? svg`<text class="middle" x=${x(week)} y=${HEIGHT - 8}>${weekName(week)}</text>` : nothing))}
        ${lines.map((line, index) => {
          const drawn = of(line);
          const tone = `s${(index % 6) + 1}`;
          return svg`<path class="line l-${tone}" d=${drawn.map((one, at) => `${at === 0 ? 'M' : 'L'}${x(one.opens_week).toFixed(1)} ${y(one.costs_more_than_closed ?? 0).toFixed(1)}`).join('')}></path>
            ${drawn.map((one) => (one.harms_nobody ? svg`<circle class="f-${tone}" cx=${x(one.opens_week)} cy=${y(one.costs_more_than_closed ?? 0)} r="4.5"></circle>` : svg`<text class="harm" x=${x(one.opens_week) - 5} y=${y(one.costs_more_than_closed ?? 0) + 5}>✕</text>`))}`;
        })}
      </svg>`;
  }

  private points(points: Point[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="frontier"><table class="cards amounts">
      <thead><tr><th scope="col">${t('opens')}</th><th scope="col" class="number">${t('units')}</th><th scope="col">${t('home_wait')}</th><th scope="col">${t('harm')}</th><th scope="col" class="number">${t('costs_more')}</th><th scope="col" class="number">${t('delivered_abroad')}</th><th scope="col"><span class="hidden">${t('what')}</span></th></tr></thead>
      <tbody>${points.map(
        (one) => html`<tr><th scope="row">${weekName(one.opens_week)}</th><td class="number" data-head=${t('units')}>${number(one.units_per_week)}</td><td data-head=${t('home_wait')}>${weeks(one.home_wait_weeks)}</td>
          <td data-head=${t('harm')}>${one.verdict === 'planned' ? (one.harms_nobody ? t('harms_nobody') : html`<span class="notable">${t('harms_somebody')}</span>`) : html`<span class="notable">${t(('before_' + one.verdict) as Key)}</span>`}</td>
          <td class="number" data-head=${t('costs_more')}>${typeof one.costs_more_than_closed === 'number' ? moneyMajor(one.costs_more_than_closed, this.session) : '–'}</td><td class="number" data-head=${t('delivered_abroad')}>${one.units_delivered === undefined ? '–' : number(one.units_delivered)}</td><td>${this.showButton(one)}</td></tr>`,
      )}</tbody></table></div>`;
  }

  private certificate(point: Point): TemplateResult | typeof nothing {
    const paper = point.certificate;
    if (!paper) {
      return nothing;
    }
    return html`<section aria-labelledby="certificate"><h2 id="certificate">${t('certificate_title')}</h2>
      <p class=${point.harms_nobody ? 'lead' : 'fault'}>${t(point.harms_nobody ? 'certificate_words' : 'certificate_harm', { week: weekName(point.opens_week), units: point.units_per_week, wait: weeks(point.home_wait_weeks) })}</p>
      <dl class="figures">
        <div><dt>${t('judged_singly')}</dt><dd><b>${number(paper.orders_judged)}</b></dd></div>
        <div><dt>${t('come_later')}</dt><dd><b class=${paper.orders_later > 0 ? 'notable' : ''}>${number(paper.orders_later)}</b></dd></div>
        <div><dt>${t('longest_at_home')}</dt><dd><b>${weeks(paper.order_level_longest_wait_weeks_at_home)}</b></dd></div>
        <div><dt>${t('longest_abroad')}</dt><dd><b>${weeks(point.order_level_longest_wait_weeks_abroad ?? null)}</b></dd></div>
      </dl>
      <p class="lead">${t('certificate_repeat')}</p><pre class="scroll" tabindex="0"><code>${paper.repeat}</code></pre>
      <p><small>${t('prints', { plan: paper.plan, book: paper.book })}</small></p>
    </section>`;
  }
}

function pointWords(point: PointSought): string {
  const values = { n: point.number, all: point.all, market: point.market, week: point.opens_week === null ? '' : weekName(point.opens_week), units: point.units_per_week, wait: weeks(point.home_wait_weeks) };
  return t(point.opens_week === null ? 'seeking_closed' : point.number > 0 ? 'seeking_point' : 'seeking_earliest', values);
}

customElements.define('markets-page', MarketsPage);
