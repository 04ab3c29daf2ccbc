import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { ask, decoded, get, Refused, remember, type Session } from './api';
import './board';
import './orders';
import './order';
import './levers';
import './markets';
import './record';
import './futures';
import './car';
import './line';
import './money';
import './my-car';
import './sign-in';
import { pulse } from './pulse';
import { failed, loading } from './states';
import { age, LANGUAGES, speak, spoken, t, wanted, type Key, type Language } from './words';

const THEMES = ['auto', 'light', 'dark'] as const;
const PAGES: { path: string; name: Key; permission: string }[] = [
  { path: 'board', name: 'board', permission: 'see_board' },
  { path: 'orders', name: 'orders', permission: 'search_orders' },
  { path: 'levers', name: 'levers', permission: 'ask_what_if' },
  { path: 'markets', name: 'markets', permission: 'ask_timetable' },
  { path: 'futures', name: 'futures', permission: 'see_windows' },
  { path: 'line', name: 'line', permission: 'see_line_day' },
  { path: 'money', name: 'money', permission: 'see_money' },
  { path: 'record', name: 'record', permission: 'see_record' },
];

/** Everything: who is signed in, which page is shown, and whether the server is heard. */
class RamplineDesk extends LitElement {
  static override properties = { session: { state: true }, unknown: { state: true }, fault: { state: true }, address: { state: true }, tick: { state: true }, ready: { state: true } };

  declare session: Session | null;
  declare unknown: boolean;
  declare fault: unknown;
  declare address: string;
  declare tick: number;
  declare ready: boolean;

  constructor() {
    super();
    this.session = null;
    this.unknown = false;
    this.fault = null;
    this.address = location.hash;
    this.tick = 0;
    this.ready = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', () => this.go());
    for (const event of ['tick', 'connection']) {
      pulse.addEventListener(event, () => this.tick++);
    }
    pulse.addEventListener('unknown', () => (this.unknown = true));
    this.addEventListener('signed-in', (event) => this.known((event as CustomEvent<Session>).detail));
    document.documentElement.dataset['theme'] = localStorage.getItem('rampline.theme') ?? 'auto';
    void speak(wanted()).then(() => {
      this.ready = true;
      if (this.linked === '') {
        void this.begin();
      }
    });
  }

  private async begin(): Promise<void> {
    this.fault = null;
    try {
      this.known(await get<Session>('/api/v1/session'));
    } catch (fault) {
      if (fault instanceof Refused && fault.status === 401) {
        this.unknown = true;
      } else {
        this.fault = fault;
      }
    }
  }

  private known(session: Session): void {
    remember(session);
    this.session = session;
    this.unknown = false;
    if (session.may.includes('see_board')) {
      pulse.start();
    }
  }

  private async signOut(): Promise<void> {
    await ask('DELETE', '/api/v1/session');
    pulse.stop();
    remember(null);
    this.session = null;
    this.unknown = true;
  }

  private go(): void {
    this.address = location.hash;
    if (this.linked === '' && !this.session && !this.unknown) {
      void this.begin();
    }
    void this.updateComplete.then(() => {
      window.scrollTo(0, 0);
      this.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    });
  }

  /** The text of a link to a car, which stands in the address; empty on every other page. */
  private get linked(): string {
    return this.page.startsWith('car/') ? this.page.slice(4) : '';
  }

  private get home(): string {
    return this.session?.role === 'customer' ? 'my-car' : 'board';
  }

  private get page(): string {
    return this.address.replace(/^#\/?/, '').split('?')[0] || this.home;
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.ready) {
      return nothing;
    }
    document.title = `${t('brand')} · ${this.titleOfPage()}`;
    return html`
      <a class="skip" href="#main" @click=${(event: Event) => this.skip(event)}>${t('skip')}</a>
      <header class="bar">
        ${this.linked === '' ? html`<a class="brand" href="#/${this.home}">${t('brand')}</a>` : html`<span class="brand">${t('brand')}</span>`}
        ${this.session && this.linked === ''
          ? html`<nav aria-label=${t('pages')}>${this.home === 'my-car' ? html`<a href="#/my-car" aria-current=${this.page === 'my-car' ? 'page' : nothing}>${t('my_car')}</a>` : nothing}${PAGES.filter((page) => this.session?.may.includes(page.permission)).map(
              (page) => html`<a href="#/${page.path}" aria-current=${this.page.split('/')[0] === page.path ? 'page' : nothing}>${t(page.name)}</a>`,
            )}</nav>`
          : nothing}
        <div class="tools">${this.linked === '' && this.session?.may.includes('see_board') ? this.connection() : nothing} ${this.choices()}</div>
      </header>
      ${this.warning()}
      <main id="main" tabindex="-1" @shown=${() => this.tick++}>${this.content()}</main>
      <footer>${this.session && this.linked === '' ? t('footer', { scenario: this.session.scenario, name: this.session.name, role: this.session.role }) : nothing}</footer>`;
  }

  private titleOfPage(): string {
    const known = PAGES.find((page) => this.page.split('/')[0] === page.path);
    return this.linked !== '' ? t('my_car') : this.unknown ? t('sign_in') : known ? t(known.name) : this.page === 'my-car' ? t('my_car') : t('not_found');
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.querySelector<HTMLElement>('main')?.focus();
  }

  private content(): TemplateResult {
    if (this.linked !== '') {
      return html`<car-view .link=${this.linked}></car-view>`;
    }
    if (this.unknown) {
      return html`<sign-in></sign-in>`;
    }
    if (!this.session) {
      return this.fault ? failed(this.fault, () => void this.begin()) : loading(t('brand'));
    }
    const [page, ...rest] = this.page.split('/');
    const query = new URLSearchParams(this.address.split('?')[1] ?? '');
    switch (page) {
      case 'board':
        return html`<board-page .session=${this.session}></board-page>`;
      case 'orders':
        return rest.length > 0
          ? html`<order-page .session=${this.session} .order=${decoded(rest.join('/'))}></order-page>`
          : html`<orders-page .session=${this.session} .query=${query.toString()}></orders-page>`;
      case 'levers':
        return html`<levers-page .session=${this.session}></levers-page>`;
      case 'markets':
        return html`<markets-page .session=${this.session}></markets-page>`;
      case 'futures':
        return html`<futures-page .session=${this.session}></futures-page>`;
      case 'line':
        return html`<line-page .session=${this.session} .at=${rest.join('/')}></line-page>`;
      case 'money':
        return html`<money-page .session=${this.session}></money-page>`;
      case 'my-car':
        return html`<my-car-page .session=${this.session}></my-car-page>`;
      case 'record':
        return html`<record-page .session=${this.session}></record-page>`;
      default:
        return html`<div class="state"><h1>${t('not_found')}</h1><p class="lead"><a href="#/${this.home}">${t(this.home === 'my-car' ? 'my_car' : 'board')}</a></p></div>`;
    }
  }

  private connection(): TemplateResult {
    const age = Math.max(0, Math.round((Date.now() - pulse.heardAt) / 1000));
    return html`<span class="connection ${pulse.connection}" role="status"><i aria-hidden="true"></i>${
      pulse.connection === 'live' ? t('live') : pulse.connection === 'connecting' ? t('connecting') : pulse.connection === 'halted' ? t('halted') : t('lost', { n: age })
    }</span>`;
  }

  private warning(): TemplateResult | typeof nothing {
    if (!this.session || (pulse.connection !== 'lost' && pulse.connection !== 'halted')) {
      return nothing;
    }
    const seconds = Math.max(0, Math.round((Date.now() - pulse.servedAt) / 1000));
    return html`<p class="warning">${t(pulse.connection === 'lost' ? 'lost_words' : 'halted_words', { age: age(seconds) })}</p>`;
  }

  private choices(): TemplateResult {
    const theme = document.documentElement.dataset['theme'] ?? 'auto';
    return html`
      <select class="choice" aria-label=${t('language')} @change=${(event: Event) => void this.changeLanguage((event.target as HTMLSelectElement).value as Language)}>
        ${LANGUAGES.map((one) => html`<option value=${one.code} ?selected=${one.code === spoken()}>${one.name}</option>`)}
      </select>
      <select class="choice" aria-label=${t('theme')} @change=${(event: Event) => this.changeTheme((event.target as HTMLSelectElement).value)}>
        ${THEMES.map((one) => html`<option value=${one} ?selected=${one === theme}>${t(`theme_${one}` as Key)}</option>`)}
      </select>
      ${this.linked === '' && this.session && !this.session.without_login ? html`<button type="button" class="plain" @click=${() => void this.signOut()}>${t('sign_out')}</button>` : nothing}`;
  }

  private async changeLanguage(language: Language): Promise<void> {
    localStorage.setItem('rampline.language', language);
    await speak(language);
    this.requestUpdate();
    for (const part of this.querySelectorAll<LitElement>('board-page, orders-page, order-page, order-links, car-view, order-change, levers-page, timetable-finder, lever-steps, lever-changes, plan-compare, plan-adoption, markets-page, futures-page, money-page, line-page, line-strip, record-page, my-car-page, sign-in, week-chart, load-strips')) {
      part.requestUpdate();
    }
  }

  private changeTheme(theme: string): void {
    localStorage.setItem('rampline.theme', theme);
    document.documentElement.dataset['theme'] = theme;
    this.requestUpdate();
  }
}

customElements.define('rampline-desk', RamplineDesk);
