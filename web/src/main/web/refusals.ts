import { Refused } from './api';
import { date, known, t, weekName, type Key } from './words';

/** Kinds of problems whose details say what is wrong where they have no code: they are told beside the translation. */
const WITH_DETAIL = ['malformed-request', 'malformed-body', 'refused'];

/** A week or a day as people of this language read it; everything else as it is. */
function inWords(value: string | number): string | number {
  if (typeof value === 'number') {
    return value;
  }
  return /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(value) ? weekName(value) : /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? date(value) : value;
}

/** What kept a count or a search from coming about; the server's own words where a code is not known here. */
export function hindered(why: string, code: string | undefined): string {
  const key = `hindered_${code ?? ''}`;
  return known(key) ? t(key) : why;
}

/** Why something did not come about, in the words of the reader: by the code of the refusal, else by its kind. */
export function said(fault: unknown): string {
  if (!(fault instanceof Refused)) {
    return t('gone_words');
  }
  const code = `refused_${fault.code}`;
  if (known(code)) {
    return t(code, Object.fromEntries(Object.entries(fault.values).map(([name, value]) => [name, inWords(value)])));
  }
  const kind = `problem_${fault.type.replaceAll('-', '_')}`;
  if (!known(kind)) {
    return fault.message;
  }
  return WITH_DETAIL.includes(fault.type) ? `${t(kind as Key)} ${fault.message}` : t(kind as Key);
}
