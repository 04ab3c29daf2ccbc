import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { getPatiently } from './api';
import { flawBeside, isWhole } from './field-flaws';
import { binding, number, t } from './words';

/** So many units of a resource in each week from one to another, as they are typed. */
export interface Change {
  resource: string;
  from_week: string;
  to_week: string;
  units: string;
}

export interface Resource {
  resource: string;
  kind: string;
  name: string;
}

/** What the server does not take of a change. */
export interface ChangeFlaw {
  index: number;
  field: string;
  words: string;
}

const UNITS_MOST = 1_000_000;
const WEEK = /^\d{4}-W\d{2}$/;

/** Whether a change says all that it takes to be tried. */
export function isSaid({ resource, from_week, to_week, units }: Change): boolean {
  return resource !== '' && WEEK.test(from_week) && (to_week === '' || WEEK.test(to_week)) && isWhole(units, 0, UNITS_MOST);
}

/** Other capacity, supply or quotas, typed by hand beside what they are in the book. */
export class LeverChanges extends LitElement {
  static override properties = { changes: { attribute: false }, resources: { attribute: false }, weeks: { attribute: false }, flaw: { attribute: false }, position: { type: Number }, known: { state: true } };

  declare changes: Change[];
  declare resources: Resource[];
  declare weeks: string[];
  declare flaw: ChangeFlaw | null;
  /** Of the book whose capacities are shown. */
  declare position: number;
  /** The least and the most in each stretch of weeks that was asked for; no limit is null. */
  declare known: Map<string, [number | null, number | null]>;
  /** Stretches, each with the position of the book that was asked. */
  private readonly asked = new Set<string>();

  constructor() {
    super();
    this.changes = [];
    this.resources = [];
    this.weeks = [];
    this.flaw = null;
    this.position = 0;
    this.known = new Map();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(): void {
    for (const change of this.changes) {
      const stretch = this.stretch(change);
      const asked = `${this.position} ${stretch}`;
      if (stretch !== '' && !this.asked.has(asked)) {
        this.asked.add(asked);
        void this.look(change, stretch);
      }
    }
  }

  /** A name for the weeks of a resource; empty while they are not said. */
  private stretch({ resource, from_week, to_week }: Change): string {
    const to = to_week === '' ? from_week : to_week;
    return resource !== '' && WEEK.test(from_week) && WEEK.test(to) && from_week <= to ? `${from_week} ${to} ${resource}` : '';
  }

  /** What cannot be read is not shown: the trial says what is wrong with a week. */
  private async look(change: Change, stretch: string): Promise<void> {
    const resource = this.resources.find((one) => one.resource === change.resource);
    try {
      const asked = new URLSearchParams({ kind: resource?.kind ?? '', name: resource?.name ?? '', from_week: change.from_week, to_week: change.to_week === '' ? change.from_week : change.to_week });
      const { buckets } = await getPatiently<{ buckets: { capacity: number | null }[] }>(`/api/v1/buckets?${asked}`, 5);
      const units = buckets.map((one) => one.capacity ?? Infinity);
      const limit = (value: number) => (value === Infinity ? null : value);
      this.known = new Map(this.known).set(stretch, [limit(Math.min(...units)), limit(Math.max(...units))]);
    } catch {
      this.known = new Map([...this.known].filter(([known]) => known !== stretch));
    }
  }

  private now(change: Change): string {
    const found = this.known.get(this.stretch(change));
    if (!found) {
      return '';
    }
    const [least, most] = found.map((one) => (one === null ? t('no_limit') : number(one)));
    return least === most ? t('units_now', { units: least ?? '' }) : t('units_now_between', { least: least ?? '', most: most ?? '' });
  }

  override render(): TemplateResult {
    return html`${this.changes.map((change, index) => this.change(change, index))}
      <button type="button" class="plain" @click=${() => this.tell([...this.changes, { resource: '', from_week: this.weeks[1] ?? '', to_week: this.weeks[13] ?? '', units: '' }])}>${t('add_change')}</button>`;
  }

  private change(change: Change, index: number): TemplateResult {
    const set = (part: Partial<Change>) => this.tell(this.changes.map((one, at) => (at === index ? { ...one, ...part } : one)));
    const now = this.now(change);
    const field = (name: 'from_week' | 'to_week' | 'units', label: string, hint: string, typed: (value: string) => string) => {
      const flaw = this.flawOf(change, index, name);
      const id = `change-${index}-${name}`;
      return html`<label>${label}<input class="week" name=${name} inputmode=${name === 'units' ? 'numeric' : 'text'} .value=${change[name]} placeholder=${name === 'units' ? '' : '2026-W08'}
        aria-invalid=${flaw === '' ? 'false' : 'true'} aria-describedby=${flaw === '' ? (hint === '' ? nothing : `${id}-now`) : `${id}-flaw`}
        @change=${(event: Event) => set({ [name]: typed((event.target as HTMLInputElement).value.trim()) })} />${hint === '' ? nothing : html`<small id="${id}-now" class="now">${hint}</small>`}${flawBeside(`${id}-flaw`, flaw)}</label>`;
    };
    return html`<fieldset class="filters"><legend class="hidden">${t('change_n', { n: index + 1 })}</legend>
      <label>${t('resource')}<select @change=${(event: Event) => set({ resource: (event.target as HTMLSelectElement).value })}>
        <option value=""></option>${this.resources.map((one) => html`<option value=${one.resource} ?selected=${one.resource === change.resource}>${binding(one.resource)}</option>`)}
      </select></label>
      ${field('from_week', t('from_week'), '', (value) => value.toUpperCase())} ${field('to_week', t('to_week'), '', (value) => value.toUpperCase())}
      ${field('units', t('units'), now, (value) => value)}
      <button type="button" class="plain" @click=${() => this.tell(this.changes.filter((_, at) => at !== index))}>${t('remove')}</button>
    </fieldset>`;
  }

  private flawOf(change: Change, index: number, field: 'from_week' | 'to_week' | 'units'): string {
    const typed = change[field];
    if (field === 'units' ? typed !== '' && !isWhole(typed, 0, UNITS_MOST) : (typed !== '' || field === 'from_week') && !WEEK.test(typed)) {
      return field === 'units' ? t('whole_between', { from: 0, to: UNITS_MOST }) : t('week_shape');
    }
    return this.flaw !== null && this.flaw.index === index && this.flaw.field === field ? this.flaw.words : '';
  }

  private tell(changes: Change[]): void {
    this.dispatchEvent(new CustomEvent<Change[]>('changes-typed', { detail: changes, bubbles: true }));
  }
}

customElements.define('lever-changes', LeverChanges);
