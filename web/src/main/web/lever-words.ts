import { html, type TemplateResult } from 'lit';
import { monday, number, t, weekName } from './words';
import type { Board, Counted } from './api';

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

/** Steps and the weeks in which their work starts. */
export type Starts = Map<string, string>;

/** A plan as it is compared with others. */
export interface Plan {
  name: string;
  starts: Starts;
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
      (gain) => html`<tr><th scope="row">${gain.model} ${gain.trim} <span class="tag">${gain.market}</span></th>
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
