import type { Promised } from './api';
import { monday, t, weekName, weeks } from './words';

const WEEK_MS = 604_800_000;

/** Weeks from one to another; null when there is no other. */
export function between(from: string, to: string | null): number | null {
  return to === null ? null : Math.round((monday(to).getTime() - monday(from).getTime()) / WEEK_MS);
}

/** How far a date moved, and from where to where. */
export function moveWords(before: Promised, after: Promised): string {
  const was = before.delivery_week;
  const is = after.delivery_week;
  if (was === is) {
    return t('move_none');
  }
  if (was === null || is === null) {
    return is === null ? t('move_lost') : t('move_found', { to: weekName(is) });
  }
  return t(is > was ? 'move_later' : 'move_earlier', { from: weekName(was), to: weekName(is), wait: weeks(Math.abs(between(was, is) ?? 0)) });
}
