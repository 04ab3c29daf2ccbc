import { html, nothing, type TemplateResult } from 'lit';

/** What is wrong with a field, below it; the field names it in `aria-describedby`. */
export function flawBeside(id: string, words: string): TemplateResult | typeof nothing {
  return words === '' ? nothing : html`<span id=${id} class="fault" role="alert">${words}</span>`;
}

/** Whether something typed is a whole number, without sign, point or anything else. */
export function isWhole(typed: string, least: number, most = 9_999_999_999_999): boolean {
  return /^\d{1,13}$/.test(typed) && Number(typed) >= least && Number(typed) <= most;
}
