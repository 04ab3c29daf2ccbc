import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { ask, Refused, type Session } from './api';
import { said } from './refusals';
import { t } from './words';

/** Asks for a token once; the server keeps it in a cookie that no script can read. */
class SignIn extends LitElement {
  static override properties = { fault: { state: true }, busy: { state: true } };

  declare fault: string;
  declare busy: boolean;

  constructor() {
    super();
    this.fault = '';
    this.busy = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    return html`<form class="sign-in" @submit=${(event: Event) => void this.send(event)} novalidate>
      <h1>${t('sign_in')}</h1>
      <p class="lead">${t('sign_in_words')}</p>
      <label for="token">${t('token')}</label>
      <input id="token" name="token" type="password" autocomplete="current-password" spellcheck="false" required
        aria-invalid=${this.fault === '' ? 'false' : 'true'} aria-describedby=${this.fault === '' ? nothing : 'token-fault'} />
      ${this.fault === '' ? nothing : html`<p id="token-fault" class="fault" role="alert">${this.fault}</p>`}
      <button type="submit" ?disabled=${this.busy}>${t('sign_in')}</button>
    </form>`;
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const input = this.querySelector<HTMLInputElement>('#token');
    const token = input?.value.trim() ?? '';
    if (token === '' || /[^\x21-\x7e]/.test(token)) {
      this.fault = t('token_shape');
      input?.focus();
      return;
    }
    this.busy = true;
    try {
      const session = await ask<Session>('POST', '/api/v1/session', undefined, { Authorization: `Bearer ${token}` });
      this.dispatchEvent(new CustomEvent('signed-in', { bubbles: true, detail: session }));
    } catch (fault) {
      this.fault = fault instanceof Refused && fault.status === 401 ? t('token_unknown') : said(fault);
      input?.focus();
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('sign-in', SignIn);
