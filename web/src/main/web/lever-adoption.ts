import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { ask, get, getPatiently, refusedAs, type Session } from './api';
import { Following } from './following';
import { decidedList, gainsTable, startsOf, typed, type Gain, type Starts } from './lever-words';
import { said } from './refusals';
import { date, number, t, type Key } from './words';

interface Effect {
  seen: string;
  earlier: number;
  later: number;
  shortages: number;
}

interface EffectNow extends Effect {
  as_proposed: boolean;
  levels: number;
  by_product: Gain[];
}

interface Decision {
  state: string;
  by: string;
  at: string;
  reason: string;
  position: number;
}

interface Proposal {
  proposal_id: string;
  state: string;
  open: boolean;
  own: boolean;
  name: string;
  starts: string[];
  openings: string[];
  proposed_by: string;
  proposed_at: string;
  reason: string;
  proposed_effect: Effect;
  decisions: Decision[];
  refusal_now?: string | null;
  refusal_now_problem?: Record<string, unknown> | null;
  effect_now?: EffectNow | null;
}

interface InForce {
  persons: number;
  undo_hours: number;
  plan: { name: string; position: number; adopted_by: string; adopted_at: string; starts: string[] | null; openings: string[] | null; is_undo: boolean; undo_until: string; undo_open: boolean } | null;
}

const REST_MS = 4_000;

/** Steps and markets of a plan. */
export interface Decisions {
  starts: Starts;
  openings: string[];
}

/** What the plan in force decides, as far as it was noted; after an undoing what the plan does that it leads back to. */
export async function decidedInForce(): Promise<Decisions> {
  const { plan } = await get<InForce>('/api/v1/adoption');
  return { starts: startsOf(plan?.starts ?? []), openings: plan?.openings ?? [] };
}

/** Proposing a plan, approving that of another, and the way back. */
export class PlanAdoption extends LitElement {
  static override properties = { session: { attribute: false }, starts: { attribute: false }, openings: { attribute: false }, day: {}, inForce: { state: true }, proposals: { state: true }, looked: { state: true }, checked: { state: true }, going: { state: true }, undoing: { state: true }, words: { state: true }, flaw: { state: true }, name: { state: true }, reason: { state: true }, busy: { state: true } };

  declare session: Session;
  declare starts: Starts;
  /** Markets that open, as the server reads them. */
  declare openings: string[];
  declare day: string;
  declare inForce: InForce | null;
  declare proposals: Proposal[];
  declare looked: Proposal | null;
  /** What was checked, as it was then. */
  declare checked: { of: string; earlier: number; later: number } | null;
  declare undoing: { earlier: number; later: number; kept: number } | null;
  declare words: string;
  declare flaw: string;
  declare name: string;
  declare reason: string;
  declare busy: boolean;

  constructor() {
    super();
    this.starts = new Map();
    this.openings = [];
    this.inForce = null;
    this.proposals = [];
    this.looked = null;
    this.checked = null;
    this.undoing = null;
    this.words = '';
    this.flaw = '';
    this.name = '';
    this.reason = '';
    this.busy = false;
    new Following(this, REST_MS, () => (this.busy ? undefined : this.load()));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.inForce = await get<InForce>('/api/v1/adoption');
      this.proposals = (await get<{ proposals: Proposal[] }>('/api/v1/proposals')).proposals;
    } catch (fault) {
      this.flaw = said(fault);
    }
  }

  /** Does something, and says what came of it; what it was about may have moved meanwhile, so all of it is read again. */
  private async act(work: () => Promise<string>): Promise<void> {
    this.busy = true;
    this.flaw = '';
    this.words = t('loading');
    try {
      this.words = await work();
    } catch (fault) {
      this.words = '';
      this.flaw = said(fault);
    }
    await this.load();
    this.busy = false;
  }

  private get may(): boolean {
    return this.session.may.includes('adopt_plan');
  }

  private get alone(): boolean {
    return this.inForce?.persons === 1;
  }

  private get body(): { starts: string[]; openings: string[]; name: string } {
    return { starts: typed(this.starts), openings: this.openings, name: this.name.trim() === '' ? t('plan_name', { day: this.day }) : this.name.trim() };
  }

  private get decided(): string {
    return [...typed(this.starts), ...this.openings].join('\n');
  }

  private check(): Promise<void> {
    const body = this.body;
    const of = this.decided;
    return this.act(async () => {
      const would = await ask<{ earlier: number; later: number }>('POST', '/api/v1/plans', { ...body, dry_run: true });
      this.checked = { of, earlier: would.earlier, later: would.later };
      return t('adopt_would', { earlier: would.earlier, later: would.later });
    });
  }

  private propose(): Promise<void> {
    const body = { ...this.body, ...(this.reason.trim() === '' ? {} : { reason: this.reason.trim() }) };
    return this.act(async () => {
      const proposal = await ask<Proposal>('POST', '/api/v1/proposals', body);
      this.checked = null;
      this.reason = '';
      if (!this.alone) {
        return t('proposed_words', { n: Number(proposal.proposal_id) });
      }
      return this.approved(proposal.proposal_id, proposal.effect_now?.seen ?? '');
    });
  }

  private async approved(id: string, seen: string): Promise<string> {
    const done = await ask<{ earlier: number }>('POST', `/api/v1/proposals/${id}/approve`, { seen });
    this.looked = null;
    this.dispatchEvent(new CustomEvent('book-moved', { bubbles: true }));
    return t('adopted', { earlier: done.earlier });
  }

  private look(id: string): Promise<void> {
    return this.act(async () => {
      this.looked = await getPatiently<Proposal>(`/api/v1/proposals/${id}`);
      this.dispatchEvent(new CustomEvent<Decisions>('plan-looked', { detail: { starts: startsOf(this.looked.starts), openings: this.looked.openings }, bubbles: true }));
      return '';
    });
  }

  /** When the book has moved since, what the plan does now is shown, and nothing is done. */
  private approve(looked: Proposal): Promise<void> {
    return this.act(async () => {
      try {
        return await this.approved(looked.proposal_id, looked.effect_now?.seen ?? '');
      } catch (fault) {
        this.looked = await getPatiently<Proposal>(`/api/v1/proposals/${looked.proposal_id}`);
        throw fault;
      }
    });
  }

  private decline(id: string): Promise<void> {
    return this.act(async () => {
      const after = await ask<Proposal>('POST', `/api/v1/proposals/${id}/decline`, {});
      this.looked = null;
      return t(after.state === 'withdrawn' ? 'proposal_withdrawn' : 'proposal_declined');
    });
  }

  private undo(dryRun: boolean): Promise<void> {
    return this.act(async () => {
      const position = this.inForce?.plan?.position ?? 0;
      const told = await ask<{ earlier: number; later: number; kept: number }>('POST', '/api/v1/adoption/undo', { position, dry_run: dryRun });
      this.undoing = dryRun ? told : null;
      if (!dryRun) {
        this.dispatchEvent(new CustomEvent('book-moved', { bubbles: true }));
      }
      return dryRun ? t('undo_would', { later: told.later, earlier: told.earlier }) : t('undone', { later: told.later });
    });
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.inForce) {
      return this.flaw === '' ? nothing : html`<section><p class="fault">${this.flaw}</p></section>`;
    }
    return html`<section aria-labelledby="adoption"><h2 id="adoption">${t('adoption_title')}</h2>
      <p class="lead">${t(this.alone ? 'adoption_alone' : 'adoption_two', { n: this.inForce.undo_hours })}</p>
      ${this.force(this.inForce)} ${this.may && this.decided !== '' ? this.offer() : nothing}
      <div role="status">${this.words === '' ? nothing : html`<p class="lead">${this.words}</p>`}</div>
      ${this.flaw === '' ? nothing : html`<p class="fault" role="alert">${this.flaw}</p>`}
      ${this.proposals.length > 0 ? this.list() : nothing} ${this.looked ? this.detail(this.looked) : nothing}
    </section>`;
  }

  private force({ plan }: InForce): TemplateResult {
    if (!plan) {
      return html`<p>${t('no_plan_in_force')}</p>`;
    }
    const until = date(plan.undo_until.slice(0, 19), true);
    return html`<p><b>${plan.name}</b> <small>${t('adopted_by', { who: plan.adopted_by, when: date(plan.adopted_at.slice(0, 19), true) })}</small></p>
      ${plan.undo_open && this.may
        ? html`<p class="choices">${this.undoing
            ? html`<button type="button" ?disabled=${this.busy} @click=${() => void this.undo(false)}>${t('undo_for_good')}</button> <button type="button" class="plain" @click=${() => { this.undoing = null; this.words = ''; }}>${t('leave_it')}</button>`
            : html`<button type="button" class="plain" ?disabled=${this.busy} @click=${() => void this.undo(true)}>${t('undo_check')}</button>`} <small>${t('undo_until', { when: until })}</small></p>
            ${this.undoing && this.undoing.kept > 0 ? html`<p class="lead">${t('undo_kept', { n: this.undoing.kept })}</p>` : nothing}`
        : nothing}`;
  }

  private offer(): TemplateResult {
    const isChecked = this.checked !== null && this.checked.of === this.decided;
    return html`${this.openings.length > 0 ? decidedList(this.starts, this.openings) : nothing}<div class="filters offer">
      <label>${t('name_of_plan')}<input name="plan" maxlength="100" .value=${this.name} placeholder=${t('plan_name', { day: this.day })} @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)} /></label>
      <label class="wide">${t('do_reason')}<input name="reason" maxlength="200" .value=${this.reason} @input=${(event: Event) => (this.reason = (event.target as HTMLInputElement).value)} /></label>
      ${isChecked
        ? html`<button type="button" ?disabled=${this.busy} @click=${() => void this.propose()}>${t(this.alone ? 'adopt_for_good' : 'propose_plan')}</button>`
        : html`<button type="button" class="plain" ?disabled=${this.busy} @click=${() => void this.check()}>${t('adopt_check')}</button>`}
    </div>`;
  }

  private list(): TemplateResult {
    return html`<h3 id="proposed">${t('proposals_title')}</h3><div class="scroll" tabindex="0" role="region" aria-labelledby="proposed"><table class="cards">
      <thead><tr><th scope="col">${t('plan')}</th><th scope="col">${t('proposed')}</th><th scope="col" class="number">${t('come_earlier')}</th><th scope="col" class="number">${t('come_later')}</th><th scope="col">${t('outcome')}</th><th scope="col"><span class="hidden">${t('what')}</span></th></tr></thead>
      <tbody>${this.proposals.slice(0, 10).map((one) => {
        const last = one.decisions[one.decisions.length - 1];
        return html`<tr><th scope="row">${one.name} <small>${t('n_steps', { n: one.starts.length })}${one.openings.length > 0 ? `, ${t('n_openings', { n: one.openings.length })}` : ''}</small></th>
          <td data-head=${t('proposed')}>${one.proposed_by}<br /><small>${date(one.proposed_at.slice(0, 19), true)}</small></td>
          <td class="number" data-head=${t('come_earlier')}>${number(one.proposed_effect.earlier)}</td><td class="number" data-head=${t('come_later')}>${number(one.proposed_effect.later)}</td>
          <td data-head=${t('outcome')}>${t(('proposal_' + one.state) as Key)}${last ? html`<br /><small>${last.by}</small>` : nothing}</td>
          <td>${one.open ? html`<button type="button" class="plain" ?disabled=${this.busy} aria-label="${t('look_at')}: ${one.name}" @click=${() => void this.look(one.proposal_id)}>${t('look_at')}</button>` : nothing}</td></tr>`;
      })}</tbody></table></div>`;
  }

  private detail(one: Proposal): TemplateResult {
    const now = one.effect_now;
    const needsOther = one.own && !this.alone;
    return html`<h3>${t('looked_title', { name: one.name })}</h3>
      <p class="lead">${one.reason === '' ? t('proposed_silently', { who: one.proposed_by }) : t('proposed_because', { who: one.proposed_by, why: one.reason })}</p>
      ${decidedList(startsOf(one.starts), one.openings)}
      ${now ? html`<p class=${now.as_proposed ? 'lead' : 'fault'}>${now.as_proposed ? t('as_proposed') : t('not_as_proposed', { earlier: one.proposed_effect.earlier, later: one.proposed_effect.later })} ${t('adopt_would', { earlier: now.earlier, later: now.later })}</p>
        ${gainsTable(now.by_product, 'looked-gains')}` : html`<p class="fault">${one.refusal_now_problem ? said(refusedAs(one.refusal_now_problem, 422, one.refusal_now ?? '')) : (one.refusal_now ?? '')}</p>`}
      <p class="choices">
        ${now && this.session.may.includes('approve_plan') && !needsOther ? html`<button type="button" ?disabled=${this.busy} @click=${() => void this.approve(one)}>${t('approve_plan')}</button>` : nothing}
        ${this.may ? html`<button type="button" class="plain" ?disabled=${this.busy} @click=${() => void this.decline(one.proposal_id)}>${t(one.own ? 'withdraw_plan' : 'decline_plan')}</button>` : nothing}
        ${needsOther ? html`<small>${t('needs_other')}</small>` : nothing}
      </p>`;
  }
}

customElements.define('plan-adoption', PlanAdoption);
