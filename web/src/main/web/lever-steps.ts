import { LitElement, html, svg, nothing, type TemplateResult } from 'lit';
import type { Session, Step } from './api';
import type { Starts } from './lever-words';
import { money, t, weekName } from './words';

/** From so many steps on there is a field to find one in. */
const FIND_FROM = 12;
/** More would push everything else out of sight. */
const SCROLL_FROM = 30;

/** One slider for each step: dragged, or moved by the arrow keys week by week. A mark shows where it stands today. */
export class LeverSteps extends LitElement {
  static override properties = { session: { attribute: false }, steps: { attribute: false }, weeks: { attribute: false }, starts: { attribute: false }, today: { attribute: false }, find: { state: true }, onlyTaken: { state: true } };

  declare session: Session;
  declare steps: Step[];
  declare weeks: string[];
  declare starts: Starts;
  declare today: Starts;
  declare find: string;
  declare onlyTaken: boolean;

  constructor() {
    super();
    this.steps = [];
    this.weeks = [];
    this.starts = new Map();
    this.today = new Map();
    this.find = '';
    this.onlyTaken = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    const wanted = this.find.trim().toLowerCase();
    const shown = this.steps.filter((step) => step.step.toLowerCase().includes(wanted) && (!this.onlyTaken || this.starts.has(step.step)));
    const many = this.steps.length >= FIND_FROM;
    return html`${many
        ? html`<div class="filters"><label>${t('find_step')}<input type="search" .value=${this.find} @input=${(event: Event) => (this.find = (event.target as HTMLInputElement).value)} /></label>
            <label class="check"><input type="checkbox" .checked=${this.onlyTaken} @change=${(event: Event) => (this.onlyTaken = (event.target as HTMLInputElement).checked)} /><span>${t('only_taken')}</span></label>
            <small role="status">${t('steps_shown', { n: shown.length, all: this.steps.length, taken: this.starts.size })}</small></div>`
        : nothing}
      <div class="levers ${shown.length > SCROLL_FROM ? 'many' : ''}">${shown.map((step) => this.lever(step))}</div>`;
  }

  private index(week: string | undefined, otherwise: number): number {
    const found = week === undefined ? -1 : this.weeks.indexOf(week);
    return found < 0 ? otherwise : found;
  }

  private lever(step: Step): TemplateResult {
    const start = this.starts.get(step.step);
    const first = this.index(step.earliest_week, 0);
    const last = Math.max(first, this.index(step.latest_week, this.weeks.length - 1));
    const at = this.index(start, first);
    const decided = step.decided;
    const taken = start !== undefined;
    const effect = this.weeks[Math.min(this.weeks.length - 1, at + step.lead_weeks)] ?? start ?? '';
    return html`<div class="lever ${taken ? '' : 'off'}">
      <label class="check"><input type="checkbox" .checked=${taken} ?disabled=${decided} @change=${(event: Event) => this.set(step, (event.target as HTMLInputElement).checked ? (this.weeks[first] ?? null) : null)} /><span>${step.step}</span></label>
      <span class="track"><input type="range" min=${first} max=${last} .value=${String(at)} ?disabled=${!taken || decided}
        aria-label="${t('starts')}: ${step.step}" aria-valuetext=${start === undefined ? t('not_taken') : weekName(start)}
        @input=${(event: Event) => this.set(step, this.weeks[Number((event.target as HTMLInputElement).value)] ?? null)} />${this.ghost(step, first, last)}</span>
      <span class="when">${start === undefined ? html`<small>${t('not_taken')}</small>` : html`${weekName(start)} <small>${decided ? t('decided') : t('effect_from', { week: weekName(effect) })}</small>`}</span>
      <span class="cost">${money(step.cost_minor, this.session.currency, this.session.minor_units, true)}</span>
    </div>`;
  }

  /** Where the step stands in the plan in force. */
  private ghost(step: Step, first: number, last: number): TemplateResult | typeof nothing {
    const week = this.today.get(step.step);
    const at = this.index(week, -1);
    if (week === undefined || at < first || at > last || this.starts.get(step.step) === week) {
      return nothing;
    }
    const x = `${last === first ? 0 : (100 * (at - first)) / (last - first)}%`;
    return html`<svg class="before" height="6" aria-hidden="true">${svg`<rect x=${x} y="0" width="3" height="6"></rect>`}</svg><span class="hidden">${t('today_at', { week: weekName(week) })}</span>`;
  }

  private set(step: Step, week: string | null): void {
    this.dispatchEvent(new CustomEvent('step-moved', { detail: { step: step.step, week }, bubbles: true }));
  }
}

customElements.define('lever-steps', LeverSteps);
