import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Session } from './api';
import { Search, type FoundTimetable, type Progress } from './timetable-search';
import type { Starts } from './lever-words';
import { compact, percent, t, weeks } from './words';

/** What was found, for the levers. */
export interface Found {
  name: string;
  starts: Starts;
  cost: number | null;
  gap: number | null;
}

/** Asks for the cheapest timetable, and shows how far the search is and what came of it. */
export class TimetableFinder extends LitElement {
  static override properties = { session: { attribute: false }, wait: { state: true }, budget: { state: true }, progress: { state: true }, found: { state: true } };

  declare session: Session;
  declare wait: string;
  declare budget: string;
  declare progress: Progress | null;
  declare found: FoundTimetable | null;
  private discarded = '';
  private readonly search = new Search<FoundTimetable>(
    (progress) => {
      this.progress = progress;
      this.found = null;
    },
    (progress, timetable) => this.take(progress, timetable),
  );

  constructor() {
    super();
    this.wait = '';
    this.budget = '';
    this.progress = null;
    this.found = null;
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
    this.discarded = '';
    const question = {
      ...(this.wait === '' ? {} : { wait_weeks: Number(this.wait) }),
      ...(this.budget === '' ? {} : { budget: this.budget }),
      plan_only: true,
    };
    void this.search.begin(question);
  }

  private end(discard: boolean): void {
    const id = this.progress?.timetable_id ?? '';
    if (discard) {
      this.discarded = id;
    }
    void this.search.end(id);
  }

  private take(progress: Progress, timetable: FoundTimetable | null): void {
    this.progress = progress;
    if (this.discarded !== '' && this.discarded === progress.timetable_id) {
      this.progress = { ...progress, state: 'discarded' };
      return;
    }
    this.found = timetable;
    if (timetable?.verdict === 'planned' && timetable.steps) {
      const detail: Found = {
        name: timetable.wait_weeks === null ? t('found_plan') : t('plan_for', { wait: weeks(timetable.wait_weeks) }),
        starts: new Map(timetable.steps.map((one) => [one.step, one.start_week] as [string, string])),
        cost: timetable.cost ?? null,
        gap: timetable.gap ?? null,
      };
      this.dispatchEvent(new CustomEvent('plan-found', { detail, bubbles: true }));
    }
  }

  override render(): TemplateResult {
    const seeking = this.progress?.state === 'seeking';
    const digits = (event: Event) => (event.target as HTMLInputElement).value.replace(/\D/g, '');
    return html`<form class="filters finder" @submit=${(event: Event) => this.begin(event)}>
        <label>${t('wait_wanted')}<input class="week" name="wait" inputmode="numeric" maxlength="3" .value=${this.wait} ?disabled=${seeking} @input=${(event: Event) => (this.wait = digits(event))} /></label>
        <label>${t('budget_most', { currency: this.session.currency })}<input class="week" name="budget" inputmode="numeric" maxlength="13" .value=${this.budget} ?disabled=${seeking} @input=${(event: Event) => (this.budget = digits(event))} /></label>
        ${seeking
          ? html`<button type="button" class="plain" ?disabled=${this.progress?.cost === undefined} @click=${() => this.end(false)}>${t('take_best')}</button>
              <button type="button" class="plain" @click=${() => this.end(true)}>${t('cancel_search')}</button>`
          : html`<button type="submit" ?disabled=${this.wait === '' && this.budget === ''}>${this.wait === '' && this.budget !== '' ? t('find_shortest') : t('find_cheapest')}</button>`}
      </form>
      <div role="status" class="standing">${this.progress ? this.standing(this.progress) : nothing}</div>`;
  }

  private standing(progress: Progress): TemplateResult {
    switch (progress.state) {
      case 'seeking':
        return progress.cost === undefined
          ? html`<p class="lead">${t('seeking')} ${progress.detail ?? ''}</p>`
          : html`<p class="lead">${t('best_so_far', { cost: compact(progress.cost), gap: progress.gap === undefined ? '–' : percent(progress.gap, 1) })}
              <meter min="0" max="1" .value=${1 - Math.min(1, progress.gap ?? 1)} aria-label=${t('gap_closed')}></meter></p>`;
      case 'discarded':
        return html`<p class="lead">${t('search_cancelled')}</p>`;
      case 'done':
        return this.answer();
      default:
        return html`<p class="fault">${progress.why || t('fault_title')}</p>`;
    }
  }

  private answer(): TemplateResult {
    const found = this.found;
    if (found?.verdict === 'planned') {
      const single = found.order_level_longest_wait_weeks ?? null;
      return html`<p class="lead">${t('found_at', { cost: compact(found.cost ?? 0), gap: percent(found.gap ?? 0, 1), wait: weeks(found.wait_weeks) })}
        ${single === null ? nothing : t('found_single', { wait: weeks(single) })}
        ${found.guarantee_holds_for_single_orders === false ? html`<b class="notable">${t('found_not_single')}</b>` : nothing}</p>`;
    }
    const conflict = found?.conflict ?? [];
    return html`<p class="fault">${conflict.length > 0 ? t('conflict_title') : t('no_plan_found')}</p>
      ${conflict.length > 0 ? html`<ul class="prose">${conflict.map((one) => html`<li>${one}</li>`)}</ul><p class="lead">${t('conflict_try')}</p>` : nothing}`;
  }
}

customElements.define('timetable-finder', TimetableFinder);
