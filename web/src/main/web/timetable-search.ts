import { ask, get, getPatiently } from './api';
import type { Restriction } from './lever-words';
import { said } from './refusals';

/** How far a search is; `timetable` once it is there. */
export interface Progress {
  timetable_id: string;
  state: string;
  cancelled?: boolean;
  work?: string;
  detail?: string;
  why?: string;
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
  conflict_reasons?: Restriction[];
}

/** A search of the server, followed until it ends. It goes on when nobody looks, and can be taken up again. */
export class Search<T> {
  private stream: EventSource | null = null;

  constructor(
    private readonly told: (progress: Progress) => void,
    private readonly ended: (progress: Progress, timetable: T | null) => void,
  ) {}

  async begin(question: unknown): Promise<void> {
    try {
      this.follow(await ask<Progress>('POST', '/api/v1/timetables', question));
    } catch (fault) {
      this.ended({ timetable_id: '', state: 'failed', why: said(fault) }, null);
    }
  }

  /** Takes up the search that is under way, if there is one. */
  async resume(ofMarket: boolean): Promise<void> {
    try {
      const { timetables } = await get<{ timetables: (Progress & { of_market: boolean })[] }>('/api/v1/timetables');
      const running = timetables.find((one) => one.state === 'seeking' && one.of_market === ofMarket);
      if (running) {
        this.follow(running);
      }
    } catch {
      // Whoever begins a search is told then.
    }
  }

  async end(id: string): Promise<void> {
    await ask('DELETE', `/api/v1/timetables/${id}`);
  }

  leave(): void {
    this.stream?.close();
    this.stream = null;
  }

  private follow(begun: Progress): void {
    this.leave();
    this.told(begun);
    const stream = new EventSource(`/api/v1/timetables/${begun.timetable_id}/progress`);
    this.stream = stream;
    stream.addEventListener('progress', (event) => this.told(JSON.parse((event as MessageEvent<string>).data)));
    stream.addEventListener('end', () => {
      stream.close();
      void this.fetch(begun.timetable_id);
    });
    stream.onerror = () => {
      stream.close();
      void this.fetch(begun.timetable_id);
    };
  }

  private async fetch(id: string): Promise<void> {
    try {
      const told = await getPatiently<Progress & { timetable: T | null }>(`/api/v1/timetables/${id}`);
      if (told.state === 'seeking') {
        window.setTimeout(() => void this.fetch(id), 1000);
        this.told(told);
        return;
      }
      this.ended(told, told.timetable);
    } catch (fault) {
      this.ended({ timetable_id: id, state: 'failed', why: said(fault) }, null);
    }
  }
}
