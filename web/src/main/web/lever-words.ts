import { html, type TemplateResult } from 'lit';
import { binding, monday, money, number, product, t, weekName, weeks } from './words';
import type { Board, Counted, Session } from './api';

export interface Waits {
  median_weeks: number | null;
  longest_weeks: number | null;
}

export interface Gain {
  market: string;
  model: string;
  trim: string;
  orders: number;
  earlier: number;
  later: number;
  before: Waits;
  after: Waits;
}

export interface Tried {
  levels: number;
  gains: { orders: number; earlier: number; later: number; lost: number; found: number; open_shortages: number; by_product: Gain[] };
  after: Counted;
  step_flaws: StepFlaw[];
}

/** What no plan may do with a step. */
interface StepFlaw {
  step: string;
  kind: 'week' | 'after' | 'beside';
  other?: string;
  weeks?: number;
  start_week?: string;
  earliest_week?: string;
  latest_week?: string;
}

export function flawWords(flaw: StepFlaw): string {
  switch (flaw.kind) {
    case 'week':
      return t('flaw_week', { step: flaw.step, week: weekName(flaw.start_week ?? ''), from: weekName(flaw.earliest_week ?? ''), to: weekName(flaw.latest_week ?? '') });
    case 'after':
      return t('flaw_after', { step: flaw.step, other: flaw.other ?? '', n: flaw.weeks ?? 0 });
    case 'beside':
      return t('flaw_beside', { step: flaw.step, other: flaw.other ?? '' });
  }
}

/** One of those that cannot hold together where there is no plan. */
export type Restriction =
  | { kind: 'wait'; group: string; from_week: string; wait_weeks: number }
  | { kind: 'limit'; resource: string }
  | { kind: 'spending'; from_week: string; to_week: string; amount: number }
  | { kind: 'spending_in_all' | 'cash_floor'; amount: number }
  | { kind: 'crew' | 'lead_times' | 'start_weeks' }
  | { kind: 'order'; step: string; after: string; gap_weeks: number }
  | { kind: 'one_of'; choice: string }
  | { kind: 'barred'; steps: string[] };

function restrictionWords(one: Restriction, { currency, minor_units }: Session): string {
  const amount = (major: number) => money(Math.round(major * 10 ** minor_units), currency, minor_units);
  switch (one.kind) {
    case 'wait':
      return t('conflict_wait', { group: one.group, week: weekName(one.from_week), wait: weeks(one.wait_weeks) });
    case 'limit':
      return t('conflict_limit', { resource: binding(one.resource) });
    case 'spending':
      return t('conflict_spending', { from: weekName(one.from_week), to: weekName(one.to_week), amount: amount(one.amount) });
    case 'spending_in_all':
      return t('conflict_spending_in_all', { amount: amount(one.amount) });
    case 'cash_floor':
      return t('conflict_cash_floor', { amount: amount(one.amount) });
    case 'crew':
      return t('conflict_crew');
    case 'lead_times':
      return t('conflict_lead_times');
    case 'start_weeks':
      return t('conflict_start_weeks');
    case 'order':
      return t('conflict_order', { step: one.step, after: one.after, gap: weeks(one.gap_weeks) });
    case 'one_of':
      return t('conflict_one_of', { choice: one.choice });
    case 'barred':
      return t('conflict_barred', { steps: one.steps.join(', ') });
  }
}

export function restrictionsList(all: Restriction[], session: Session): TemplateResult {
  return html`<ul class="prose">${all.map((one) => html`<li>${restrictionWords(one, session)}</li>`)}</ul>`;
}

/** Steps and the weeks in which their work starts. */
export type Starts = Map<string, string>;

/** A plan as it is compared with others. */
export interface Plan {
  name: string;
  starts: Starts;
  /** Markets that it opens, `OPENING=WEEK:UNITS`. */
  openings: string[];
  /** What it does to the book; null while that is asked. */
  tried: Tried | null;
  /** All that it costs, in major units, when it was searched for. */
  cost: number | null;
  /** By how much it may miss the best. */
  gap: number | null;
}

/** `STEP=WEEK`, as the server reads them. */
export function typed(starts: Starts): string[] {
  return [...starts].map(([step, week]) => `${step}=${week}`);
}

export function startsOf(written: string[]): Starts {
  return new Map(written.map((one) => [one.slice(0, one.lastIndexOf('=')), one.slice(one.lastIndexOf('=') + 1)] as [string, string]));
}

/** `OPENING=WEEK:UNITS`, as the server reads them. */
export function typedOpenings(opened: { opening: string; opens_week: string; units_per_week: number }[]): string[] {
  return opened.map((one) => `${one.opening}=${one.opens_week}:${one.units_per_week}`);
}

/** A market that opens, in words; without units it opens with all that may be decided. */
export function openingWords(written: string): string {
  const sign = written.lastIndexOf('=');
  const [week = '', units] = written.slice(sign + 1).split(':');
  const values = { opening: written.slice(0, sign), week: weekName(week) };
  return units === undefined ? t('opens_in', values) : t('opens_in_with', { ...values, n: Number(units) });
}

/** What a plan decides, step by step and market by market. */
export function decidedList(starts: Starts, openings: string[]): TemplateResult {
  return html`<ul class="prose">${[...starts].map(([step, week]) => html`<li>${t('starts_in', { step, week: weekName(week) })}</li>`)}
    ${openings.map((one) => html`<li>${openingWords(one)}</li>`)}</ul>`;
}

/** A figure before and after, the one before struck through where it is another. */
export function change(before: number | null, after: number | null): TemplateResult {
  const word = (one: number | null) => (one === null ? '–' : number(one));
  return before === after ? html`${word(after)}` : html`<s>${word(before)}</s> <b>${word(after)}</b>`;
}

/** Who gains and who loses, by product and market. */
export function gainsTable(rows: Gain[], id: string): TemplateResult {
  return html`<h3 id=${id}>${t('who_gains')}</h3><div class="scroll" tabindex="0" role="region" aria-labelledby=${id}><table class="cards">
    <thead><tr><th scope="col">${t('car')}</th><th scope="col" class="number">${t('median')}</th><th scope="col" class="number">${t('longest')}</th><th scope="col" class="number">${t('come_earlier')}</th><th scope="col" class="number">${t('come_later')}</th></tr></thead>
    <tbody>${rows.map(
      (gain) => html`<tr><th scope="row">${product(gain)} <span class="tag">${gain.market}</span></th>
        <td class="number" data-head=${t('median')}>${change(gain.before.median_weeks, gain.after.median_weeks)}</td><td class="number" data-head=${t('longest')}>${change(gain.before.longest_weeks, gain.after.longest_weeks)}</td>
        <td class="number" data-head=${t('come_earlier')}>${number(gain.earlier)}</td><td class="number ${gain.later > 0 ? 'notable' : ''}" data-head=${t('come_later')}>${number(gain.later)}</td></tr>`,
    )}</tbody></table></div>`;
}

/** The weeks of the board, and on to the last in which a step may start. */
export function weeksFrom(board: Board): string[] {
  const found = [...board.weeks];
  const last = board.steps.reduce((most, step) => (step.latest_week > most ? step.latest_week : most), found[found.length - 1] ?? '');
  let at = monday(found[found.length - 1] ?? '2026-W01');
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
