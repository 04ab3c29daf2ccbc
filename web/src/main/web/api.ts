/** What the server is asked, and what it answers: names as in openapi.yaml. */

export interface Session {
  name: string;
  role: string;
  without_login: boolean;
  word: string | null;
  scenario: string;
  currency: string;
  minor_units: number;
  may: string[];
}

export interface Wait {
  orders: number;
  without_date: number;
  median_weeks: number | null;
  nine_of_ten_weeks: number | null;
  longest_weeks: number | null;
}

export interface Line extends Wait {
  market: string;
  model: string;
  trim: string;
  quoted_weeks: number | null;
  binding: string;
}

export interface Counted {
  open: number;
  beyond_horizon: number;
  deposits_minor: number;
  wait: Wait;
  lines: Line[];
  weeks: string[];
  bank: number[];
  outputs: { model: string; orders: number[] }[];
  bindings: { binding: string; orders: number; built: number }[];
  loads: { resource: string; orders: number; percents: number[] }[];
}

export interface Step {
  step: string;
  earliest_week: string;
  latest_week: string;
  lead_weeks: number;
  cost_minor: number;
  /** Whether the scenario has decided it, so that no plan moves it. */
  decided: boolean;
  start_week: string | null;
  effect_week: string | null;
}

export interface Opening {
  opening: string;
  market: string;
  earliest_week: string;
  latest_week: string;
  units_per_week_most: number;
  cost_minor: number;
  opens_week: string | null;
  units_per_week: number | null;
}

export interface Board extends Counted {
  position: number;
  day: string;
  home_market: string;
  plan: string | null;
  /** Whether it is known what the plan decides. */
  plan_noted: boolean;
  steps: Step[];
  openings: Opening[];
}

export interface Promised {
  line: string | null;
  build_week: string | null;
  delivery_week: string | null;
  window_early: string | null;
  window_late: string | null;
  wait_weeks: number | null;
  beyond_horizon: boolean;
  binding: string;
}

export interface Order {
  order_id: string;
  locked_at: string;
  market: string;
  model: string;
  trim: string;
  options: string[];
  priority: string;
  deposit_minor: number;
  earliest_week: string | null;
  promise: Promised | null;
}

/** A fault as the server told it. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    detail: string,
    readonly field: string,
    readonly retryAfterSeconds: number,
    /** Why the book refused, such as OPTION_NOT_OFFERED; empty otherwise. */
    readonly code = '',
    /** Figures that the refusal speaks of. */
    readonly values: Record<string, string | number> = {},
  ) {
    super(detail);
  }
}

let word: string | null = null;

/** The word to show with every change of this session. */
export function remember(session: Session | null): void {
  word = session?.word ?? null;
}

export async function ask<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const sent: Record<string, string> = { Accept: 'application/json', ...headers };
  if (body !== undefined) {
    sent['Content-Type'] = 'application/json';
  }
  if (word !== null && method !== 'GET') {
    sent['X-Session-Word'] = word;
  }
  const init: RequestInit = { method, headers: sent, credentials: 'same-origin' };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
  }
  const response = await fetch(path, init);
  if (!response.ok) {
    throw await refused(response);
  }
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function refused(response: Response): Promise<Refused> {
  let problem: Record<string, unknown> = {};
  try {
    problem = await response.json();
  } catch {
    // Something between here and the server answered in its own words.
  }
  return refusedAs(problem, response.status, response.statusText, Number(response.headers.get('Retry-After') ?? 0));
}

/** A problem as the server tells it, in an answer or as one. */
export function refusedAs(problem: Record<string, unknown>, status: number, words: string, retryAfterSeconds = 0): Refused {
  const type = String(problem['type'] ?? '').replace('urn:rampline:problem:', '');
  const values = Object.fromEntries(Object.entries(problem).filter(([, value]) => typeof value === 'number' || typeof value === 'string')) as Record<string, string | number>;
  return new Refused(status, type, String(problem['detail'] ?? words), String(problem['field'] ?? problem['parameter'] ?? ''), retryAfterSeconds, String(problem['code'] ?? ''), values);
}

/** A part of an address without its percent signs; as it was typed where they mean nothing. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A key under which a change is done once, however often it is asked for. Also where the page came without TLS. */
export function onceKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function get<T>(path: string, headers: Record<string, string> = {}): Promise<T> {
  return ask<T>('GET', path, undefined, headers);
}

/** Asks again while the server says that it is busy. */
export async function getPatiently<T>(path: string, tries = 20, headers: Record<string, string> = {}): Promise<T> {
  for (let left = tries; ; left--) {
    try {
      return await get<T>(path, headers);
    } catch (fault) {
      const again = fault instanceof Refused && (fault.status === 429 || fault.status === 503) && left > 0;
      if (!again) {
        throw fault;
      }
      await new Promise((resume) => setTimeout(resume, 1000 * Math.max(1, fault.retryAfterSeconds)));
    }
  }
}
