import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { ask, type Session } from './api';
import { flawBeside, isWhole } from './field-flaws';
import { Search, madeAt, type FoundTimetable, type Progress } from './timetable-search';
import { restrictionsList, typed, typedOpenings, type Starts } from './lever-words';
import { hindered, said } from './refusals';
import { moneyMajor, percent, t, weekName, weeks } from './words';

/** No wait is longer than a book's weeks. */
const WAIT_MOST = 520;

/** What was found, for the levers. */
export interface Found {
  name: string;
  starts: Starts;
  openings: string[];
  cost: number | null;
  gap: number | null;
}

/** In how many futures of the book a plan holds its wait for everybody. */
interface Sure {
  futures: number;
  from_week: string | null;
  probability: number | null;
}

/** Asks for the cheapest timetable, and shows how far the search is and what came of it. */
export class TimetableFinder extends LitElement {
  static override properties = { session: { attribute: false }, wait: { state: true }, budget: { state: true }, progress: { state: true }, found: { state: true }, isEarlier: { state: true }, sure: { state: true }, sureFlaw: { state: true }, flaws: { state: true } };

  declare session: Session;
  declare wait: string;
  declare budget: string;
  declare progress: Progress | null;
  declare found: FoundTimetable | null;
  /** Whether it was found before the page was opened, and nobody has put it on the levers since. */
  declare isEarlier: boolean;
  /** How sure it is; null while that is counted. */
  declare sure: Sure | null;
  declare sureFlaw: string;
  /** What is wrong with what was typed, by field. */
  declare flaws: Partial<Record<'wait' | 'budget', string>>;
  private readonly search = new Search<FoundTimetable>(
    (progress) => {
      this.progress = progress;
      this.found = null;
    },
    (progress, timetable, isEarlier) => this.take(progress, timetable, isEarlier),
  );

  constructor() {
    super();
    this.wait = '';
    this.budget = '';
    this.progress = null;
    this.found = null;
    this.isEarlier = false;
    this.sure = null;
    this.sureFlaw = '';
    this.flaws = {};
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.search.resume(false);
  }

  override disconnectedCallback(): void {
    this.search.leave();
    super.disconnectedCallback();
  }

  private begin(event: Event): void {
    event.preventDefault();
    this.flaws = {
      ...(this.wait === '' || isWhole(this.wait, 1, WAIT_MOST) ? {} : { wait: t('whole_between', { from: 1, to: WAIT_MOST }) }),
      ...(this.budget === '' || isWhole(this.budget, 0) ? {} : { budget: t('whole_expected') }),
    };
    if (Object.keys(this.flaws).length > 0) {
      this.toFlaw();
      return;
    }
    // What was found before is no answer to this question.
    this.progress = null;
    this.found = null;
    const question = {
      ...(this.wait === '' ? {} : { wait_weeks: Number(this.wait) }),
      ...(this.budget === '' ? {} : { budget: this.budget }),
      plan_only: true,
    };
    void this.search.begin(question);
  }

  private toFlaw(): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  private end(discard: boolean): void {
    void this.search.end(this.progress?.timetable_id ?? '', discard);
  }

  private take(progress: Progress, timetable: FoundTimetable | null, isEarlier: boolean): void {
    const field = progress.field === 'wait_weeks' ? 'wait' : progress.field;
    if (field === 'wait' || field === 'budget') {
      this.progress = null;
      this.flaws = { [field]: progress.why ?? '' };
      this.toFlaw();
      return;
    }
    this.progress = progress;
    this.found = timetable;
    // Somebody may be at work with the levers of today: what was found earlier is put on them when it is wanted.
    this.isEarlier = isEarlier;
    if (timetable && !isEarlier) {
      this.give(timetable);
    }
  }

  /** To the levers. */
  private give(found: FoundTimetable): void {
    this.isEarlier = false;
    if (found.verdict !== 'planned' || !found.steps) {
      return;
    }
    const detail: Found = {
      name: found.wait_weeks === null ? t('found_plan') : t('plan_for', { wait: weeks(found.wait_weeks) }),
      starts: startsFound(found),
      openings: typedOpenings(found.openings ?? []),
      cost: found.cost ?? null,
      gap: found.gap ?? null,
    };
    this.dispatchEvent(new CustomEvent('plan-found', { detail, bubbles: true }));
    void this.count(found);
  }

  /** Futures are counted once the plan is there: the search itself knows one forecast alone. */
  private async count(found: FoundTimetable): Promise<void> {
    this.sure = null;
    this.sureFlaw = '';
    try {
      const sure = await ask<Sure>('POST', '/api/v1/plan-futures', {
        starts: typed(startsFound(found)),
        openings: typedOpenings(found.openings ?? []),
        ...(found.wait_weeks === null ? {} : { wait_weeks: found.wait_weeks, ...(found.from_week ? { from_week: found.from_week } : {}) }),
      });
      if (found === this.found) {
        this.sure = sure;
      }
    } catch (fault) {
      if (found === this.found) {
        this.sureFlaw = said(fault);
      }
    }
  }

  private sureness(found: FoundTimetable): TemplateResult {
    if (this.sureFlaw !== '') {
      return html`<p class="fault">${this.sureFlaw} <button type="button" class="plain small" @click=${() => void this.count(found)}>${t('how_sure')}</button></p>`;
    }
    const sure = this.sure;
    if (!sure) {
      return html`<p class="lead">${t('sure_counting')}</p>`;
    }
    const week = sure.from_week ? weekName(sure.from_week) : '';
    if (sure.probability === null) {
      return html`<p class="lead">${t('sure_nobody', { week })}</p>`;
    }
    const share = percent(sure.probability);
    return html`<p class="lead sure">${week === '' ? t('sure_holds_all', { share, n: sure.futures }) : t('sure_holds', { week, share, n: sure.futures })}</p>`;
  }

  override render(): TemplateResult {
    const seeking = this.progress?.state === 'seeking';
    const field = (name: 'wait' | 'budget', label: string, most: number) => {
      const flaw = this.flaws[name] ?? '';
      return html`<label>${label}<input class="week" name=${name} inputmode="numeric" maxlength=${most} .value=${this[name]} ?disabled=${seeking} aria-invalid=${flaw === '' ? 'false' : 'true'} aria-describedby=${flaw === '' ? nothing : `finder-${name}-flaw`}
        @input=${(event: Event) => this.type(name, (event.target as HTMLInputElement).value.trim())} />${flawBeside(`finder-${name}-flaw`, flaw)}</label>`;
    };
    return html`<form class="filters finder" novalidate @submit=${(event: Event) => this.begin(event)}>
        ${field('wait', t('wait_wanted'), 3)} ${field('budget', t('budget_most', { currency: this.session.currency }), 13)}
        ${seeking
          ? html`<button type="button" class="plain" ?disabled=${this.progress?.cost === undefined} @click=${() => this.end(false)}>${t('take_best')}</button>
              <button type="button" class="plain" @click=${() => this.end(true)}>${t('cancel_search')}</button>`
          : html`<button type="submit" ?disabled=${this.wait === '' && this.budget === ''}>${this.wait === '' && this.budget !== '' ? t('find_shortest') : t('find_cheapest')}</button>`}
      </form>
      <div role="status" class="standing">${this.progress ? this.standing(this.progress) : nothing}</div>`;
  }

  private type(name: 'wait' | 'budget', typed: string): void {
    this[name] = typed;
    this.flaws = { ...this.flaws, [name]: '' };
  }

  private standing(progress: Progress): TemplateResult {
    switch (progress.state) {
      case 'seeking':
        return progress.cost === undefined
          ? html`<p class="lead">${t('seeking')}</p>`
          : html`<p class="lead">${t('best_so_far', { cost: moneyMajor(progress.cost, this.session), gap: progress.gap === undefined ? '–' : percent(progress.gap, 1) })}
              <meter min="0" max="1" .value=${1 - Math.min(1, progress.gap ?? 1)} aria-label=${t('gap_closed')}></meter></p>`;
      case 'discarded':
        return html`<p class="lead">${t('search_cancelled')}</p>`;
      case 'done':
        return html`${this.answer()}${madeAt(progress)}`;
      default:
        return html`<p class="fault">${hindered(progress.why ?? '', progress.why_code) || t('fault_title')}</p>`;
    }
  }

  private answer(): TemplateResult {
    const found = this.found;
    if (found?.verdict === 'planned') {
      const single = found.order_level_longest_wait_weeks ?? null;
      return html`<p class="lead">${t('found_at', { cost: moneyMajor(found.cost ?? 0, this.session), gap: percent(found.gap ?? 0, 1), wait: weeks(found.wait_weeks) })}
        ${single === null ? nothing : t('found_single', { wait: weeks(single) })}
        ${found.guarantee_holds_for_single_orders === false ? html`<b class="notable">${t('found_not_single')}</b>` : nothing}</p>
        ${this.isEarlier ? html`<p><button type="button" class="plain" @click=${() => this.give(found)}>${t('put_on_levers')}</button></p>` : this.sureness(found)}`;
    }
    const conflict = found?.conflict_reasons ?? [];
    return html`<p class="fault">${conflict.length > 0 ? t('conflict_title') : t('no_plan_found')}</p>
      ${conflict.length > 0 ? html`${restrictionsList(conflict, this.session)}<p class="lead">${t('conflict_try')}</p>` : nothing}`;
  }
}

function startsFound(found: FoundTimetable): Starts {
  return new Map((found.steps ?? []).map((one) => [one.step, one.start_week] as [string, string]));
}

customElements.define('timetable-finder', TimetableFinder);
