import type { Decision } from './decide.ts'
import type { Rates } from './earnings.ts'
import type { OrderWrite } from './rows.ts'

const NAMES = [
  ...(['member_id', 'site_id', 'adzone_id', 'relation_id', 'special_id'] as const),
  ...(['third_member_id', 'third_site_id', 'third_adzone_id', 'share_bp'] as const),
  ...(['click_id', 'clicked_at', 'terminal', 'plan_id', 'plan_kind', 'rate_bp', 'fee_bp'] as const),
  ...(['campaign_id', 'leader_id', 'service_rate_bp', 'decision'] as const),
] as const

/** Who earns an order and by what, as it is kept in its row. */
export type Terms = Pick<OrderWrite, (typeof NAMES)[number]>

/** The terms that an order has already, out of all its columns. */
export function pickTerms(order: Terms): Terms {
  return Object.fromEntries(NAMES.map((name) => [name, order[name]])) as Terms
}

export function ratesOf(terms: Pick<Terms, 'rate_bp' | 'fee_bp' | 'share_bp' | 'service_rate_bp'>): Rates {
  return {
    rateBp: terms.rate_bp,
    feeBp: terms.fee_bp,
    shareBp: terms.share_bp ?? undefined,
    serviceRateBp: terms.service_rate_bp,
  }
}

/** The terms that follow from a decision. */
export function toTerms(decision: Decision, feeBp: number): Terms {
  const click = decision.chosen?.click
  const campaign = decision.plan?.campaign
  return {
    member_id: click?.memberId ?? null,
    site_id: click?.siteId ?? null,
    adzone_id: click?.adzoneId ?? null,
    relation_id: click?.relationId ?? null,
    special_id: click?.specialId ?? null,
    third_member_id: click?.third?.memberId ?? null,
    third_site_id: click?.third?.siteId ?? null,
    third_adzone_id: click?.third?.adzoneId ?? null,
    share_bp: click?.third?.shareBp ?? null,
    click_id: click?.id ?? null,
    clicked_at: click?.clickedAt ?? null,
    terminal: click?.terminal ?? null,
    plan_id: decision.plan?.id ?? null,
    plan_kind: decision.plan?.kind ?? null,
    rate_bp: decision.plan?.rateBp ?? 0,
    fee_bp: feeBp,
    campaign_id: campaign?.id ?? null,
    leader_id: campaign?.leaderId ?? null,
    service_rate_bp: campaign?.serviceRateBp ?? 0,
    decision: decision.story,
  }
}
