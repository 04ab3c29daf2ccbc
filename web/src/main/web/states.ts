import { html, type TemplateResult } from 'lit';
import { Refused } from './api';
import { said } from './refusals';
import { t, type Key } from './words';

export function loading(what: string): TemplateResult {
  return html`<div class="state" role="status"><h1>${what}</h1><p class="lead">${t('loading')}</p><div class="bones" aria-hidden="true"><i></i><i></i><i></i></div></div>`;
}

export function failed(fault: unknown, again: () => void): TemplateResult {
  if (fault instanceof Refused && fault.status === 403) {
    return html`<div class="state" role="alert"><h1>${t('not_allowed')}</h1><p class="lead">${said(fault)}</p></div>`;
  }
  const gone = !(fault instanceof Refused);
  return html`<div class="state" role="alert">
    <h1>${gone ? t('gone_title') : t('fault_title')}</h1>
    <p class="lead">${said(fault)}</p>
    <button type="button" class="plain" @click=${again}>${t('try_again')}</button>
  </div>`;
}

export function noPermission(page: Key): TemplateResult {
  return html`<div class="state"><h1>${t(page)}</h1><p class="lead">${t('no_permission')}</p></div>`;
}
