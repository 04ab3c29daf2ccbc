import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ask, get, type Session } from './api';
import { said } from './refusals';
import { date, t } from './words';

interface Link {
  link_id: string;
  made_by: string;
  created_at: string;
  expires_at: string;
  revoked_at: string | null;
}

/** The links with which a customer sees this order without signing in: made, copied and taken back by the house. */
class OrderLinks extends LitElement {
  static override properties = { session: { attribute: false }, order: {}, links: { state: true }, made: { state: true }, flaw: { state: true }, copied: { state: true } };

  declare session: Session;
  declare order: string;
  declare links: Link[];
  declare made: string;
  declare flaw: string;
  declare copied: boolean;

  constructor() {
    super();
    this.links = [];
    this.made = '';
    this.flaw = '';
    this.copied = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('order')) {
      this.made = '';
      this.links = [];
      void this.attempt(async () => {});
    }
  }

  private get path(): string {
    return `/api/v1/orders/${encodeURIComponent(this.order)}/links`;
  }

  private async attempt(what: () => Promise<void>): Promise<void> {
    if (!this.session.may.includes('make_link')) {
      return;
    }
    try {
      await what();
      this.links = (await get<{ links: Link[] }>(this.path)).links;
      this.flaw = '';
    } catch (fault) {
      this.flaw = said(fault);
    }
  }

  private async make(): Promise<void> {
    await this.attempt(async () => {
      const made = await ask<Link & { path: string }>('POST', this.path, {});
      this.made = location.origin + made.path;
      this.copied = false;
    });
    await this.updateComplete;
    this.querySelector<HTMLInputElement>('input')?.select();
  }

  private async copy(): Promise<void> {
    const field = this.querySelector<HTMLInputElement>('input');
    field?.select();
    try {
      await navigator.clipboard.writeText(this.made);
      this.copied = true;
    } catch {
      // Without TLS a browser copies by hand only: the text is selected.
    }
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.session.may.includes('make_link')) {
      return nothing;
    }
    const open = this.links.filter((link) => link.revoked_at === null && new Date(link.expires_at) > new Date());
    return html`<section aria-labelledby="links"><h2 id="links">${t('links_title')}</h2><p class="lead">${t('links_lead')}</p>
      ${this.made === ''
        ? nothing
        : html`<div class="filters"><label class="wide">${t('link_made')}<input readonly .value=${this.made} /></label>
            <button type="button" class="plain" @click=${() => void this.copy()}>${t(this.copied ? 'link_copied' : 'link_copy')}</button></div>`}
      ${open.length === 0
        ? nothing
        : html`<ul class="history">${open.map(
            (link) => html`<li><time>${date(link.created_at.slice(0, 10))}</time><div class="head">${t('link_until', { day: date(link.expires_at.slice(0, 10)), who: link.made_by })}
              <button type="button" class="plain" @click=${() => void this.attempt(() => ask('DELETE', `${this.path}/${link.link_id}`))}>${t('link_revoke')}</button></div></li>`,
          )}</ul>`}
      ${this.flaw === '' ? nothing : html`<p class="fault" role="alert">${this.flaw}</p>`}
      <p class="doings"><button type="button" class="plain" data-do="link" @click=${() => void this.make()}>${t('link_make')}</button></p>
    </section>`;
  }
}

customElements.define('order-links', OrderLinks);
