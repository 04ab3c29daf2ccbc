import { Refused } from './api';
import { known, t, type Key } from './words';

/** Kinds of problems whose details say what is wrong with what somebody typed: they are told beside the translation. */
const WITH_DETAIL = ['malformed-request', 'malformed-body', 'refused'];

/** Why something did not come about, in the words of the reader: by the code of the refusal, else by its kind. */
export function said(fault: unknown): string {
  if (!(fault instanceof Refused)) {
    return t('gone_words');
  }
  const code = `refused_${fault.code}`;
  if (known(code)) {
    return t(code, fault.values);
  }
  const kind = `problem_${fault.type.replaceAll('-', '_')}`;
  if (!known(kind)) {
    return fault.message;
  }
  return WITH_DETAIL.includes(fault.type) ? `${t(kind as Key)} ${fault.message}` : t(kind as Key);
}
