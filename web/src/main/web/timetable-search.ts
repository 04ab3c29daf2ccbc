import { html, nothing, type TemplateResult } from 'lit';
import { ask, get, getPatiently, Refused } from './api';
import type { Restriction } from './lever-words';
import { pulse } from './pulse';
import { said } from './refusals';
import { t } from './words';

/** What a search for a market's opening is looking at; no week while the market stays closed. */
export interface PointSought {
  market: string;
  opens_week: string | null;
  units_per_week: number;
  home_wait_weeks: number;
  number: number;
  all: number;
}

/** How far a search is; `timetable` once it is there. */
export interface Progress {
  timetable_id: string;
  state: string;
  cancelled?: boolean;
  work?: string;
  point?: PointSought;
  why?: string;
  /** What of the question was refused, such as wait_weeks; empty otherwise. */
  field?: string;
  asked_by?: string;
  /** Of the book that it is asked about. */
  position?: number;
  why_code?: string;
  cost?: number;
  bound?: number;
  gap?: number;
}

export interface FoundTimetable {
  verdict: string;
  wait_weeks: number | null;
  /** Week of the first orders for whom the wait holds. */
  from_week?: string | null;
  cost?: number;
  gap?: number;
  guarantee_holds_for_single_orders?: boolean | null;
  order_level_longest_wait_weeks?: number | null;
  steps?: { step: string; start_week: string }[];
  openings?: { opening: string; opens_week: string; units_per_week: number }[];
  conflict_reasons?: Restriction[];
}

/** Searches that somebody cancelled at this window: their answers are not shown when the page is opened again. */
const discarded = new Set<string>();

/** A search of the server, followed until it ends. It goes on when nobody looks, and can be taken up again. */
export class Search<T> {
  private stream: EventSource | null = null;
  /** Counts what was begun or left: what an earlier one still waits for is for nobody. */
  private turn = 0;
  private asking = false;

  /**
   * @param told how far it is
   * @param ended what came of it, with the state `discarded` and without an answer when it was cancelled here;
   *     `isEarlier` when it had ended before the page was opened
   */
  constructor(
    private readonly told: (progress: Progress) => void,
    private readonly ended: (progress: Progress, timetable: T | null, isEarlier: boolean) => void,
  ) {}

  async begin(question: unknown): Promise<void> {
    if (this.asking) {
      return;
    }
    this.asking = true;
    const turn = ++this.turn;
    try {
      const begun = await ask<Progress>('POST', '/api/v1/timetables', question);
      if (turn === this.turn) {
        discarded.delete(begun.timetable_id);
        this.follow(begun);
      }
    } catch (fault) {
      if (turn === this.turn) {
        this.ended({ timetable_id: '', state: 'failed', why: said(fault), field: fault instanceof Refused ? fault.field : '' }, null, false);
      }
    } finally {
      this.asking = false;
    }
  }

  /** Takes up the search that is under way; where there is none, the answer of the one that ended last. */
  async resume(ofMarket: boolean): Promise<void> {
    const turn = ++this.turn;
    try {
      const { timetables } = await get<{ timetables: (Progress & { of_market: boolean })[] }>('/api/v1/timetables');
      const known = timetables.filter((one) => one.of_market === ofMarket && !discarded.has(one.timetable_id));
      const running = known.find((one) => one.state === 'seeking');
      const newest = known[0];
      if (turn !== this.turn) {
        return;
      }
      if (running) {
        this.follow(running);
      } else if (newest) {
        await this.fetch(newest.timetable_id, turn, true);
      }
    } catch {
      // Whoever begins a search is told then.
    }
  }

  /** @param discard whether nobody wants what was found so far */
  async end(id: string, discard: boolean): Promise<void> {
    if (discard) {
      discarded.add(id);
    }
    await ask('DELETE', `/api/v1/timetables/${id}`);
  }

  leave(): void {
    this.turn++;
    this.stream?.close();
    this.stream = null;
  }

  private follow(begun: Progress): void {
    this.leave();
    const turn = this.turn;
    this.told(begun);
    const stream = new EventSource(`/api/v1/timetables/${begun.timetable_id}/progress`);
    this.stream = stream;
    stream.addEventListener('progress', (event) => this.told(JSON.parse((event as MessageEvent<string>).data)));
    stream.addEventListener('end', () => {
      stream.close();
      void this.fetch(begun.timetable_id, turn, false);
    });
    stream.onerror = () => {
      stream.close();
      void this.fetch(begun.timetable_id, turn, false);
    };
  }

  private async fetch(id: string, turn: number, isEarlier: boolean): Promise<void> {
    let told: Progress & { timetable: T | null };
    try {
      told = await getPatiently<Progress & { timetable: T | null }>(`/api/v1/timetables/${id}`);
    } catch (fault) {
      told = { timetable_id: id, state: 'failed', why: said(fault), timetable: null };
    }
    if (turn !== this.turn) {
      return;
    }
    if (told.state === 'seeking') {
      window.setTimeout(() => void this.fetch(id, turn, isEarlier), 1000);
      this.told(told);
    } else if (discarded.has(id)) {
      this.ended({ ...told, state: 'discarded' }, null, isEarlier);
    } else {
      this.ended(told, told.timetable, isEarlier);
    }
  }
}

/** Of which book the answer is: orders go on coming while it is sought, and after. */
export function madeAt({ position, asked_by: who }: Progress): TemplateResult | typeof nothing {
  if (position === undefined) {
    return nothing;
  }
  return html`<p class="lead made-at">${t('search_of', { who: who ?? '', n: position })} ${pulse.position > position ? t('book_moved_on', { n: pulse.position }) : nothing}</p>`;
}
