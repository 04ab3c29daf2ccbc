import { html, nothing, type TemplateResult } from 'lit';
import type { Promised } from './api';
import { binding, product, t, weekName, weeks, type Key } from './words';

export interface Why {
  stretches: { from_week: string; to_week: string; weeks: number; cause: string; resources: string[] }[];
  reliefs: { resource: string; week: string; build_week: string }[];
  wait_weeks: Record<string, number>;
}

export interface Alternatives {
  alternatives: { market: string; model: string; trim: string; options: string[]; weeks_gained: number; promise: Promised }[];
}

/** The first ones are the earliest. */
const RELIEFS = 3;
const OFFERS = 30;

/** What has no room and in which way: a line that stands is not a full one. */
function cause({ cause: name, resources }: Why['stretches'][number]): string {
  const what = resources.map((one) => binding(one)).join(' + ');
  switch (what === '' ? '' : name) {
    case 'line_stands':
      return t('stands', { what });
    case 'part':
      return t('missing', { what });
    case 'option':
      return t('used_up', { what });
    case 'allocation':
      return t('kept_for_others', { what });
    case '':
      return t(`cause_${name}` as Key);
    default:
      return t('full', { what });
  }
}

/**
 * Week by week what has no room for an order.
 *
 * @param idEnd behind its ids where several orders stand on a page
 */
export function whySection(why: Why | null, fault: string, idEnd = ''): TemplateResult | typeof nothing {
  if (!why) {
    return fault === '' ? nothing : html`<section><h2>${t('why_title')}</h2><p class="lead">${fault}</p></section>`;
  }
  return html`<section aria-labelledby="why${idEnd}"><h2 id="why${idEnd}">${t('why_title')}</h2>
    ${why.stretches.length === 0
      ? html`<p class="lead">${t('why_nothing')}</p>`
      : html`<ol class="chain">${why.stretches.map(
          (stretch) => html`<li><b>${stretch.from_week === stretch.to_week ? weekName(stretch.from_week) : `${weekName(stretch.from_week)} – ${weekName(stretch.to_week)}`}</b>
            <span>${weeks(stretch.weeks)}</span>
            <span>${cause(stretch)}</span></li>`,
        )}</ol>`}
    ${why.reliefs.length > 0
      ? html`<h3>${t('reliefs')}</h3><ul class="prose">${why.reliefs.slice(0, RELIEFS).map((relief) => html`<li>${t('relief', { what: binding(relief.resource), week: weekName(relief.week), build: weekName(relief.build_week) })}</li>`)}</ul>`
      : nothing}
  </section>`;
}

/** What the customer could have earlier instead. */
export function insteadSection(instead: Alternatives | null, idEnd = ''): TemplateResult | typeof nothing {
  if (!instead) {
    return nothing;
  }
  const offers = instead.alternatives;
  return html`<section aria-labelledby="instead${idEnd}"><h2 id="instead${idEnd}">${t('instead_title')}</h2>
    ${offers.length === 0
      ? html`<p class="lead">${t('instead_none')}</p>`
      : html`<p class="lead">${t('instead_lead')}</p><div class="scroll" tabindex="0" role="region" aria-labelledby="instead${idEnd}"><table>
          <thead><tr><th scope="col">${t('car')}</th><th scope="col">${t('delivery')}</th><th scope="col" class="number">${t('gained')}</th></tr></thead>
          <tbody>${offers.slice(0, OFFERS).map(
            (offer) => html`<tr><th scope="row">${product(offer)}${offer.options.length > 0 ? ` · ${offer.options.join(', ')}` : ''}</th>
              <td>${offer.promise.delivery_week ? weekName(offer.promise.delivery_week) : '–'}</td><td class="number">${weeks(offer.weeks_gained)}</td></tr>`,
          )}</tbody></table></div>`}
  </section>`;
}
