/** A rule of a day: of `in` cars in a row at most `most` that it counts. Places count from 1. */
export interface Rule {
  rule: string;
  most: number;
  in: number;
  even: boolean;
  priority: 'high' | 'low';
  weight: number;
  violations: number;
  carriers: number[];
  held: number[];
  violated: { from: number; cars: number }[];
}

export interface CarInOrder {
  order_id: string;
  market: string;
  model: string;
  trim: string;
  options: string[];
  colour: number;
}

/** A day of a line as the server tells it for drawing. */
export interface Strip {
  line: string;
  date: string;
  week: string;
  frozen: boolean;
  cars: number;
  units: number;
  fingerprint: string;
  counts: { high_ratios: number; low_ratios: number; colour_changes: number };
  lower_bounds: { high_ratios: number; low_ratios: number; colour_changes: number };
  proven_optimal: boolean;
  cars_before: number;
  rules_assumed: boolean;
  colours_dealt: boolean;
  colours: { name: string; fill: string }[];
  rules: Rule[];
  cars_in_order: CarInOrder[];
}

/** What is drawn of a rule: paths whose x counts places from 0. */
export interface Drawn {
  rule: Rule;
  full: string;
  tooMany: string;
  carriers: string;
  violated: string;
}

export const PAINT = 30;
export const LIMIT = 14;
export const ABOVE = 5;

/** A box as part of a path. */
export const box = (from: number, to: number, y: number, height: number): string => `M${from} ${y}H${to}v${height}H${from}z`;

/** The same things side by side as one: from, behind the last, and what they are. */
export function runs<T>(count: number, of: (place: number) => T): { from: number; to: number; value: T }[] {
  const found: { from: number; to: number; value: T }[] = [];
  for (let place = 0; place < count; place++) {
    const value = of(place);
    const last = found[found.length - 1];
    if (last && last.value === value) {
      last.to = place + 1;
    } else {
      found.push({ from: place, to: place + 1, value });
    }
  }
  return found;
}

/** Windows that hold too many, those that overlap as one stretch: places from 0, the last one behind it. */
export function stretches(rule: Rule, cars: number): { from: number; to: number; fromDayBefore: boolean }[] {
  const found: { from: number; to: number; fromDayBefore: boolean }[] = [];
  for (const window of rule.violated) {
    const from = Math.max(0, window.from - 1);
    const to = Math.min(cars, window.from - 1 + rule.in);
    const last = found[found.length - 1];
    if (last && from < last.to) {
      last.to = Math.max(last.to, to);
    } else {
      found.push({ from, to, fromDayBefore: window.from < 1 });
    }
  }
  return found;
}

/** The rules that a car helps to violate, by its place from 0. */
export function violatedAt(strip: Strip, place: number): Rule[] {
  return strip.rules.filter(
    (rule) => rule.carriers.includes(place + 1) && rule.violated.some((window) => window.from - 1 <= place && place < window.from - 1 + rule.in),
  );
}

/** What a rule looks like over a day of so many cars. */
export function drawn(rule: Rule, cars: number): Drawn {
  const most = Math.max(1, rule.most);
  const starts = new Set(rule.violated.map((window) => window.from - 1));
  return {
    rule,
    full: runs(cars, (place) => Math.min(rule.held[place] ?? 0, rule.most))
      .map((run) => (run.value === 0 ? '' : box(run.from, run.to, ABOVE + LIMIT - (LIMIT * run.value) / most, (LIMIT * run.value) / most)))
      .join(''),
    tooMany: runs(cars, (place) => starts.has(place))
      .map((run) => (run.value ? box(run.from, run.to, 0, ABOVE) : ''))
      .join(''),
    carriers: rule.carriers.map((place) => box(place - 0.85, place - 0.15, ABOVE + LIMIT + 1, 3)).join(''),
    violated: stretches(rule, cars)
      .map((run) => box(run.from, run.to, ABOVE + LIMIT + 5.5, 3))
      .join(''),
  };
}
